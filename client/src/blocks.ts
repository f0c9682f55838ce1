import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LOCK_FILES, installCommand } from '../../server/src/shared/package-manager';
import {
  blocksRequest,
  planBlockRequest,
  prepareBlockRequest,
  projectsRequest,
} from '../../server/src/shared/protocol';
import type {
  BlockItem,
  BlockQuestion,
  BlockRequest,
  PlannedBlock,
  PlannedFile,
  ProjectItem,
  ProjectsParams,
} from '../../server/src/shared/protocol';
import type { Pages } from './pages';

const SET_UP = 'set-up';
const PREFIX = 'luciaGuard.insert.';
const INSTALL_IN_TERMINAL = 'Put Install Command into Terminal';
const COPY_INSTALL = 'Copy Install Command';
const OPEN_FOLDER = 'Open Folder...';

export interface BlockCommands {
  /** The commands of single blocks, by name. */
  readonly names: readonly string[];
  run(command: string): Promise<void>;
  /** Inserts a block, or lets the user choose one. */
  insert(block?: string): Promise<void>;
  setUp(): Promise<void>;
}

type Choice<T> = vscode.QuickPickItem & { readonly value: T };

/**
 * The commands that insert building blocks. What the blocks are, what there is to ask and what is to be written comes from
 * the server; here are only the questions. Leaving one of them changes nothing.
 * @param filesKnown resolves when the server has what it cannot read itself
 * @param hasTerminal whether this VS Code can run a command
 */
export function createBlockCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  pages: Pages,
  filesKnown: () => Promise<void>,
  hasTerminal: boolean,
): BlockCommands {
  const asUri = (uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);
  const toUri = (uri: string): vscode.Uri => client.protocol2CodeConverter.asUri(uri);

  const chooseBlock = async (): Promise<string | undefined> => {
    const blocks = await client.sendRequest<BlockItem[]>(blocksRequest);
    const items = blocks.map(({ id, title, description }) => ({ label: title, detail: description, value: id }));
    return pick(items, {
      title: 'Insert Building Block',
      placeHolder: 'What do you want to insert?',
      matchOnDetail: true,
    });
  };

  const chooseProject = async (title: string): Promise<ProjectItem | undefined> => {
    if (!vscode.workspace.workspaceFolders?.length) {
      const chosen = await vscode.window.showErrorMessage(
        'Lucia Guard writes building blocks into a project: open the folder that holds its package.json first.',
        OPEN_FOLDER,
      );
      if (chosen === OPEN_FOLDER) await vscode.commands.executeCommand('vscode.openFolder');
      return undefined;
    }
    const active = vscode.window.activeTextEditor?.document.uri;
    const params: ProjectsParams = active ? { uri: asUri(active) } : {};
    const projects = await client.sendRequest<ProjectItem[]>(projectsRequest, params);
    if (projects.length === 0) {
      void vscode.window.showErrorMessage(
        'There is no package.json in the open folder. Create the app first (for Next.js: npx create-next-app@latest), then run this command again.',
      );
      return undefined;
    }
    if (projects.length === 1) return projects[0];
    const items = projects.map((project) => ({
      label: project.name,
      description: project.description,
      value: project,
    }));
    return pick(items, { title, placeHolder: 'Which project?', matchOnDescription: true });
  };

  /** Asks what is open, one thing after the other; an answer can settle or raise other questions. */
  const askAll = async (title: string, block: string, folder: string): Promise<BlockRequest | undefined> => {
    let request: BlockRequest = { block, folder, answers: {} };
    for (;;) {
      const questions = await client.sendRequest<BlockQuestion[]>(prepareBlockRequest, request);
      const [question] = questions;
      if (!question) return request;
      const items = question.options.map(({ value, label }, index) => ({
        label,
        ...(index === 0 && { description: 'best guess' }),
        value,
      }));
      const value = await pick(items, { title, placeHolder: question.title });
      if (value === undefined) return undefined;
      request = { ...request, answers: { ...request.answers, [question.id]: value } };
    }
  };

  const insert = async (block: string): Promise<void> => {
    const blocks = await client.sendRequest<BlockItem[]>(blocksRequest);
    await filesKnown();
    const title = blocks.find(({ id }) => id === block)?.title ?? block;
    const project = await chooseProject(title);
    if (!project) return;
    const request = await askAll(title, block, project.uri);
    if (!request) return;
    const plan = await separateExisting(await client.sendRequest<PlannedBlock>(planBlockRequest, request));
    const replaced: PlannedFile[] = [];
    for (const existing of [plan.existing.filter(({ adds }) => !adds), plan.existing.filter(({ adds }) => adds)]) {
      const chosen = await askAboutExisting({ ...plan, existing });
      if (!chosen) return;
      replaced.push(...chosen);
    }
    if (plan.create.length + replaced.length === 0) return;
    const preview = block === SET_UP ? await askForPreview(plan, replaced) : false;
    if (preview === undefined) return;
    await write(plan, replaced, toUri(project.uri), preview);
  };

  /** The server may not see every kind of file: a file that is there is never taken for a new one. */
  const separateExisting = async (plan: PlannedBlock): Promise<PlannedBlock> => {
    const there = await Promise.all(plan.create.map(({ uri }) => exists(toUri(uri))));
    return {
      ...plan,
      create: plan.create.filter((_, index) => !there[index]),
      existing: [
        ...plan.existing,
        ...plan.create.flatMap((file, index) => (there[index] ? [{ ...file, adds: false }] : [])),
      ],
    };
  };

  /** The files to replace; undefined when nothing is to be written. */
  const askAboutExisting = async ({ title, create, existing }: PlannedBlock): Promise<PlannedFile[] | undefined> => {
    const [first] = existing;
    if (!first) return [];
    const one = existing.length === 1;
    const adds = existing.every((file) => file.adds);
    const replace = adds ? `Add to ${one ? 'It' : 'Them'}` : `Replace ${one ? 'It' : 'Them'}`;
    const editor = vscode.window.activeTextEditor;
    const others = create.length === 1 ? `${create[0]!.path}` : `${create.length} other files`;
    const paths = existing.map(({ path }) => path).join(', ');
    type Answer = 'keep' | 'open' | 'diff' | 'insert' | 'replace' | 'cancel';
    const items: Choice<Answer>[] = [
      ...(create.length > 0
        ? [{ label: one ? 'Keep It' : 'Keep Them', detail: `Writes ${others} only.`, value: 'keep' } as const]
        : []),
      { label: 'Open Existing', detail: 'Writes nothing.', value: 'open' },
      { label: 'Show Diff', detail: 'Compares with the building block. Writes nothing.', value: 'diff' },
      ...(editor && one
        ? [{ label: 'Insert into the Open Editor', detail: `${first.path}, at the cursor.`, value: 'insert' } as const]
        : []),
      {
        label: replace,
        detail: adds ? 'Keeps what is there.' : 'Undo brings the old text back.',
        value: 'replace',
      },
      { label: 'Cancel', value: 'cancel' },
    ];
    const placeHolder = one ? `${first.path} exists already` : `${existing.length} files exist already: ${paths}`;
    switch (await pick(items, { title, placeHolder })) {
      case 'keep':
        return [];
      case 'replace':
        return [...existing];
      case 'open':
        for (const { uri } of existing) await vscode.window.showTextDocument(toUri(uri), { preview: false });
        return undefined;
      case 'diff':
        for (const { uri, path, text } of existing) {
          const options: vscode.TextDocumentShowOptions = { preview: false };
          const label = `${path} (existing ↔ building block)`;
          await vscode.commands.executeCommand('vscode.diff', toUri(uri), pages.proposal(path, text), label, options);
        }
        return undefined;
      case 'insert':
        await editor?.edit((edit) => edit.insert(editor.selection.active, first.text));
        return undefined;
      default:
        return undefined;
    }
  };

  /** Whether to show each change before it is made; undefined to change nothing. */
  const askForPreview = async (
    { title, create }: PlannedBlock,
    replaced: readonly PlannedFile[],
  ): Promise<boolean | undefined> => {
    const count = filesOf(create.length + replaced.length);
    const listed = (files: readonly PlannedFile[], description: string): Choice<'file'>[] =>
      files.map(({ path }) => ({ label: `$(file) ${path}`, description, value: 'file' }));
    const items: Choice<boolean | 'file'>[] = [
      { label: `Write ${count}`, detail: 'As one change; Undo takes all of it back.', value: false },
      { label: 'Show Preview', detail: 'Choose in the Refactor Preview what is written.', value: true },
      { label: 'Files', kind: vscode.QuickPickItemKind.Separator, value: 'file' },
      ...listed(replaced, 'replaced'),
      ...listed(create, 'new'),
    ];
    const chosen = await pick(items, { title, placeHolder: `${title}: ${count}` });
    // A file that is chosen is no decision about the others: its preview comes with theirs.
    return chosen === 'file' ? true : chosen;
  };

  const write = async (
    { title, create, existing, open, install, notes }: PlannedBlock,
    replaced: readonly PlannedFile[],
    folder: vscode.Uri,
    preview: boolean,
  ): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    const metadata: vscode.WorkspaceEditEntryMetadata = { label: title, needsConfirmation: false };
    if (preview) {
      // What asks for the preview starts out unticked in it, so it is an edit that changes nothing: all files are ticked.
      const manifest = vscode.Uri.joinPath(folder, 'package.json');
      edit.insert(manifest, new vscode.Position(0, 0), '', { label: 'Nothing else changes', needsConfirmation: true });
    }
    for (const { uri, text } of create) {
      edit.createFile(toUri(uri), { overwrite: false, contents: new TextEncoder().encode(text) }, metadata);
    }
    const documents: vscode.TextDocument[] = [];
    for (const { uri, text } of replaced) {
      const document = await vscode.workspace.openTextDocument(toUri(uri));
      const end = document.positionAt(document.getText().length);
      edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text, metadata);
      documents.push(document);
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      if (!preview) void vscode.window.showErrorMessage(`${title}: VS Code did not make the change.`);
      return;
    }
    for (const document of documents) await document.save();
    if (open && (await exists(toUri(open.uri)))) {
      const at = new vscode.Position(open.line, 0);
      await vscode.window.showTextDocument(toUri(open.uri), { preview: false, selection: new vscode.Range(at, at) });
    }
    const left = existing.flatMap(({ uri, kept }) =>
      kept && !replaced.some((file) => file.uri === uri) ? [kept] : [],
    );
    const told = [...left, ...notes];
    if (told.length > 0) void vscode.window.showWarningMessage(`${title}: ${told.join(' ')}`);
    // Not awaited: the command is done, the message stays until it is closed.
    void guarded(() => tell(`${title}: wrote ${filesOf(create.length + replaced.length)}.`, install, folder));
  };

  const tell = async (done: string, install: readonly string[], folder: vscode.Uri): Promise<void> => {
    if (install.length === 0) {
      void vscode.window.showInformationMessage(done);
      return;
    }
    const command = await commandToInstall(install, folder);
    const chosen = await vscode.window.showInformationMessage(
      `${done} The project lacks ${install.join(', ')}.`,
      ...(hasTerminal ? [INSTALL_IN_TERMINAL] : []),
      COPY_INSTALL,
    );
    if (chosen === COPY_INSTALL) await vscode.env.clipboard.writeText(command);
    if (chosen === INSTALL_IN_TERMINAL) {
      const terminal = vscode.window.createTerminal({ name: 'Lucia Guard', cwd: folder });
      terminal.show();
      // Typed, not run: what is installed is for the user to decide.
      terminal.sendText(command, false);
    }
  };

  const guarded = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Lucia Guard could not insert the building block: ${reason}`);
    }
  };

  const { contributes } = context.extension.packageJSON as { contributes: { commands: { command: string }[] } };
  return {
    names: contributes.commands.map(({ command }) => command).filter((command) => command.startsWith(PREFIX)),
    run: (command) => guarded(() => insert(command.slice(PREFIX.length))),
    insert: (block) =>
      guarded(async () => {
        const chosen = block ?? (await chooseBlock());
        if (chosen !== undefined) await insert(chosen);
      }),
    setUp: () => guarded(() => insert(SET_UP)),
  };
}

async function pick<T>(items: readonly Choice<T>[], options: vscode.QuickPickOptions): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { ...options, ignoreFocusOut: true }))?.value;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The package manager is the one whose lock file lies in the project's folder, or nearest above it in the workspace. */
async function commandToInstall(packages: readonly string[], folder: vscode.Uri): Promise<string> {
  const top = vscode.workspace.getWorkspaceFolder(folder)?.uri.path ?? folder.path;
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    for (const [file, manager] of LOCK_FILES) {
      if (await exists(vscode.Uri.joinPath(at, file))) return installCommand(manager, packages);
    }
    if (at.path === top || !at.path.startsWith(top)) return installCommand('npm', packages);
  }
}

function filesOf(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
