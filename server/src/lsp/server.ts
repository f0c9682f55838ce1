import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Host } from '../core/host';
import { isUnder } from '../core/paths';
import { createService } from '../core/service';
import { isSourcePath } from '../core/syntax';
import { rules } from '../rules/index.generated';
import { renderSessionWrapper } from '../templates/wrapper';
import {
  PROJECT_GLOB,
  SCHEMA_GLOB,
  SOURCE_GLOB,
  explainFileRequest,
  fileStateRequest,
  filesNotification,
  stateChangedNotification,
} from '../shared/protocol';
import type { FileParams, FileState, FilesParams, InitializationOptions } from '../shared/protocol';
import { SETTINGS_SECTION } from '../shared/settings';
import { serveBlocks } from './blocks';
import { completeBlocks } from './completions';
import {
  FIX_ALL_KIND,
  pathOfDocument,
  pathOfUri,
  toCodeAction,
  toDiagnostic,
  toLspEdits,
  toWorkspaceEdit,
  uriOfPath,
} from './convert';
import type { ActionData, Documents } from './convert';
import { createIndexer } from './indexing';
import { createSentFiles, routeHost } from './sent-files';
import { readEditorSettings } from './settings';
import type { EditorSettings } from './settings';

const PUSH_DELAY_MS = 150;
const REFRESH_DELAY_MS = 200;
const STATE_DELAY_MS = 100;

/** Documents of these schemes are other versions of files, or text of the editor itself. */
const IGNORED_SCHEMES =
  /^(?:git|gitfs|gitlens|output|review|vscode-local-history|vscode-scm|walkThroughSnippet|lucia-guard):/;

/** What the place that the server runs in gives it. */
export interface ServerEnvironment {
  readonly name: 'node' | 'web worker';
  /** The disk; undefined where there is none. */
  readonly disk: Host | undefined;
  /** The page of a rule beside the server, for editors that do not name another place. */
  documentationUri(ruleId: string): string | undefined;
  /** Runs a callback after what has arrived meanwhile. */
  defer(callback: () => void): void;
}

/** Serves one client over a connection that is not listening yet. Nothing that goes wrong inside ends the process. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  const sent = createSentFiles();
  const host = environment.disk ? routeHost(environment.disk, sent.host) : sent.host;
  const service = createService(host, { rules, writeWrapper: renderSessionWrapper });
  const documents = new TextDocuments(TextDocument);
  /** Open documents by the analysis's path. */
  const open = new Map<string, TextDocument>();
  const savedVersions = new Map<string, number>();
  let client: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let folders = new Map<string, string>();
  let run: EditorSettings['run'] = 'onType';
  /** Grows with the settings, so that an answer given under others counts as old. */
  let settingsEpoch = 0;
  let knownEpoch = service.epoch();
  let failure: string | undefined;
  let configured!: () => void;
  const whenConfigured = new Promise<void>((resolve) => (configured = resolve));

  const view: Documents = {
    get(path) {
      const known = open.get(path);
      if (known) return known;
      const text = host.read(path);
      return text === undefined ? undefined : TextDocument.create(uriOfPath(path), '', 0, text);
    },
    version: (path) => open.get(path)?.version ?? null,
    uri: (path) => open.get(path)?.uri ?? uriOfPath(path),
  };

  /** The files as the user sees them. */
  const seen: Host = { ...host, read: (path) => open.get(path)?.getText() ?? host.read(path) };

  const pulls = () => client.textDocument?.diagnostic !== undefined;
  const documentationUri = (ruleId: string): string | undefined =>
    options.documentationUri?.replace('{id}', ruleId) ?? environment.documentationUri(ruleId);

  /** The same for Markdown, where editors follow links to commands but not those of schemes they do not know. */
  const documentationLink = (ruleId: string): string | undefined => {
    const { documentationCommand } = options;
    if (documentationCommand === undefined) return documentationUri(ruleId);
    return `command:${documentationCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`;
  };

  /** Runs a handler; an error is logged and becomes the state of the server instead of its end. */
  const guarded = <T>(what: string, fallback: T, action: () => T): T => {
    try {
      const result = action();
      for (const { ruleId, path, error } of service.takeFailures()) {
        connection.console.error(`Rule ${ruleId} failed on ${path}: ${describe(error)}`);
      }
      failure = undefined;
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      failure = `${what} failed: ${error instanceof Error ? error.message : String(error)}`;
      connection.console.error(`${what} failed: ${describe(error)}`);
      stateChangedSoon();
      return fallback;
    }
  };

  const stateChangedSoon = debounced(STATE_DELAY_MS, () => {
    if (options.showsState) void connection.sendNotification(stateChangedNotification);
  });

  const pathIn = (uri: string): string | undefined => {
    const document = documents.get(uri);
    return document && !IGNORED_SCHEMES.test(uri) ? pathOfDocument(document) : undefined;
  };

  const diagnosticsOf = (document: TextDocument, path: string, token?: CancellationToken): Diagnostic[] =>
    guarded('Checking', [], () => {
      const findings = service.diagnostics(path, token && (() => token.isCancellationRequested));
      return findings.map((finding) => toDiagnostic(finding, document, view, documentationUri));
    });

  // Diagnostics: asked for by clients that can, sent to the others.

  const refreshSoon = debounced(REFRESH_DELAY_MS, () => {
    stateChangedSoon();
    if (!pulls()) for (const path of open.keys()) pushSoon(path, 0);
    else if (client.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => connection.console.warn(String(error)));
    }
  });

  const refreshIfFactsChanged = (): void => {
    const epoch = service.epoch();
    if (epoch === knownEpoch) return;
    knownEpoch = epoch;
    refreshSoon();
  };

  const pushTimers = new Map<string, ReturnType<typeof setTimeout>>();
  const pushSoon = (path: string, delay: number): void => {
    if (pulls()) return;
    clearTimeout(pushTimers.get(path));
    const push = async (): Promise<void> => {
      pushTimers.delete(path);
      await whenConfigured;
      const document = open.get(path);
      if (!document) return;
      const { uri, version: documentVersion } = document;
      await connection.sendDiagnostics({ uri, version: documentVersion, diagnostics: diagnosticsOf(document, path) });
    };
    pushTimers.set(
      path,
      setTimeout(() => void push().catch((error: unknown) => connection.console.warn(String(error))), delay),
    );
  };

  const answerPull = async (
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    await whenConfigured;
    // What has arrived meanwhile, a cancellation or the next key, goes first.
    await new Promise<void>((resolve) => environment.defer(resolve));
    if (token.isCancellationRequested) throw cancelled();
    const path = pathIn(uri);
    const document = documents.get(uri);
    if (path === undefined || !document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const waitsForSave = run === 'onSave' && savedVersions.get(path) !== document.version;
    const resultId = `${document.version}.${service.epoch()}.${settingsEpoch}`;
    if (previous !== undefined && (waitsForSave || previous === resultId)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
    }
    const items = diagnosticsOf(document, path, token);
    if (token.isCancellationRequested) throw cancelled();
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };

  // Indexing and settings.

  const indexer = createIndexer(
    service,
    connection,
    () => client.window?.workDoneProgress === true,
    environment.defer,
    ({ phase, total }) => {
      stateChangedSoon();
      refreshIfFactsChanged();
      if (phase !== 'indexing') connection.console.info(`Indexed ${total} files (${phase}).`);
    },
  );

  const setFolders = (uris: readonly string[]): void => {
    folders = new Map(uris.map((uri) => [pathOfUri(uri), uri]));
    service.setFolders([...folders.keys()]);
    indexer.start();
  };

  const applySettings = (folder: string | undefined, value: unknown): void => {
    const settings = readEditorSettings(value);
    if (folder === undefined) run = settings.run;
    service.setSettings(folder, settings.service);
  };

  /** @param given the settings that came with a notification, for clients that cannot be asked */
  const readSettings = async (given?: unknown): Promise<void> => {
    const scopes = [undefined, ...folders.keys()];
    if (client.workspace?.configuration) {
      const items = scopes.map((folder) => ({
        section: SETTINGS_SECTION,
        ...(folder !== undefined && { scopeUri: folders.get(folder) }),
      }));
      const values = (await connection.workspace.getConfiguration(items)) as unknown[];
      scopes.forEach((folder, index) => applySettings(folder, values[index]));
    } else if (given !== undefined) {
      const sections = given as Record<string, unknown> | null;
      applySettings(undefined, sections?.[SETTINGS_SECTION]);
    }
    settingsEpoch++;
  };

  // The protocol.

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
    const given = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    folders = new Map(given.map((uri) => [pathOfUri(uri), uri]));
    return {
      serverInfo: { name: 'Lucia Guard', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(pulls() && {
          diagnosticProvider: { identifier: 'lucia-guard', interFileDependencies: true, workspaceDiagnostics: false },
        }),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
        hoverProvider: true,
        ...(takesSnippets() && { completionProvider: { triggerCharacters: ['-'] } }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    connection.console.info(`Lucia Guard ${version} (${environment.name}), ${rules.length} rules.`);
    connection.console.info(`Folders: ${[...folders.keys()].join(', ') || 'none'}.`);
    try {
      await readSettings();
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${describe(error)}`);
    }
    guarded('Opening the folders', undefined, () => setFolders([...folders.values()]));
    configured();
    refreshSoon();
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [
        { globPattern: SOURCE_GLOB },
        { globPattern: PROJECT_GLOB },
        { globPattern: SCHEMA_GLOB },
        // A folder that goes is one event, without any for the files in it.
        { globPattern: '**/*', kind: WatchKind.Delete },
      ];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        setFolders([...[...folders.values()].filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
        await readSettings();
        refreshSoon();
      });
    }
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    try {
      await readSettings(settings);
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${describe(error)}`);
    }
    refreshSoon();
  });

  documents.onDidOpen(({ document }) => {
    const path = pathIn(document.uri);
    if (path !== undefined) savedVersions.set(path, document.version);
  });
  documents.onDidChangeContent(({ document }) => {
    const path = pathIn(document.uri);
    if (path === undefined) return;
    const opened = !open.has(path);
    open.set(path, document);
    guarded('Reading the document', undefined, () => service.open(path, document.getText()));
    if (opened || run === 'onType') pushSoon(path, opened ? 0 : PUSH_DELAY_MS);
    refreshIfFactsChanged();
  });
  documents.onDidSave(({ document }) => {
    const path = pathIn(document.uri);
    if (path === undefined) return;
    savedVersions.set(path, document.version);
    if (run !== 'onSave') return;
    pushSoon(path, 0);
    refreshSoon();
  });
  documents.onDidClose(({ document }) => {
    if (IGNORED_SCHEMES.test(document.uri)) return;
    const path = pathOfDocument(document);
    open.delete(path);
    savedVersions.delete(path);
    guarded('Closing the document', undefined, () => service.close(path));
    if (!pulls()) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    refreshIfFactsChanged();
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    answerPull(textDocument.uri, previousResultId, token),
  );

  connection.onDidChangeWatchedFiles(({ changes }) => {
    guarded('Reading changed files', undefined, () => {
      for (const { uri, type } of changes) {
        const path = pathOfUri(uri);
        if (sent.has(path) || path.includes('/node_modules/')) continue;
        if (type === FileChangeType.Deleted && !isSourcePath(path)) {
          for (const file of service.checkedFiles()) if (isUnder(file, path)) service.fileChanged(file);
        }
        service.fileChanged(path);
      }
    });
    filesChanged();
  });

  connection.onNotification(filesNotification, ({ files }: FilesParams) => {
    guarded('Reading sent files', undefined, () => {
      for (const { uri, text } of files) {
        const path = pathOfUri(uri);
        sent.set(path, text ?? undefined);
        service.fileChanged(path);
      }
    });
    filesChanged();
  });

  const filesChanged = (): void => {
    indexer.start();
    refreshIfFactsChanged();
  };

  connection.onCodeAction((params, token) => guarded('Code actions', [], () => codeActions(params, token)));

  const codeActions = ({ textDocument, range, context }: CodeActionParams, token: CancellationToken): CodeAction[] => {
    const path = pathIn(textDocument.uri);
    const document = documents.get(textDocument.uri);
    if (path === undefined || !document || token.isCancellationRequested) return [];
    const wants = (kind: string) =>
      context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    if (context.only && wants(FIX_ALL_KIND)) {
      const edits = service.fixAll(path);
      if (edits.length === 0) return [];
      const edit = toWorkspaceEdit([{ path, edits }], view, documentChanges(), false);
      return [{ title: 'Fix all Lucia Guard problems that have a safe fix', kind: FIX_ALL_KIND, edit }];
    }
    if (context.only && !wants(CodeActionKind.QuickFix)) return [];
    return service
      .codeActions(path, document.offsetAt(range.start), document.offsetAt(range.end))
      .filter(({ kind }) => kind !== 'documentation' || options.documentationCommand !== undefined)
      .map((action) => toCodeAction(action, document, context.diagnostics, options.documentationCommand))
      .flatMap((action) => (resolvesEdits() || action.command ? [action] : withEdit(action)));
  };

  const resolvesEdits = (): boolean => {
    const { dataSupport, resolveSupport } = client.textDocument?.codeAction ?? {};
    return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
  };
  const takesSnippets = () => client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const documentChanges = () => client.workspace?.workspaceEdit?.documentChanges === true;

  const withEdit = (action: CodeAction): CodeAction[] => {
    const { uri, action: own } = action.data as ActionData;
    const path = pathIn(uri);
    const edits = path === undefined ? undefined : service.resolve(path, own);
    const canCreate = client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    const edit = edits && toWorkspaceEdit(edits, view, documentChanges(), canCreate);
    return edit ? [{ ...action, edit }] : [];
  };

  connection.onCodeActionResolve((action) => {
    const data = action.data as ActionData | undefined;
    if (!data || documents.get(data.uri)?.version !== data.version) throw outdated();
    const resolved = guarded('Resolving a code action', undefined, () => withEdit(action)[0]);
    if (!resolved) throw outdated();
    return resolved;
  });

  connection.onHover(({ textDocument, position }) =>
    guarded('Hover', null, () => {
      const path = pathIn(textDocument.uri);
      const document = documents.get(textDocument.uri);
      if (path === undefined || !document) return null;
      const offset = document.offsetAt(position);
      const hover = service.hover(path, offset);
      if (!hover) return null;
      const found = service.diagnostics(path).filter(({ start, end }) => start <= offset && offset <= end);
      const links = [...new Set(found.map(({ ruleId }) => ruleId))].flatMap((ruleId) => {
        const uri = documentationLink(ruleId);
        return uri === undefined ? [] : [`[Documentation of ${ruleId}](${uri})`];
      });
      const { start, end } = hover;
      const [edit] = toLspEdits([{ start, end, newText: '' }], document);
      return {
        contents: { kind: MarkupKind.Markdown, value: [hover.markdown, ...links].join('\n\n') },
        range: edit?.range,
      };
    }),
  );

  connection.onCompletion(({ textDocument, position }) =>
    guarded('Completions', [], () => {
      const path = pathIn(textDocument.uri);
      const document = documents.get(textDocument.uri);
      return path !== undefined && document ? completeBlocks(seen, document, path, document.offsetAt(position)) : [];
    }),
  );

  connection.onRequest(fileStateRequest, ({ uri }: FileParams): FileState => {
    const { phase, done, total } = service.indexState();
    const counts = { indexed: done, total };
    if (failure !== undefined) return { state: 'error', reason: failure, ...counts };
    const path = pathIn(uri) ?? pathOfUri(uri);
    const { state, reason } = service.status(path);
    if (state === 'off') return { state, reason, ...counts };
    if (state === 'none') return { state: 'noLucia', reason, ...counts };
    if (phase === 'idle' || phase === 'indexing') return { state: 'indexing', reason, ...counts };
    return { state: phase, reason, ...counts };
  });

  connection.onRequest(explainFileRequest, ({ uri }: FileParams): string =>
    guarded('Explaining', '', () => {
      const path = pathIn(uri) ?? pathOfUri(uri);
      const { state, reason } = service.status(path);
      const { phase, done, total } = service.indexState();
      const findings = service.diagnostics(path).length;
      return [
        `# ${path.slice(path.lastIndexOf('/') + 1)}`,
        `**${{ checked: 'Checked', none: 'Not checked', off: 'Not checked' }[state]}.** ${reason}`,
        ...(state === 'checked' ? [`Findings: ${findings}.`] : []),
        `Index: ${phase}, ${done} of ${total} files.`,
        `Settings that apply, of the editor and of lucia-guard.json:`,
        `\`\`\`json\n${JSON.stringify(service.settingsFor(path), undefined, 2)}\n\`\`\``,
      ].join('\n\n');
    }),
  );

  serveBlocks(connection, { host: seen, ready: whenConfigured, folders: () => [...folders.keys()] });

  documents.listen(connection);
  connection.listen();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function outdated(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed, or the finding is gone.');
}

/** Calls together what happens within the delay. */
function debounced(delay: number, action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, delay);
  };
}
