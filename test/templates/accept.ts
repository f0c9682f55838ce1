import assert from 'node:assert/strict';

/**
 * What VS Code makes of a snippet body when every tab stop is left as it is: written from the grammar in its documentation
 * (tab stops, placeholders, escapes of `$`, `}` and `\`), without the forms that our snippets do not use.
 */
export function accept(body: string): string {
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
