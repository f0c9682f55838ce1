import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { inFile, insertAt } from '../../../core/edit';
import type { EntryPoint } from '../../../core/framework';
import { defineRule } from '../../../core/rule';
import { calleeName, isFunctionNode, isInside, propertyOf, textOf, ts, unwrap, walk } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { comesFromSession, isGuarded, isGuardedAround, speaksOfSession } from '../../_shared/guards';
import { givesWholeResult, returnedKeys } from '../../_shared/direct-validation';
import { saysSession } from '../../_shared/session';

interface State {
  /** The result of a validation that is tested as a whole. */
  readonly result: ts.Expression;
}

export default defineRule<State>({
  id: 'no-unchecked-session',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 476,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A user or session that may be null is used as if it were there: in a Prisma filter, behind `!` or a cast, or by testing the object around it.',
    why: 'Prisma leaves out a filter whose value is undefined: `where: { userId: user?.id }` matches the rows of all users when nobody is signed in. validateSession() and wrappers around it always give an object, so testing that object lets everybody pass.',
    how: 'Leave first when there is no user: `if (!user) return …`. After that neither `?.` nor `!` is needed.',
    limits:
      'Users on the request context (locals, c.get) are looked at in handlers that no guard of the project, seen or unseen, stands before.',
  },
  sources: [
    {
      title: 'Prisma: Null and undefined',
      url: 'https://www.prisma.io/docs/orm/prisma-client/special-fields-and-types/null-and-undefined',
    },
    { title: 'CWE-476: NULL Pointer Dereference', url: 'https://cwe.mitre.org/data/definitions/476.html' },
    {
      title: 'OWASP ASVS 5.0, 8.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
  ],
  messages: {
    filter:
      '`{value}` may be undefined: Prisma then drops this filter and takes the rows of all users. Return 401 first.',
    assert: '`{value}` may be null here: return 401 first instead of asserting that it is there.',
    always: '`{value}` is an object also without a session, so this check always passes: test its `session` or `user`.',
  },
  words: ['ession', 'user', 'User', 'auth', 'Auth', 'await'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call) || !PRISMA_FILTERS.test(calleeName(call) ?? '')) continue;
      for (const value of optionalFilters(context, call)) {
        report({ at: value, message: 'filter', data: { value: shortText(value) } });
      }
    }
    if (!/\.tsx?$|\.mts$|\.astro$/.test(context.path)) {
      reportAlways(context, report);
      return;
    }
    walk(context.file.sourceFile, (node) => {
      const inner = ts.isNonNullExpression(node)
        ? node.expression
        : ts.isAsExpression(node) && isLuciaType(context, node.type)
          ? node.expression
          : undefined;
      if (inner && isUncheckedPart(context, inner))
        report({ at: node, message: 'assert', severity: 'warning', data: { value: shortText(inner) } });
      return true;
    });
    reportAlways(context, report);
  },
  fixes: ({ result }, context) => [
    {
      title: 'Test the session instead',
      kind: 'suggested',
      edits: () => {
        const isPlain = ts.isIdentifier(result) || ts.isPropertyAccessExpression(result);
        if (isPlain) return inFile(context.file, insertAt(result.end, '.session'));
        return ts.isParenthesizedExpression(result.parent)
          ? inFile(context.file, insertAt(result.parent.end, '.session'))
          : inFile(context.file, insertAt(result.getStart(), '('), insertAt(result.end, ').session'));
      },
    },
  ],
});

/** Prisma's calls that take a filter which may be empty. The others throw when their unique field is undefined. */
const PRISMA_FILTERS =
  /^(?:findMany|findFirst|findFirstOrThrow|updateMany|deleteMany|updateManyAndReturn|count|aggregate|groupBy)$/;

/** The values of a where object that come out of an optional chain on a session or user that is not known to be there. */
function optionalFilters(context: FileContext, call: ts.CallExpression): readonly ts.Expression[] {
  const ref = context.ref(call);
  const isDatabase = context.ops.of(ref).some((op): op is DatabaseOp => op.kind === 'database' && op.sql === undefined);
  const [argument] = call.arguments;
  const options = argument && unwrap(argument);
  const where = options && ts.isObjectLiteralExpression(options) ? propertyOf(options, 'where') : undefined;
  if (!isDatabase || !where || !ts.isObjectLiteralExpression(unwrap(where))) return [];
  if (isKnown(context, ref)) return [];
  const found: ts.Expression[] = [];
  walk(where, (node) => {
    const value = ts.isPropertyAssignment(node)
      ? unwrap(node.initializer)
      : ts.isShorthandPropertyAssignment(node)
        ? node.name
        : undefined;
    if (value && isOptionalPart(context, context.ref(value), 0)) found.push(value as ts.Expression);
    return true;
  });
  return found;
}

function isOptionalPart(context: FileContext, ref: Ref, depth: number): boolean {
  const node = unwrap(ref.node);
  if (ts.isIdentifier(node)) {
    const declaration = ref.file.bindings.get(node)?.declaration;
    if (
      !declaration ||
      depth > 2 ||
      !ts.isVariableDeclaration(declaration) ||
      !declaration.initializer ||
      !ts.isIdentifier(declaration.name)
    )
      return false;
    return isOptionalPart(context, { ...ref, node: declaration.initializer }, depth + 1);
  }
  if (!ts.isPropertyAccessExpression(node)) return false;
  let current: ts.Expression = node;
  while (ts.isPropertyAccessExpression(current)) {
    if (current.questionDotToken) {
      const part = context.roles.sessionPart({ ...ref, node: current.expression });
      if (part === 'user' || part === 'session') return true;
    }
    current = unwrap(current.expression) as ts.Expression;
  }
  return false;
}

function isKnown(context: FileContext, ref: Ref): boolean {
  return context.conditions.known(ref).some((fact) => saysSession(context, fact));
}

/** `user!`, `session!` or `user as User`, of a validation in the same function, with no check before. */
function isUncheckedPart(context: FileContext, node: ts.Expression): boolean {
  const ref = context.ref(node);
  const part = context.roles.sessionPart(ref);
  if (part !== 'user' && part !== 'session') return false;
  const roots = context.values.roots(ref);
  if (!roots.length || isKnown(context, ref)) return false;
  if (isGatedByUser(context, ref)) return false;
  return roots.every((value) => isValidation(context, value)) || (roots.every(isOnContext) && isOpen(context, ref));
}

/** A condition that holds here and was worked out from the user: what `rolesOf(user?.id)` says of nobody cannot be told. */
function isGatedByUser(context: FileContext, ref: Ref): boolean {
  const asksUser = ({ node, file }: Ref, depth: number): boolean => {
    let found = false;
    walk(node, (inner) => {
      if (found || isFunctionNode(inner)) return false;
      if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return true;
      const at: Ref = { node: inner, file };
      found =
        speaksOfSession(context, at) ||
        comesFromSession(context, at) ||
        (depth < 2 &&
          context.values
            .roots(at)
            .some(({ ref: root, path }) => !path.length && isLogical(root.node) && asksUser(root, depth + 1)));
      return !found && !ts.isPropertyAccessExpression(inner);
    });
    return found;
  };
  return context.conditions.known(ref).some((fact) => {
    const test = context.roles.missing(fact);
    return (test ? !test.missing : fact.truth) && asksUser(fact.ref, 0);
  });
}

function isLogical(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) || ts.isConditionalExpression(node) || ts.isPrefixUnaryExpression(node);
}

/** `locals.user`, `c.get('user')`: what an earlier middleware has put on the request, or null. */
function isOnContext(value: Value): boolean {
  const { node } = value.ref;
  if (value.external) return false;
  if (ts.isCallExpression(node)) return calleeName(node) === 'get' && !value.path.length;
  return ts.isParameter(node) || (ts.isIdentifier(node) && node.text === 'Astro');
}

/** Whether the code runs for requests that nothing has looked at before: in a handler without a guard in it or around it. */
function isOpen(context: FileContext, ref: Ref): boolean {
  const entry = context.frameworks.entryAround(context.file, ref.node);
  if (!entry || entry.kind === 'middleware' || entry.kind === 'layout') return false;
  return !isGuarded(context, ref) && !isGuardedAround(context, entry) && !mayAskOtherwise(context, entry, ref.node);
}

/** A call before that is given the request or the user and cannot be seen: it may end the request. */
function mayAskOtherwise(context: FileContext, entry: EntryPoint, node: ts.Node): boolean {
  return context.file.calls.some(
    (call) =>
      ts.isCallExpression(call) &&
      call.end <= node.getStart() &&
      isInside(call, entry.fn.node) &&
      /auth|session|user|guard|protect|require|ensure|assert|login|permission|admin|role|can/i.test(
        calleeName(call) ?? '',
      ) &&
      !/^(?:get|set|use)$/.test(calleeName(call) ?? '') &&
      !context.values.targets(context.ref(call)).length &&
      !context.ops.of(context.ref(call)).length,
  );
}

/** A part of what validateSession, or a wrapper that may give null for it, has given back. */
function isValidation(context: FileContext, value: Value): boolean {
  if (!ts.isCallExpression(value.ref.node) || value.path.length !== 1) return false;
  const call = value.ref as Ref<CallLike>;
  if (context.ops.of(call).some((op) => op.kind === 'lucia' && op.method === 'validateSession')) return true;
  const targets = context.values.targets(call);
  // Of a wrapper out of sight the `!` itself says that it may give null.
  if (!targets.length) return context.roles.sessionPart(call) === 'result';
  return (
    targets.length > 0 &&
    targets.every(
      (target) => context.roles.isWrapper({ node: target.node, file: target.file }) && mayBeNull(context, target),
    )
  );
}

/** Whether a wrapper also comes back without a session: it returns the result as it is, or nulls. */
function mayBeNull(context: FileContext, { node, file, env }: FunctionRef): boolean {
  return context.values
    .returned({ node, file })
    .some(
      (ref) =>
        !isKnown(context, ref) && !!returnedKeys(context, ref) && !isRuledOut(context, env ? { ...ref, env } : ref),
    );
}

/** Whether a call's own arguments keep a function from getting somewhere: the way for `false` where `true` was given. */
function isRuledOut(context: FileContext, ref: Ref): boolean {
  return context.conditions.known(ref).some(({ ref: { node }, truth, equals }) => {
    const roots = equals || !ts.isIdentifier(unwrap(node)) ? [] : context.values.roots({ ...ref, node });
    const opposite = truth ? ts.SyntaxKind.FalseKeyword : ts.SyntaxKind.TrueKeyword;
    return roots.length > 0 && roots.every((value) => !value.path.length && value.ref.node.kind === opposite);
  });
}

function isLuciaType(context: FileContext, type: ts.TypeNode): boolean {
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  return context.values
    .roots(context.ref(type.typeName))
    .some((value) => value.external?.module === 'lucia' && /^(?:User|Session)$/.test(value.external.name));
}

/** Conditions that are the whole result of a validation. */
function reportAlways(
  context: FileContext,
  report: (finding: { at: ts.Node; message: string; data: Record<string, string>; state: State }) => void,
): void {
  for (const owner of context.roles.owners(context.file)) {
    for (const { edge } of context.conditions.flow(owner).branches) {
      const expression = edge.condition && (unwrap(edge.condition.expression, false) as ts.Expression);
      if (!expression || !edge.condition!.truth) continue;
      const ref = { ...owner, node: expression };
      if (context.roles.sessionPart(ref) !== 'result' || !isAwaited(context, expression)) continue;
      const roots = context.values.roots(ref);
      if (isTestedFurther(context, expression)) continue;
      if (!roots.length || !roots.every((value) => isWholeResult(context, value))) continue;
      report({
        at: expression,
        message: 'always',
        data: { value: shortText(expression) },
        state: { result: expression },
      });
    }
  }
}

/** `found && found.user`: the test of its part decides. */
function isTestedFurther(context: FileContext, expression: ts.Expression): boolean {
  const binding = ts.isIdentifier(expression) ? context.file.bindings.get(expression) : undefined;
  let outer: ts.Node = expression;
  while (
    ts.isParenthesizedExpression(outer.parent) ||
    ts.isPrefixUnaryExpression(outer.parent) ||
    (ts.isBinaryExpression(outer.parent) && /^(?:&&|\|\|)$/.test(outer.parent.operatorToken.getText()))
  )
    outer = outer.parent;
  return !!binding?.uses.some(
    (use) =>
      use !== expression &&
      isInside(use, outer) &&
      ts.isPropertyAccessExpression(use.parent) &&
      /^(?:session|user)$/.test(use.parent.name.text),
  );
}

/** A promise that is tested is the matter of another rule. */
function isAwaited(context: FileContext, expression: ts.Expression): boolean {
  if (ts.isAwaitExpression(expression)) return true;
  if (!ts.isIdentifier(expression)) return false;
  const declaration = context.file.bindings.get(expression)?.declaration;
  return (
    !!declaration &&
    ts.isVariableDeclaration(declaration) &&
    !!declaration.initializer &&
    ts.isAwaitExpression(unwrap(declaration.initializer, false))
  );
}

function isWholeResult(context: FileContext, value: Value): boolean {
  const { node } = value.ref;
  if (value.path.length || !ts.isCallExpression(node)) return false;
  return givesWholeResult(context, value.ref as Ref<CallLike>);
}

function shortText(node: ts.Node): string {
  const text = textOf(node).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
