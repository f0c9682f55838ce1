import { createHash } from 'node:crypto';
import type { RuleDefinition, Severity } from '../../core/rule';
import type { CheckResult, CliFinding } from '../findings';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/** SARIF 2.1.0, as code scanning services read it. */
export function writeSarif({ findings }: CheckResult, rules: readonly RuleDefinition[], version: string): string {
  const used = rules.filter(({ id }) => findings.some(({ ruleId }) => ruleId === id));
  const occurrences = new Map<string, number>();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Lucia Guard', version, semanticVersion: version, rules: used.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.ruleId,
          ...(used.some(({ id }) => id === finding.ruleId) && {
            ruleIndex: used.findIndex(({ id }) => id === finding.ruleId),
          }),
          level: LEVELS[finding.severity],
          message: { text: finding.message },
          locations: [location(finding)],
          ...(finding.related.length > 0 && {
            relatedLocations: finding.related.map((related) => ({
              ...location({ ...related, endLine: undefined, endColumn: undefined }),
              message: { text: related.message },
            })),
          }),
          partialFingerprints: { 'luciaGuard/v1': fingerprint(finding, occurrences) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(rule: RuleDefinition): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.docs.what },
    fullDescription: { text: rule.docs.why },
    help: {
      text: `${rule.docs.how}\n\n${rule.docs.limits}`,
      markdown: `${rule.docs.how}\n\n**Limits.** ${rule.docs.limits}`,
    },
    defaultConfiguration: { level: rule.severity === 'off' ? 'none' : LEVELS[rule.severity] },
    properties: {
      precision: rule.precision,
      tags: ['security', ...(typeof rule.cwe === 'number' ? [`external/cwe/cwe-${rule.cwe}`] : [])],
    },
  };
}

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
}

function location({ file, line, column, endLine, endColumn }: Spot): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column, ...(endLine !== undefined && { endLine, endColumn }) },
    },
  };
}

/** Stays the same while lines above the finding come and go. */
function fingerprint({ file, ruleId, source }: CliFinding, occurrences: Map<string, number>): string {
  const key = `${ruleId}\0${file}\0${source}`;
  const occurrence = occurrences.get(key) ?? 0;
  occurrences.set(key, occurrence + 1);
  return createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 32);
}
