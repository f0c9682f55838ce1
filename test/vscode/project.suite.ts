import * as vscode from 'vscode';
import { check, closeAll, equal, fileUri, finding, noFinding, replaceAll, rulesOf, show } from './editor';

const EARLY = 'require-constant-time-login';
const PLACEHOLDER = 'valid-placeholder-hash';

const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));

const read = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));

/** What one file has to do with the others. */
export function projectSuite(): void {
  describe('project', () => {
    afterEach(closeAll);

    it('follows an unsaved change in another file', async () => {
      const login = await show('app/src/app/login/actions.ts');
      await finding(login.document.uri, EARLY);
      const helper = await show('app/src/lib/password.ts');
      await replaceAll(helper, 'verify(storedHash, password, options)', 'Promise.resolve(storedHash !== password)');
      await noFinding(login.document.uri, EARLY);
      await vscode.window.showTextDocument(helper.document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await finding(login.document.uri, EARLY);
    });

    it('follows a change of another file on disk', async () => {
      const login = await show('app/src/app/login/actions.ts');
      await finding(login.document.uri, EARLY);
      const path = 'app/src/lib/password.ts';
      const before = await read(path);
      try {
        await write(
          path,
          before.replace(
            'return verify(storedHash, password, options)',
            'return Promise.resolve(storedHash !== password)',
          ),
        );
        await noFinding(login.document.uri, EARLY);
      } finally {
        await write(path, before);
      }
      await finding(login.document.uri, EARLY);
    });

    it('survives a broken package.json and a broken tsconfig.json', async () => {
      const files = ['app/package.json', 'app/tsconfig.json'];
      const before = await Promise.all(files.map(read));
      try {
        for (const path of files) await write(path, '{ "name": ');
        const path = 'app/src/app/late/actions.ts';
        await write(path, await read('app/src/app/admin/actions.ts'));
        const { document } = await show(path);
        await finding(document.uri, PLACEHOLDER);
        await closeAll();
        await vscode.workspace.fs.delete(fileUri('app/src/app/late'), { recursive: true });
      } finally {
        for (const [index, path] of files.entries()) await write(path, before[index]!);
      }
    });

    it('checks a file that is new, and forgets one that is deleted', async () => {
      const path = 'app/src/app/fresh/actions.ts';
      await write(path, await read('app/src/app/admin/actions.ts'));
      const { document } = await show(path);
      await finding(document.uri, PLACEHOLDER);
      await closeAll();
      await vscode.workspace.fs.delete(fileUri('app/src/app/fresh'), { recursive: true });
      await noFinding(fileUri(path), PLACEHOLDER);
    });

    it('keeps the line ends of the file', async () => {
      const path = 'app/src/app/windows/actions.ts';
      await write(path, (await read('app/src/app/admin/actions.ts')).replaceAll('\n', '\r\n'));
      const { document } = await show(path);
      await finding(document.uri, PLACEHOLDER);
      await vscode.commands.executeCommand('luciaGuard.fixAll');
      await noFinding(document.uri, PLACEHOLDER);
      await document.save();
      const text = await read(path);
      check(/\r\n/.test(text) && !/[^\r]\n/.test(text), 'A line end was changed.');
    });

    it('says nothing about code that has nothing to do with Lucia', async () => {
      await write('plain/package.json', '{ "name": "plain", "dependencies": {} }');
      await write(
        'plain/login.ts',
        (await read('app/src/app/admin/actions.ts')).replaceAll('@node-rs/argon2', './own'),
      );
      const { document } = await show('plain/login.ts');
      const other = await show('app/src/app/login/actions.ts');
      await finding(other.document.uri, EARLY);
      equal(rulesOf(document.uri), []);
    });
  });
}
