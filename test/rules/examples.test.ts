import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example, Examples } from '../../server/src/core/examples';
import { memoryHost } from '../../server/src/core/host';
import type { Finding, RuleDefinition } from '../../server/src/core/rule';
import { createService } from '../../server/src/core/service';
import type { Service } from '../../server/src/core/service.types';
import { parse } from '../../server/src/core/syntax';
import { applyEdits, lineColumnAt, lineStarts } from '../../server/src/core/text';
import { rules } from '../../server/src/rules/index.generated';
import { renderSessionWrapper } from '../../server/src/templates/wrapper';
import { readMarks } from './marks';
import { typeErrors } from './type-check';

const RULES = join(__dirname, '..', '..', 'server', 'src', 'rules');
const FOLDER = '/project';

type Files = Readonly<Record<string, string>>;

/** The files of an example, with a package.json when it brings none. */
function complete(example: Example, files: Files): Files {
  const dependencies = example.dependencies ?? { lucia: '^3.2.2' };
  return { 'package.json': JSON.stringify({ dependencies }), ...files };
}

/** @param only whether the other rules are off */
function serviceFor(files: Files, rule: RuleDefinition, only: boolean): Service {
  const service = createService(
    memoryHost(new Map(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text]))),
    {
      rules,
      writeWrapper: renderSessionWrapper,
    },
  );
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const isOff = rule.severity === 'off' || rule.stage === 'preview';
  service.setSettings(undefined, {
    rules: { ...(only && { '*': 'off' }), ...((only || isOff) && { [rule.id]: severity }) },
  });
  service.setFolders([FOLDER]);
  while (service.index(1000, Date.now).phase === 'indexing');
  return service;
}

function findingsOf(service: Service, files: Files): Finding[] {
  const found = Object.keys(files).flatMap((path) => service.diagnostics(`${FOLDER}/${path}`));
  const failures = service
    .takeFailures()
    .map(({ ruleId, error }) => `${ruleId}: ${(error as Error).stack ?? String(error)}`);
  deepStrictEqual(failures, [], 'a rule threw');
  return found;
}

function placeOf(finding: Finding, files: Files) {
  const path = finding.path.slice(FOLDER.length + 1);
  const starts = lineStarts(files[path]!);
  const start = lineColumnAt(starts, finding.start);
  const end = lineColumnAt(starts, finding.end);
  return {
    path,
    line: start.line,
    column: start.column,
    endColumn: end.line === start.line ? end.column : undefined,
    message: finding.messageId,
  };
}

function commentsOf(text: string): string[] {
  return [...text.matchAll(/(?<![:'"`])\/\/[^\n]*|\/\*[\s\S]*?\*\//g)].map(([comment]) => comment.trim());
}

/** How many of each, for a comparison that does not care about order. */
function counts(values: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const value of values) result.set(value, (result.get(value) ?? 0) + 1);
  return result;
}

/** What is there more often than before. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const known = counts(before);
  return [...counts(after)].filter(([value, count]) => count > (known.get(value) ?? 0)).map(([value]) => value);
}

describe('examples', function () {
  this.timeout(120_000);
  for (const rule of rules) {
    const path = join(RULES, rule.family, rule.id, 'examples.ts');
    if (!existsSync(path)) continue;
    // The loader is synchronous here, and mocha wants to know the tests at once.
    const { default: examples } = require(path) as { default: Examples };
    describe(rule.id, () => {
      for (const example of examples.bad) bad(rule, example);
      for (const [kind, list] of [
        ['good', examples.good],
        ['look-alike', examples.lookAlike],
      ] as const) {
        for (const example of list) {
          it(`${kind}: ${example.name}`, () => {
            const files = complete(example, example.files);
            const found = findingsOf(serviceFor(files, rule, true), files);
            deepStrictEqual(
              found.map((finding) => placeOf(finding, files)),
              [],
            );
          });
        }
      }
      it(rule.fixable === 'none' ? 'has no fix' : 'has a fix for one of its examples', () => {
        const fixes = examples.bad.flatMap((example) => {
          const files = complete(example, readMarks(example.files).files);
          return findingsOf(serviceFor(files, rule, true), files).flatMap((finding) => finding.fixes());
        });
        if (rule.fixable === 'none')
          deepStrictEqual(
            fixes.map(({ title }) => title),
            [],
          );
        else
          ok(
            fixes.some(({ kind }) => kind === rule.fixable),
            `no ${rule.fixable} fix`,
          );
      });
    });
  }
});

function bad(rule: RuleDefinition, example: Example): void {
  const { files: clean, marks } = readMarks(example.files);
  const files = complete(example, clean);

  it(`bad: ${example.name}`, () => {
    ok(marks.length > 0, 'nothing is marked');
    const found = findingsOf(serviceFor(files, rule, true), files).map((finding) => placeOf(finding, files));
    // A mark that is open at its end says only where the range starts.
    const shown = found.map((place) => {
      const open = marks.some(
        (mark) =>
          mark.path === place.path &&
          mark.line === place.line &&
          mark.column === place.column &&
          mark.endColumn === undefined,
      );
      return open ? { ...place, endColumn: undefined } : place;
    });
    const byPlace = (a: (typeof marks)[number], b: (typeof marks)[number]) =>
      `${a.path}:${String(a.line).padStart(5)}:${String(a.column).padStart(5)}` <
      `${b.path}:${String(b.line).padStart(5)}:${String(b.column).padStart(5)}`
        ? -1
        : 1;
    deepStrictEqual([...shown].sort(byPlace), [...marks].sort(byPlace));
  });

  it(`fixes of: ${example.name}`, () => {
    const service = serviceFor(files, rule, false);
    const before = findingsOf(service, files);
    const first = before.find(({ ruleId }) => ruleId === rule.id);
    if (!first) return;
    const actions = service
      .codeActions(first.path, first.start, first.end)
      .filter(
        ({ kind, ruleId, start, end }) =>
          kind === 'fix' && ruleId === rule.id && start === first.start && end === first.end,
      );
    const expected =
      example.fix === undefined
        ? 0
        : actions.findIndex(
            ({ title }) => title.replace(/ \(review\)$/, '') === example.fix!.replace(/ \(review\)$/, ''),
          );
    if (example.fixed)
      ok(
        actions[expected],
        `no fix${example.fix === undefined ? '' : ` titled ${example.fix}`} among ${actions.map(({ title }) => title).join(', ')}`,
      );
    actions.forEach((action, index) => {
      const edits = service.resolve(first.path, action);
      if (!edits) {
        ok(!(example.fixed && index === expected), 'the fix has no edits');
        return;
      }
      const after: Record<string, string> = { ...files };
      for (const edit of edits) {
        const path = edit.path.slice(FOLDER.length + 1);
        strictEqual(
          edit.create === true,
          !(path in files),
          `${path} is ${edit.create ? 'created but there' : 'missing'}`,
        );
        after[path] = applyEdits(files[path] ?? '', edit.edits);
      }
      if (example.fixed && index === expected) {
        deepStrictEqual(
          Object.fromEntries(Object.keys(example.fixed).map((path) => [path, after[path]])),
          example.fixed,
          action.title,
        );
      }
      checkFix(rule, action.title, files, after, before);
    });
  });
}

/** A fix parses, clears its finding, raises no other, keeps comments, and brings no type error. */
function checkFix(rule: RuleDefinition, title: string, files: Files, after: Files, before: readonly Finding[]): void {
  const changed = Object.keys(after).filter((path) => after[path] !== files[path]);
  ok(changed.length > 0, `${title}: nothing changes`);
  for (const path of changed) {
    const { parseDiagnostics = [] } = parse(path, after[path]!) as {
      parseDiagnostics?: readonly { messageText: unknown }[];
    };
    deepStrictEqual(
      parseDiagnostics.map(({ messageText }) => messageText),
      [],
      `${title}: ${path}\n${after[path]}`,
    );
    const lost = commentsOf(files[path] ?? '').filter((comment) => !after[path]!.includes(comment));
    deepStrictEqual(lost, [], `${title}: a comment of ${path} is lost`);
  }
  const left = findingsOf(serviceFor(after, rule, false), after);
  const own = (list: readonly Finding[]) => list.filter(({ ruleId }) => ruleId === rule.id).length;
  const text = changed.map((path) => `${path}\n${after[path]}`).join('\n');
  ok(own(left) < own(before), `${title}: the finding stays\n${text}`);
  const others = (list: readonly Finding[]) =>
    list.filter(({ ruleId }) => ruleId !== rule.id).map(({ ruleId }) => ruleId);
  deepStrictEqual(added(others(before), others(left)), [], `${title}: other findings\n${text}`);
  deepStrictEqual(added(typeErrors(files), typeErrors(after)), [], `${title}: type errors\n${text}`);
}
