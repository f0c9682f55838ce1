import type { CliFinding } from './findings';

/** A finding that was there when the baseline was written; it is known by its line's text, so it may move. */
interface Entry {
  readonly file: string;
  readonly ruleId: string;
  readonly source: string;
  readonly count: number;
}

const keyOf = ({ file, ruleId, source }: Omit<Entry, 'count'>): string => `${file}\0${ruleId}\0${source}`;

/**
 * The findings that a baseline does not hold.
 * @param fileOf a finding's file as the baseline names it
 * @throws Error when the text is no baseline
 */
export function withoutBaseline(
  findings: readonly CliFinding[],
  baseline: string,
  fileOf: (finding: CliFinding) => string,
): CliFinding[] {
  const left = new Map<string, number>();
  const { findings: entries } = JSON.parse(baseline) as { findings?: unknown };
  if (!Array.isArray(entries)) throw new Error('it has no list of findings');
  for (const entry of entries as Entry[]) left.set(keyOf(entry), entry.count);
  return findings.filter((finding) => {
    const key = keyOf({ ...finding, file: fileOf(finding) });
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/** The text of a baseline that holds the findings. */
export function baselineOf(findings: readonly CliFinding[], fileOf: (finding: CliFinding) => string): string {
  const entries = new Map<string, Entry>();
  for (const finding of findings) {
    const { ruleId, source } = finding;
    const entry = { file: fileOf(finding), ruleId, source };
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return `${JSON.stringify({ version: 1, findings: [...entries.values()] }, undefined, 2)}\n`;
}
