// A new user: from an empty Next app to a login that works, with commands alone.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { openBrowser } from '../browser.mjs';
import { startServer } from '../server.mjs';
import { cacheFolder } from '../tools.mjs';
import { answerQuestion, runCommand } from '../workbench.mjs';
import { fixtureSettings, withFolder } from '../workspace.mjs';

const TITLE = 'Lucia Guard: New Auth Set-Up';

export function setUpLane({ vsix }) {
  return withFolder(async (folder) => {
    const app = await tsImport('../../../test/templates/proof/new-app.ts', import.meta.url);
    const workspace = app.makeNewApp();
    const files = () => readdirSync(workspace, { recursive: true }).map(String).sort();
    const before = files();
    const server = await startServer(folder, { vsix, settings: fixtureSettings });
    const { context, page, outside } = await openBrowser(join(folder, 'chromium'));
    let passed = 0;
    let failed = 0;
    const step = async (name, action) => {
      if (failed > 0) return;
      const started = Date.now();
      try {
        await action();
        passed++;
        console.log(`  ok ${name} (${Date.now() - started} ms)`);
      } catch (error) {
        failed++;
        const picture = join(cacheFolder, 'failed-set-up.png');
        await page.screenshot({ path: picture }).catch(() => undefined);
        console.log(`  FAILED ${name}\n${error.stack ?? error}\n  Screenshot: ${picture}`);
      }
    };
    const expect = (condition, what) => {
      if (!condition) throw new Error(what);
    };

    try {
      await step('the empty app is opened', async () => {
        await page.goto(server.url(workspace, [['openFile', server.remote(join(workspace, 'app/page.tsx'))]]));
        await page.locator('.editor-instance .monaco-editor[data-uri$="/app/page.tsx"]').waitFor();
      });
      await step('the command asks what it cannot know, and leaving a question changes nothing', async () => {
        await runCommand(page, TITLE);
        await answerQuestion(page, 'How does the project reach its database?', 'better-sqlite3');
        await page.locator('.quick-input-widget input[placeholder^="Which OAuth provider?"]').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
        expect(files().join() === before.join(), 'Files have changed.');
      });
      await step('answered, it lists the files before it writes any', async () => {
        await runCommand(page, TITLE);
        await answerQuestion(page, 'How does the project reach its database?', 'better-sqlite3');
        await answerQuestion(page, 'Which OAuth provider?', 'GitHub');
        await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'app/login/actions.ts' }).waitFor();
        expect(files().join() === before.join(), 'Files have changed.');
      });
      await step('applying the preview writes them, and the message says which packages are missing', async () => {
        await answerQuestion(page, 'New Auth Set-Up: ', 'Show Preview');
        await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'app/login' }).first().waitFor();
        expect(files().join() === before.join(), 'Files have changed.');
        await page.getByRole('button', { name: 'Apply' }).click();
        await page.locator('.editor-instance .monaco-editor[data-uri$="/lib/auth.ts"]').waitFor();
        const message = page.locator('.notification-toast', { hasText: 'The project lacks' });
        await message.waitFor();
        const text = await message.innerText();
        for (const name of ['@node-rs/argon2', 'arctic', 'better-sqlite3'])
          expect(text.includes(name), `Message: ${text}`);
        for (const path of ['lib/auth.ts', 'lib/session.ts', 'app/login/page.tsx', 'proxy.ts', 'schema.sql'])
          expect(existsSync(join(workspace, path)), `No ${path}.`);
        expect((await page.locator('.tab.dirty').count()) === 0, 'Something is not saved.');
      });
      await step('the app runs: sign-up, login, a wrong password, the account page, logout', async () => {
        app.createDatabase(workspace);
        await app.tryNewApp(workspace);
      });
    } finally {
      await context.close();
      await server.stop();
    }
    return { passed, failed, problems: [], outside };
  });
}
