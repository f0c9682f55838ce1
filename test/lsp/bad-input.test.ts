import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { chmodSync, symlinkSync } from 'node:fs';
import { FileChangeType } from 'vscode-languageserver-protocol';
import {
  EARLY_RETURN_LOGIN,
  IMPORTED_LOGIN,
  PACKAGE_JSON,
  PLACEHOLDER_LOGIN,
  createTestProject,
} from '../support/project';
import type { TestProject } from '../support/project';
import { ids, startClient } from './client';
import type { TestClient } from './client';

/** What a server logs when something inside it threw. */
const TROUBLE = /failed|Error:|stderr/;

describe('bad input over stdio', () => {
  let project: TestProject;
  let client: TestClient;

  const start = async (files: Record<string, string | Buffer> = {}): Promise<void> => {
    project = createTestProject({ 'package.json': PACKAGE_JSON, ...files });
    client = await startClient({ folders: [project.dir] });
  };

  afterEach(async () => {
    deepStrictEqual(
      client.logged.filter((line) => TROUBLE.test(line)),
      [],
    );
    strictEqual(await client.stop(), 0);
    project.dispose();
  });

  it('answers each half-typed prefix of a file', async () => {
    await start();
    let document = client.open(project.path('login.ts'), '');
    const text = EARLY_RETURN_LOGIN;
    for (let at = 0; at < text.length; at += 7) {
      const range = { start: document.positionAt(at), end: document.positionAt(at) };
      document = client.edit(document, document.getText(), text.slice(0, at + 7));
      const [found] = await Promise.all([
        client.diagnostics(document),
        client.actions(document, range),
        client.hover(document, document.getText().at(-1)!),
      ]);
      for (const { range: place } of found) ok(document.offsetAt(place.end) <= document.getText().length);
    }
    deepStrictEqual(ids(await client.diagnostics(document)), ['require-constant-time-login']);
  });

  it('reads around broken JSON, and recovers when it is mended', async () => {
    await start({
      'package.json': '{ "dependencies": { "lucia": ',
      'tsconfig.json': '{{{',
      'lucia-guard.json': '[not json',
    });
    const document = client.open(project.path('login.ts'), `import 'lucia';\n${PLACEHOLDER_LOGIN}`);
    deepStrictEqual(ids(await client.diagnostics(document)), ['valid-placeholder-hash']);
    project.write({ 'lucia-guard.json': '{ "rules": { "valid-placeholder-hash": "off" } }' });
    client.changed(FileChangeType.Changed, project.path('lucia-guard.json'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
  });

  it('survives files that are binary, huge, unreadable, linked in a circle, or import each other', async () => {
    const huge = `export const dummy = 'nonsense';\n${'// filler filler filler filler filler\n'.repeat(140_000)}`;
    await start({
      'dummy.ts': Buffer.from([0, 1, 2, 255, 254, 0, 10, 13]),
      'huge.ts': huge,
      'secret.ts': `export const dummy = 'nonsense';\n`,
      'one.ts': "import { two } from './two';\nexport * from './two';\nexport const one = two;\n",
      'two.ts': "import { one } from './one';\nexport * from './one';\nexport const two = one;\n",
      'sub/keep.ts': 'export {};\n',
    });
    chmodSync(project.path('secret.ts'), 0);
    symlinkSync(project.dir, project.path('sub/loop'));
    for (const name of ['dummy', 'huge', 'missing', 'one']) {
      const source = IMPORTED_LOGIN.replace('./dummy', `./${name}`);
      const document = client.open(project.path(`login-${name}.ts`), source);
      deepStrictEqual(await client.diagnostics(document), [], name);
    }
    const opened = client.open(project.path('huge.ts'), huge);
    deepStrictEqual(await client.diagnostics(opened), []);
    const empty = client.open(project.path('empty.ts'), '');
    deepStrictEqual(await client.diagnostics(empty), []);
  });

  it('goes on when a file that is open or imported vanishes', async () => {
    await start({ 'dummy.ts': `export const dummy = 'nonsense';\n`, 'login.ts': IMPORTED_LOGIN });
    const document = client.open(project.path('login.ts'), IMPORTED_LOGIN);
    await client.diagnosticsWhen(document, (found) => found.length === 1);
    project.remove('login.ts');
    project.remove('dummy.ts');
    client.changed(FileChangeType.Deleted, project.path('login.ts'), project.path('dummy.ts'));
    await client.diagnosticsWhen(document, (found) => found.length === 0);
    project.dispose();
    client.changed(FileChangeType.Deleted, project.dir);
    client.close(document);
    const again = client.open(project.path('other.ts'), `import 'lucia';\n${PLACEHOLDER_LOGIN}`);
    deepStrictEqual(ids(await client.diagnostics(again)), ['valid-placeholder-hash']);
  });

  it('answers requests about documents that are not open', async () => {
    await start();
    const document = client.open(project.path('login.ts'), PLACEHOLDER_LOGIN);
    client.close(document);
    deepStrictEqual(await client.diagnostics(document), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    deepStrictEqual(await client.actions(document, range), []);
    strictEqual(await client.hover(document, 'import'), null);
  });

  it('reads carriage returns and characters of two code units', async () => {
    await start();
    const text = `// 😀 é\r\n${PLACEHOLDER_LOGIN.replace(/\n/g, '\r\n').replace('name: string', '/* 😀 */ name: string')}`;
    const document = client.open(project.path('login.ts'), text);
    const [found] = await client.diagnostics(document);
    strictEqual(document.getText(found?.range), "'not-a-hash'");
  });
});
