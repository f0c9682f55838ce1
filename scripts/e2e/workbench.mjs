// What a person does in the workbench, by keyboard where there is a key.

const editor = (path) => `.editor-instance .monaco-editor[data-uri$="/${path}"]`;

/** Opens a file by its name, as Ctrl+P does, and waits until the cursor is in it. */
export async function openFile(page, path) {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(path);
  // The list still shows what was opened last until the search is done.
  const at = path.lastIndexOf('/');
  const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: path.slice(0, at) });
  await row.filter({ hasText: path.slice(at + 1) }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(editor(path)).waitFor();
  await focusEditor(page, path);
}

export async function focusEditor(page, path) {
  if ((await page.locator(`${editor(path)}.focused`).count()) === 0) await page.keyboard.press('Control+1');
  await page.locator(`${editor(path)}.focused`).waitFor();
}

export async function openProblems(page) {
  await page.locator('.monaco-workbench').waitFor();
  if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor();
}

/** The text of the rows of the Problems panel, once one of them matches. */
export async function problemRows(page, wanted) {
  const rows = page.locator('.markers-panel .monaco-list-row', { hasText: wanted });
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => plain(text).replace(/\s+/g, ' ').trim());
}

/** Opens the menu of fixes at the cursor, chooses the entry that matches, and answers all titles of the menu. */
export async function quickFix(page, path, wanted) {
  await focusEditor(page, path);
  const rows = page.locator('.action-widget .monaco-list-row.action');
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press('Control+Period');
    try {
      await rows.filter({ hasText: wanted }).first().waitFor({ timeout: 2_000 });
      break;
    } catch (error) {
      // The first press is often lost while the workbench is still busy.
      if (attempt === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
  const titles = (await rows.allTextContents()).map(plain);
  const index = titles.findIndex((title) => wanted.test(title));
  for (let step = 0; step < index; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await rows.first().waitFor({ state: 'detached' });
  return titles;
}

export async function undo(page, path) {
  await focusEditor(page, path);
  await page.keyboard.press('Control+Z');
}

/** Goes to the end of a line, opens a new one below it and types. */
export async function typeBelow(page, path, line, text) {
  await focusEditor(page, path);
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input.input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await focusEditor(page, path);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(text, { delay: 15 });
}

/** The visible lines of an editor. */
export async function editorText(page, path) {
  return plain((await page.locator(`${editor(path)} .view-lines`).textContent()) ?? '');
}

const plain = (text) => text.replaceAll('\u00a0', ' ');

/** Runs a command by its title, as F1 does. */
export async function runCommand(page, title) {
  const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title });
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill(`>${title}`);
    try {
      await row.waitFor({ timeout: 2_000 });
      break;
    } catch (error) {
      // The list does not grow while it is open: the extension may be registered a little later.
      if (attempt === 10) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}

/** Answers a question of a command: types until the answer is the chosen one, and presses Enter. */
export async function answerQuestion(page, question, answer) {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator(`input.input[placeholder^="${question}"]`);
  // The first question waits until the extension is there, which takes a while on a busy machine.
  await input.waitFor({ timeout: 120_000 });
  await input.fill(answer);
  await widget.locator('.monaco-list-row.focused', { hasText: answer }).waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}
