import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { join } from 'node:path';
import picomatch from 'picomatch';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import {
  EARLY_RETURN,
  EARLY_RETURN_LOGIN,
  IMPORTED_LOGIN,
  PACKAGE_JSON,
  PLACEHOLDER,
  PLACEHOLDER_LOGIN,
  VALID_HASH,
  createTestProject,
} from '../support/project';
import type { TestProject } from '../support/project';
import { filesNotification } from '../../server/src/shared/protocol';
import { PLAIN_CLIENT, ids, root, startClient, textAt, until, uriOf } from './client';
import type { ClientOptions, TestClient } from './client';

describe('diagnostics over stdio', () => {
  let project: TestProject;
  let client: TestClient;

  const start = async (files: Record<string, string | Buffer> = {}, options: ClientOptions = {}): Promise<void> => {
    project = createTestProject({ 'package.json': PACKAGE_JSON, ...files });
    client = await startClient({ folders: [project.dir], ...options });
  };

  afterEach(async () => {
    strictEqual(await client.stop(), 0);
    project.dispose();
  });

  it('answers a pull with the exact range, a link and the other half of the evidence', async () => {
    await start();
    const document = client.open(project.path('login.ts'), EARLY_RETURN_LOGIN);
    const [found, ...more] = await client.diagnostics(document);
    deepStrictEqual(more, []);
    ok(found);
    strictEqual(found.code, 'require-constant-time-login');
    strictEqual(found.source, 'lucia-guard');
    strictEqual(textAt(document, found).replace(/;$/, ''), EARLY_RETURN);
    ok(found.relatedInformation?.some(({ location }) => location.uri === document.uri));
    ok(found.codeDescription?.href.endsWith('docs/rules/require-constant-time-login.md'));
  });

  it('names the place of a rule page that the client asks for', async () => {
    await start({}, { initializationOptions: { documentationUri: 'x-docs:/{id}' } });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    const [found] = await client.diagnostics(document);
    strictEqual(found?.codeDescription?.href, 'x-docs:/valid-placeholder-hash');
  });

  it('follows what is typed', async () => {
    await start();
    let document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    deepStrictEqual(ids(await client.diagnostics(document)), ['valid-placeholder-hash']);
    document = client.edit(document, PLACEHOLDER, `'${VALID_HASH}'`);
    deepStrictEqual(await client.diagnostics(document), []);
    document = client.edit(document, `'${VALID_HASH}'`, PLACEHOLDER);
    document = client.edit(document, 'import', '\n\nimport');
    const [found] = await client.diagnostics(document);
    ok(found);
    strictEqual(textAt(document, found), PLACEHOLDER);
  });

  it('says so when nothing has changed since the last pull', async () => {
    await start();
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    await client.indexed();
    const first = await client.pull(document);
    strictEqual(first.kind, 'full');
    strictEqual((await client.pull(document, first.resultId)).kind, 'unchanged');
    const edited = client.edit(document, 'import', ' import');
    strictEqual((await client.pull(edited, first.resultId)).kind, 'full');
  });

  it('reads unsaved text of other files, and asks the client to pull again when it matters', async () => {
    const silent = 'export const check = async (...values: string[]) => values.length > 0;\n';
    const verifying = `import { verify } from '@node-rs/argon2';\nexport const check = (hash: string, password: string) => verify(hash, password);\n`;
    await start({ 'check.ts': silent });
    await client.indexed();
    const source = PLACEHOLDER_LOGIN.replace(
      "import { verify } from '@node-rs/argon2'",
      "import { check } from './check'",
    );
    const login = client.open(project.path('login.ts'), source.replace('verify(', 'check('));
    deepStrictEqual(await client.diagnostics(login), []);
    const helper = client.open(project.path('check.ts'), silent);
    const before = client.refreshes;
    client.edit(helper, silent, verifying);
    deepStrictEqual(ids(await client.diagnosticsWhen(login, (found) => found.length > 0)), ['valid-placeholder-hash']);
    await until(
      async () => client.refreshes,
      (count) => count > before,
    );
    client.close(helper);
    deepStrictEqual(await client.diagnosticsWhen(login, (found) => found.length === 0), []);
  });

  it('sends diagnostics to a client that does not pull, also those that a change elsewhere brings', async () => {
    await start({ 'dummy.ts': `export const dummy = '${VALID_HASH}';\n` }, { capabilities: PLAIN_CLIENT });
    strictEqual(client.initialized.capabilities.diagnosticProvider, undefined);
    const placeholder = client.open(project.path('placeholder.ts'), PLACEHOLDER_LOGIN);
    deepStrictEqual(ids(await client.pushedWhen(placeholder, (found) => found.length > 0)), ['valid-placeholder-hash']);
    client.edit(placeholder, PLACEHOLDER, `'${VALID_HASH}'`);
    await client.pushedWhen(placeholder, (found) => found.length === 0);

    const login = client.open(project.path('login.ts'), IMPORTED_LOGIN);
    await client.pushedWhen(login, (found) => found.length === 0);
    project.write({ 'dummy.ts': `export const dummy = 'nonsense';\n` });
    client.changed(FileChangeType.Changed, project.path('dummy.ts'));
    await client.pushedWhen(login, (found) => found.length === 1);
    client.close(login);
    await client.pushedWhen(login, (found) => found.length === 0);
  });

  it('notices a package.json that appears, changes and goes', async () => {
    await start();
    project.remove('package.json');
    const source = EARLY_RETURN_LOGIN.replace("import { lucia } from './auth';\n", "import { lucia } from '@/auth';\n");
    const document = client.open(project.path('login.ts'), source);
    client.changed(FileChangeType.Deleted, project.path('package.json'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
    project.write({ 'package.json': PACKAGE_JSON });
    const before = client.refreshes;
    client.changed(FileChangeType.Created, project.path('package.json'));
    await client.diagnosticsWhen(document, (found) => found.length === 1);
    await until(
      async () => client.refreshes,
      (count) => count > before,
    );
    project.write({ 'package.json': '{}' });
    client.changed(FileChangeType.Changed, project.path('package.json'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
  });

  it('notices an imported file that is created, changed and deleted, alone or with its folder', async () => {
    await start();
    const source = IMPORTED_LOGIN.replace('./dummy', './lib/dummy');
    const document = client.open(project.path('login.ts'), source);
    deepStrictEqual(await client.diagnostics(document), []);
    project.write({ 'lib/dummy.ts': `export const dummy = 'nonsense';\n` });
    client.changed(FileChangeType.Created, project.path('lib/dummy.ts'));
    await client.diagnosticsWhen(document, (found) => found.length === 1);
    project.write({ 'lib/dummy.ts': `export const dummy = '${VALID_HASH}';\n` });
    client.changed(FileChangeType.Changed, project.path('lib/dummy.ts'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
    project.write({ 'lib/dummy.ts': `export const dummy = 'nonsense';\n` });
    client.changed(FileChangeType.Changed, project.path('lib/dummy.ts'));
    await client.diagnosticsWhen(document, (found) => found.length === 1);
    project.remove('lib');
    client.changed(FileChangeType.Deleted, project.path('lib'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
  });

  it('honours the settings of the editor and of lucia-guard.json, per folder', async () => {
    await start({ 'a/package.json': PACKAGE_JSON, 'b/package.json': PACKAGE_JSON }, { folders: [] });
    await client.stop();
    const [a, b] = [project.path('a'), project.path('b')];
    client = await startClient({
      folders: [a, b],
      settings: { [uriOf(a)]: { enable: true, rules: { 'valid-placeholder-hash': 'information' } } },
    });
    const inA = client.open(project.path('a/login.ts'), PLACEHOLDER_LOGIN);
    const inB = client.open(project.path('b/login.ts'), PLACEHOLDER_LOGIN);
    deepStrictEqual(
      (await client.diagnostics(inA)).map(({ severity }) => severity),
      [3],
    );
    deepStrictEqual(
      (await client.diagnostics(inB)).map(({ severity }) => severity),
      [1],
    );

    project.write({ 'b/lucia-guard.json': '{ "rules": { "*": "off" } }' });
    client.changed(FileChangeType.Created, project.path('b/lucia-guard.json'));
    await client.diagnosticsWhen(inB, (found) => found.length === 0);

    client.settings[uriOf(a)] = { enable: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnosticsWhen(inA, (found) => found.length === 0);
    client.settings[uriOf(a)] = { enable: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnosticsWhen(inA, (found) => found.length === 1);
  });

  it('takes settings from the notification when the client cannot be asked', async () => {
    await start({}, { capabilities: { textDocument: { diagnostic: {} } } });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    deepStrictEqual(ids(await client.diagnostics(document)), ['valid-placeholder-hash']);
    const settings = { luciaGuard: { rules: { 'valid-placeholder-hash': 'off' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.diagnosticsWhen(document, (found) => found.length === 0);
  });

  it('waits for the file to be saved when asked to', async () => {
    await start({}, { settings: { '': { run: 'onSave' } } });
    let document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    const first = await client.pull(document);
    ok(first.kind === 'full' && first.items.length === 1);
    document = client.edit(document, PLACEHOLDER, `'${VALID_HASH}'`);
    strictEqual((await client.pull(document, first.resultId)).kind, 'unchanged');
    client.save(document);
    const saved = await client.pull(document, first.resultId);
    ok(saved.kind === 'full' && saved.items.length === 0);
  });

  it('takes folders that are added and removed', async () => {
    await start({ 'a/package.json': PACKAGE_JSON, 'a/src/dummy.ts': `export const dummy = 'nonsense';\n` });
    const folder = { uri: uriOf(project.path('a')), name: 'a' };
    const document = client.open(project.path('a/src/login.ts'), IMPORTED_LOGIN);
    for (const [added, removed] of [
      [[folder], []],
      [[], [folder]],
    ]) {
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
      await client.diagnosticsWhen(document, (found) => found.length === 1);
    }
  });

  it('drops a pull that is cancelled and answers the next one', async () => {
    let open!: () => void;
    const settingsGate = new Promise<void>((resolve) => (open = resolve));
    await start({}, { settingsGate });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    const source = new CancellationTokenSource();
    const { uri } = document;
    const dropped = client.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    open();
    await rejects(dropped, { code: LSPErrorCodes.RequestCancelled });
    deepStrictEqual(ids(await client.diagnostics(document)), ['valid-placeholder-hash']);
  });

  it('shows progress while it indexes, and watches files', async () => {
    await start(
      Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`src/${at % 50}/${at}.ts`, 'export {};\n'])),
    );
    await until(
      async () => client.progress.at(-1),
      (kind) => kind === 'end',
    );
    strictEqual(client.progress[0], 'begin');
    await until(
      async () => client.registered,
      (methods) => methods.includes('workspace/didChangeWatchedFiles'),
    );
  });

  it('follows the schema files that declare tables', async () => {
    const model = (column: string) => `model User {\n  id String @id\n  ${column} String\n}\n`;
    const users =
      "import { prisma } from '../../prisma';\nexport const GET = async () => Response.json(await prisma.user.findMany());\n";
    await start({
      'package.json': JSON.stringify({ dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '6.0.0' } }),
      'lucia-guard.json': '{}',
      'prisma/schema.prisma': model('name'),
      'src/prisma.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n",
      'src/app/users/route.ts': users,
    });
    await client.indexed();
    const document = client.open(project.path('src/app/users/route.ts'), users);
    const leaks = (found: readonly Diagnostic[]) => found.some(({ code }) => code === 'no-password-hash-exposure');
    ok(!leaks(await client.diagnostics(document)));
    const watchers = await until(
      async () => client.watched,
      (globs) => globs.length > 0,
    );
    ok(
      picomatch.isMatch(
        'prisma/schema.prisma',
        watchers.filter((glob) => glob !== '**/*'),
      ),
    );
    project.write({ 'prisma/schema.prisma': model('passwordHash') });
    client.changed(FileChangeType.Changed, project.path('prisma/schema.prisma'));
    await client.diagnosticsWhen(document, leaks);
    project.write({ 'prisma/schema.prisma': model('name') });
    client.changed(FileChangeType.Changed, project.path('prisma/schema.prisma'));
    await client.diagnosticsWhen(document, (found) => !leaks(found));
  });

  it('reads folders that are not on disk from what the client sends', async () => {
    const folder = 'vscode-vfs://github/acme/app';
    await start({}, { folders: [folder] });
    const send = (files: Record<string, string | null>) =>
      client.connection.sendNotification(filesNotification, {
        files: Object.entries(files).map(([name, text]) => ({ uri: `${folder}/${name}`, text })),
      });
    await send({ 'package.json': PACKAGE_JSON, 'lib/dummy.ts': `export const dummy = 'nonsense';\n` });
    const source = IMPORTED_LOGIN.replace('./dummy', '../lib/dummy');
    const document = client.openUri(`${folder}/src/login.ts`, source, 'typescript');
    const [found] = await client.diagnosticsWhen(document, (all) => all.length === 1);
    strictEqual(found?.code, 'valid-placeholder-hash');
    strictEqual(found.relatedInformation?.[0]?.location.uri, `${folder}/lib/dummy.ts`);
    await send({ 'lib/dummy.ts': `export const dummy = '${VALID_HASH}';\n` });
    await client.diagnosticsWhen(document, (all) => all.length === 0);
    await send({ 'lib/dummy.ts': 'export const dummy = "nonsense";' });
    await client.diagnosticsWhen(document, (all) => all.length === 1);
    await send({ 'lib/dummy.ts': null });
    await client.diagnosticsWhen(document, (all) => all.length === 0);
  });

  it('leaves other versions of a file alone', async () => {
    await start();
    const document = client.openUri('git:/repo/login.ts?ref', PLACEHOLDER_LOGIN, 'typescript');
    deepStrictEqual(await client.diagnostics(document), []);
  });

  it('checks an untitled document by its language', async () => {
    await start();
    const document = client.openUri('untitled:Untitled-1', PLACEHOLDER_LOGIN, 'typescript');
    strictEqual((await client.diagnostics(document)).length, 0);
    const withLucia = client.openUri('untitled:Untitled-2', `import 'lucia';\n${PLACEHOLDER_LOGIN}`, 'typescript');
    ok(ids(await client.diagnostics(withLucia)).includes('valid-placeholder-hash'));
  });

  it('also runs as `lucia-guard lsp`', async () => {
    await start();
    await client.stop();
    const cli = join(root, 'dist', 'cli.js');
    client = await startClient({ command: [process.execPath, cli, 'lsp', '--stdio'] });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    deepStrictEqual(ids(await client.diagnostics(document)), ['valid-placeholder-hash']);
  });
});
