import * as vscode from 'vscode';

export const SOURCE = 'lucia-guard';
const WAIT_MS = 50_000;
const STEP_MS = 50;
const ANSWER_MS = 10_000;

export function equal<T>(actual: T, expected: T, what = 'value'): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
}

export function check(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until the answer is neither undefined, false nor an empty list; `seen` is told when the time is over. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
  seen: () => unknown = () => '',
): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && !(Array.isArray(answer) && answer.length === 0)) return answer;
    if (Date.now() > end) throw new Error(`Waited ${WAIT_MS / 1000} s for: ${what}. ${JSON.stringify(seen()) ?? ''}`);
    await sleep(STEP_MS);
  }
}

/** A file of the opened folder. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  check(folder, 'No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)), { preview: false });
}

/** Our diagnostics of a document, without those of other extensions. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE || source === 'Lucia Guard');
}

export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

export const rulesOf = (uri: vscode.Uri): string[] => findings(uri).map(ruleOf).sort();

export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(
    `${rule} in ${uri.path}`,
    () => findings(uri).find((one) => ruleOf(one) === rule),
    () => rulesOf(uri),
  );
}

export function noFinding(uri: vscode.Uri, rule: string): Promise<true> {
  return until(
    `no ${rule} in ${uri.path}`,
    () => !rulesOf(uri).includes(rule),
    () => rulesOf(uri),
  );
}

export function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return asked<vscode.CodeAction[]>(
    'code actions',
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
    20,
  );
}

export function hovers(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover[]> {
  return asked<vscode.Hover[]>('a hover', 'vscode.executeHoverProvider', document.uri, position);
}

export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const all = 'vscode.executeCompletionItemProvider';
  return (await asked<vscode.CompletionList>('completions', all, document.uri, position)).items;
}

/**
 * The answer of all extensions together. VS Code gives the request up when anything changes meanwhile, and waits for
 * ever for an extension that does not answer: ask again, as a person does.
 */
function asked<T>(what: string, command: string, ...given: unknown[]): Promise<T> {
  return until(what, async () => {
    try {
      return await Promise.race([
        vscode.commands.executeCommand<T>(command, ...given),
        sleep(ANSWER_MS).then(() => undefined),
      ]);
    } catch (error) {
      if (/cancel/i.test(String(error))) return undefined;
      throw error;
    }
  });
}

export async function replaceAll(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const text = editor.document.getText();
  const at = text.indexOf(from);
  check(at >= 0, `The document does not hold: ${from}`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
  check(await editor.edit((edit) => edit.replace(range, to)), 'The edit was refused.');
}

export function textOf(document: vscode.TextDocument, range: vscode.Range): string {
  return document.getText(range);
}

/** Leaves no unsaved text behind for the next test. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
