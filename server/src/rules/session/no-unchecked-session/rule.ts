import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { inFile, insertAt } from '../../../core/edit';
import type { EntryPoint } from '../../../core/framework';
import { bindingOf } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  propertyName,
  propertyOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { comesFromSession, isGuarded, isGuardedAround, speaksOfSession } from '../../_shared/guards';
import { givesWholeResult, returnedKeys } from '../../_shared/direct-validation';
import { saysValidSession } from '../../_shared/session';

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
    why: 'Prisma leaves out a filter whose value is undefined: `where: { userId: user?.id }` matches the rows of all users when nobody is signed in. Where a unique field is wanted it throws, as `!` does, and visitors see an error of the server. validateSession() and wrappers around it always give an object, so testing that object lets everybody pass.',
    how: 'Leave first when there is no user: `if (!user) return …`. After that neither `?.` nor `!` is needed.',
    limits:
      'Assertions are reported once in each handler. Users on the request context (locals, c.get) are looked at in handlers that no guard of the project, seen or unseen, stands before.',
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
    unique: '`{value}` may be undefined: Prisma then throws here. Return 401 first.',
    assert: '`{value}` may be null here: return 401 first instead of asserting that it is there.',
    always: '`{value}` is an object also without a session, so this check always passes: test its `session` or `user`.',
  },
  words: ['ession', 'user', 'User', 'auth', 'Auth', 'await'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    // One check at the start of a handler mends all that it asserts.
    const handlers = new Set<ts.Node | undefined>();
    const warn = (at: ts.Node, message: string, value: ts.Node): void => {
      const handler = handlerAround(context, at);
      if (handlers.has(handler)) return;
      handlers.add(handler);
      report({ at, message, severity: 'warning', data: { value: shortText(value) } });
    };
    const isTyped = /\.tsx?$|\.mts$|\.astro$/.test(context.path);
    walk(context.file.sourceFile, (node) => {
      if (ts.isCallExpression(node)) {
        for (const { value, drops } of optionalFilters(context, node)) {
          if (drops) report({ at: value, message: 'filter', data: { value: shortText(value) } });
          else warn(value, 'unique', value);
        }
      } else if (isTyped && ts.isNonNullExpression(node)) {
        const { expression } = node;
        if (isUncheckedPart(context, expression) || isGivenUp(context, node) || isAssertedId(context, node))
          warn(node, 'assert', expression);
      } else if (isTyped && ts.isAsExpression(node) && isLuciaType(context, node.type)) {
        const part = partOfUser(node.expression);
        if (isUncheckedPart(context, part)) warn(node, 'assert', part);
      } else if (isTyped && ts.isAsExpression(node) && isAssertedId(context, node)) {
        warn(node, 'assert', node.expression);
      }
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

/** The handler of a request that a node is in, or its nearest function. */
function handlerAround(context: FileContext, node: ts.Node): ts.Node | undefined {
  return context.frameworks.entryAround(context.file, node)?.fn.node ?? enclosingFunction(node);
}

/** `{ ...user, roles } as User`: an object also when there is no user to spread. */
function partOfUser(node: ts.Expression): ts.Expression {
  const inner = unwrap(node);
  if (!ts.isObjectLiteralExpression(inner)) return node;
  return inner.properties.find(ts.isSpreadAssignment)?.expression ?? node;
}

/** Prisma's calls that take a filter which may be empty. */
const PRISMA_FILTERS =
  /^(?:findMany|findFirst|findFirstOrThrow|updateMany|deleteMany|updateManyAndReturn|count|aggregate|groupBy)$/;

/** Prisma's calls that want a unique field: they throw when it is undefined, and leave out what else is. */
const PRISMA_UNIQUE = /^(?:findUnique|findUniqueOrThrow|update|delete)$/;

interface OptionalFilter {
  readonly value: ts.Expression;
  /** Prisma leaves it out, rather than throw. */
  readonly drops: boolean;
}

/** The values of a where object that come out of an optional chain on a session or user that is not known to be there. */
function optionalFilters(context: FileContext, call: ts.CallExpression): readonly OptionalFilter[] {
  const name = calleeName(call) ?? '';
  const isUnique = PRISMA_UNIQUE.test(name);
  if (!isUnique && !PRISMA_FILTERS.test(name)) return [];
  const ref = context.ref(call);
  const isDatabase = context.ops.of(ref).some((op): op is DatabaseOp => op.kind === 'database' && op.sql === undefined);
  const [argument] = call.arguments;
  const options = argument && unwrap(argument);
  const where = options && ts.isObjectLiteralExpression(options) ? propertyOf(options, 'where') : undefined;
  const filter = where && unwrap(where);
  if (!isDatabase || !filter || !ts.isObjectLiteralExpression(filter)) return [];
  if (isKnown(context, ref)) return [];
  const found: OptionalFilter[] = [];
  walk(filter, (node) => {
    const value = ts.isPropertyAssignment(node)
      ? unwrap(node.initializer)
      : ts.isShorthandPropertyAssignment(node)
        ? node.name
        : undefined;
    if (value && isOptionalPart(context, context.ref(value), 0)) {
      const isField =
        node.parent === filter &&
        filter.properties.length > 1 &&
        (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
        propertyName(node.name) !== 'id';
      const drops = !isUnique || isField;
      // Behind a guard the user is there all the same.
      if (drops || !isClosed(context, context.ref(value))) found.push({ value: value as ts.Expression, drops });
    }
    return true;
  });
  return found;
}

/** Whether something around the code, or before it, may have ended requests without a session. */
function isClosed(context: FileContext, ref: Ref): boolean {
  const entry = context.frameworks.entryAround(context.file, ref.node);
  return !!entry && (isGuardedAround(context, entry) || mayAskOtherwise(context, entry, ref.node));
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
  // `onlyMine ? user?.id : undefined`: left out on purpose where it is not asked for, and by mistake where nobody is there.
  if (ts.isConditionalExpression(node))
    return (
      depth <= 2 &&
      [node.whenTrue, node.whenFalse].some((way) => {
        const at: Ref = { ...ref, node: way };
        return isOptionalPart(context, at, depth + 1) && !isKnown(context, at) && !isGatedByUser(context, at);
      })
    );
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
  return context.conditions.known(ref).some((fact) => saysValidSession(context, fact));
}

/** `user!`, `session!` or `user as User`, of a validation in the same function, with no check before. */
function isUncheckedPart(context: FileContext, node: ts.Expression): boolean {
  const ref = context.ref(node);
  const part = context.roles.sessionPart(ref);
  if (part !== 'user' && part !== 'session') return false;
  const roots = context.values.roots(ref);
  if (!roots.length || isKnown(context, ref)) return false;
  if (isGatedByUser(context, ref) || isOtherwise(context, node)) return false;
  if (roots.every((value) => isValidation(context, value))) return !isCalledByUsers(context, node);
  return roots.every(isOnContext) && isOpen(context, ref);
}

/** Whether the function around is a helper of handlers that all know who is there when they call it. */
function isCalledByUsers(context: FileContext, node: ts.Node): boolean {
  const fn = enclosingFunction(node);
  if (!fn || context.frameworks.entryAround(context.file, node)) return false;
  const callers = context.roles.callersOf(context.ref(fn));
  return (
    callers.length > 0 &&
    callers.every((caller) => {
      const entry = context.frameworks.entryAround(caller.file, caller.node);
      return isGuarded(context, caller) || (!!entry && isGuardedAround(context, entry));
    })
  );
}

/** `eq(notes.userId, user?.id as string)`, `{ userId: user?.id! }`: a query is given an id that nobody knows to be there. */
function isAssertedId(context: FileContext, node: ts.AsExpression | ts.NonNullExpression): boolean {
  if (ts.isAsExpression(node) && !isPlainType(node.type)) return false;
  const holder = optionalHolder(unwrap(node.expression));
  if (!holder || !isUncheckedPart(context, holder)) return false;
  return queryHolds(context, node) || namedUses(context, node).some((use) => queryHolds(context, use));
}

/** What a chain asks for with its last `?.`: `session` of `session?.user.id`. */
function optionalHolder(node: ts.Node): ts.Expression | undefined {
  let link = node;
  while (ts.isPropertyAccessExpression(link) && !link.questionDotToken) link = unwrap(link.expression);
  return ts.isPropertyAccessExpression(link) ? link.expression : undefined;
}

function queryHolds(context: FileContext, node: ts.Node): boolean {
  // `values(rows.map((row) => ({ …row, userId: user?.id! })))`: what a callback gives is the query's as well.
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const isHeld = context.ops.sites(context.ref(fn)).some(
      ({ op, direct }) =>
        direct &&
        ((op.kind === 'database' &&
          [...op.filter, ...op.data].some((part) => part.file === context.file && isInside(node, part.node))) ||
          // Of nobody means of all for an adapter that leaves out what is undefined.
          (op.kind === 'lucia' &&
            /^(?:invalidateUserSessions|getUserSessions|createSession)$/.test(op.method) &&
            op.call.node.arguments.some((argument) => isInside(node, argument)))),
    );
    if (isHeld) return true;
  }
  return isHandedToQuery(context, node);
}

/** `findOrders(user?.id as string)`: the own function asks the database with what it is given. */
function isHandedToQuery(context: FileContext, node: ts.Node): boolean {
  const given = wrapped(node);
  const call = given.parent;
  const index = ts.isCallExpression(call) ? call.arguments.indexOf(given as ts.Expression) : -1;
  // What a component or a helper does may be known of by whoever calls it.
  if (index < 0 || !context.frameworks.entryAround(context.file, node)) return false;
  return context.values.targets(context.ref(call as ts.CallExpression)).some((target) => {
    const parameter = target.node.parameters[index];
    if (!parameter || !ts.isIdentifier(parameter.name) || parameter.initializer) return false;
    const uses = bindingOf(target.file, parameter.name)?.uses ?? [];
    // What looks at it first may well leave.
    const isLookedAt = uses.some((use) => ts.isIfStatement(use.parent) || ts.isPrefixUnaryExpression(use.parent));
    return (
      !isLookedAt &&
      context.ops
        .sites({ node: target.node, file: target.file })
        .some(
          ({ op, direct }) =>
            direct &&
            op.kind === 'database' &&
            [...op.filter, ...op.data].some(
              (part) => part.file === target.file && uses.some((use) => isInside(use, part.node)),
            ),
        )
    );
  });
}

/** `const owner = user?.id as string`: where the name stands for an id of which nothing has been found out by then. */
function namedUses(context: FileContext, node: ts.AsExpression | ts.NonNullExpression): readonly ts.Identifier[] {
  const declaration = objectAround(wrapped(node)).parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return [];
  const { name } = declaration;
  const uses = (context.file.bindings.get(name)?.uses ?? []).filter((use) => use !== name);
  return uses.filter((use) => enclosingFunction(use) === enclosingFunction(node) && !isTested(context, use));
}

/** The object that a value is put into, as it is or as a schema gives it back: `schema.parse({ …input, userId: user?.id! })`. */
function objectAround(value: ts.Node): ts.Node {
  const property = value.parent;
  if (!ts.isPropertyAssignment(property) || property.initializer !== value) return value;
  const object = wrapped(property.parent);
  const call = object.parent;
  const isParsed =
    ts.isCallExpression(call) && call.expression !== object && /^parse(?:Async)?$/.test(calleeName(call) ?? '');
  return isParsed ? wrapped(call) : object;
}

function isTested(context: FileContext, use: ts.Identifier): boolean {
  const ref = context.ref(use);
  return isKnown(context, ref) || isGatedByUser(context, ref);
}

function isPlainType(type: ts.TypeNode): boolean {
  return (
    type.kind === ts.SyntaxKind.StringKeyword ||
    type.kind === ts.SyntaxKind.NumberKeyword ||
    type.kind === ts.SyntaxKind.BigIntKeyword
  );
}

/** `session.user?.id ?? token.user!.id`: who has no session has come in another way. */
function isOtherwise(context: FileContext, node: ts.Node): boolean {
  for (
    let current = node;
    current.parent && !isFunctionNode(current) && !ts.isStatement(current);
    current = current.parent
  ) {
    const { parent } = current;
    if (isFallback(parent) && parent.right === current && speaksOfSession(context, context.ref(parent.left)))
      return true;
  }
  return false;
}

/** `user!.id ?? guest`: the author counts on nobody being there, and the assertion throws before that. */
function isGivenUp(context: FileContext, node: ts.NonNullExpression): boolean {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || !/^(?:id|userId)$/.test(parent.name.text) || parent.questionDotToken)
    return false;
  const outer = wrapped(parent, false);
  const ref = context.ref(node.expression);
  return (
    isFallback(outer.parent) &&
    outer.parent.left === outer &&
    /^(?:user|session)$/.test(context.roles.sessionPart(ref) ?? '') &&
    !isKnown(context, ref)
  );
}

function isFallback(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
  );
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
  // A helper of handlers looks like one when it is given request and response.
  if (!ts.isSourceFile(entry.fn.node) && context.roles.callersOf(entry.fn as FunctionRef).length > 0) return false;
  return (
    !isGuarded(context, ref) &&
    !isGuardedAround(context, entry) &&
    !runsAfterLayout(context, entry, ref.node) &&
    !mayAskOtherwise(context, entry, ref.node)
  );
}

/** SvelteKit's `await parent()` goes on only when no layout has redirected. */
function runsAfterLayout(context: FileContext, entry: EntryPoint, node: ts.Node): boolean {
  return (
    entry.framework === 'sveltekit' &&
    entry.kind === 'load' &&
    context.file.calls.some(
      (call) => calleeName(call) === 'parent' && call.end <= node.getStart() && isInside(call, entry.fn.node),
    )
  );
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
      if (isTestedFurther(context, expression) || onlyWords(expression)) continue;
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

/** `found ? 'yes' : 'no'`, `if (!found) console.log(…)`: what is said of it, to a log for one, opens nothing. */
function onlyWords(expression: ts.Expression): boolean {
  const { parent } = expression;
  if (ts.isConditionalExpression(parent))
    return [parent.whenTrue, parent.whenFalse].every((way) => stringValue(way) !== undefined);
  let test: ts.Node = expression;
  while (ts.isPrefixUnaryExpression(test.parent) || ts.isParenthesizedExpression(test.parent)) test = test.parent;
  const choice = test.parent;
  return (
    ts.isIfStatement(choice) &&
    choice.expression === test &&
    [choice.thenStatement, choice.elseStatement].every((way) => !way || isLogged(way))
  );
}

function isLogged(way: ts.Statement): boolean {
  const statements = ts.isBlock(way) ? way.statements : [way];
  return statements.every((statement) => {
    const call = ts.isExpressionStatement(statement) ? unwrap(statement.expression) : undefined;
    return (
      !!call &&
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression) &&
      /^(?:log|info|warn|error|debug|trace)$/.test(call.expression.name.text)
    );
  });
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
