import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Examples } from '../../server/src/core/examples';
import { rules } from '../../server/src/rules/index.generated';
import { projectFiles, read, root } from './files';

const folderOf = (rule: (typeof rules)[number]) => `server/src/rules/${rule.family}/${rule.id}`;

describe('rules', () => {
  it('have the name of their folder and a page of that name', () => {
    const folders = projectFiles(/^server\/src\/rules\/\w+\/[\w-]+\/rule\.ts$/).map((path) =>
      path.replace(/\/rule\.ts$/, ''),
    );
    deepStrictEqual(rules.map(folderOf).sort(), folders.filter((path) => !path.includes('/_shared/')).sort());
    const pages = projectFiles(/^docs\/rules\/.*\.md$/).map((path) => path.replace(/^docs\/rules\/|\.md$/g, ''));
    deepStrictEqual(rules.map(({ id }) => id).sort(), pages.sort());
  });

  it('are called no-<bad thing> or require-<defence>, but for those where neither says it', () => {
    const others = rules.map(({ id }) => id).filter((id) => !/^(?:no|require)-[a-z]+(?:-[a-z]+)*$/.test(id));
    const agreed = [
      'adapter-argument-order',
      'adapter-schema-mismatch',
      'arctic-version-mismatch',
      'deprecated-auth-package',
      'express-cookie-max-age',
      'hash-reset-tokens',
      'next-async-cookies',
      'password-length-limits',
      'prefer-host-prefix',
      'session-expiry',
      'valid-placeholder-hash',
    ];
    deepStrictEqual(
      others.filter((id) => !agreed.includes(id)),
      [],
    );
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has short messages without a link', () => {
        ok(Object.keys(rule.messages).length > 0);
        for (const message of Object.values(rule.messages)) {
          ok(message.length <= 120, `${message.length} characters: ${message}`);
          ok(!/https?:\/\/\S*$|\n/.test(message), message);
          ok(!/\b(?:should|may want to|potential(?:ly)?)\b/i.test(message), message);
        }
      });

      it('says what, why, how, its limits and its sources', () => {
        const { what, why, how, limits } = rule.docs;
        for (const text of [what, why, how, limits]) ok(text.trim().length >= 20, text);
        ok(rule.sources.length > 0);
        for (const { url } of rule.sources) ok(/^https:\/\//.test(url), url);
        ok(typeof rule.cwe === 'number' ? rule.cwe > 0 : rule.cwe.trim().length >= 10);
        ok(rule.words.length > 0 && rule.words.every((word) => word.length > 1));
      });

      it('has bad, good and look-alike examples with names of their own', async () => {
        const path = join(root, folderOf(rule), 'examples.ts');
        ok(existsSync(path), 'no examples.ts');
        const module = (await import(path)) as { default: Examples };
        const { bad, good, lookAlike } = module.default;
        ok(
          bad.length >= 2 && good.length >= 2 && lookAlike.length >= 1,
          `${bad.length}, ${good.length}, ${lookAlike.length}`,
        );
        const names = [...bad, ...good, ...lookAlike].map(({ name }) => name);
        strictEqual(new Set(names).size, names.length);
      });

      it('is in the README and in the sources that make its page', () => {
        ok(read('README.md').includes(`[${rule.id}](docs/rules/${rule.id}.md)`));
      });
    });
  }
});
