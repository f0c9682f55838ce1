import type { ExampleFiles } from '../../server/src/core/examples';

export interface Mark {
  readonly path: string;
  /** 1-based, in the text without marks. */
  readonly line: number;
  readonly column: number;
  /** Undefined when only the start is marked. */
  readonly endColumn: number | undefined;
  readonly message: string;
}

const MARK_LINE = /^[ \t]*\/\/[ \t]*\^/;
const MARK = /(\^+)(\.\.\.)?[ \t]*([\w-]+)/g;

/** Takes the mark lines out of the files of an example. */
export function readMarks(files: ExampleFiles): { readonly files: Record<string, string>; readonly marks: Mark[] } {
  const clean: Record<string, string> = {};
  const marks: Mark[] = [];
  for (const [path, text] of Object.entries(files)) {
    const kept: string[] = [];
    for (const line of text.split('\n')) {
      if (!MARK_LINE.test(line)) {
        kept.push(line);
        continue;
      }
      for (const match of line.matchAll(MARK)) {
        const [, carets = '', open, message = ''] = match;
        const column = match.index + 1;
        marks.push({ path, line: kept.length, column, endColumn: open ? undefined : column + carets.length, message });
      }
    }
    clean[path] = kept.join('\n');
  }
  return { files: clean, marks };
}
