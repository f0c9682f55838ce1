// Bundles a benchmark as the product is bundled, and runs it: `npm run bench -- [folders]`.
import { build } from 'esbuild';
import { join } from 'node:path';
import { fastParser } from '../scripts/lib/fast-parser.mjs';
import { ensureInstalled, root, run } from '../scripts/lib/install.mjs';

ensureInstalled();
const outfile = join(root, '.cache', 'bench', 'edits.cjs');
await build({
  entryPoints: [join(root, 'bench', 'edits.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  plugins: [fastParser],
});
const folders = process.argv.slice(2);
process.exitCode = run(process.execPath, [outfile, ...(folders.length > 0 ? folders : [join(root, 'examples')])]);
