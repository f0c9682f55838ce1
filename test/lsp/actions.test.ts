import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import { CodeActionKind, LSPErrorCodes } from 'vscode-languageserver-protocol';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { explainFileRequest } from '../../server/src/shared/protocol';
import {
  EARLY_RETURN_LOGIN,
  PACKAGE_JSON,
  PLACEHOLDER,
  PLACEHOLDER_LOGIN,
  createTestProject,
} from '../support/project';
import type { TestProject } from '../support/project';
import { PLAIN_CLIENT, applied, startClient } from './client';
import type { ClientOptions, TestClient } from './client';

const COMMAND = 'test.showRule';

describe('code actions, hover and state over stdio', () => {
  let project: TestProject;
  let client: TestClient;

  const start = async (options: ClientOptions = {}, files: Record<string, string> = {}): Promise<void> => {
    project = createTestProject({ 'package.json': PACKAGE_JSON, ...files });
    client = await startClient({
      folders: [project.dir],
      initializationOptions: { documentationCommand: COMMAND },
      ...options,
    });
  };

  const open = async (text: string): Promise<{ document: TextDocument; found: Diagnostic }> => {
    const document = client.open(project.path('login.ts'), text);
    const [found] = await client.diagnostics(document);
    ok(found);
    return { document, found };
  };

  afterEach(async () => {
    strictEqual(await client.stop(), 0);
    project.dispose();
  });

  it('offers the fix first, then to disable, then the page', async () => {
    await start();
    const { document, found } = await open(PLACEHOLDER_LOGIN);
    const actions = await client.actions(document, found.range, { diagnostics: [found] });
    deepStrictEqual(
      actions.map(({ title }) => title),
      [
        'Replace it by a valid hash with the same parameters',
        'Disable valid-placeholder-hash for this line',
        'Disable valid-placeholder-hash for the entire file',
        'Show documentation for valid-placeholder-hash',
      ],
    );
    deepStrictEqual(
      actions.map(({ isPreferred }) => isPreferred ?? false),
      [true, false, false, false],
    );
    for (const action of actions) {
      strictEqual(action.kind, CodeActionKind.QuickFix);
      deepStrictEqual(action.diagnostics, [found]);
      strictEqual(action.edit, undefined);
    }
    deepStrictEqual(actions.at(-1)?.command, {
      title: 'Show documentation for valid-placeholder-hash',
      command: COMMAND,
      arguments: ['valid-placeholder-hash'],
    });
  });

  it('resolves a fix to an edit that mends the finding', async () => {
    await start();
    const { document, found } = await open(PLACEHOLDER_LOGIN);
    const [fix] = await client.actions(document, found.range, { diagnostics: [found] });
    const { edit } = await client.resolve(fix!);
    const text = applied(document, edit);
    match(text, /\?\? '\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[\w+/]+\$[\w+/]+'/);
    const mended = client.edit(document, PLACEHOLDER_LOGIN, text);
    deepStrictEqual(await client.diagnostics(mended), []);
  });

  it('marks a fix that needs a look', async () => {
    await start();
    const { document, found } = await open(EARLY_RETURN_LOGIN);
    const [fix] = await client.actions(document, found.range, { diagnostics: [found] });
    match(fix!.title, / \(review\)$/);
    strictEqual(fix!.isPreferred, undefined);
    const { edit } = await client.resolve(fix!);
    const mended = client.edit(document, EARLY_RETURN_LOGIN, applied(document, edit));
    deepStrictEqual(await client.diagnostics(mended), []);
  });

  it('disables a rule for a line and for a file', async () => {
    await start();
    for (const title of [/for this line$/, /for the entire file$/]) {
      const { document, found } = await open(PLACEHOLDER_LOGIN);
      const actions = await client.actions(document, found.range, { diagnostics: [found] });
      const { edit } = await client.resolve(actions.find((action) => title.test(action.title))!);
      const silenced = client.edit(document, PLACEHOLDER_LOGIN, applied(document, edit));
      match(silenced.getText(), /lucia-guard-disable-/);
      deepStrictEqual(await client.diagnostics(silenced), []);
      client.close(silenced);
    }
  });

  it('refuses to resolve an action of an older text', async () => {
    await start();
    const { document, found } = await open(PLACEHOLDER_LOGIN);
    const [fix] = await client.actions(document, found.range, { diagnostics: [found] });
    client.edit(document, PLACEHOLDER, "''");
    await rejects(client.resolve(fix!), { code: LSPErrorCodes.ContentModified });
  });

  it('sends whole edits to a client that does not resolve, and no page to one without the command', async () => {
    await start({ capabilities: PLAIN_CLIENT, initializationOptions: {} });
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    const [found] = await client.pushedWhen(document, (all) => all.length === 1);
    const actions = await client.actions(document, found!.range, { diagnostics: [found!] });
    strictEqual(actions.length, 3);
    for (const { edit } of actions) {
      ok(edit?.changes?.[document.uri]);
      ok(applied(document, edit) !== PLACEHOLDER_LOGIN);
    }
  });

  it('fixes all that is safe, and nothing else', async () => {
    await start();
    const text = `${PLACEHOLDER_LOGIN}${PLACEHOLDER_LOGIN.replace(/^import.*$/gm, '').replace('login', 'other')}`;
    const { document } = await open(text);
    strictEqual((await client.diagnostics(document)).length, 2);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const only of [CodeActionKind.SourceFixAll, CodeActionKind.Source, 'source.fixAll.luciaGuard']) {
      const [all, ...more] = await client.actions(document, range, { only: [only] });
      deepStrictEqual(more, []);
      strictEqual(all?.kind, 'source.fixAll.luciaGuard');
      ok(!applied(document, all.edit).includes(PLACEHOLDER));
    }
    deepStrictEqual(await client.actions(document, range, { only: [CodeActionKind.Refactor] }), []);
    deepStrictEqual(await client.actions(document, range, { only: ['source.fixAll.eslint'] }), []);
    const unsafe = client.edit(document, text, EARLY_RETURN_LOGIN);
    deepStrictEqual(await client.actions(unsafe, range, { only: [CodeActionKind.SourceFixAll] }), []);
  });

  it('fixes all of one rule from one finding', async () => {
    await start();
    const text = `${PLACEHOLDER_LOGIN}${PLACEHOLDER_LOGIN.replace(/^import.*$/gm, '').replace('login', 'other')}`;
    const { document, found } = await open(text);
    const actions = await client.actions(document, found.range, { diagnostics: [found] });
    const all = actions.find((action: CodeAction) => action.title.startsWith('Fix all'));
    ok(all);
    ok(!applied(document, (await client.resolve(all)).edit).includes(PLACEHOLDER));
  });

  it('explains a finding on hover, with a link to the page', async () => {
    await start({ initializationOptions: { documentationUri: 'x-docs:/{id}' } });
    const { document } = await open(PLACEHOLDER_LOGIN);
    const hover = await client.hover(document, PLACEHOLDER);
    const contents = hover?.contents as { kind: string; value: string };
    strictEqual(contents.kind, 'markdown');
    match(contents.value, /valid-placeholder-hash/);
    match(contents.value, /Limits/);
    match(contents.value, /\(x-docs:\/valid-placeholder-hash\)/);
    strictEqual(document.getText(hover?.range), PLACEHOLDER);
    strictEqual(await client.hover(document, 'import'), null);
  });

  it('tells the state of a file and why', async () => {
    await start({ settings: { '': { exclude: ['skipped/**'] } } }, { 'auth.ts': 'export {};\n' });
    await client.indexed();
    const { document } = await open(PLACEHOLDER_LOGIN);
    const ready = await client.state(document);
    strictEqual(ready.state, 'ready');
    // package.json is one of them.
    strictEqual(ready.indexed, 2);
    const plain = client.open(project.path('plain.ts'), 'let one = 1;\n');
    strictEqual((await client.state(plain)).state, 'noLucia');
    const skipped = client.open(project.path('skipped/login.ts'), PLACEHOLDER_LOGIN);
    strictEqual((await client.state(skipped)).state, 'off');
    const page = await client.connection.sendRequest<string>(explainFileRequest, { uri: skipped.uri });
    match(page, /\*\*Not checked\.\*\*/);
    match(page, /skipped\/\*\*/);
  });
});
