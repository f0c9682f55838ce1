import type { Host } from '../core/host';
import type { FileEdit } from '../core/text';
import { BLOCK_IDS } from './define';
import type { BlockId, RenderedBlock } from './define';
import { answer, detectParams, isAnswer } from './detect';
import type { Detection, Question } from './detect';
import { packagesToInstall } from './install';
import { layerOf } from './params';
import type { TemplateParams } from './params';
import { PARTS, hasPart } from './parts';
import { renderPart } from './render';
import type { RenderedFile } from './render';
import { addDrizzleColumns, isWhole, mergePrisma, otherRequired, userColumns } from './schema';
import type { UserColumns } from './schema';
import { TEMPLATES, render, renderSetUp } from './templates';

/** What can be inserted: one building block, or all of them. */
export type BlockChoice = BlockId | 'set-up';

export interface BlockInfo {
  readonly id: BlockChoice;
  readonly title: string;
  readonly description: string;
}

/** Everything that a picker shows, the whole set last. */
export const BLOCKS: readonly BlockInfo[] = [
  ...TEMPLATES.map(({ id, title, description }) => ({ id, title, description })),
  { id: 'set-up', title: 'new auth set-up', description: 'Every building block, wired together.' },
];

export function isBlockChoice(text: string): text is BlockChoice {
  return text === 'set-up' || (BLOCK_IDS as readonly string[]).includes(text);
}

export interface ExistingFile {
  readonly path: string;
  readonly text: string;
  /** Whether the text only adds to what is there. */
  readonly adds: boolean;
  /** What to know when the file is left as it is. */
  readonly kept?: string;
}

export interface BlockPlan {
  /** New files only: what exists is never part of it. */
  readonly edits: readonly FileEdit[];
  /** Files of the block that exist already, with the text that the block would give them: the caller asks what to do. */
  readonly existing: readonly ExistingFile[];
  /** What to show when it is done. */
  readonly open: { readonly path: string; readonly offset: number } | undefined;
  /** Packages that the files import and package.json does not list. */
  readonly missingPackages: readonly string[];
  /** The same with what comes with them, as a package manager takes it: `lucia@3`. */
  readonly install: readonly string[];
  /** What the project has otherwise than the block needs it, a sentence each. */
  readonly notes: readonly string[];
}

/** A block as a title names it: "Constant-Time Login". */
export function blockTitle({ title }: BlockInfo): string {
  return title.replace(/[^\s-]+/g, (word) =>
    /[A-Z]/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** What a project settles, and what has to be asked for this block. */
export function prepareBlock(host: Host, folder: string, block: BlockChoice): Detection {
  const detection = detectParams(host, folder);
  const oauth = block === 'set-up' || block.startsWith('oauth-');
  const password = block === 'set-up' || block === 'login' || block === 'signup' || block === 'password-reset';
  const database =
    block !== 'session-wrapper' && block !== 'csrf-check' && block !== 'protected-route' && block !== 'logout';
  const needed: Readonly<Record<Question['id'], boolean>> = { framework: true, provider: oauth, password, database };
  return { ...detection, questions: detection.questions.filter((question) => needed[question.id]) };
}

/** What inserting a block means for a project. Writes nothing. */
export function planBlock(
  host: Host,
  folder: string,
  block: BlockChoice,
  params: TemplateParams,
  packages: ReadonlySet<string>,
): BlockPlan {
  const rendered: RenderedBlock = block === 'set-up' ? renderSetUp(params) : render(block, params);
  const edits: FileEdit[] = [];
  const existing: ExistingFile[] = [];
  const usesUsers = rendered.files.some(({ part }) => part === 'users' || part === 'auth');
  const lacking = usesUsers ? lackingColumns(params) : undefined;
  const notes = usesUsers ? notesOnTables(params) : [];
  if (params.sessionsHaveAttributes && rendered.files.some(({ text }) => text.includes('.createSession('))) {
    notes.push('Sessions have attributes here (DatabaseSessionAttributes): give them to createSession().');
  }
  const completed = lacking === undefined ? undefined : completedTable(host, folder, params);
  if (completed) existing.push({ ...completed, kept: lacking! });
  else if (lacking !== undefined) notes.unshift(lacking);
  for (const [index, file] of rendered.files.entries()) {
    const path = `${folder}/${file.path}`;
    const present = host.isFile(path) ? (host.read(path) ?? '') : undefined;
    const rival = params.framework === 'next-app' ? rivalOf(host, path) : undefined;
    if (rival !== undefined) {
      notes.push(`${rival.slice(folder.length + 1)} has the address of ${file.path}: Next.js takes only one of them.`);
    }
    const elsewhere = moduleElsewhere(host, folder, file, params);
    if (elsewhere !== undefined && isShared(file.part, params)) {
      if (index < rendered.own)
        notes.push(`${elsewhere} has ${nameOf(file.part, params)} among other code: it stays as it is.`);
    } else if (elsewhere !== undefined) {
      // The set goes together with what is there; a block by itself was asked for.
      if (block !== 'set-up') {
        const { text } = renderPart(file.part, params, elsewhere).file;
        existing.push({ path: `${folder}/${elsewhere}`, text, adds: false });
      }
    } else if (file.part === 'schema' && params.tables.user) {
      const text = schemaText(file.text, present, params);
      if (text === undefined) continue;
      if (present === undefined) edits.push({ path, create: true, edits: [{ start: 0, end: 0, newText: text }] });
      else if (text !== present) existing.push({ path, text, adds: true });
    } else if (present === undefined) {
      edits.push({ path, create: true, edits: [{ start: 0, end: 0, newText: file.text }] });
    } else if (file.part === 'settings') {
      const text = withSettings(present, file.text);
      if (text !== present) existing.push({ path, text, adds: true });
    } else if (index < rendered.own) {
      existing.push({ path, text: file.text, adds: false });
    } else {
      const lacking = exportsOf(file.text).filter(
        (name) => !new RegExp(`\\bexport\\b[^\\n]*\\b${name}\\b`).test(present),
      );
      if (lacking.length > 0)
        notes.push(`${file.path} exists and lacks ${lacking.join(', ')}, which the new files import.`);
    }
  }
  const planned = new Set([...edits, ...existing].map(({ path }) => path));
  const first = rendered.files.find(({ path }) => planned.has(`${folder}/${path}`));
  const missingPackages = rendered.packages.filter(
    (name) => !packages.has(name) && !(name === 'react' && packages.has('next')),
  );
  return {
    edits,
    existing,
    open: first && { path: `${folder}/${first.path}`, offset: first.openAt },
    missingPackages,
    install: packagesToInstall(missingPackages, packages, params),
    notes,
  };
}

/** A page where a route handler is to be, or the other way around. */
function rivalOf(host: Host, path: string): string | undefined {
  const [, dir, kind] = /^(.*)\/(page|route)\.tsx?$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  return ['tsx', 'ts', 'jsx', 'js']
    .map((end) => `${dir}/${kind === 'page' ? 'route' : 'page'}.${end}`)
    .find((other) => host.isFile(other));
}

/** Where the project has a part that the block would put into another place. */
function moduleElsewhere(
  host: Host,
  folder: string,
  { part, path }: RenderedFile,
  { modules }: TemplateParams,
): string | undefined {
  const home = modules[part];
  if (home === undefined || part === 'schema' || path.replace(/\.\w+$/, '') === home) return undefined;
  return ['.ts', '.tsx', '.mts', '.js', '.mjs']
    .map((end) => home + end)
    .find((file) => host.isFile(`${folder}/${file}`));
}

/** Whether the file of a part holds another one, too: it cannot be replaced by one of them. */
function isShared(part: string, { modules }: TemplateParams): boolean {
  return Object.entries(modules).some(([other, home]) => other !== part && home === modules[part]);
}

function nameOf(part: string, { names }: TemplateParams): string {
  return part === 'session' ? names.validateRequest : part === 'auth' ? names.lucia : `what is to be in ${part}`;
}

/** A list of settings with those that it lacks. */
function withSettings(present: string, text: string): string {
  const lacking = text.split(/\r?\n/).filter((line) => {
    const name = /^(\w+)=/.exec(line)?.[1];
    return name !== undefined && !new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(present);
  });
  return lacking.length === 0 ? present : `${present.trimEnd()}\n${lacking.join('\n')}\n`;
}

/** What becomes of the schema in a project that has a table of users: undefined when there is nothing to add. */
function schemaText(text: string, present: string | undefined, params: TemplateParams): string | undefined {
  if (isWhole(params.tables)) return undefined;
  const added = text.trim() === '' ? undefined : `${text.trim()}\n`;
  if (present === undefined) return added;
  switch (layerOf(params.database)) {
    case 'prisma':
      return mergePrisma(present, text, params.tables);
    case 'sql':
      return added && `${present.trimEnd()}\n\n${added}`;
    case 'drizzle':
      // Written by an earlier block: nobody else calls a file so.
      return undefined;
  }
}

/** What a person has to look after, because tables that exist are not rewritten. */
function notesOnTables(params: TemplateParams): string[] {
  const { user } = params.tables;
  if (!user) return [];
  const notes: string[] = [];
  const { emailColumn, emailVerifiedColumn, passwordHashColumn } = params.names;
  if (!user.isDeclared) {
    const columns = `${emailColumn}, ${emailVerifiedColumn} and ${passwordHashColumn}`;
    notes.push(`The declaration of ${user.name} was not found: the new files expect ${columns} in it.`);
  }
  const id = user.columns.get('id')?.type ?? '';
  if (/int|serial|number/i.test(id)) {
    notes.push(`${user.name}.id in ${user.path} is a number: Lucia and the building blocks use text.`);
  }
  const drizzle = layerOf(params.database) === 'drizzle';
  const hash = userColumns(user).passwordHash;
  if (hash !== undefined && user.columns.get(hash)!.required) {
    notes.push(`${user.name}.${hash} has to be given: let it be null, for users who sign in with a provider only.`);
  }
  const required = otherRequired(user);
  if (required.length > 0) {
    notes.push(`A row of ${user.name} needs ${required.join(', ')}, too: give it in createUser.`);
  }
  if (drizzle && !isWhole(params.tables)) {
    notes.push(`Name ${PARTS.schema!.path(params)} beside ${user.path} in the configuration of drizzle-kit.`);
  }
  return notes;
}

/** What the table of users in Drizzle has to have yet, as a sentence. */
function lackingColumns({ database, tables: { user } }: TemplateParams): string | undefined {
  if (layerOf(database) !== 'drizzle' || !user?.isDeclared) return undefined;
  const columns = Object.entries(userColumns(user)).filter(([, name]) => name === undefined);
  if (columns.length === 0) return undefined;
  const wanted = columns.map(([name]) => COLUMN_TYPES[name as keyof UserColumns]).join(', ');
  return `${user.name} in ${user.path} lacks ${wanted}.`;
}

/** The file of the table of users with the columns that it lacks. */
function completedTable(host: Host, folder: string, { tables: { user } }: TemplateParams): ExistingFile | undefined {
  const path = `${folder}/${user!.path}`;
  const present = host.read(path);
  const text = present === undefined ? undefined : addDrizzleColumns(path, present, user!);
  return text === undefined ? undefined : { path, text, adds: true };
}

const COLUMN_TYPES: Readonly<Record<keyof UserColumns, string>> = {
  email: 'email (text, unique)',
  emailVerified: 'emailVerified (boolean, not null, default false)',
  passwordHash: 'passwordHash (text)',
};

function exportsOf(text: string): string[] {
  return [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)].map((match) => match[1]!);
}

export interface BlockCompletion {
  readonly label: string;
  readonly description: string;
  /** A snippet that already has the names, imports and style of the project. */
  readonly snippet: string;
  /** What it inserts when the tab stops are accepted. */
  readonly text: string;
}

/**
 * The blocks as completions for a file of the project.
 * @param path of the file that is typed in, from the project folder
 */
export function blockCompletions(params: TemplateParams, path: string): BlockCompletion[] {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return TEMPLATES.flatMap(({ id, description, parts }) => {
    const part = parts.find((candidate) => hasPart(candidate, params));
    if (part === undefined) return [];
    const wanted = PARTS[part]!.path(params);
    const fits = wanted.endsWith(`.${extension}`) || (wanted.endsWith('.ts') && extension === 'tsx');
    if (!fits) return [];
    const { snippet, file } = renderPart(part, params, path);
    return [{ label: `lucia-${id.replace(/^lucia-/, '')}`, description, snippet, text: file.text }];
  });
}

export { answer as answerQuestion, isAnswer };
