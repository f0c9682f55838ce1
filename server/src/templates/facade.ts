import type { Host } from '../core/host';
import type { FileEdit } from '../core/text';
import { BLOCK_IDS } from './define';
import type { BlockId, RenderedBlock } from './define';
import { answer, detectParams, isAnswer } from './detect';
import type { Detection, Question } from './detect';
import { packagesToInstall } from './install';
import type { TemplateParams } from './params';
import { PARTS, hasPart } from './parts';
import { renderPart } from './render';
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

export interface BlockPlan {
  /** New files only: what exists is never part of it. */
  readonly edits: readonly FileEdit[];
  /** Files of the block that exist already, with the text that the block would give them: the caller asks what to do. */
  readonly existing: readonly { readonly path: string; readonly text: string }[];
  /** What to show when it is done. */
  readonly open: { readonly path: string; readonly offset: number } | undefined;
  /** Packages that the files import and package.json does not list. */
  readonly missingPackages: readonly string[];
  /** The same with what comes with them, as a package manager takes it: `lucia@3`. */
  readonly install: readonly string[];
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
  const existing: { path: string; text: string }[] = [];
  for (const [index, file] of rendered.files.entries()) {
    const path = `${folder}/${file.path}`;
    if (!host.isFile(path)) edits.push({ path, create: true, edits: [{ start: 0, end: 0, newText: file.text }] });
    else if (index < rendered.own) existing.push({ path, text: file.text });
  }
  const first = rendered.files[0];
  const missingPackages = rendered.packages.filter(
    (name) => !packages.has(name) && !(name === 'react' && packages.has('next')),
  );
  return {
    edits,
    existing,
    open: first && { path: `${folder}/${first.path}`, offset: first.openAt },
    missingPackages,
    install: packagesToInstall(missingPackages, packages, params),
  };
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
