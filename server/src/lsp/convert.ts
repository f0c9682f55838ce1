import { CodeActionKind, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type {
  CodeAction,
  Diagnostic,
  DiagnosticRelatedInformation,
  Range,
  TextDocumentEdit,
  TextEdit as LspEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Finding } from '../core/rule';
import type { Action } from '../core/service.types';
import type { FileEdit, TextEdit } from '../core/text';

export const SOURCE = 'lucia-guard';
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.luciaGuard`;

/** Stands for an empty authority, so that a path never holds two slashes in a row. */
const NO_AUTHORITY = '_';
const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: '.ts',
  typescriptreact: '.tsx',
  javascript: '.js',
  javascriptreact: '.jsx',
  astro: '.astro',
};

/** The analysis's path of a URI: a plain path for files on disk, `scheme://authority/path` for all others. */
export function pathOfUri(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file') return `${scheme}://${authority || NO_AUTHORITY}/${path.replace(/^\/+/, '')}`;
  if (authority) return `//${authority}${path}`;
  return path.replace(/^\/([A-Za-z]):/, (_, drive: string) => `${drive.toLowerCase()}:`);
}

/** The path of an open document: an untitled one gets the extension of its language. */
export function pathOfDocument(document: { readonly uri: string; readonly languageId: string }): string {
  const path = pathOfUri(document.uri);
  const extension = EXTENSIONS[document.languageId];
  if (extension === undefined || document.uri.startsWith('file:') || /\.[cm]?[jt]sx?$|\.astro$/.test(path)) return path;
  return path + extension;
}

export function uriOfPath(path: string): string {
  const other = /^([A-Za-z][\w+.-]+):\/\/([^/]*)(\/.*)?$/.exec(path);
  if (!other) return URI.file(path).toString();
  const [, scheme = '', authority = '', rest = '/'] = other;
  return URI.from({ scheme, authority: authority === NO_AUTHORITY ? '' : authority, path: rest }).toString();
}

/** How the server finds the documents that positions belong to. */
export interface Documents {
  /** The open document of a path, else one made from its text, or undefined when there is none. */
  get(path: string): TextDocument | undefined;
  /** The version of an open document; null when it is not open. */
  version(path: string): number | null;
  uri(path: string): string;
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/**
 * The diagnostic of a finding.
 * @param hrefOf where a rule's page is
 */
export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  documents: Documents,
  hrefOf: (ruleId: string) => string | undefined,
): Diagnostic {
  const href = hrefOf(finding.ruleId);
  const related = finding.related.flatMap(({ path, start, end, message }): DiagnosticRelatedInformation[] => {
    const other = path === finding.path ? document : documents.get(path);
    return other ? [{ location: { uri: documents.uri(path), range: rangeOf(other, start, end) }, message }] : [];
  });
  return {
    range: rangeOf(document, finding.start, finding.end),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    ...(href !== undefined && { codeDescription: { href } }),
    source: SOURCE,
    message: finding.message,
    ...(finding.ruleId === 'unused-directive' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { ruleId: finding.ruleId, messageId: finding.messageId, fixable: finding.fixable },
  };
}

export function toLspEdits(edits: readonly TextEdit[], document: TextDocument): LspEdit[] {
  return edits.map(({ start, end, newText }) => ({ range: rangeOf(document, start, end), newText }));
}

/**
 * The edits of one action as the client applies them, or undefined when the client cannot.
 * @param documentChanges whether the client takes versioned edits
 * @param canCreate whether it creates files
 */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  documents: Documents,
  documentChanges: boolean,
  canCreate: boolean,
): WorkspaceEdit | undefined {
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const { path, create, edits: own } of edits) {
    const uri = documents.uri(path);
    if (create) {
      if (!documentChanges || !canCreate) return undefined;
      changes.push({ kind: 'create', uri });
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      changes.push({
        textDocument: { uri, version: null },
        edits: own.map(({ newText }) => ({ range, newText })),
      });
    } else {
      const document = documents.get(path);
      if (!document) return undefined;
      changes.push({ textDocument: { uri, version: documents.version(path) }, edits: toLspEdits(own, document) });
    }
  }
  if (documentChanges) return { documentChanges: changes };
  const plain: Record<string, LspEdit[]> = {};
  for (const change of changes as TextDocumentEdit[]) {
    (plain[change.textDocument.uri] ??= []).push(...(change.edits as LspEdit[]));
  }
  return { changes: plain };
}

/** What an action needs to be resolved later, by a server that has kept nothing. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly action: Action;
}

/**
 * A code action without its edit.
 * @param diagnostics those that the client sent along
 */
export function toCodeAction(
  action: Action,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
  documentationCommand: string | undefined,
): CodeAction {
  const start = document.positionAt(action.start);
  const mended = diagnostics.filter(
    ({ code, range, source }) =>
      source === SOURCE &&
      code === action.ruleId &&
      range.start.line === start.line &&
      range.start.character === start.character,
  );
  const base: CodeAction = {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    ...(mended.length > 0 && { diagnostics: mended }),
    ...(action.isPreferred && { isPreferred: true }),
  };
  if (action.kind === 'documentation') {
    return {
      ...base,
      command: { title: action.title, command: documentationCommand ?? '', arguments: [action.ruleId] },
    };
  }
  const data: ActionData = { uri: document.uri, version: document.version, action };
  return { ...base, data };
}
