import * as vscode from 'vscode';
import { check, closeAll, codeActions, equal, fileUri, finding, noFinding, rulesOf, show } from './editor';

/** What README.md of the sample app says. */
const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  'lib/auth.ts': ['no-insecure-cookie-attributes', 'require-register-declaration'],
  'lib/session.ts': ['require-fresh-cookie'],
  'app/login/actions.ts': ['require-constant-time-login'],
  'app/admin/login/actions.ts': ['valid-placeholder-hash'],
  'app/signup/actions.ts': ['no-plaintext-password'],
  'app/settings/actions.ts': ['no-weak-password-hash'],
  'app/logout/actions.ts': ['require-session-invalidation'],
  'app/notes/page.tsx': ['no-direct-validate-session'],
  'app/api/stats/route.ts': ['no-floating-auth-promise'],
  'app/api/account/route.ts': ['no-session-id-logging'],
  'app/api/token/route.ts': ['no-manual-session-cookie'],
  'app/login/github/route.ts': ['require-oauth-state-cookie-flags'],
  'app/login/github/callback/route.ts': ['require-oauth-state-check'],
};

/** Old hashes cannot be told from new ones: that is for a person to plan. */
const WITHOUT_FIX: readonly string[] = ['no-weak-password-hash'];

async function sources(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) found.push(...(await sources(uri)));
    else if (/\.tsx?$/.test(name)) found.push(uri);
  }
  return found;
}

async function openAll(folder: string): Promise<readonly vscode.Uri[]> {
  const uris = await sources(fileUri(folder));
  for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
  return uris;
}

/** The sample app that is opened by `npm start`. */
export function examplesSuite(): void {
  // Opening every file takes long where a server sends them; the other two hosts see the same files.
  const withAllOpen = vscode.env.remoteName === undefined ? it : (): void => undefined;

  describe('sample app', () => {
    after(closeAll);

    withAllOpen('shows each of its mistakes, once', async () => {
      const uris = await openAll('insecure');
      for (const [file, rules] of Object.entries(MISTAKES)) {
        for (const rule of rules) await finding(fileUri(`insecure/src/${file}`), rule);
      }
      for (const uri of uris) {
        const file = uri.path.split('/insecure/src/')[1] ?? '';
        equal(rulesOf(uri), [...(MISTAKES[file] ?? [])].sort(), file);
      }
    });

    it('mends its mistakes one by one, and undo brings each back', async () => {
      const left: string[] = [];
      for (const [file, rules] of Object.entries(MISTAKES)) {
        for (const rule of rules) {
          const { document } = await show(`insecure/src/${file}`);
          const { range } = await finding(document.uri, rule);
          const before = document.getText();
          const actions = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
          const own = actions.filter(({ title }) => !/^(Disable|Show|Fix all) /.test(title));
          const fix = own[0];
          if (!fix?.edit) {
            left.push(rule);
            continue;
          }
          const edited = fix.edit.entries().map(([uri]) => uri.path);
          check(await vscode.workspace.applyEdit(fix.edit), `${rule}: the fix was refused.`);
          await noFinding(document.uri, rule);
          if (edited.length === 1 && edited[0] === document.uri.path) {
            await vscode.window.showTextDocument(document);
            await vscode.commands.executeCommand('undo');
          } else await closeAll();
          await show(`insecure/src/${file}`);
          equal(document.getText(), before, `${rule}: text after undo`);
          await finding(document.uri, rule);
        }
      }
      equal(
        left.filter((rule) => !WITHOUT_FIX.includes(rule)),
        [],
        'mistakes without a fix',
      );
    });

    withAllOpen('shows nothing in its secure twin', async () => {
      const uris = await openAll('secure');
      const { document } = await show('insecure/src/lib/session.ts');
      await finding(document.uri, 'require-fresh-cookie');
      for (const uri of uris) equal(rulesOf(uri), [], uri.path);
    });
  });
}
