import type { Host } from '../core/host';
import { basename, isUnder, relative } from '../core/paths';
import { frameworksIn } from './detect';
import { FRAMEWORK_TITLES } from './params';

/** A folder that building blocks can go into. */
export interface Project {
  readonly path: string;
  readonly name: string;
  /** The framework, where one is known, and the place inside of its workspace folder. */
  readonly description: string;
}

const MAX_DEPTH = 3;
const MAX_FOLDERS = 500;
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'public', 'static']);

/**
 * The projects in the folders that are open, the one around a file first. Where some use a framework that the blocks
 * know, the others (the root of a monorepo, a library) are left out.
 */
export function findProjects(host: Host, folders: readonly string[], file: string | undefined): Project[] {
  const found = folders.flatMap((folder) =>
    packageFolders(host, folder).map((path) => {
      const frameworks = frameworksIn(host, path);
      const place = path === folder ? '' : relative(folder, path);
      const titles = frameworks.map((framework) => FRAMEWORK_TITLES[framework]);
      return { path, name: basename(path), description: [...titles, place].filter(Boolean).join(', '), frameworks };
    }),
  );
  const known = found.filter(({ frameworks }) => frameworks.length > 0);
  const around = (path: string): number => (file !== undefined && isUnder(file, path) ? path.length : 0);
  return (known.length > 0 ? known : found)
    .sort((a, b) => around(b.path) - around(a.path))
    .map(({ path, name, description }) => ({ path, name, description }));
}

function packageFolders(host: Host, folder: string): string[] {
  const found: string[] = [];
  const queue = [{ path: folder, depth: 0 }];
  let seen = 0;
  for (let next = queue.shift(); next && seen < MAX_FOLDERS; next = queue.shift(), seen++) {
    const { path, depth } = next;
    for (const { name, kind } of host.list(path) ?? []) {
      if (kind === 'file' && name === 'package.json') found.push(path);
      if (kind === 'directory' && depth < MAX_DEPTH && !name.startsWith('.') && !SKIPPED.has(name)) {
        queue.push({ path: `${path}/${name}`, depth: depth + 1 });
      }
    }
  }
  return found;
}
