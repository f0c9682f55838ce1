/** Offsets are UTF-16 code units from the start of the text, as in TypeScript and in LSP. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface FileEdit {
  readonly path: string;
  /** True when the file does not exist yet; then `edits` is one insertion at 0. */
  readonly create?: boolean;
  readonly edits: readonly TextEdit[];
}

export interface LineColumn {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Offsets at which each line starts; `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}

export function lineColumnAt(starts: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (starts[mid]! <= offset) low = mid;
    else high = mid - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The part in which two texts differ: from `start` to `oldEnd` in the first and to `newEnd` in the second. */
export function changedWindow(
  before: string,
  after: string,
): { readonly start: number; readonly oldEnd: number; readonly newEnd: number } {
  const max = Math.min(before.length, after.length);
  let start = 0;
  while (start < max && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < max - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/**
 * Applies edits that do not overlap. Edits at the same offset keep their order.
 * @throws RangeError when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let last = 0;
  for (const { edit } of sorted) {
    if (edit.start < last || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} overlaps another or lies outside the text`);
    }
    result += text.slice(last, edit.start) + edit.newText;
    last = edit.end;
  }
  return result + text.slice(last);
}

/** The line end that the text uses most, `\n` when it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return crlf * 2 > all ? '\r\n' : '\n';
}

/** White space at the start of the line that holds the offset. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** The file's own habits, so that inserted code looks like the code around it. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  readonly semicolon: boolean;
  /** One level of indentation. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly trailingComma: boolean;
}

export function codeStyleOf(text: string): CodeStyle {
  const single = count(text, /'[^'"\n]*'/g);
  const double = count(text, /"[^"'\n]*"/g);
  const lines = text.split(/\r?\n/);
  let withSemicolon = 0;
  let without = 0;
  let tabs = 0;
  const widths = new Map<number, number>();
  let previous = 0;
  for (const line of lines) {
    const code = line.trimEnd();
    if (/^\s*(import|export \*|const|let|return|await|throw)\b.*[)\w'"\]};]$/.test(code)) {
      if (code.endsWith(';')) withSemicolon++;
      else if (!/[{([,]$/.test(code)) without++;
    }
    if (line.startsWith('\t')) tabs++;
    const width = /^ */.exec(line)![0].length;
    if (code && width > previous) widths.set(width - previous, (widths.get(width - previous) ?? 0) + 1);
    if (code) previous = width;
  }
  let indent = '  ';
  const spaces = [...widths].filter(([w]) => w === 2 || w === 4 || w === 3 || w === 8).sort((a, b) => b[1] - a[1])[0];
  if (tabs > 0 && tabs >= (spaces?.[1] ?? 0)) indent = '\t';
  else if (spaces) indent = ' '.repeat(spaces[0]);
  return {
    quote: double > single ? '"' : "'",
    semicolon: withSemicolon >= without,
    indent,
    lineEnd: lineEndOf(text),
    trailingComma: count(text, /,\s*\n\s*[}\])]/g) > 0,
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Rewrites quotes, semicolons, indentation and line ends of generated code (single quotes, semicolons, two spaces) to a style. */
export function restyle(code: string, style: CodeStyle): string {
  let out = code;
  if (style.quote === '"') out = out.replace(/'([^'"\\\n]*)'/g, '"$1"');
  if (!style.semicolon) out = out.replace(/;(?=[ \t]*(\n|$))/g, '');
  if (style.indent !== '  ') {
    out = out.replace(/^( {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2));
  }
  return style.lineEnd === '\r\n' ? out.replace(/\r?\n/g, '\r\n') : out;
}
