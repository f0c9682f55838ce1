/**
 * Runs the rules over test/cases/<rule>/<case>/{bad,twin} and prints what is missed and what is flagged without reason.
 * Usage: node --import tsx scripts/cases.ts [--root folder] [rule] [case]
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCase } from '../test/rules/run-case';

const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true });
const root = values.root ? resolve(values.root) : join(dirname(fileURLToPath(import.meta.url)), '..', 'test', 'cases');
const [onlyRule, onlyCase] = positionals;
let passed = 0;
let failed = 0;
for (const rule of existsSync(root) ? readdirSync(root).sort() : []) {
  if (!statSync(join(root, rule)).isDirectory()) continue;
  if (onlyRule && rule !== onlyRule) continue;
  let good = 0;
  let all = 0;
  for (const name of readdirSync(join(root, rule)).sort()) {
    if (onlyCase && name !== onlyCase) continue;
    for (const kind of ['bad', 'twin'] as const) {
      const dir = join(root, rule, name, kind);
      if (!existsSync(dir)) continue;
      all++;
      const problems = runCase(dir, rule, kind);
      if (!problems.length) {
        good++;
        continue;
      }
      console.log(`${relative(root, dir)}`);
      for (const problem of problems) console.log(`    ${problem}`);
    }
  }
  console.log(`${rule}: ${good}/${all}`);
  passed += good;
  failed += all - good;
}
console.log(`${passed} passed, ${failed} failed`);
