import { severityOf } from './config';
import { contextOf } from './context';
import type { Analysis, FileContext } from './context';
import type { FileModel } from './model';
import { formatMessage } from './rule';
import type { Finding, Fix, Report, RuleDefinition } from './rule';
import type { Settings } from './service.types';
import { isManifestPath } from './syntax';

export interface Failure {
  readonly ruleId: string;
  readonly path: string;
  readonly error: unknown;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/**
 * Runs rules over one file. A rule that throws is left out and named in `failures`; the others still report.
 * Tests are left alone: what they do with made-up accounts is nobody's way in.
 * @param rules those that have a word in the file
 * @param cancelled asked between rules; when it answers true the result is undefined
 */
export function checkFile(
  analysis: Analysis,
  file: FileModel,
  rules: readonly RuleDefinition[],
  settings: Settings,
  cancelled?: () => boolean,
): Checked | undefined {
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const context = contextOf(analysis, file);
  if (context.frameworks.isTest(file.path)) return { findings, failures };
  for (const rule of rules) {
    if (cancelled?.()) return undefined;
    const level = severityOf(rule, settings);
    if (!level) continue;
    if (rule.needsProject && !analysis.project.indexed()) continue;
    if (isManifestPath(file.path) !== (rule.manifest ?? false)) continue;
    const reports: Report[] = [];
    try {
      rule.check(context, (report) => reports.push(report));
    } catch (error) {
      failures.push({ ruleId: rule.id, path: file.path, error });
    }
    for (const report of reports) {
      const finding = toFinding(rule, report, context, level);
      if (
        !findings.some(
          (other) => other.ruleId === finding.ruleId && other.start === finding.start && other.end === finding.end,
        )
      ) {
        findings.push(finding);
      }
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : 1));
  return { findings, failures };
}

function toFinding(
  rule: RuleDefinition,
  report: Report,
  context: FileContext,
  level: { readonly severity: Finding['severity']; readonly set: boolean },
): Finding {
  const { at } = report;
  const start = 'kind' in at ? at.getStart(context.file.sourceFile) : at.start;
  let fixes: readonly Fix[] | undefined;
  return {
    ruleId: rule.id,
    messageId: report.message,
    message: formatMessage(rule.messages[report.message] ?? report.message, report.data),
    severity: level.set ? level.severity : (report.severity ?? level.severity),
    path: context.path,
    start,
    end: at.end,
    related: report.related ?? [],
    fixable: rule.fixable !== 'none' && !!rule.fixes && report.state !== undefined,
    fixes: () => (fixes ??= report.state === undefined ? [] : (rule.fixes?.(report.state, context) ?? [])),
  };
}
