import { deepStrictEqual } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCase } from './run-case';

/**
 * Small projects in pairs, written without a look at the rules: in `bad` each marked line must be reported, in `twin`
 * nothing of the rules that have cases.
 */
const root = join(__dirname, '../cases');

describe('cases', () => {
  for (const rule of readdirSync(root).sort()) {
    describe(rule, () => {
      for (const name of readdirSync(join(root, rule)).sort()) {
        for (const kind of ['bad', 'twin'] as const) {
          const folder = join(root, rule, name, kind);
          if (existsSync(folder)) it(`${name}: ${kind}`, () => deepStrictEqual(runCase(folder, rule, kind), []));
        }
      }
    });
  }
});
