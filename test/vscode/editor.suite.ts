import * as vscode from 'vscode';
import {
  check,
  closeAll,
  codeActions,
  equal,
  fileUri,
  finding,
  findings,
  hovers,
  noFinding,
  replaceAll,
  ruleOf,
  rulesOf,
  show,
  until,
} from './editor';

const LOGIN = 'app/src/app/login/actions.ts';
const ADMIN = 'app/src/app/admin/actions.ts';
const CLEAN = 'app/src/app/clean/actions.ts';
const EARLY = 'require-constant-time-login';
const PLACEHOLDER = 'valid-placeholder-hash';
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('luciaGuard');

/** What a person does in one editor. */
export function editorSuite(): void {
  describe('editor', () => {
    afterEach(closeAll);

    it('starts when a file is opened that it could have something to say about', async () => {
      const extension = vscode.extensions.getExtension('lucia-guard.lucia-guard');
      check(extension, 'The extension is not installed.');
      await show(LOGIN);
      await until('activation', () => extension.isActive);
    });

    it('reports a mistake at the expression at fault, with a link to its page', async () => {
      const { document } = await show(LOGIN);
      const found = await finding(document.uri, EARLY);
      equal(document.getText(found.range), "redirect('/login?error=invalid')");
      equal(found.severity, vscode.DiagnosticSeverity.Warning, 'severity');
      check(typeof found.code === 'object' && found.code.target, 'The rule id has no link.');
      check(found.relatedInformation && found.relatedInformation.length > 0, 'No related place is named.');
    });

    it('stays silent on correct code', async () => {
      const { document } = await show(CLEAN);
      const broken = await show(ADMIN);
      await finding(broken.document.uri, PLACEHOLDER);
      equal(rulesOf(document.uri), []);
    });

    it('follows the text while it is typed', async () => {
      const editor = await show(CLEAN);
      const { document } = editor;
      await replaceAll(editor, '  const valid', "  if (!user) redirect('/login?error=unknown');\n  const valid");
      const found = await finding(document.uri, EARLY);
      equal(document.getText(found.range), "redirect('/login?error=unknown')");
      await replaceAll(editor, "  if (!user) redirect('/login?error=unknown');\n", '');
      await noFinding(document.uri, EARLY);
      check(document.isDirty, 'The document should not have been saved.');
    });

    it('keeps reporting while the code next to it is half typed', async () => {
      const editor = await show(ADMIN);
      const { document } = editor;
      await finding(document.uri, PLACEHOLDER);
      const end = document.positionAt(document.getText().length);
      await editor.edit((edit) => edit.insert(end, '\nexport async function half(form: FormData { const { a, = ('));
      await until('an answer for the new text', () => {
        const one = findings(document.uri).find((each) => ruleOf(each) === PLACEHOLDER);
        return one && document.getText(one.range).includes('$argon2id$');
      });
    });

    it('mends a login, and one undo brings the old text back', async () => {
      const editor = await show(LOGIN);
      const { document } = editor;
      const before = document.getText();
      const { range } = await finding(document.uri, EARLY);
      const actions = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
      const fix = actions.find(({ title, edit }) => edit && /verify/i.test(title));
      check(fix?.edit, `No fix among: ${actions.map(({ title }) => title).join(' | ')}`);
      check(await vscode.workspace.applyEdit(fix.edit), 'The fix was refused.');
      await noFinding(document.uri, EARLY);
      equal(rulesOf(document.uri), [], 'findings after the fix');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before, 'text after undo');
      await finding(document.uri, EARLY);
    });

    it('offers the fix first, then to disable the rule, then its documentation', async () => {
      const { document } = await show(ADMIN);
      const { range } = await finding(document.uri, PLACEHOLDER);
      const titles = (await codeActions(document, range, vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
      const order = [/hash/i, /^Disable .* for this line$/, /^Disable .* for the entire file$/, /documentation/i];
      const places = order.map((wanted) => titles.findIndex((title) => wanted.test(title)));
      check(!places.includes(-1) && places.every((place, i) => i === 0 || place > places[i - 1]!), titles.join(' | '));
    });

    it('silences one line', async () => {
      const { document } = await show(ADMIN);
      const { range } = await finding(document.uri, PLACEHOLDER);
      const actions = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
      const disable = actions.find(({ title }) => /for this line$/.test(title));
      check(disable?.edit, 'No action silences the line.');
      await vscode.workspace.applyEdit(disable.edit);
      check(/lucia-guard-disable/.test(document.getText()), 'No directive was written.');
      await noFinding(document.uri, PLACEHOLDER);
      equal(rulesOf(document.uri), [], 'findings after the directive');
    });

    it('mends the whole file when it is saved', async () => {
      const settings = vscode.workspace.getConfiguration('editor', fileUri(ADMIN));
      await settings.update('codeActionsOnSave', { [FIX_ALL.value]: 'explicit' }, vscode.ConfigurationTarget.Global);
      const editor = await show(ADMIN);
      const { document } = editor;
      const before = document.getText();
      try {
        await finding(document.uri, PLACEHOLDER);
        // The workbench takes up a setting when it gets to it: on a busy machine the first save may come before.
        await until('the file on disk, mended', async () => {
          await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// Signs in.\n'));
          check(await document.save(), 'The document was not saved.');
          const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
          check(onDisk.startsWith('// Signs in.'), onDisk);
          return !onDisk.includes('$placeholder');
        });
        await noFinding(document.uri, PLACEHOLDER);
      } finally {
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
        await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
      }
    });

    it('mends the whole file by command', async () => {
      const editor = await show(ADMIN);
      await finding(editor.document.uri, PLACEHOLDER);
      await vscode.commands.executeCommand('luciaGuard.fixAll');
      await noFinding(editor.document.uri, PLACEHOLDER);
    });

    it('tells on hover why it matters', async () => {
      const { document } = await show(LOGIN);
      const { range } = await finding(document.uri, EARLY);
      const text = (await hovers(document, range.start))
        .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
        .join('\n');
      check(text.includes(EARLY), `The hover does not name the rule: ${text}`);
    });

    it('obeys the settings', async () => {
      const { document } = await show(LOGIN);
      await finding(document.uri, EARLY);
      const settings = vscode.workspace.getConfiguration('luciaGuard', document.uri);
      try {
        await settings.update('rules', { [EARLY]: 'error' }, vscode.ConfigurationTarget.Workspace);
        await until('severity error', () => findings(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
        await settings.update('rules', { [EARLY]: 'off' }, vscode.ConfigurationTarget.Workspace);
        await noFinding(document.uri, EARLY);
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await finding(document.uri, EARLY);
    });

    it('reports again after the server was restarted', async () => {
      const { document } = await show(LOGIN);
      await finding(document.uri, EARLY);
      await vscode.commands.executeCommand('luciaGuard.restartServer');
      await finding(document.uri, EARLY);
    });

    it("shows a rule's page inside the editor", async () => {
      await vscode.commands.executeCommand('luciaGuard.showRuleDocumentation', EARLY);
      await until(
        'a tab with the page',
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(EARLY),
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      );
    });

    it('follows the link of a finding to the same page, rendered', async () => {
      const { document } = await show(LOGIN);
      const { code } = await finding(document.uri, EARLY);
      check(typeof code === 'object', 'The rule id has no link.');
      await vscode.commands.executeCommand('vscode.open', code.target);
      await until(
        'a rendered page',
        () => {
          const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
          return tab?.label.includes(EARLY) && tab.input instanceof vscode.TabInputCustom;
        },
        () => JSON.stringify(vscode.window.tabGroups.activeTabGroup.activeTab?.input),
      );
    });
  });
}
