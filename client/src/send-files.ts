import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PROJECT_GLOB, SCHEMA_GLOB, SOURCE_GLOB, filesNotification } from '../../server/src/shared/protocol';
import type { FilesParams } from '../../server/src/shared/protocol';

const MAX_FILES = 2000;
const MAX_BYTES = 1_000_000;
const BATCH = 50;
const SKIPPED = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'coverage',
  '.git',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
]);
const SENT =
  /\.(?:[cm]?[jt]s|[jt]sx|astro)$|^(?:package|lucia-guard|[jt]sconfig.*)\.json$|^pnpm-workspace\.yaml$|^\.gitignore$|\.(?:prisma|sql)$/;

export interface SentFiles extends vscode.Disposable {
  /** Resolves when all files have been sent that were to be sent. */
  readonly done: () => Promise<void>;
}

/**
 * Sends the files of folders that the server cannot read itself: all of them in a browser, those that are not on disk
 * elsewhere. The server then knows helpers in other files there, too.
 */
export function sendFiles(
  client: BaseLanguageClient,
  serverReadsDisk: boolean,
  log: vscode.LogOutputChannel,
): SentFiles {
  const watchers = new Map<string, vscode.Disposable>();

  const read = async (uri: vscode.Uri): Promise<string | null> => {
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length > MAX_BYTES ? null : new TextDecoder().decode(bytes);
    } catch {
      return null;
    }
  };

  const send = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const asUri = client.code2ProtocolConverter.asUri;
    const files = await Promise.all(uris.map(async (uri) => ({ uri: asUri(uri), text: await read(uri) })));
    const params: FilesParams = { files };
    if (client.isRunning()) await client.sendNotification(filesNotification, params);
  };

  const list = async (folder: vscode.Uri, found: vscode.Uri[]): Promise<void> => {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      return;
    }
    for (const [name, type] of entries) {
      if (found.length >= MAX_FILES) return;
      const child = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) {
        if (!SKIPPED.has(name)) await list(child, found);
      } else if (type === vscode.FileType.File && SENT.test(name)) found.push(child);
    }
  };

  const sendFolder = async (folder: vscode.WorkspaceFolder): Promise<void> => {
    const found: vscode.Uri[] = [];
    await list(folder.uri, found);
    for (let at = 0; at < found.length; at += BATCH) await send(found.slice(at, at + BATCH));
    log.info(`Sent ${found.length} files of ${folder.uri.toString(true)} to the server.`);
  };

  const watch = (folder: vscode.WorkspaceFolder): vscode.Disposable => {
    const parts = [SOURCE_GLOB, PROJECT_GLOB, SCHEMA_GLOB].map((glob) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
      const changed = (uri: vscode.Uri) => void send([uri]);
      watcher.onDidCreate(changed);
      watcher.onDidChange(changed);
      watcher.onDidDelete(changed);
      return watcher;
    });
    return vscode.Disposable.from(...parts);
  };

  const sendAll = async (): Promise<void> => {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => !serverReadsDisk || uri.scheme !== 'file',
    );
    for (const folder of folders) {
      const key = folder.uri.toString();
      if (!watchers.has(key)) watchers.set(key, watch(folder));
      await sendFolder(folder);
    }
    for (const [key, watcher] of watchers) {
      if (folders.some(({ uri }) => uri.toString() === key)) continue;
      watcher.dispose();
      watchers.delete(key);
    }
  };

  let sending = Promise.resolve();
  const start = (): void => {
    sending = sending.then(sendAll).catch((error: unknown) => log.warn(String(error)));
  };
  const subscriptions = [
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) start();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(start),
  ];
  return {
    done: () => sending,
    dispose: () => {
      for (const part of [...subscriptions, ...watchers.values()]) part.dispose();
    },
  };
}
