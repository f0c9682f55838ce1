import ignore from 'ignore';
import type { Host } from './host';
import { isDeclarationPath, isManifestPath, isSourcePath } from './syntax';

/** Folders that never hold code that people write; `vendor` only at the top, below it can be about vendors. */
const SKIPPED = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.git',
  '.turbo',
  '.vercel',
  '.netlify',
  '.cache',
  '.yarn',
  '.pnpm-store',
  '.vinxi',
  '.solid',
  'vendor',
  '__generated__',
]);

export function isSkippedFolder(name: string): boolean {
  return SKIPPED.has(name);
}

interface IgnoreRules {
  readonly base: string;
  readonly matcher: ReturnType<typeof ignore>;
}

function rulesOf(host: Host, dir: string): readonly IgnoreRules[] {
  const text = host.isFile(`${dir}/.gitignore`) ? host.read(`${dir}/.gitignore`) : undefined;
  return text === undefined ? [] : [{ base: dir, matcher: ignore().add(text) }];
}

function isLeftOut(path: string, isFolder: boolean, root: string, rules: readonly IgnoreRules[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isFolder) {
    if (SKIPPED.has(name) && (name !== 'vendor' || path === `${root}/vendor`)) return true;
  } else if (isManifestPath(path)) return false;
  else if (!isSourcePath(path) || /\.min\.[cm]?js$/.test(path)) return true;
  else if (isDeclarationPath(path) && path.includes('/generated/')) return true;
  return rules.some(({ base, matcher }) => matcher.ignores(path.slice(base.length + 1) + (isFolder ? '/' : '')));
}

/** Whether a walk through the folder would come to the file. */
export function isWalked(host: Host, root: string, path: string): boolean {
  let rules = rulesOf(host, root);
  for (let slash = path.indexOf('/', root.length + 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const dir = path.slice(0, slash);
    if (isLeftOut(dir, true, root, rules)) return false;
    rules = [...rules, ...rulesOf(host, dir)];
  }
  return !isLeftOut(path, false, root, rules);
}

/**
 * Yields the source files of a folder, without build output and what git ignores. Yields undefined after each folder, so
 * that a caller can stop in between.
 */
export function* walkSources(host: Host, root: string): Generator<string | undefined> {
  interface Level {
    readonly dir: string;
    readonly rules: readonly IgnoreRules[];
  }
  const stack: Level[] = [{ dir: root, rules: [] }];
  while (stack.length) {
    const { dir, rules } = stack.pop()!;
    const entries = host.list(dir) ?? [];
    const hasOwn = entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file');
    const own = hasOwn ? [...rules, ...rulesOf(host, dir)] : rules;
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? 1 : -1))) {
      const path = `${dir === '/' ? '' : dir}/${entry.name}`;
      const isFolder = entry.kind === 'directory';
      if (isLeftOut(path, isFolder, root, own)) continue;
      if (isFolder) stack.push({ dir: path, rules: own });
      else yield path;
    }
    yield undefined;
  }
}
