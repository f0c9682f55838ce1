// Folders that a lane may spoil: everything is copied to a temporary place and removed afterwards.
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError, cacheFolder, root, runScript } from './tools.mjs';

/** Runs `action` with a temporary folder. */
export async function withFolder(action) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lucia-guard-')));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Their packages are not installed: TypeScript's own complaints about that would hide ours. */
export const fixtureSettings = { 'js/ts.validate.enabled': false, 'typescript.validate.enable': false };

/** The fixture and both sample apps, side by side in one folder. */
export function copyWorkspace(folder) {
  const workspace = join(folder, 'workspace');
  cpSync(join(root, 'test', 'vscode', 'fixture'), workspace, { recursive: true });
  for (const name of ['insecure', 'secure']) {
    cpSync(join(root, 'examples', name), join(workspace, name), { recursive: true });
  }
  return workspace;
}

/** An extension that holds nothing but the suite, so that Lucia Guard itself can be the installed package. */
export async function buildRunner() {
  const folder = join(cacheFolder, 'runner');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'runner', publisher: 'lucia-guard', version: '0.0.0', engines: { vscode: '^1.91.0' } }),
  );
  await build({
    entryPoints: [join(root, 'test', 'vscode', 'run.ts')],
    outfile: join(folder, 'run.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return folder;
}

/** Builds the extension and packs it as it ships. */
export function packExtension() {
  const vsix = join(cacheFolder, 'lucia-guard.vsix');
  rmSync(vsix, { force: true });
  runScript('scripts/package.mjs', vsix);
  if (!existsSync(vsix)) throw new SetupError(`scripts/package.mjs wrote no ${vsix}.`);
  return vsix;
}
