/** Package managers by the file that they leave in a project; the first that is there decides. */
export const LOCK_FILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
];
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** The command that adds packages to a project. */
export function installCommand(manager: PackageManager, packages: readonly string[]): string {
  return [manager, manager === 'npm' ? 'install' : 'add', ...packages].join(' ');
}
