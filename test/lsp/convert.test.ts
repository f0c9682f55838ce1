import { deepStrictEqual, strictEqual } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfDocument, pathOfUri, toWorkspaceEdit, uriOfPath } from '../../server/src/lsp/convert';
import type { Documents } from '../../server/src/lsp/convert';

describe('conversion', () => {
  it('of URIs to paths and back', () => {
    const pairs: readonly (readonly [uri: string, path: string])[] = [
      ['file:///home/me/a%20b/%C3%BC.ts', '/home/me/a b/ü.ts'],
      ['file:///c%3A/Projects/a.ts', 'c:/Projects/a.ts'],
      ['file://server/share/a.ts', '//server/share/a.ts'],
      ['vscode-vfs://github/acme/app/a.ts', 'vscode-vfs://github/acme/app/a.ts'],
      ['memfs:/app/a.ts', 'memfs://_/app/a.ts'],
    ];
    for (const [uri, path] of pairs) {
      strictEqual(pathOfUri(uri), path);
      strictEqual(uriOfPath(path), uri);
    }
    strictEqual(pathOfUri('file:///C:/Projects/a.ts'), 'c:/Projects/a.ts');
  });

  it('of untitled documents gives them the extension of their language', () => {
    const of = (uri: string, languageId: string) => pathOfDocument({ uri, languageId });
    strictEqual(of('untitled:Untitled-1', 'typescriptreact'), 'untitled://_/Untitled-1.tsx');
    strictEqual(of('untitled:/home/me/a.js', 'javascript'), 'untitled://_/home/me/a.js');
    strictEqual(of('file:///home/me/script', 'javascript'), '/home/me/script');
    strictEqual(of('untitled:Untitled-1', 'plaintext'), 'untitled://_/Untitled-1');
  });

  it('of edits keeps to what the client can do', () => {
    const text = TextDocument.create('file:///a.ts', 'typescript', 7, 'one\r\ntwo');
    const documents: Documents = {
      get: (path) => (path === '/a.ts' ? text : undefined),
      version: (path) => (path === '/a.ts' ? 7 : null),
      uri: uriOfPath,
    };
    const change = { path: '/a.ts', edits: [{ start: 5, end: 8, newText: 'deux' }] };
    const create = { path: '/new.ts', create: true, edits: [{ start: 0, end: 0, newText: 'export {};\n' }] };
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    const edits = [{ range, newText: 'deux' }];
    deepStrictEqual(toWorkspaceEdit([change], documents, false, false), { changes: { 'file:///a.ts': edits } });
    deepStrictEqual(toWorkspaceEdit([create, change], documents, true, true), {
      documentChanges: [
        { kind: 'create', uri: 'file:///new.ts' },
        {
          textDocument: { uri: 'file:///new.ts', version: null },
          edits: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: 'export {};\n' },
          ],
        },
        { textDocument: { uri: 'file:///a.ts', version: 7 }, edits },
      ],
    });
    strictEqual(toWorkspaceEdit([create, change], documents, true, false), undefined);
    strictEqual(toWorkspaceEdit([create, change], documents, false, true), undefined);
    strictEqual(toWorkspaceEdit([{ path: '/gone.ts', edits: [] }], documents, true, true), undefined);
  });
});
