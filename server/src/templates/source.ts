/**
 * The small language of the block sources under snippets/blocks. A source is TypeScript that type-checks as it stands:
 * - `$lucia`: a name that rendering replaces (only names that the caller supplies; `${…}` and `$types` stay);
 * - `'#users'`: an import of another part of the set, which rendering replaces with the path or alias of that part;
 * - `//#if flag`, `//#else`, `//#endif` on lines of their own choose lines; a flag can be negated with `!`, and
 *   `a|b` means either. A line that starts with `//: ` is kept out of the source as it stands and loses that mark
 *   when its branch is chosen;
 * - `import … from '#part'; //#inline` takes in another source instead: its imports go to the top, its body, no longer
 *   exported where it is a `const`, below them.
 */

/** Stands for a name until quotes and semicolons are settled: `\uE000name\uE001`. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

export type Flags = ReadonlySet<string>;

function holds(condition: string, flags: Flags): boolean {
  return condition
    .trim()
    .split('|')
    .some((term) => (term.startsWith('!') ? !flags.has(term.slice(1)) : flags.has(term)));
}

/** Resolves the `//#if` branches of a source. */
export function chooseBranches(source: string, flags: Flags): string {
  const out: string[] = [];
  const stack: { readonly outer: boolean; taken: boolean }[] = [];
  let active = true;
  for (const line of source.split('\n')) {
    const directive = /^\s*\/\/#(if|else|endif)\b(.*)$/.exec(line);
    if (directive) {
      const top = stack.at(-1);
      if (directive[1] === 'if') {
        const taken = holds(directive[2]!, flags);
        stack.push({ outer: active, taken });
        active &&= taken;
      } else if (!top) {
        throw new Error(`unbalanced //#${directive[1]}`);
      } else if (directive[1] === 'else') {
        active = top.outer && !top.taken;
      } else {
        active = top.outer;
        stack.pop();
      }
      continue;
    }
    if (active) out.push(line.replace(/^(\s*)\/\/: ?/, '$1'));
  }
  if (stack.length > 0) throw new Error('//#if without //#endif');
  return out.join('\n');
}

/** Takes in the sources whose import is marked `//#inline`. */
export function inlineSources(source: string, read: (name: string) => string): string {
  const fragments: { imports: string[]; body: string }[] = [];
  const rest = source.replace(/^import .* from '#(\w+)'; \/\/#inline\n/gm, (_, name: string) => {
    fragments.push(splitImports(read(name)));
    return '';
  });
  if (fragments.length === 0) return source;
  const own = splitImports(rest);
  const imports = [...new Set([...own.imports, ...fragments.flatMap((fragment) => fragment.imports)])];
  const ours = (line: string): boolean => / from '#/.test(line);
  const bodies = fragments.map((fragment) => fragment.body.trim().replace(/^export const /gm, 'const '));
  return [
    ...imports.filter((line) => !ours(line)),
    ...imports.filter(ours),
    '',
    [...bodies, own.body.trim()].join('\n\n'),
    '',
  ].join('\n');
}

function splitImports(text: string): { imports: string[]; body: string } {
  const imports: string[] = [];
  const body: string[] = [];
  for (const line of text.split('\n')) (/^import .* from '[^']+';$/.test(line) ? imports : body).push(line);
  return { imports, body: body.join('\n') };
}

/** The parts of the set that a source imports. */
export function importedParts(source: string): string[] {
  const parts = [...source.matchAll(/(?:from |import\()'#([a-zA-Z]+)'/g)].map((match) => match[1]!);
  return [...new Set(parts)];
}

/** Replaces names and part imports with marks, so that later steps cannot confuse them with code. */
export function markSlots(source: string, names: Iterable<string>): string {
  // An underscore may follow: `$sessionTable_user_id`, the name of an index.
  const pattern = new RegExp(`\\$(${[...names].join('|')})(?![a-zA-Z0-9])`, 'g');
  return source
    .replace(pattern, (_, name: string) => `${OPEN}${name}${CLOSE}`)
    .replace(
      /((?:from |import\()')#([a-zA-Z]+)'/g,
      (_, before: string, part: string) => `${before}${OPEN}#${part}${CLOSE}'`,
    );
}

/** The plain text of a marked source. */
export function fillSlots(marked: string, value: (slot: string) => string): string {
  return marked.replace(MARKED, (_, slot: string) => value(slot));
}

/** The same text as the body of a VS Code snippet: each slot is a tab stop, linked where it occurs again. */
export function snippetOf(marked: string, value: (slot: string) => string): string {
  const stops = new Map<string, number>();
  let out = '';
  let last = 0;
  for (const match of marked.matchAll(MARKED)) {
    out += escapeText(marked.slice(last, match.index));
    last = match.index + match[0].length;
    const known = stops.get(match[1]!);
    if (known !== undefined) {
      out += `$\{${known}}`;
    } else {
      stops.set(match[1]!, stops.size + 1);
      out += `$\{${stops.size}:${escapeText(value(match[1]!)).replace(/\}/g, '\\}')}}`;
    }
  }
  return `${out}${escapeText(marked.slice(last))}$0`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}
