// Builds and packs the extension: `node scripts/package.mjs [file.vsix]`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, vsce } from './e2e/tools.mjs';
import { ensureInstalled, root, run } from './lib/install.mjs';

ensureInstalled();

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const out = process.argv[2] ?? `${name}-${version}.vsix`;

const built = run(process.execPath, ['esbuild.mjs']);
if (built !== 0) process.exit(built);
// The bundles hold all that they need. The pages stay beside the README, so its links to them work as they are.
const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '-o', out];
process.exit(run(node24(), [vsce(), ...args]));
