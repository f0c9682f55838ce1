// Builds what ships: each bundle holds all that it needs, so there are no node_modules at run time.
import { build } from 'esbuild';
import { chmodSync } from 'node:fs';
import { fastParser } from './scripts/lib/fast-parser.mjs';

const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [fastParser],
};
const forNode = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
// The parser asks for node's modules only where it finds itself in node.
const nodeModules = ['fs', 'path', 'os', 'crypto', 'inspector', 'perf_hooks', 'module'];
const forBrowser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  external: [...nodeModules, ...nodeModules.map((name) => `node:${name}`)],
};

await Promise.all([
  build({ ...forNode, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server.js' }),
  build({
    ...forNode,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({ ...forNode, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.js', external: ['vscode'] }),
  build({
    ...forBrowser,
    format: 'iife',
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/server.browser.js',
  }),
  build({
    ...forBrowser,
    format: 'cjs',
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external: [...forBrowser.external, 'vscode'],
  }),
]);
chmodSync('dist/cli.js', 0o755);
