import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { contributedSnippets } from '../../server/src/templates/contributed';
import { DATABASES, DEFAULT_STYLE, FRAMEWORKS, completeParams } from '../../server/src/templates/params';
import { renderParts } from '../../server/src/templates/render';
import { TEMPLATES } from '../../server/src/templates/templates';
import { hasPart } from '../../server/src/templates/parts';
import { accept } from './accept';

describe('snippets', () => {
  it('give the text of the block when their defaults are accepted', () => {
    const styles = [DEFAULT_STYLE, { ...DEFAULT_STYLE, quote: '"', semicolon: false, indent: '    ' } as const];
    for (const framework of FRAMEWORKS) {
      for (const database of DATABASES) {
        for (const style of styles) {
          const params = completeParams({ framework, database, style, provider: 'Google' });
          const parts = TEMPLATES.flatMap((template) => template.parts).filter((part) => hasPart(part, params));
          for (const part of renderParts(parts, params))
            assert.equal(accept(part.snippet), part.file.text, part.file.path);
        }
      }
    }
  });

  it('let the instance be renamed in one go', () => {
    const [login] = renderParts(['login'], completeParams({ framework: 'express' }));
    assert.match(login!.snippet, /\$\{(\d+):lucia\}[^]*\$\{\1\}\.createSession\(/);
  });

  const contributed = contributedSnippets();

  it('contributed to the editor are those of the blocks, each with a prefix of its own', () => {
    const file = fileURLToPath(new URL('../../snippets/lucia-guard.code-snippets', import.meta.url));
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), contributed);
    const prefixes = Object.values(contributed).map((snippet) => snippet.prefix);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
    for (const prefix of prefixes) assert.match(prefix, /^lucia-[a-z0-9-]+$/);
  });

  it('contributed to the editor cover every block in every framework', () => {
    const prefixes = new Set(Object.values(contributed).map((snippet) => snippet.prefix));
    for (const { id } of TEMPLATES) {
      if (id === 'lucia-instance' || id === 'db-schema') {
        for (const database of DATABASES)
          assert.ok(prefixes.has(`lucia-${id.replace(/^lucia-/, '')}-${database}`), database);
      } else {
        for (const framework of FRAMEWORKS) assert.ok(prefixes.has(`lucia-${id}-${framework}`), `${id} ${framework}`);
      }
    }
  });

  it('contributed to the editor have a language and no pre-indented first line', () => {
    for (const [name, snippet] of Object.entries(contributed)) {
      assert.notEqual(snippet.scope, '', name);
      assert.doesNotMatch(snippet.body[0] ?? '', /^\s/, name);
    }
  });
});
