import { restyle } from '../core/text';
import { BLOCK_SOURCES } from './blocks.generated';
import { emailRequired, flagsOf } from './flags';
import type { TemplateParams } from './params';
import { PARTS, companionsOf } from './parts';
import { providerSlots } from './oauth';
import { chooseBranches, fillSlots, importedParts, inlineSources, markSlots, snippetOf } from './source';

export interface RenderedFile {
  /** The part of the set that this file is. */
  readonly part: string;
  /** From the project folder. */
  readonly path: string;
  readonly text: string;
  /** Where to put the cursor: the first line of code after the imports. */
  readonly openAt: number;
}

export interface RenderedPart {
  readonly file: RenderedFile;
  /** The body of a VS Code snippet that gives the same text when its defaults are accepted. */
  readonly snippet: string;
  /** The parts that this one imports. */
  readonly imports: readonly string[];
}

const IDENTIFIER_SLOTS = [
  'lucia',
  'validateRequest',
  'userTable',
  'sessionTable',
  'accountTable',
  'tokenTable',
  'emailColumn',
  'emailVerifiedColumn',
  'passwordHashColumn',
  'client',
  'fetchProfile',
];

const IDS = {
  generate: 'generateIdFromEntropySize',
  userId: 'generateIdFromEntropySize(10)',
  mailedToken: 'generateIdFromEntropySize(25)',
};
/** Before 3.2, Lucia has only `generateId`: characters of 36, so 16 of them are 82 bits and 40 are 206. */
const OLD_IDS = { generate: 'generateId', userId: 'generateId(16)', mailedToken: 'generateId(40)' };

/** For users whose attributes the project chose, and their address is not among them. */
const SHOWN_BY_ID = {
  emailField: '',
  shownUser: 'user.id',
  shownField: 'id: user.id',
  shownName: 'id',
  shownType: 'id: string',
};
const SHOWN_BY_EMAIL: typeof SHOWN_BY_ID = {
  emailField: ', email: user.email',
  shownUser: 'user.email ?? user.id',
  shownField: 'email: user.email',
  shownName: 'email',
  shownType: 'email: string | null',
};

/** What stands for the marks that are not names the user would change. */
function expressionsOf(params: TemplateParams): Readonly<Record<string, string>> {
  const api = params.framework === 'next-pages' ? '/api' : '';
  const required = emailRequired(params);
  return {
    ...providerSlots(params),
    verifyPath: `${api}/verify-email`,
    ...(params.userHasEmail ? SHOWN_BY_EMAIL : SHOWN_BY_ID),
    ...(params.luciaMinor < 2 ? OLD_IDS : IDS),
    hasEmail: required ? 'true' : 'email !== null',
    confirmFirst: required
      ? "'No verified e-mail address came along, or its owner has not confirmed it here yet.'"
      : "'Sign in with your password and confirm your e-mail address first.'",
  };
}

function sourceOf(name: string): string {
  const source = BLOCK_SOURCES[name];
  if (source === undefined) throw new Error(`no block source ${name}`);
  return source;
}

/**
 * Renders one file of a set.
 * @param at where the code goes instead of its own place, from the project folder: its imports are written from there
 */
export function renderPart(id: string, params: TemplateParams, at?: string): RenderedPart {
  const part = partOf(id);
  const path = at ?? part.path(params);
  const flags = flagsOf(params);
  const expressions = expressionsOf(params);
  const whole = inlineSources(chooseBranches(sourceOf(part.source(params)), flags), (name) =>
    chooseBranches(sourceOf(PARTS[name] ? partOf(name).source(params) : name), flags),
  );
  const chosen = whole.replace(/\/\*#(\w+)\*\/[^]*?\/\*#\*\//g, (_, slot: string) => {
    const value = expressions[slot];
    if (value === undefined) throw new Error(`${id}: no value for ${slot}`);
    return value;
  });
  const marked = restyleCode(markSlots(withConnection(chosen, params), IDENTIFIER_SLOTS), path, params);
  const value = (slot: string): string =>
    slot.startsWith('#')
      ? importPath(path, slot.slice(1), params)
      : (expressions[slot] ?? params.names[slot as 'lucia'] ?? slot);
  const text = fillSlots(marked, value);
  return {
    file: { part: id, path, text, openAt: firstCode(text) },
    snippet: snippetOf(marked, value),
    imports: importedParts(chosen),
  };
}

/** The import of the database, from a module that exports it by default or under a name of its own. */
function withConnection(text: string, { connection }: TemplateParams): string {
  if (connection === undefined) return text;
  return text.replace(/import \{ (\w+) \} from '#db'/, (whole, name: string) =>
    connection === 'default'
      ? `import ${name} from '#db'`
      : connection === name
        ? whole
        : `import { ${connection} as ${name} } from '#db'`,
  );
}

/** Renders files and whatever they rely on that the project does not have: first the files asked for, in that order. */
export function renderParts(ids: readonly string[], params: TemplateParams): RenderedPart[] {
  const done = new Map<string, RenderedPart>();
  const queue = [...ids];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (done.has(id) || (exists(id, params) && !ids.includes(id))) continue;
    const rendered = renderPart(id, params);
    done.set(id, rendered);
    queue.push(...rendered.imports, ...companionsOf(id, params));
  }
  return [...done.values()];
}

function exists(id: string, params: TemplateParams): boolean {
  return params.modules[id] !== undefined || params.specifiers[id] !== undefined;
}

function partOf(id: string): (typeof PARTS)[string] {
  const part = PARTS[id];
  if (!part) throw new Error(`no part ${id}`);
  return part;
}

function restyleCode(text: string, path: string, params: TemplateParams): string {
  if (/\.(ts|tsx)$/.test(path)) return restyle(text, params.style);
  return params.style.lineEnd === '\r\n' ? text.replace(/\n/g, '\r\n') : text;
}

/** How a file of the set imports a part: by the alias of the project where it has one, else by a relative path. */
function importPath(from: string, id: string, params: TemplateParams): string {
  const specifier = params.specifiers[id];
  if (specifier !== undefined) return specifier;
  const target =
    params.modules[id] ??
    partOf(id)
      .path(params)
      .replace(/\.tsx?$/, '');
  const { alias } = params;
  if (alias && target.startsWith(alias.target) && !sameFolder(from, target)) {
    return alias.prefix + target.slice(alias.target.length);
  }
  return relativePath(from, target) + params.importExtension;
}

function sameFolder(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf('/') + 1) === b.slice(0, b.lastIndexOf('/') + 1);
}

function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  while (source.length > 0 && target.length > 1 && source[0] === target[0]) {
    source.shift();
    target.shift();
  }
  return source.length === 0 ? `./${target.join('/')}` : `${'../'.repeat(source.length)}${target.join('/')}`;
}

function firstCode(text: string): number {
  const lines = text.split('\n');
  let offset = 0;
  for (const line of lines) {
    if (line.trim() !== '' && !/^import\b/.test(line)) return offset;
    offset += line.length + 1;
  }
  return 0;
}
