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

/**
 * Yields the source files of a folder, without build output and what git ignores. Yields undefined after each folder, so
 * that a caller can stop in between.
 */
export function* walkSources(host: Host, root: string): Generator<string | undefined> {
  interface Level {
    readonly dir: string;
    readonly rules: readonly { readonly base: string; readonly matcher: ReturnType<typeof ignore> }[];
  }
  const stack: Level[] = [{ dir: root, rules: [] }];
  while (stack.length) {
    const { dir, rules } = stack.pop()!;
    const entries = host.list(dir) ?? [];
    let own = rules;
    if (entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file')) {
      const text = host.read(`${dir}/.gitignore`);
      if (text !== undefined) own = [...rules, { base: dir, matcher: ignore().add(text) }];
    }
    const isIgnored = (path: string, folder: boolean): boolean =>
      own.some(({ base, matcher }) => matcher.ignores(path.slice(base.length + 1) + (folder ? '/' : '')));
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? 1 : -1))) {
      const path = `${dir === '/' ? '' : dir}/${entry.name}`;
      if (entry.kind === 'directory') {
        const isSkipped = SKIPPED.has(entry.name) && (entry.name !== 'vendor' || dir === root);
        if (!isSkipped && !isIgnored(path, true)) stack.push({ dir: path, rules: own });
      } else if (isManifestPath(path)) {
        yield path;
      } else if (isSourcePath(path) && !/\.min\.[cm]?js$/.test(path) && !isIgnored(path, false)) {
        if (!isDeclarationPath(path) || !path.includes('/generated/')) yield path;
      }
    }
    yield undefined;
  }
}
