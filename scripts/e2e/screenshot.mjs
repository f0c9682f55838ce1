// Makes docs/images/workbench.png again: the real workbench on the sample app.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { root } from './tools.mjs';
import { openFile, openProblems } from './workbench.mjs';
import { packExtension, withFolder } from './workspace.mjs';

const FILES = [
  'lib/auth.ts',
  'lib/session.ts',
  'app/signup/actions.ts',
  'app/settings/actions.ts',
  'app/logout/actions.ts',
  'app/notes/page.tsx',
  'app/login/github/route.ts',
  'app/login/github/callback/route.ts',
  'app/api/account/route.ts',
  'app/api/stats/route.ts',
  'app/api/token/route.ts',
  'app/admin/login/actions.ts',
  'app/login/actions.ts',
];
const settings = {
  'editor.minimap.enabled': false,
  'workbench.editor.enablePreview': false,
  'breadcrumbs.enabled': false,
  'workbench.editor.showTabs': 'single',
  'workbench.colorTheme': 'Default Light Modern',
  'window.commandCenter': false,
  'explorer.compactFolders': true,
};

await withFolder(async (folder) => {
  const server = await startServer(folder, { vsix: packExtension(), settings });
  const { context, page } = await openBrowser(join(folder, 'chromium'), { width: 1440, height: 900 });
  try {
    const path = (file) => `insecure/src/${file}`;
    const first = server.remote(join(root, 'examples', path(FILES[0])));
    await page.goto(server.url(join(root, 'examples'), [['openFile', first]]));
    await page.locator('.monaco-editor .view-line').first().waitFor();
    for (const file of FILES) await openFile(page, path(file));
    await page.locator('.monaco-editor .cdr.squiggly-warning').first().waitFor();
    await openProblems(page);
    // Room for the list: the border of the panel is pulled up.
    const panel = await page.locator('.part.panel').boundingBox();
    await page.mouse.move(panel.x + panel.width / 2, panel.y);
    await page.mouse.down();
    await page.mouse.move(panel.x + panel.width / 2, panel.y - 60, { steps: 5 });
    await page.mouse.up();
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    // The menu of fixes at the mistake, as Ctrl+. shows it.
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill(':14:30');
    await page.keyboard.press('Enter');
    const fixes = page.locator('.action-widget .monaco-list-row.action');
    for (let attempt = 0; attempt < 5 && (await fixes.count()) === 0; attempt++) {
      await page.keyboard.press('Control+Period');
      await fixes
        .first()
        .waitFor({ timeout: 2_000 })
        .catch(() => page.keyboard.press('Escape'));
    }
    await page.mouse.move(700, 20);
    await page.waitForTimeout(1_000);
    mkdirSync(join(root, 'docs', 'images'), { recursive: true });
    await page.screenshot({ path: join(root, 'docs', 'images', 'workbench.png') });
  } finally {
    await context.close();
    await server.stop();
  }
});
