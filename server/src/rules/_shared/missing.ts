import { isEquality, constantTruth } from '../../core/conditions';
import type { Fact } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import type { Owner } from '../../core/ops';
import { calleeName, isFunctionNode, isInside, memberOf, stringValue, ts, unwrap, walk } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { memoizedWithCallers, sameRoot } from '../../core/values';
import type { FunctionRef, Ref, Value } from '../../core/values';
import { readBehind } from './rows';

/** Through how many helpers it is followed that there is no row: controllers, services and repositories hand it on. */
const MAX_HANDED_ON = 3;

/**
 * Whether a test says that an account is missing: a test of the account itself, or of what a helper has returned that
 * looked it up, as in `if (!found.ok)`.
 */
export function saysMissing(
  context: FileContext,
  fact: Fact,
  isAccount: (value: Value) => boolean,
  depth = 0,
): boolean {
  const test = context.roles.missing(fact);
  if (test?.missing && test.values.some(isAccount)) return true;
  const tested = operandOf(fact);
  if (!tested || depth > MAX_HANDED_ON) return false;
  return context.values.roots(tested.ref).some((value) => {
    if (!ts.isCallExpression(value.ref.node) || !isAccount({ ...value, path: [] })) return false;
    return context.values
      .targets(value.ref as Ref<CallLike>)
      .some((target) =>
        missingExits(context, target, depth + 1).some(
          (exit) => ts.isReturnStatement(exit) && tested.holds(context, { ...target, node: exit }, value.path),
        ),
      );
  });
}

interface Tested {
  readonly ref: Ref;
  /** Whether the test holds for what a return statement gives, at the path that is tested. */
  holds(context: FileContext, exit: Ref<ts.ReturnStatement>, path: readonly string[]): boolean;
}

/** What a test of a result asks of it. */
function operandOf(fact: Fact): Tested | undefined {
  const node = unwrap(fact.ref.node);
  const tested = (operand: ts.Node, holds: (value: ts.Node | undefined) => boolean | undefined): Tested => ({
    ref: { ...fact.ref, node: operand },
    holds: (context, exit, path) => {
      const { expression } = exit.node;
      if (!expression) return holds(undefined) === true;
      return context.values.deepRoots({ ...exit, node: expression }, path).some((value) => {
        const { node: made } = value.ref;
        if (!value.path.length) return holds(made) === true;
        // What an object that is written out does not have is not there.
        return isWhole(made) && holds(undefined) === true;
      });
    },
  });
  if (fact.equals) {
    const wanted = stringValue(fact.equals);
    return wanted === undefined
      ? undefined
      : tested(node, (value) => (value ? stringValue(value) === wanted : false) === fact.truth);
  }
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
      const key = stringValue(node.left);
      if (key === undefined) return undefined;
      return tested(node.right, (value) =>
        value && ts.isObjectLiteralExpression(value)
          ? value.properties.some((property) => property.name && property.name.getText() === key) === fact.truth
          : undefined,
      );
    }
    const equality = isEquality(node.operatorToken.kind);
    if (!equality) return undefined;
    const [side, constant] =
      stringValue(node.left) !== undefined || constantTruth(unwrap(node.left)) !== undefined
        ? [node.right, unwrap(node.left)]
        : [node.left, unwrap(node.right)];
    const equal = equality === 'equal' ? fact.truth : !fact.truth;
    const wanted = stringValue(constant);
    if (wanted !== undefined) return tested(side, (value) => (!!value && stringValue(value) === wanted) === equal);
    if (constant.kind !== ts.SyntaxKind.TrueKeyword && constant.kind !== ts.SyntaxKind.FalseKeyword) return undefined;
    return tested(side, (value) => value && (value.kind === constant.kind) === equal);
  }
  if (ts.isCallExpression(node)) {
    // Results of neverthrow and the like: found.isErr()
    const member = memberOf(unwrap(node.expression));
    if (!member || !/^is(?:Err|Ok|Error|Failure|Success)$/i.test(member.name)) return undefined;
    const bad = /err|fail/i.test(member.name) === fact.truth;
    return tested(member.object, (value) =>
      value && ts.isCallExpression(value)
        ? /^(?:err|error|fail|failure|left)(?:Async)?$/i.test(calleeName(value) ?? '') === bad
        : undefined,
    );
  }
  return tested(node, (value) => (value ? constantTruth(value) : false) === fact.truth);
}

function isWhole(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node)
    ? !node.properties.some(ts.isSpreadAssignment)
    : node.kind === ts.SyntaxKind.NullKeyword;
}

/** The ways out of a helper that it takes when it finds no row: its returns, throws and calls that do not come back. */
export function missingExits(context: FileContext, target: FunctionRef, depth = 0): readonly ts.Node[] {
  return memoizedWithCallers(target.file, target.node, `missingExits${depth}`, () =>
    exitsWhere(context, { node: target.node, file: target.file }, (fact) =>
      saysMissing(context, fact, (value) => isLookedUpRow(context, value), depth),
    ),
  );
}

/** The ways out that a function takes at once where a test holds. */
function exitsWhere(context: FileContext, fn: FunctionRef, test: (fact: Fact) => boolean): readonly ts.Node[] {
  const flow = context.conditions.flow(fn);
  const found = new Set<ts.Node>();
  for (const { edge } of flow.branches) {
    const { condition } = edge;
    if (!condition || !test({ ...condition, ref: { ...fn, node: condition.expression } })) continue;
    const seen = new Set([edge.to]);
    for (const point of seen) {
      const exit = flow.exits.find((other) => other.node === point && other.kind !== 'end');
      if (exit) found.add(exit.syntax);
      for (const next of point.next) if (!next.condition && !next.throws) seen.add(next.to);
    }
  }
  return [...found];
}

/** A row, or what a helper gives that reads one. */
export function isLookedUpRow(context: FileContext, value: Value): boolean {
  if (!ts.isCallExpression(value.ref.node) && !ts.isTaggedTemplateExpression(value.ref.node)) return false;
  return (
    !!readBehind(context, value) ||
    context.values
      .targets(value.ref as Ref<CallLike>)
      .some((target) =>
        context.ops
          .sites({ node: target.node, file: target.file })
          .some((site) => site.op.kind === 'database' && site.op.verb === 'read'),
      )
  );
}

/** Where a helper throws when it finds no row; where it throws when what it is given is missing, for a check. */
export function throwWhenMissing(
  context: FileContext,
  target: FunctionRef,
  isAccount: (value: Value) => boolean = () => false,
): Ref | undefined {
  const bare: FunctionRef = { node: target.node, file: target.file };
  const returned = context.values.returned(bare).flatMap((ref) => context.values.roots(ref));
  const exit = exitsWhere(context, bare, (fact) => {
    const missing = (ref: Ref): readonly Value[] => {
      const test = context.roles.missing({ ...fact, ref: { ...ref, node: fact.ref.node } as Fact['ref'] });
      return test?.missing ? test.values : [];
    };
    return (
      missing(bare).some((value) => returned.some((other) => sameRoot(value, other))) || missing(target).some(isAccount)
    );
  }).find((node) => ts.isThrowStatement(node) || isNeverReturning(context, bare, node));
  return exit && { ...bare, node: exit };
}

function isNeverReturning(context: FileContext, fn: FunctionRef, node: ts.Node): boolean {
  return ts.isCallExpression(node) && context.conditions.neverReturns({ node, file: fn.file });
}

/** The catch clause that takes what is thrown at a node, within its function. */
export function catchOf(node: ts.Node): ts.CatchClause | undefined {
  let current = node.parent as ts.Node | undefined;
  while (current && !isFunctionNode(current)) {
    if (ts.isTryStatement(current) && current.catchClause && isInside(node, current.tryBlock))
      return current.catchClause;
    current = current.parent as ts.Node | undefined;
  }
  return undefined;
}

/** Whether a catch clause treats all that is thrown alike: it looks at nothing of the error but to log it. */
export function isLevelling(clause: ts.CatchClause): boolean {
  const name = clause.variableDeclaration?.name;
  if (!name) return true;
  if (!ts.isIdentifier(name)) return false;
  let looks = false;
  walk(clause.block, (node) => {
    if (looks) return false;
    if (ts.isCallExpression(node) && /^(?:console|\w*log\w*)\b/i.test(node.expression.getText())) return false;
    if (ts.isIdentifier(node) && node.text === name.text) looks = true;
    return true;
  });
  return !looks;
}

/** Whether all callers of a function answer alike whatever it throws. */
export function isLevelledByCallers(context: FileContext, owner: Owner): boolean {
  if (ts.isSourceFile(owner.node) || context.roles.entryOf(owner)) return false;
  const callers = context.roles.callersOf({ node: owner.node, file: owner.file });
  return (
    callers.length > 0 &&
    callers.every((call) => {
      const clause = catchOf(call.node);
      return !!clause && isLevelling(clause);
    })
  );
}
