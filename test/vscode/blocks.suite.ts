import * as vscode from 'vscode';
import {
  check,
  closeAll,
  codeActions,
  completions,
  equal,
  fileUri,
  finding,
  noFinding,
  rulesOf,
  show,
  sleep,
  until,
} from './editor';

const PAGE = 'blank/app/page.tsx';
const WRAPPER = 'blank/lib/session.ts';

const DIRECT = 'no-direct-validate-session';
const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;
const ROUTE = `import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
  if (!user) return new Response(null, { status: 401 });
  return Response.json({ id: user.id });
}
`;

/** Presses a key of the question that is open, again and again, until the command is done. */
async function answering(key: 'Enter' | 'Escape', command: string, ...args: unknown[]): Promise<void> {
  let done = false;
  const running = vscode.commands.executeCommand(command, ...args).then(() => (done = true));
  const press = key === 'Enter' ? 'workbench.action.acceptSelectedQuickOpenItem' : 'workbench.action.closeQuickOpen';
  while (!done) {
    await Promise.race([running, sleep(100)]);
    if (!done) await vscode.commands.executeCommand(press);
  }
}

/** Answers the questions of a command key by key, and again when the screen was slower than the keys. */
async function typing(keys: readonly ('Enter' | 'Down')[], command: string, seen: () => Promise<boolean> | boolean) {
  await until('what the answer leads to', async () => {
    const running = vscode.commands.executeCommand(command);
    for (const key of keys) {
      await sleep(400);
      const press = key === 'Enter' ? 'acceptSelectedQuickOpenItem' : 'quickOpenSelectNext';
      await vscode.commands.executeCommand(`workbench.action.${press}`);
    }
    for (let tries = 0; tries < 20; tries++) {
      if (await seen()) return true;
      await sleep(100);
    }
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await running;
    return false;
  });
}

async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** The files of a folder. Not by a search, which folders in memory do not have. */
async function files(folder: string, below = ''): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(fileUri(`${folder}${below && `/${below}`}`));
  const lists = entries.map(async ([name, type]) => {
    const path = below === '' ? name : `${below}/${name}`;
    return type === vscode.FileType.Directory ? files(folder, path) : [path];
  });
  return (await Promise.all(lists)).flat().sort();
}

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(fileUri(path));
    return true;
  } catch {
    return false;
  }
}

/** The commands that insert building blocks, in a Next.js app that has nothing yet. */
export function blocksSuite(): void {
  describe('building blocks', () => {
    let before: string[];

    beforeEach(async () => {
      await show(PAGE);
      before = await files('blank');
    });

    afterEach(async () => {
      await closeAll();
      for (const path of await files('blank')) {
        if (!before.includes(path)) await vscode.workspace.fs.delete(fileUri(`blank/${path}`));
      }
    });

    it('has a command for each block, one to choose and one for all of them', async () => {
      const all = await vscode.commands.getCommands(true);
      const ours = all.filter((name) => /^luciaGuard\.(?:insert|newAuthSetUp)/.test(name)).sort();
      check(ours.includes('luciaGuard.newAuthSetUp') && ours.includes('luciaGuard.insertBlock'), ours.join(' '));
      check(ours.includes('luciaGuard.insert.session-wrapper'), ours.join(' '));
      check(
        ours.includes('luciaGuard.insert.login') && ours.includes('luciaGuard.insert.oauth-callback'),
        ours.join(' '),
      );
    });

    it('writes a block with what it imports, opens it, and finds nothing wrong with it', async () => {
      await answering('Enter', 'luciaGuard.insert.session-wrapper');
      check(await exists(WRAPPER), (await files('blank')).join(' '));
      check(await exists('blank/lib/auth.ts'), (await files('blank')).join(' '));
      const editor = await until('the wrapper in front', () => {
        const { activeTextEditor } = vscode.window;
        return activeTextEditor?.document.uri.path.endsWith(WRAPPER) && activeTextEditor;
      });
      check(editor.selection.active.line > 0, 'The cursor is on the imports.');
      check(!editor.document.isDirty && /export const validateRequest/.test(editor.document.getText()), 'Other text.');
      equal(rulesOf(editor.document.uri), []);
    });

    it('takes a block back with one undo', async () => {
      await answering('Enter', 'luciaGuard.insert.session-wrapper');
      await until('the wrapper', () => exists(WRAPPER));
      await undo();
      equal(await files('blank'), before);
    });

    it('completes blocks with the imports of the project, apart from the contributed snippets', async () => {
      const path = 'blank/app/members/actions.ts';
      await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode('lucia-lo'));
      const { document } = await show(path);
      const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
      const ours = await until('the completion', async () => {
        const items = await completions(document, new vscode.Position(0, 8));
        const labels = items.map(labelOf);
        check(new Set(labels).size === labels.length, `Twice the same: ${labels.sort().join(' ')}`);
        return items.find((item) => labelOf(item) === 'lucia-login');
      });
      const text = ours.insertText instanceof vscode.SnippetString ? ours.insertText.value : '';
      check(text.includes('@/lib/password'), text);
    });

    it('changes nothing when a question is left', async () => {
      await answering('Escape', 'luciaGuard.insert.login');
      await answering('Escape', 'luciaGuard.newAuthSetUp');
      equal(await files('blank'), before);
    });

    it('keeps a file that exists', async () => {
      const own = 'export const mine = true;\n';
      await vscode.workspace.fs.writeFile(fileUri(WRAPPER), new TextEncoder().encode(own));
      await answering('Enter', 'luciaGuard.insert.session-wrapper');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(WRAPPER)));
      equal(text, own);
    });

    describe('when a file exists', () => {
      const own = 'export const mine = true;\n';
      const PROJECT = 'Enter';

      beforeEach(async () => {
        await answering('Enter', 'luciaGuard.insert.session-wrapper');
        await until('the wrapper', () => exists(WRAPPER));
        await closeAll();
        await vscode.workspace.fs.writeFile(fileUri(WRAPPER), new TextEncoder().encode(own));
        await show(PAGE);
      });

      it('opens it', async () => {
        await typing([PROJECT, 'Enter'], 'luciaGuard.insert.session-wrapper', () => {
          const { activeTextEditor } = vscode.window;
          return activeTextEditor?.document.uri.path.endsWith(WRAPPER) === true;
        });
        equal(vscode.window.activeTextEditor?.document.getText(), own);
      });

      it('compares it', async () => {
        await typing([PROJECT, 'Down', 'Enter'], 'luciaGuard.insert.session-wrapper', () => {
          const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
          return input instanceof vscode.TabInputTextDiff && input.original.path.endsWith(WRAPPER);
        });
      });

      it('inserts into the editor that is open', async () => {
        const { document } = await show(PAGE);
        await typing([PROJECT, 'Down', 'Down', 'Enter'], 'luciaGuard.insert.session-wrapper', () =>
          document.getText().includes('export const validateRequest'),
        );
        check(document.isDirty, 'The file was saved.');
      });

      it('replaces it, and undo brings it back', async () => {
        await typing([PROJECT, 'Down', 'Down', 'Down', 'Enter'], 'luciaGuard.insert.session-wrapper', async () => {
          const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(WRAPPER)));
          return text.includes('export const validateRequest');
        });
        const { document } = await show(WRAPPER);
        await undo();
        equal(document.getText(), own);
      });
    });

    it('shows what the whole set changes before it is written', async () => {
      await typing(['Enter', 'Enter', 'Enter', 'Down', 'Enter'], 'luciaGuard.newAuthSetUp', async () => {
        await vscode.commands.executeCommand('refactorPreview.apply');
        return exists(WRAPPER);
      });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(WRAPPER)));
      check(text.includes('export const validateRequest'), text);
    });

    it('creates the wrapper that a rule misses, and uses it, as one change', async () => {
      const write = (path: string, text: string) =>
        vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
      await write(
        'direct/package.json',
        '{ "dependencies": { "next": "16.0.0", "lucia": "3.2.2", "react": "19.2.0" } }',
      );
      await write('direct/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }');
      await write('direct/src/lib/auth.ts', AUTH);
      await write('direct/src/app/api/notes/route.ts', ROUTE);
      try {
        const { document } = await show('direct/src/app/api/notes/route.ts');
        const { range } = await finding(document.uri, DIRECT);
        // Offered once the index knows of the instance that was just written.
        const fix = await until('the fix', async () => {
          const actions = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
          return actions.find(({ title }) =>
            title.startsWith('Create validateRequest() in src/lib/session.ts and use it'),
          );
        });
        check(fix.edit, 'The fix has no edit.');
        check(await vscode.workspace.applyEdit(fix.edit), 'The fix was refused.');
        await noFinding(document.uri, DIRECT);
        check(document.getText().includes('await validateRequest()'), document.getText());
        const wrapper = await vscode.workspace.openTextDocument(fileUri('direct/src/lib/session.ts'));
        check(wrapper.getText().includes('export const validateRequest'), wrapper.getText());
        await vscode.window.showTextDocument(document);
        await undo();
        equal(document.getText(), ROUTE);
        check(!(await exists('direct/src/lib/session.ts')), 'The wrapper is still there.');
      } finally {
        await closeAll();
        await vscode.workspace.fs.delete(fileUri('direct'), { recursive: true });
      }
    });

    it('writes the whole set, with the questions answered by the best guess', async () => {
      await answering('Enter', 'luciaGuard.newAuthSetUp');
      const written = await files('blank');
      for (const path of ['lib/auth.ts', 'lib/session.ts', 'app/login/actions.ts', 'app/signup/page.tsx', 'proxy.ts']) {
        check(written.includes(path), `${path} is missing: ${written.join(' ')}`);
      }
    });
  });
}
