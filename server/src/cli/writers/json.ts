import type { CheckResult } from '../findings';

/** The shape is a contract with scripts that read it: `version` grows when a field changes its meaning or goes. */
export function writeJson({ findings, filesScanned, filesParsed }: CheckResult): string {
  const output = {
    version: 1,
    findings: findings.map(({ file, line, column, endLine, endColumn, ruleId, severity, message, fixable }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      ruleId,
      severity,
      message,
      fixable,
    })),
    filesScanned,
    filesParsed,
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}
