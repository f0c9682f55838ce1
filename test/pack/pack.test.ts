import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ids, root, startClient, uriOf } from '../lsp/client';
import { PACKAGE_JSON, PLACEHOLDER_LOGIN, createTestProject } from '../support/project';
import type { TestProject } from '../support/project';
import { unzip } from './unzip';

describe('the packed extension', function () {
  this.timeout(180_000);
  let files: Map<string, Buffer>;
  let unpacked: TestProject;
  let project: TestProject;

  before(() => {
    unpacked = createTestProject();
    const archive = unpacked.path('lucia-guard.vsix');
    const packed = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), archive], { encoding: 'utf8' });
    strictEqual(packed.status, 0, `${packed.stdout}${packed.stderr}`);
    files = unzip(readFileSync(archive));
    unpacked.write(Object.fromEntries(files));
    project = createTestProject({ 'package.json': PACKAGE_JSON, 'login.ts': PLACEHOLDER_LOGIN });
  });

  after(() => {
    unpacked.dispose();
    project.dispose();
  });

  it('holds what it names, and no source', () => {
    const manifest = JSON.parse(files.get('extension/package.json')!.toString()) as {
      main: string;
      browser: string;
      bin: Record<string, string>;
      contributes: Record<'grammars' | 'snippets', readonly { readonly path: string }[] | undefined>;
    };
    const { contributes } = manifest;
    const named = [manifest.main, manifest.browser, ...Object.values(manifest.bin)];
    named.push(...[...(contributes.grammars ?? []), ...(contributes.snippets ?? [])].map(({ path }) => path));
    for (const path of [...named, 'dist/server.js', 'dist/server.browser.js', 'README.md', 'LICENSE.txt']) {
      const wanted = `extension/${path.replace(/^\.\//, '')}`.toLowerCase();
      ok(
        [...files.keys()].some((name) => name.toLowerCase() === wanted),
        `${wanted} is missing`,
      );
    }
    deepStrictEqual(
      [...files.keys()].filter((name) => /node_modules|\/src\/|\/test\/|\.ts$|\.map$/.test(name)),
      [],
    );
  });

  it('runs its command line on a bad file, without any node_modules', () => {
    const cli = unpacked.path('extension/dist/cli.js');
    const run = spawnSync(process.execPath, [cli, 'check'], { cwd: project.dir, encoding: 'utf8', env: {} });
    strictEqual(run.status, 1, run.stderr);
    match(run.stdout, /^login\.ts\n {2}6:\d+ {2}error .*valid-placeholder-hash$/m);
  });

  it('runs its server on a bad file, and the page of the rule is there', async () => {
    const server = unpacked.path('extension/dist/server.js');
    const client = await startClient({ command: [process.execPath, server, '--stdio'], folders: [project.dir] });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    const found = await client.diagnostics(document);
    deepStrictEqual(ids(found), ['valid-placeholder-hash']);
    const page = unpacked.path('extension/docs/rules/valid-placeholder-hash.md');
    strictEqual(found[0]?.codeDescription?.href, uriOf(page));
    match(readFileSync(page, 'utf8'), /^# valid-placeholder-hash$/m);
    strictEqual(await client.stop(), 0);
  });
});
