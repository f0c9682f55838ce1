// Folders that a lane may spoil: everything is copied to a temporary place and removed afterwards.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  const folder = manifest('runner', {});
  await build({
    ...common,
    entryPoints: [join(root, 'test', 'vscode', 'run.ts')],
    outfile: join(folder, 'run.js'),
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return folder;
}

/** The same for the browser, with a folder of files in memory. */
export async function buildWebRunner() {
  const folder = manifest('web-runner', { browser: './files.js', activationEvents: ['onFileSystem:memory'] });
  await build({
    ...common,
    entryPoints: { run: join(root, 'test', 'vscode', 'run.ts'), files: join(root, 'test', 'web', 'files.ts') },
    outdir: folder,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { mocha: join(root, 'test', 'web', 'mocha.ts') },
    define: { global: 'globalThis' },
  });
  return folder;
}

const common = { bundle: true, format: 'cjs', logLevel: 'warning' };

function manifest(name, more) {
  const folder = join(cacheFolder, name);
  mkdirSync(folder, { recursive: true });
  const content = { name, publisher: 'lucia-guard', version: '0.0.0', engines: { vscode: '^1.91.0' }, ...more };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
  return folder;
}

/** Builds the extension and packs it as it ships; packs it again only when something in it has changed. */
export function packExtension() {
  runScript('esbuild.mjs');
  const vsix = join(cacheFolder, 'lucia-guard.vsix');
  const stamp = `${vsix}.sha256`;
  const hash = hashOf([
    ...['dist', 'docs/rules', 'schemas', 'syntaxes', 'snippets', 'images'],
    ...['package.json', '.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'scripts/package.mjs'],
  ]);
  if (existsSync(vsix) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return vsix;
  rmSync(stamp, { force: true });
  runScript('scripts/package.mjs', vsix, '--built');
  if (!existsSync(vsix)) throw new SetupError(`scripts/package.mjs wrote no ${vsix}.`);
  writeFileSync(stamp, hash);
  return vsix;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name));
    else hash.update(`${path}\0`).update(readFileSync(full));
  };
  paths.forEach(add);
  return hash.digest('hex');
}
