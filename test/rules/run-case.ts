import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../server/src/core/host';
import { createService } from '../../server/src/core/service';
import { lineColumnAt, lineStarts } from '../../server/src/core/text';
import { rules } from '../../server/src/rules/index.generated';
import { renderSessionWrapper } from '../../server/src/templates/wrapper';

/** The rules that the cases were written for: of these a twin has no errors, whichever rule it was written for. */
const cases = join(__dirname, '../cases');
const withCases: ReadonlySet<string> = new Set(existsSync(cases) ? readdirSync(cases) : []);

/** How far a finding may lie from its mark, in lines: a statement over several lines has several honest places. */
const TOLERANCE = 3;

export function readTree(dir: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (at: string, inside: string): void => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) visit(path, `${inside}/${name}`);
      else files.set(`${inside}/${name}`, readFileSync(path, 'utf8'));
    }
  };
  visit(dir, '/case');
  return files;
}

/** What is wrong with the findings of one case: missed marks, findings without a mark. Empty when all is well. */
export function runCase(dir: string, rule: string, kind: 'bad' | 'twin'): readonly string[] {
  const files = readTree(dir);
  const service = createService(memoryHost(files), { rules, writeWrapper: renderSessionWrapper });
  service.setFolders(['/case']);
  const own = rules.find(({ id }) => id === rule);
  if (own?.severity === 'off' || own?.stage === 'preview')
    service.setSettings('/case', { rules: { [rule]: 'warning' } });
  while (service.index(1000, () => Date.now()).phase === 'indexing');
  const problems: string[] = [];
  for (const [path, text] of files) {
    const marks = text.split('\n').flatMap((line, index) => (line.includes(`expect: ${rule}`) ? [index + 1] : []));
    const starts = lineStarts(text);
    const open = new Set(marks);
    for (const finding of service.diagnostics(path)) {
      const { line } = lineColumnAt(starts, finding.start);
      const end = lineColumnAt(starts, finding.end).line;
      // Where marks lie close together, a finding is for the one that it stands on.
      const mark =
        marks.find((at) => at >= line && at <= end) ??
        marks.find((at) => at >= line - TOLERANCE && at <= end + TOLERANCE);
      if (finding.ruleId === rule && mark !== undefined) {
        open.delete(mark);
      } else if (finding.ruleId === rule) {
        problems.push(`unexpected ${rule} at ${path}:${line}: ${finding.message}`);
      } else if (kind === 'twin' && finding.severity === 'error' && withCases.has(finding.ruleId)) {
        problems.push(`other ${finding.ruleId} at ${path}:${line}: ${finding.message}`);
      }
    }
    for (const mark of open)
      problems.push(`missed at ${path}:${mark}: ${text.split('\n')[mark - 1]!.trim().slice(0, 100)}`);
  }
  for (const failure of service.takeFailures())
    problems.push(`${failure.ruleId} threw: ${String((failure.error as Error).stack)}`);
  return problems;
}
