/**
 * Measures the rules on checkouts of real repositories with labels.
 *
 *   npm run corpus -- --labels labels.tsv --root <folder> [--safe safe.tsv] [--reviewed reviewed.tsv]
 *                     [--rule id=severity] [--expected file [--update]]
 *
 * The checkouts lie at <folder>/<owner>/<repository>. `safe.tsv` and `reviewed.tsv` are looked for beside the labels.
 * Prints recall of error and warning labels, look-alikes flagged and, for files that were read whole, findings without a
 * label, to be judged by hand. `--expected` compares all findings with a stored list, so that a change of behaviour shows
 * as a diff; `--update` writes that list.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createService } from '../server/src/core/service';
import { lineColumnAt, lineStarts } from '../server/src/core/text';
import { createDiskHost } from '../server/src/node/host';
import { rules } from '../server/src/rules/index.generated';
import type { SeveritySetting } from '../server/src/core/rule';

/** A finding matches a label within this many lines; a look-alike counts as flagged within the second. */
const LABEL_LINES = 15;
const SAFE_LINES = 3;

const { values: options } = parseArgs({
  options: {
    labels: { type: 'string' },
    root: { type: 'string' },
    safe: { type: 'string' },
    reviewed: { type: 'string' },
    rule: { type: 'string', multiple: true },
    expected: { type: 'string' },
    update: { type: 'boolean' },
  },
});
if (options.labels === undefined || options.root === undefined) {
  console.error('Usage: npm run corpus -- --labels <tsv> --root <folder>');
  process.exit(2);
}
const labelsPath = resolve(options.labels);
const root = resolve(options.root);

function rows(path: string): string[][] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
}

const beside = (name: string, given: string | undefined): string => resolve(given ?? join(dirname(labelsPath), name));
const labels = rows(labelsPath).map(
  ([repo = '', commit = '', path = '', line = '', rule = '', severity = '', why = '']) => ({
    repo,
    commit,
    path,
    line: Number(line),
    rule,
    severity,
    why,
    found: false,
  }),
);
const safe = rows(beside('safe.tsv', options.safe)).map(([repo = '', path = '', line = '', rule = '', why = '']) => ({
  repo,
  path,
  line: Number(line),
  rule,
  why,
}));
const reviewed = new Set(rows(beside('reviewed.tsv', options.reviewed)).map(([repo, , path]) => `${repo}/${path}`));
const commits = new Map(labels.map((label) => [label.repo, label.commit]));
const severities: Record<string, SeveritySetting> = {};
for (const entry of options.rule ?? []) {
  const [id, severity] = entry.split('=');
  if (id && severity) severities[id] = severity as SeveritySetting;
}

const host = createDiskHost();
const flagged: string[] = [];
const unlabelled: string[] = [];
const all: string[] = [];
const absent: string[] = [];
for (const repo of [...new Set([...labels, ...safe].map((row) => row.repo))].sort()) {
  const folder = join(root, repo).replace(/\\/g, '/');
  if (!existsSync(folder)) {
    absent.push(repo);
    continue;
  }
  const service = createService(host, { rules, settings: { rules: severities } });
  service.setFolders([folder]);
  while (service.index(1000, () => Date.now()).phase === 'indexing');
  for (const path of service.checkedFiles()) {
    const findings = service.diagnostics(path);
    if (!findings.length) continue;
    const text = host.read(path) ?? '';
    const starts = lineStarts(text);
    const local = path.slice(folder.length + 1);
    for (const finding of findings) {
      const { line } = lineColumnAt(starts, finding.start);
      all.push([repo, commits.get(repo) ?? '', local, line, finding.ruleId].join('\t'));
      const hits = labels.filter(
        (label) =>
          label.repo === repo &&
          label.path === local &&
          label.rule === finding.ruleId &&
          Math.abs(label.line - line) <= LABEL_LINES,
      );
      for (const label of hits) label.found = true;
      if (hits.length) continue;
      const twin = safe.find(
        (row) =>
          row.repo === repo &&
          row.path === local &&
          row.rule === finding.ruleId &&
          Math.abs(row.line - line) <= SAFE_LINES,
      );
      const place = `${repo}/${local}:${line} ${finding.severity} ${finding.ruleId}`;
      if (twin) flagged.push(`${place} (${twin.why})`);
      else if (finding.severity !== 'information' && reviewed.has(`${repo}/${local}`)) {
        unlabelled.push(`${place} ${finding.message}\n      ${text.split('\n')[line - 1]?.trim() ?? ''}`);
      }
    }
  }
  for (const failure of service.takeFailures())
    console.log(`${failure.ruleId} threw on ${failure.path}: ${String(failure.error)}`);
}

const targets = labels.filter(
  (label) => label.severity !== 'info' && !label.rule.startsWith('NEW:') && !absent.includes(label.repo),
);
const byRule = new Map<string, { found: number; all: number }>();
for (const label of targets) {
  const row = byRule.get(label.rule) ?? { found: 0, all: 0 };
  byRule.set(label.rule, { found: row.found + (label.found ? 1 : 0), all: row.all + 1 });
}
const print = (title: string, list: readonly string[]): void => {
  console.log(`\n${title}: ${list.length}`);
  for (const entry of list) console.log(`  ${entry}`);
};
if (absent.length) print('Not checked out', absent);
console.log('\nRecall by rule');
for (const [rule, row] of [...byRule].sort()) console.log(`  ${rule}: ${row.found}/${row.all}`);
print(
  'Labels not found',
  targets
    .filter((label) => !label.found)
    .map((label) => `${label.rule} ${label.repo}/${label.path}:${label.line} ${label.why}`),
);
print('Look-alikes flagged', flagged);
print('Findings without a label, to be judged', unlabelled);
console.log(
  `\nRecall ${targets.filter((label) => label.found).length}/${targets.length}, look-alikes flagged ${flagged.length}/${safe.length}`,
);

if (options.expected !== undefined) {
  const path = resolve(options.expected);
  const current = [...new Set(all)].sort();
  if (options.update) writeFileSync(path, `repo\tcommit\tpath\tline\trule\n${current.join('\n')}\n`);
  else {
    const stored = new Set(rows(path).map((row) => row.join('\t')));
    const now = new Set(current);
    print(
      'New since the stored list',
      current.filter((row) => !stored.has(row)),
    );
    print(
      'Gone since the stored list',
      [...stored].filter((row) => !now.has(row)),
    );
  }
}
