import type { Host } from '../core/host';
import { walkSources } from '../core/index-walk';
import { ancestors, dirname, isUnder } from '../core/paths';

/**
 * The source files at a path that the caller named: the file itself, or those below a folder without build output and
 * what git ignores. A folder that would be left out is read when it is named itself.
 */
export function sourceFiles(host: Host, path: string): string[] {
  if (host.isFile(path)) return [path];
  const files = walk(host, projectFolder(host, path)).filter((file) => isUnder(file, path));
  return files.length > 0 ? files : walk(host, path);
}

function walk(host: Host, folder: string): string[] {
  return [...walkSources(host, folder)].filter((file) => file !== undefined);
}

/** The folder whose files the analysis may need to understand a path: the workspace around it, else its package. */
export function projectFolder(host: Host, path: string): string {
  const own = host.isFile(path) ? dirname(path) : path;
  let project: string | undefined;
  for (const dir of [own, ...ancestors(own)]) {
    const names = new Set((host.list(dir) ?? []).map(({ name }) => name));
    if (names.has('package.json') && (project === undefined || isWorkspaceRoot(host, dir, names))) project = dir;
    if (names.has('.git')) break;
  }
  return project ?? own;
}

function isWorkspaceRoot(host: Host, dir: string, names: ReadonlySet<string>): boolean {
  if (names.has('pnpm-workspace.yaml')) return true;
  return /"workspaces"\s*:/.test(host.read(`${dir}/package.json`) ?? '');
}

/** Folders without those that lie in another one of them. */
export function outermost(folders: readonly string[]): string[] {
  const unique = [...new Set(folders)];
  return unique.filter((folder) => !unique.some((other) => other !== folder && isUnder(folder, other)));
}
