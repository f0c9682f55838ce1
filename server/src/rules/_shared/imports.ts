import type { FileModel } from '../../core/model';
import { ts } from '../../core/syntax';
import type { TextEdit } from '../../core/text';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Removes the imports of names that are used only in code that goes away. */
export function dropUnusedImports(file: FileModel, removed: readonly Range[]): readonly TextEdit[] {
  const isRemoved = (node: ts.Node): boolean =>
    removed.some((range) => node.getStart(file.sourceFile) >= range.start && node.end <= range.end);
  const edits: TextEdit[] = [];
  for (const declaration of file.imports) {
    const clause = declaration.importClause;
    const named = clause?.namedBindings;
    if (!clause || !named || !ts.isNamedImports(named)) continue;
    const unused = named.elements.filter((element) => {
      const uses = file.bindings.get(element.name)?.uses ?? [];
      return uses.length > 0 && uses.every(isRemoved);
    });
    if (!unused.length) continue;
    if (unused.length === named.elements.length && !clause.name) {
      const lineEnd = /^[ \t]*\r?\n/.exec(file.text.slice(declaration.end))?.[0].length ?? 0;
      edits.push({ start: declaration.getStart(file.sourceFile), end: declaration.end + lineEnd, newText: '' });
      continue;
    }
    if (unused.length === named.elements.length) continue;
    for (const element of unused) {
      const index = named.elements.indexOf(element);
      const next = named.elements[index + 1];
      const previous = named.elements[index - 1];
      if (next)
        edits.push({ start: element.getStart(file.sourceFile), end: next.getStart(file.sourceFile), newText: '' });
      else if (previous && !unused.includes(previous))
        edits.push({ start: previous.end, end: element.end, newText: '' });
    }
  }
  return edits;
}

/** Puts edits together; an insertion that touches a removal becomes its replacement. */
export function mergeEdits(file: FileModel, edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  const given = edits.filter((edit) => edit !== undefined);
  for (const insertion of given.filter((edit) => edit.start === edit.end)) {
    const removal = given.find(
      (edit) => edit.newText === '' && edit.start < insertion.start && edit.end >= insertion.start,
    );
    if (!removal || merged.some((edit) => edit.start === removal.start)) {
      if (!removal) merged.push(insertion);
      continue;
    }
    const tail = /\r?\n$/.exec(file.text.slice(removal.start, removal.end))?.[0] ?? '';
    merged.push({ ...removal, newText: insertion.newText.replace(/^\r?\n/, '') + tail });
  }
  for (const edit of given) {
    if (edit.start !== edit.end && !merged.some((other) => other.start === edit.start && other.end === edit.end))
      merged.push(edit);
  }
  return merged;
}
