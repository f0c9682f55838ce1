import type { RuleDefinition } from './rule';

/** What a hover over a finding says: why it matters and what the rule cannot see. */
export function hoverText(rule: RuleDefinition): string {
  const { docs } = rule;
  const sources = rule.sources.map((source) => `[${source.title}](${source.url})`).join(' · ');
  return [`**${rule.id}**`, docs.why, `*Fix:* ${docs.how}`, `*Limits:* ${docs.limits}`, sources]
    .filter(Boolean)
    .join('\n\n');
}

/** A rule's page as Markdown, without examples (which the documentation generator adds). */
export function explainRule(rule: RuleDefinition): string {
  const cwe =
    typeof rule.cwe === 'number'
      ? `[CWE-${rule.cwe}](https://cwe.mitre.org/data/definitions/${rule.cwe}.html)`
      : `no CWE: ${rule.cwe}`;
  const fix = { safe: 'safe (applied by fix-all)', suggested: 'suggested (needs a look)', none: 'none' }[rule.fixable];
  const frameworks = rule.frameworks === 'all' ? 'all' : rule.frameworks.join(', ');
  return (
    [
      `# ${rule.id}`,
      `Severity: ${rule.severity} · Stage: ${rule.stage} · Precision: ${rule.precision} · Fix: ${fix} · ${cwe} · Frameworks: ${frameworks}`,
      `## What it reports\n\n${rule.docs.what}`,
      `## Why\n\n${rule.docs.why}`,
      `## How to fix it\n\n${rule.docs.how}`,
      `## Limits\n\n${rule.docs.limits}`,
      `## References\n\n${rule.sources.map((source) => `- [${source.title}](${source.url})`).join('\n')}`,
    ].join('\n\n') + '\n'
  );
}
