import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { CompletionList } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../core/host';
import { dirname } from '../core/paths';
import { detectParams, frameworksIn } from '../templates/detect';
import { blockCompletions } from '../templates/facade';

const PREFIX = 'lucia-';
/** So much has to be typed before building blocks are offered among everything else. */
const ENOUGH = 2;

const NOTHING: CompletionList = { isIncomplete: false, items: [] };
const NOTHING_YET: CompletionList = { isIncomplete: true, items: [] };

/**
 * The building blocks as the project of the document would have them. They are offered at the start of a line only, and
 * come before the contributed snippets of the same block, whose names end in a framework or database.
 */
export function completeBlocks(host: Host, document: TextDocument, path: string, offset: number): CompletionList {
  const text = document.getText();
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const typed = /^\s*([\w-]*)$/.exec(text.slice(lineStart, offset))?.[1];
  if (typed === undefined) return NOTHING;
  if (!PREFIX.startsWith(typed) && !typed.startsWith(PREFIX)) return NOTHING;
  if (typed.length < ENOUGH) return NOTHING_YET;
  const folder = projectOf(host, path);
  if (folder === undefined || frameworksIn(host, folder).length === 0) return NOTHING;
  const { params } = detectParams(host, folder);
  const range = { start: document.positionAt(offset - typed.length), end: document.positionAt(offset) };
  return {
    isIncomplete: false,
    items: blockCompletions(params, path.slice(folder.length + 1)).map(
      ({ label, description, snippet, text: code }) => ({
        label,
        labelDetails: { description: 'this project' },
        kind: CompletionItemKind.Snippet,
        detail: description,
        documentation: { kind: MarkupKind.Markdown, value: `\`\`\`ts\n${code}\n\`\`\`` },
        sortText: `0${label}`,
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { range, newText: snippet },
      }),
    ),
  };
}

function projectOf(host: Host, path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (host.isFile(`${folder}/package.json`)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
