import type { FileContext } from '../../core/context';
import { isFunctionNode, memberOf, ts, unwrap, walk } from '../../core/syntax';
import type { FunctionNode } from '../../core/syntax';
import type { FunctionRef, Ref, Value } from '../../core/values';

/** `delete user.password`, `user.password = ''`: a property that is taken from an object. */
interface Clearing {
  readonly object: Ref;
  /** Undefined when it is computed: it may be any. */
  readonly name: string | undefined;
  readonly at: Ref;
}

/** A property that may have been taken from a value before it is handed out. */
export interface Clearable {
  /** Where the value comes from. */
  readonly value: Value;
  /** Objects on the way to where it is handed out: `{ ...user }`. */
  readonly holders: readonly ts.Node[];
  readonly steps: readonly string[];
  readonly column: string;
  /** Where it is handed out, or put into what is. */
  readonly at: Ref;
  readonly answer: Ref;
}

/** Whether the code around where a value is handed out, the code where it comes from or their helpers clear a property of it. */
export function isCleared(context: FileContext, { value, holders, steps, column, at, answer }: Clearable): boolean {
  const places = [answer, at, value.ref, ...holders.map((node): Ref => ({ ...at, node }))];
  const owners = places.flatMap(({ node, file }): readonly FunctionRef[] => {
    const fn = node.getSourceFile() === file.sourceFile ? outermost(node) : undefined;
    return fn ? [{ node: fn, file }] : [];
  });
  const seen = new Set<ts.Node>();
  for (const owner of owners) {
    if (seen.has(owner.node)) continue;
    seen.add(owner.node);
    for (const clearing of clearingsIn(context, owner, 0)) {
      if (clearing.name !== undefined && clearing.name !== column) continue;
      // What is cleared after the answer was still in it.
      const isSameCode = clearing.at.file === answer.file && owner.node === outermost(answer.node);
      if (isSameCode && clearing.at.node.pos > answer.node.end) continue;
      const same = context.values.deepRoots(clearing.object).some((other) => {
        const named = other.path.filter((part) => !isElement(part));
        if (holders.includes(other.ref.node)) return !named.length || named.join('.') === steps.join('.');
        return other.ref.node === value.ref.node && named.join('.') === steps.join('.');
      });
      if (same) return true;
    }
  }
  return false;
}

function isElement(part: string): boolean {
  return part === '[]' || part === '...' || part === 'rows' || /^\d+$/.test(part);
}

function outermost(node: ts.Node): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  for (let current: ts.Node | undefined = node; current; current = current.parent as ts.Node | undefined)
    if (isFunctionNode(current)) found = current;
  return found;
}

function clearingsIn(context: FileContext, fn: FunctionRef, depth: number): readonly Clearing[] {
  const found: Clearing[] = [];
  const clear = (target: ts.Node, at: ts.Node): void => {
    const inner = unwrap(target);
    const member = memberOf(inner);
    const object = member?.object ?? (ts.isElementAccessExpression(inner) ? inner.expression : undefined);
    if (object) found.push({ object: { ...fn, node: object }, name: member?.name, at: { ...fn, node: at } });
  };
  walk(fn.node, (node) => {
    if (ts.isDeleteExpression(node)) clear(node.expression, node);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (isNothing(node.right)) clear(node.left, node);
    } else if (ts.isCallExpression(node) && depth < 3 && node.arguments.length)
      for (const target of context.values.targets({ ...fn, node }))
        for (const inner of clearingsIn(context, target, depth + 1)) found.push({ ...inner, at: { ...fn, node } });
  });
  return found;
}

/** A value that tells nothing: `undefined`, `null`, a text in the code. */
function isNothing(node: ts.Node): boolean {
  const inner = unwrap(node);
  return (
    inner.kind === ts.SyntaxKind.NullKeyword ||
    ts.isStringLiteralLike(inner) ||
    ts.isVoidExpression(inner) ||
    (ts.isIdentifier(inner) && inner.text === 'undefined')
  );
}
