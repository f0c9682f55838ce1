import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Host } from '../core/host';
import { ancestors, relative } from '../core/paths';
import { createDiskHost, toHostPath } from '../node/host';
import { LOCK_FILES, installCommand } from '../shared/package-manager';
import { BLOCKS, answerQuestion, blockTitle, isBlockChoice, planBlock, prepareBlock } from '../templates/facade';
import type { BlockChoice } from '../templates/facade';
import { choicesOf } from '../templates/detect';
import type { Question } from '../templates/detect';
import type { TemplateParams } from '../templates/params';
import type { Environment } from './check';
import { UsageError } from './options';
import type { NewOptions } from './options';

const QUESTIONS: readonly Question['id'][] = ['framework', 'database', 'password', 'provider'];

/** Runs `new`: writes a building block into a project. Answers the exit code. */
export async function writeBlock(options: NewOptions, environment: Environment): Promise<number> {
  const block = blockOf(options.block);
  const host = createDiskHost();
  const folder = folderOf(host, options.dir, environment.cwd);
  const detection = prepareBlock(host, folder, block);
  let params = given(detection.params, options);
  const open = detection.questions.filter(({ id }) => options[id] === undefined);
  if (open.length > 0 && !environment.ask) throw new UsageError(openMessage(open));
  for (const question of open) {
    const value = await environment.ask?.(question.title, question.options);
    if (value === undefined) throw new UsageError('cancelled; nothing was written');
    params = answerQuestion(params, question.id, value);
  }
  const { edits, existing, install, notes } = planBlock(host, folder, block, params, detection.packages);
  const cwd = toHostPath(environment.cwd);
  const shown = (path: string): string => relative(cwd, path);
  const replaced = existing.filter(({ adds }) => !adds);
  if (replaced.length > 0 && !options.force) {
    const paths = replaced.map(({ path }) => shown(path)).join(', ');
    const [it, exists] = replaced.length === 1 ? ['it', 'exists'] : ['them', 'exist'];
    throw new UsageError(`nothing was written: ${paths} ${exists} already; --force replaces ${it}`);
  }
  const files = [
    ...edits.map(({ path, edits: [edit] }) => ({ path, text: edit?.newText ?? '', flag: 'wx' })),
    ...(options.force ? existing.map(({ path, text }) => ({ path, text, flag: 'w' })) : []),
  ];
  for (const { path, text, flag } of files) {
    if (!options.dryRun) write(path, text, flag);
    environment.out(`${options.dryRun ? 'would write' : 'wrote'} ${shown(path)}\n`);
  }
  for (const { path, kept } of options.force ? [] : existing) {
    environment.note(`${shown(path)} is left as it is; --force adds what the block needs.${kept ? ` ${kept}` : ''}`);
  }
  for (const note of notes) environment.note(note);
  if (install.length > 0) environment.out(`\nTo install what it needs:\n  ${commandFor(host, folder, install)}\n`);
  return 0;
}

function blockOf(name: string | undefined): BlockChoice {
  if (name !== undefined && isBlockChoice(name)) return name;
  const list = BLOCKS.map((block) => `  ${block.id.padEnd(16)} ${blockTitle(block)}`).join('\n');
  const mistake =
    name === undefined ? 'new needs the name of a building block' : `there is no building block "${name}"`;
  throw new UsageError(`${mistake}; there are\n${list}`);
}

/** The folder that the caller names, else the package around the current folder. */
function folderOf(host: Host, dir: string | undefined, cwd: string): string {
  const start = toHostPath(dir ?? '.', cwd);
  const folders = dir === undefined ? [start, ...ancestors(start)] : [start];
  const found = folders.find((folder) => host.isFile(`${folder}/package.json`));
  if (found === undefined) {
    const place = dir ?? 'this folder or above it';
    throw new UsageError(`there is no package.json in ${place}: create the app first, or name its folder with --dir`);
  }
  return found;
}

/** The parameters with what the caller says. */
function given(detected: TemplateParams, options: NewOptions): TemplateParams {
  let params = detected;
  for (const id of QUESTIONS) {
    const wanted = options[id];
    if (wanted === undefined) continue;
    const choices = choicesOf(id, params.arcticMajor);
    const value = choices.find((choice) => choice.toLowerCase() === wanted.toLowerCase());
    if (value === undefined) {
      throw new UsageError(`--${id} is one of ${choices.join(', ')}, not "${wanted}"`);
    }
    params = answerQuestion(params, id, value);
  }
  return params;
}

function openMessage(open: readonly Question[]): string {
  const lines = open.map(({ id, title, options }) => {
    const values = options.map(({ value }) => value).join('|');
    return `  --${id} ${values}\n      ${title}`;
  });
  return `the project does not say everything; name what is open:\n${lines.join('\n')}`;
}

function write(path: string, text: string, flag: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag });
  } catch (error) {
    throw new UsageError(`could not write ${path}: ${(error as Error).message}`);
  }
}

/** By the package manager whose lock file lies nearest. */
function commandFor(host: Host, folder: string, install: readonly string[]): string {
  for (const at of [folder, ...ancestors(folder)]) {
    const lock = LOCK_FILES.find(([file]) => host.isFile(`${at}/${file}`));
    if (lock) return installCommand(lock[1], install);
    if (host.list(at)?.some(({ name }) => name === '.git')) break;
  }
  return installCommand('npm', install);
}
