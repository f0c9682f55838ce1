// Builds and packs the extension: `node scripts/package.mjs [file.vsix]`. `--built` packs what is there, without
// building it again.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cacheFolder, node24, vsce } from './e2e/tools.mjs';
import { ensureInstalled, root, run } from './lib/install.mjs';

ensureInstalled();

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const given = process.argv.slice(2);
const out = resolve(given.find((argument) => argument !== '--built') ?? `${name}-${version}.vsix`);

const built = given.includes('--built') ? 0 : run(process.execPath, ['esbuild.mjs']);
if (built !== 0) process.exit(built);

// What ships, in a folder of its own: the packager matches every file of its folder against .vscodeignore, and so
// takes half a minute for a folder with installed packages.
const folder = join(cacheFolder, 'package');
rmSync(folder, { recursive: true, force: true });
for (const line of ['!.vscodeignore', ...readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n')]) {
  if (!line.startsWith('!')) continue;
  const [, path, ending] = /^!(.*?)(\/\*.*)?$/.exec(line.trim());
  const from = join(root, path);
  const files = ending ? readdirSync(from).filter((file) => file.endsWith(ending.slice(2))) : [basename(path)];
  const place = ending ? path : dirname(path);
  mkdirSync(join(folder, place), { recursive: true });
  for (const file of files) cpSync(join(root, place, file), join(folder, place, file));
}

// The bundles hold all that they need. The pages stay beside the README, so its links to them work as they are.
const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '-o', out];
process.exit(run(node24(), [vsce(), ...args], { cwd: folder }));
