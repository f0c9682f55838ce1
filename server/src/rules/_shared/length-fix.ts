import type { FileContext } from '../../core/context';
import type { Fix } from '../../core/rule';
import { enclosingFunction, ts, walk } from '../../core/syntax';
import type { FileEdit, TextEdit } from '../../core/text';
import { constantOf, replaced } from './constant-fix';

/** A bound on the length of passwords. */
export interface LengthLimit {
  readonly kind: 'min' | 'max';
  /** The number as it is written, in this file. */
  readonly limit: ts.Node;
  /** The number that should stand there. */
  readonly wanted: number;
  /** What the bound comes to in characters, as it is and as it should be. */
  readonly characters: readonly [number, number];
}

/** Writes the wanted number, and puts it into the text that tells people about it. */
export function lengthLimitFix({ kind, limit, wanted, characters }: LengthLimit, context: FileContext): readonly Fix[] {
  // People whose password is shorter must still get in.
  if (kind === 'min' && isLogin(context, limit)) return [];
  const at = constantOf(context, context.ref(limit), /pass|pwd|pw/i);
  if (!at) return [];
  const edits: TextEdit[] = [replaced(at, wanted)];
  if (at.node === limit) edits.push(...toldLengths(limit, ...characters));
  const changes: readonly FileEdit[] = [{ path: at.file.path, edits }];
  const title = kind === 'min' ? 'Require at least 8 characters' : 'Allow 64 characters';
  return [{ title, kind: 'suggested', edits: () => changes }];
}

function isLogin(context: FileContext, limit: ts.Node): boolean {
  const names = [context.path.replace(/^.*?\/(?=(?:src|app|server|pages|lib|routes)\/)/, '')];
  for (let node = limit; node.parent; node = node.parent) {
    const { name } = node as { name?: ts.Node };
    if (name && ts.isIdentifier(name)) names.push(name.text);
  }
  if (names.some((name) => /log-?in|sign-?in(?!g)/i.test(name) && !/sign-?up|register/i.test(name))) return true;
  const fn = enclosingFunction(limit);
  const kinds = fn ? context.ops.sites({ node: fn, file: context.file }).map(({ op }) => op.kind) : [];
  return kinds.includes('verify') && !kinds.includes('hash');
}

/** `min(6, 'At least 6 characters')`, and the answer that an `if` gives. */
function toldLengths(limit: ts.Node, number: number, wanted: number): readonly TextEdit[] {
  const { parent } = limit;
  const places: ts.Node[] = [];
  if (ts.isCallExpression(parent)) places.push(...parent.arguments.filter((argument) => argument !== limit));
  else if (ts.isPropertyAssignment(parent)) places.push(parent.parent);
  else if (ts.isBinaryExpression(parent)) {
    let test: ts.Node = parent;
    while (ts.isBinaryExpression(test.parent) || ts.isParenthesizedExpression(test.parent)) test = test.parent;
    if (ts.isIfStatement(test.parent) && test.parent.expression === test) places.push(test.parent.thenStatement);
    // The wording of `a < 6 || a > 255` gives both numbers: only this one changes.
  }
  const edits: TextEdit[] = [];
  const mark = new RegExp(`(?<![\\d.])${number}(?!\\.?\\d)`);
  for (const place of places) {
    walk(place, (node) => {
      if (!ts.isStringLiteralLike(node)) return;
      const text = node.getText();
      const hit = /charact|long|short|letter|length|password|zeichen|caract/i.test(text) ? mark.exec(text) : null;
      if (!hit) return;
      const start = node.getStart() + hit.index;
      edits.push({ start, end: start + hit[0].length, newText: String(wanted) });
    });
  }
  return edits;
}
