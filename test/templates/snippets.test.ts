import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { contributedSnippets } from '../../server/src/templates/contributed';
import { DATABASES, DEFAULT_STYLE, FRAMEWORKS, completeParams } from '../../server/src/templates/params';
import { renderParts } from '../../server/src/templates/render';
import { TEMPLATES } from '../../server/src/templates/templates';
import { hasPart } from '../../server/src/templates/parts';

/**
 * What VS Code makes of a snippet body when every tab stop is left as it is: written from the grammar in its documentation
 * (tab stops, placeholders, escapes of `$`, `}` and `\`), without the forms that our snippets do not use.
 */
function accept(body: string): string {
  const defaults = new Map<string, string>();
  let at = 0;
  const text = (end: string | undefined): string => {
    let out = '';
    while (at < body.length && body[at] !== end) {
      if (body[at] === '\\' && /[\\$}]/.test(body[at + 1] ?? '')) {
        out += body[at + 1];
        at += 2;
        continue;
      }
      const bare = /^\$(\d+|\w+)/.exec(body.slice(at));
      if (bare) {
        assert.match(bare[1]!, /^\d+$/, `a variable ${bare[0]}`);
        at += bare[0].length;
        out += defaults.get(bare[1]!) ?? '';
        continue;
      }
      const placeholder = /^\$\{(\d+)(:|\})/.exec(body.slice(at));
      if (placeholder) {
        at += placeholder[0].length;
        if (placeholder[2] === ':') {
          defaults.set(placeholder[1]!, text('}'));
          at++;
        }
        out += defaults.get(placeholder[1]!) ?? '';
        continue;
      }
      assert.ok(!body.startsWith('${', at), `an unescaped $ in ${body.slice(at, at + 30)}`);
      out += body[at++];
    }
    return out;
  };
  return text(undefined);
}

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
