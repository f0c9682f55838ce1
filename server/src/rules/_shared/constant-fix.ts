import type { FileContext } from '../../core/context';
import { bindingOf, exportNamesOf } from '../../core/model';
import { isInside, ts, walk } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import type { Ref } from '../../core/values';

/**
 * Where the one number that an expression stands for is written, if it is written for this alone.
 * @param isOwnName says of a constant's name that its number is for nothing else; others must be used once
 * @param name of a property of the expression's object
 */
export function constantOf(context: FileContext, ref: Ref, isOwnName: RegExp, name?: string): Ref | undefined {
  const values = context.values.roots(ref, name === undefined ? [] : [name]);
  const [value] = values;
  if (!value || values.length !== 1 || value.path.length || !isNumber(value.ref.node)) return undefined;
  const { node, file } = value.ref;
  if (node === ref.node) return value.ref;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    if (isOwnName.test(parent.name.text)) return value.ref;
    const uses = bindingOf(file, parent.name)?.uses ?? [];
    const isAlone = !exportNamesOf(file, parent.name).length && uses.every((use) => isInside(use, ref.node.parent));
    return isAlone ? value.ref : undefined;
  }
  return ts.isPropertyAssignment(parent) && (name !== undefined || isOwnName.test(parent.name.getText()))
    ? value.ref
    : undefined;
}

export function replaced(at: Ref, value: number): TextEdit {
  return { start: at.node.getStart(at.file.sourceFile), end: at.node.end, newText: String(value) };
}

/** A number, or an expression of nothing but numbers. */
function isNumber(node: ts.Node): boolean {
  let only = ts.isNumericLiteral(node) || ts.isBinaryExpression(node);
  walk(node, (inner) => {
    if (ts.isExpression(inner) && !ts.isNumericLiteral(inner) && !ts.isBinaryExpression(inner)) only = false;
  });
  return only;
}
