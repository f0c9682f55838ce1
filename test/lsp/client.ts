import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DidChangeWatchedFilesRegistrationOptions,
  DocumentDiagnosticReport,
  FileChangeType,
  Hover,
  InitializeResult,
  ProtocolConnection,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { fileStateRequest } from '../../server/src/shared/protocol';
import type { FileState, InitializationOptions } from '../../server/src/shared/protocol';

export const root = join(__dirname, '..', '..');
const SERVER = join(root, 'dist', 'server.js');

/** What an editor such as VS Code says of itself. */
export const FULL_CLIENT: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    workspaceFolders: true,
  },
};

/** An editor that can do nothing but show what it is sent. */
export const PLAIN_CLIENT: ClientCapabilities = {};

export interface ClientOptions {
  /** Paths or URIs. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Answers to workspace/configuration, by folder URI; '' is the answer without one. */
  readonly settings?: Record<string, unknown>;
  /** The client answers what its settings are only after this. */
  readonly settingsGate?: Promise<void>;
  readonly command?: readonly [string, ...string[]];
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly logged: string[];
  readonly pushed: Map<string, Diagnostic[]>;
  readonly progress: string[];
  readonly registered: string[];
  /** The globs of the files that the client is asked to tell of. */
  readonly watched: string[];
  refreshes: number;
  readonly settings: Record<string, unknown>;
  open(path: string, text: string, languageId?: string): TextDocument;
  openUri(uri: string, text: string, languageId: string): TextDocument;
  /** Replaces the first occurrence of a text, as typing would; answers the new document. */
  edit(document: TextDocument, find: string, replacement: string): TextDocument;
  close(document: TextDocument): void;
  save(document: TextDocument): void;
  changed(type: FileChangeType, ...paths: string[]): void;
  pull(document: TextDocument, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(document: TextDocument): Promise<Diagnostic[]>;
  /** Asks until the answer passes the test. */
  diagnosticsWhen(document: TextDocument, test: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  pushedWhen(document: TextDocument, test: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  actions(document: TextDocument, range: Range, context?: Partial<CodeActionContext>): Promise<CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  hover(document: TextDocument, at: string): Promise<Hover | null>;
  state(document: TextDocument): Promise<FileState>;
  /** Waits until the folders are indexed. */
  indexed(): Promise<void>;
  stop(): Promise<number | null>;
}

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  if (!existsSync(SERVER)) throw new Error('dist/server.js is missing: run npm run build');
  const [command, ...args] = options.command ?? [process.execPath, SERVER, '--stdio'];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const settings = options.settings ?? {};
  const state = { refreshes: 0 };
  const logged: string[] = [];
  const progress: string[] = [];
  const registered: string[] = [];
  const watched: string[] = [];
  const pushed = new Map<string, Diagnostic[]>();
  child.stderr.on('data', (chunk) => logged.push(`stderr: ${chunk}`));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }) => void pushed.set(uri, diagnostics),
  );
  connection.onRequest(DiagnosticRefreshRequest.type, () => void state.refreshes++);
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const { method, registerOptions } of registrations) {
      registered.push(method);
      const { watchers = [] } = (registerOptions ?? {}) as Partial<DidChangeWatchedFilesRegistrationOptions>;
      watched.push(...watchers.map(({ globPattern }) => String(globPattern)));
    }
  });
  connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
    await options.settingsGate;
    return items.map(({ scopeUri }) => settings[scopeUri ?? ''] ?? null);
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => void progress.push(kind));
  });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: (options.folders ?? []).map((folder) => ({ uri: uriOf(folder), name: folder })),
    capabilities: options.capabilities ?? FULL_CLIENT,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const client: TestClient = {
    connection,
    process: child,
    initialized,
    logged,
    pushed,
    progress,
    registered,
    watched,
    get refreshes() {
      return state.refreshes;
    },
    settings,
    open: (path, text, languageId = 'typescript') => client.openUri(uriOf(path), text, languageId),
    openUri(uri, text, languageId) {
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
      return TextDocument.create(uri, languageId, 1, text);
    },
    edit(document, find, replacement) {
      const at = document.getText().indexOf(find);
      if (at < 0) throw new Error(`no "${find}" in the document`);
      const change = {
        range: { start: document.positionAt(at), end: document.positionAt(at + find.length) },
        text: replacement,
      };
      const next = TextDocument.update(
        TextDocument.create(document.uri, document.languageId, document.version, document.getText()),
        [change],
        document.version + 1,
      );
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: next.uri, version: next.version },
        contentChanges: [change],
      });
      return next;
    },
    close: ({ uri }) =>
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    save: ({ uri }) =>
      void connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
    changed(type, ...paths) {
      const changes = paths.map((path) => ({ uri: uriOf(path), type }));
      void connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    },
    pull: ({ uri }, previousResultId) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, previousResultId }),
    async diagnostics(document) {
      const report = await client.pull(document);
      if (report.kind !== 'full') throw new Error('an answer without items');
      return report.items;
    },
    diagnosticsWhen: (document, test) => until(() => client.diagnostics(document), test),
    pushedWhen: ({ uri }, test) =>
      until(
        async () => pushed.get(uri),
        (found) => found !== undefined && test(found),
      ) as Promise<Diagnostic[]>,
    async actions({ uri }, range, context = {}) {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      });
      return (answer ?? []) as CodeAction[];
    },
    resolve: (action) => connection.sendRequest(CodeActionResolveRequest.type, action),
    hover: (document, at) =>
      connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: document.uri },
        position: document.positionAt(document.getText().indexOf(at) + 1),
      }),
    state: ({ uri }) => connection.sendRequest(fileStateRequest, { uri }),
    async indexed() {
      await until(async () => logged.some((line) => line.startsWith('Indexed ')), Boolean);
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
  return client;
}

export function uriOf(path: string): string {
  return path.includes('://') ? path : pathToFileURL(path).href;
}

export async function until<T>(ask: () => Promise<T>, test: (value: T) => boolean, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (test(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function textAt(document: TextDocument, { range }: Diagnostic): string {
  return document.getText(range);
}

export function ids(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** The text of a document after an edit of the workspace. */
export function applied(document: TextDocument, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges
    ? edit.documentChanges.flatMap((change) =>
        'edits' in change && change.textDocument.uri === document.uri ? (change.edits as TextEdit[]) : [],
      )
    : (edit?.changes?.[document.uri] ?? []);
  return TextDocument.applyEdits(document, changes);
}
