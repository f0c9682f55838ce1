import type { Severity } from '../core/rule';

/** A finding as it is printed: positions 1-based, paths relative to the current folder with forward slashes. */
export interface CliFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixable: boolean;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** The line that it is on, without white space at its ends. */
  readonly source: string;
}

export interface CheckResult {
  readonly findings: readonly CliFinding[];
  readonly filesScanned: number;
  readonly filesParsed: number;
}

export function countOf(findings: readonly CliFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
