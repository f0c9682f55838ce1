// A person at the keyboard: the installed package, no test code inside VS Code, only keys and what the screen shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../browser.mjs';
import { startServer, testedBuiltIns } from '../server.mjs';
import { cacheFolder } from '../tools.mjs';
import {
  editorText,
  focusEditor,
  openFile,
  openProblems,
  problemRows,
  quickFix,
  typeBelow,
  undo,
} from '../workbench.mjs';
import { copyWorkspace, fixtureSettings, withFolder } from '../workspace.mjs';

const ADMIN = 'app/src/app/admin/actions.ts';
const CLEAN = 'app/src/app/clean/actions.ts';

export function uiLane({ vsix }) {
  return withFolder(async (folder) => {
    const workspace = copyWorkspace(folder);
    const server = await startServer(folder, {
      vsix,
      settings: { ...fixtureSettings, 'editor.acceptSuggestionOnCommitCharacter': false },
      builtIns: testedBuiltIns,
    });
    const { context, page, outside } = await openBrowser(join(folder, 'chromium'));
    let passed = 0;
    let failed = 0;
    const problems = [];
    const step = async (name, action) => {
      if (failed > 0) return;
      const started = Date.now();
      try {
        await action();
        passed++;
        console.log(`  ok ${name} (${Date.now() - started} ms)`);
      } catch (error) {
        failed++;
        const picture = join(cacheFolder, 'failed-ui.png');
        await page.screenshot({ path: picture }).catch(() => undefined);
        console.log(`  FAILED ${name}\n${error.stack ?? error}\n  Screenshot: ${picture}`);
      }
    };
    const squiggle = (kind) => page.locator(`.monaco-editor .cdr.squiggly-${kind}`).first();
    const noSquiggle = (kind) => squiggle(kind).waitFor({ state: 'detached' });
    const onDisk = (path) => readFileSync(join(workspace, path), 'utf8');
    const expect = (condition, what) => {
      if (!condition) throw new Error(what);
    };

    try {
      const before = onDisk(ADMIN);
      await step('opening a file shows its mistake underlined', async () => {
        await page.goto(server.url(workspace, [['openFile', server.remote(join(workspace, ADMIN))]]));
        await squiggle('error').waitFor();
      });
      await step('the Problems panel lists it with its rule', async () => {
        await openProblems(page);
        const rows = await problemRows(page, /valid-placeholder-hash/);
        expect(rows.length === 1, `Rows: ${rows.join(' | ')}`);
      });
      await step('the quick fix by keyboard mends it', async () => {
        await page.locator('.markers-panel .monaco-list-row', { hasText: 'valid-placeholder-hash' }).dblclick();
        const titles = await quickFix(page, ADMIN, /hash/i);
        expect(/Disable .* for this line/.test(titles.join('|')), `Menu: ${titles.join(' | ')}`);
        await noSquiggle('error');
        expect(!(await editorText(page, ADMIN)).includes('$placeholder'), 'The placeholder is still there.');
      });
      await step('undo brings it back, underlined', async () => {
        await undo(page, ADMIN);
        await squiggle('error').waitFor();
        expect((await editorText(page, ADMIN)).includes('$placeholder$placeholder'), 'The old text is not back.');
      });
      await step('silencing the line by keyboard takes the underline away', async () => {
        await quickFix(page, ADMIN, /for this line/);
        await noSquiggle('error');
        expect((await editorText(page, ADMIN)).includes('lucia-guard-disable'), 'There is no directive.');
        await undo(page, ADMIN);
        await squiggle('error').waitFor();
      });
      await step('the file on disk changes when it is saved, not before', async () => {
        await quickFix(page, ADMIN, /hash/i);
        await noSquiggle('error');
        expect(onDisk(ADMIN) === before, 'The file was written without being saved.');
        await page.locator('.tab.dirty').waitFor();
        await focusEditor(page, ADMIN);
        await page.keyboard.press('Control+S');
        await page.locator('.tab.dirty').waitFor({ state: 'detached' });
        const after = onDisk(ADMIN);
        expect(after !== before && !after.includes('$placeholder'), after);
      });
      await step('a mistake is underlined while it is typed, without saving', async () => {
        await openFile(page, CLEAN);
        await typeBelow(page, CLEAN, 13, "if (!user) redirect('/login?error=unknown');");
        await squiggle('warning').waitFor();
        expect(!onDisk(CLEAN).includes('error=unknown'), 'The file was saved.');
        await page.locator('.tab.dirty').waitFor();
      });
      await step('it goes away with the code', async () => {
        await focusEditor(page, CLEAN);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Shift+K');
        await noSquiggle('warning');
      });
    } finally {
      await context.close();
      await server.stop();
    }
    return { passed, failed, problems, outside };
  });
}
