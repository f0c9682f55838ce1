import { deepStrictEqual, ok } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { memoryHost } from '../../server/src/core/host';
import { createService } from '../../server/src/core/service';
import type { Service } from '../../server/src/core/service.types';
import { rules } from '../../server/src/rules/index.generated';

const CASES = join(__dirname, '..', 'cases');
const RULES = [
  'no-direct-validate-session',
  'no-open-redirect',
  'no-session-id-logging',
  'require-constant-time-login',
  'require-csrf-check',
  'require-oauth-state-check',
  'require-ownership-check',
  'require-session-check',
  'require-session-invalidation',
];
const PROJECTS_PER_RULE = 2;
const EDITS_PER_PROJECT = 12;

/** A project's files by path: those of an insecure case. */
function filesUnder(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/p/${relative(folder, path).split(sep).join('/')}`, readFileSync(path, 'utf8')]),
  );
}

function serviceOver(files: ReadonlyMap<string, string>, open: ReadonlyMap<string, string>): Service {
  const service = createService(memoryHost(files), { rules });
  service.setFolders(['/p']);
  for (const [path, text] of open) service.open(path, text);
  while (service.index(1000, () => Date.now()).phase === 'indexing');
  return service;
}

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** What people do while they type: lines come and go, words are half there, a keyword is missing. */
function edited(text: string, next: (below: number) => number): string {
  const lines = text.split('\n');
  const at = next(lines.length);
  const line = lines[at]!;
  const column = next(line.length + 1);
  switch (next(6)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, lines[next(lines.length)]!);
      break;
    case 2:
      lines[at] = line.slice(0, column);
      break;
    case 3:
      lines[at] = `${line.slice(0, column)}${'{}()"\'`;/*'[next(10)]!}${line.slice(column)}`;
      break;
    case 4:
      lines[at] = line.replace(/await |return |!|const |import |=> /, '');
      break;
    default:
      lines[at] = `${line.slice(0, column)}x${line.slice(column)}`;
  }
  return lines.join('\n');
}

const findings = (service: Service, path: string): readonly unknown[] =>
  service.diagnostics(path).map(({ ruleId, start, end, message }) => ({ ruleId, start, end, message }));

describe('edits', () => {
  for (const rule of RULES) {
    const cases = readdirSync(join(CASES, rule)).sort().slice(0, PROJECTS_PER_RULE);
    for (const [index, name] of cases.entries()) {
      it(`end in what a fresh start says: ${rule}, ${name}`, () => {
        const files = filesUnder(join(CASES, rule, name, 'bad'));
        const sources = [...files.keys()].filter((path) => /\.(?:[cm]?[jt]sx?|astro)$/.test(path));
        ok(sources.length > 0);
        const next = numbers(rule.length * 31 + index);
        const open = new Map<string, string>();
        const service = serviceOver(files, open);
        for (const path of sources) service.diagnostics(path);
        for (let edit = 0; edit < EDITS_PER_PROJECT; edit++) {
          const path = sources[next(sources.length)]!;
          const text = edited(open.get(path) ?? files.get(path)!, next);
          open.set(path, text);
          service.open(path, text);
          const fresh = serviceOver(files, open);
          for (const other of sources)
            deepStrictEqual(findings(service, other), findings(fresh, other), `edit ${edit} of ${path}:\n${text}`);
          deepStrictEqual(service.takeFailures(), []);
          if (edit % 5 === 4) {
            open.delete(path);
            service.close(path);
          }
        }
      });
    }
  }
});
