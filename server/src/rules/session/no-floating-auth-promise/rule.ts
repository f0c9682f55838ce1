import type { FileContext } from '../../../core/context';
import { inFile, insertAt } from '../../../core/edit';
import { bindingOf } from '../../../core/model';
import type { Op } from '../../../core/ops';
import { ASYNC_LUCIA_METHODS } from '../../../core/packages';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  isFunctionNode,
  memberOf,
  textOf,
  ts,
  unwrap,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { TextEdit } from '../../../core/text';
import { isUnseen, memoizedWithCallers } from '../../../core/values';
import type { FunctionRef, Ref } from '../../../core/values';
import { givesWholeResult } from '../../_shared/direct-validation';

interface State {
  readonly call: ts.CallExpression;
}

/** What becomes of a promise: handled in some way, or used as if it were its result. */
type Use = 'handled' | 'condition' | 'value' | 'dropped' | 'stored';

export default defineRule<State>({
  id: 'no-floating-auth-promise',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 571,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'The promise of a session check, a Lucia method, or a password verification or hash is used as if it were the result, or is dropped.',
    why: 'A promise is always truthy: `if (!verify(hash, password))` never rejects, so every password is accepted. A dropped promise may not be done when the response is sent, its cookie can get lost, and its error is never seen. TypeScript reports neither the negated nor the dropped promise.',
    how: 'Put `await` before the call, or hand the promise on with return, Promise.all or waitUntil. Write `void` before a call that is meant to run on its own.',
    limits:
      'Promises that are stored in objects or passed to unknown functions are taken as handled. Calls of helpers that cannot be resolved are not seen.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 16.5.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x25-V16-Security-Logging-and-Error-Handling.md',
    },
    { title: 'CWE-571: Expression is Always True', url: 'https://cwe.mitre.org/data/definitions/571.html' },
  ],
  messages: {
    condition: '`{call}` is not awaited: a promise is always truthy, so this check always goes the same way.',
    value: '`{call}` is not awaited: what is read here comes from a promise, not from its result.',
    dropped: '`{call}` is not awaited: the response may be sent before it is done, and its error is lost.',
    stored: '`{call}` is not awaited: a promise is stored instead of the hash.',
  },
  words: [
    'lucia',
    'auth',
    'Auth',
    'session',
    'Session',
    'user',
    'User',
    'valid',
    'Valid',
    'verif',
    'Verif',
    'pass',
    'Pass',
    'hash',
    'Hash',
    'log',
    'Log',
    'sign',
    'Sign',
    'check',
    'Check',
    'require',
    'current',
    'Current',
    'compare',
    'match',
    'Match',
    'guard',
    'Guard',
    'account',
    'Account',
  ],
  check(context, report) {
    if (context.file.directive === 'use client' || context.frameworks.isAuxiliary(context.path)) return;
    for (const node of context.file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const use = useOf(context, node);
      if (use === 'handled') continue;
      const kind = authPromise(context, context.ref(node));
      if (!kind) continue;
      if (use === 'stored' && kind.what !== 'hash') continue;
      if (
        use === 'dropped' &&
        !kind.direct &&
        (isOnItsOwn(context, node) || decidesNothing(context, node) || isPreloaded(context, node))
      )
        continue;
      report({
        at: node,
        message: use,
        data: { call: shown(node) },
        related: kind.within ? [context.related(kind.within, 'This is what it waits for.')] : [],
        state: { call: node },
      });
    }
  },
  fixes({ call }, context) {
    const fn = enclosingFunction(call);
    const isAllowed = fn ? isAsync(fn) : /\.(?:mts|mjs)$/.test(context.path);
    if (!isAllowed) return [];
    return [
      {
        title: 'Add await',
        kind: 'safe',
        edits: () => inFile(context.file, ...awaited(context, call)),
      },
    ];
  },
});

/** Puts await before the call; where the whole result of a validation is tested, its session is tested instead. */
function awaited(context: FileContext, call: ts.CallExpression): readonly TextEdit[] {
  let outer: ts.Node = call;
  while (ts.isNonNullExpression(outer.parent)) outer = outer.parent;
  const { parent } = outer;
  const isWhole = givesWholeResult(context, context.ref(call));
  if (isWhole && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const tests = (context.file.bindings.get(parent.name)?.uses ?? []).filter(
      (use) => useOf(context, use, 1) === 'condition',
    );
    return [insertAt(call.getStart(), 'await '), ...tests.map((use) => insertAt(use.end, '.session'))];
  }
  if (isWhole && useOf(context, call) === 'condition')
    return [insertAt(call.getStart(), '(await '), insertAt(call.end, ').session')];
  const needsParens =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isPrefixUnaryExpression(parent);
  return needsParens
    ? [insertAt(call.getStart(), '(await '), insertAt(call.end, ')')]
    : [insertAt(call.getStart(), 'await ')];
}

function shown(call: ts.CallExpression): string {
  const text = textOf(call.expression).replace(/\s+/g, ' ');
  return `${text.length > 40 ? `…${text.slice(-38)}` : text}()`;
}

interface AuthPromise {
  readonly what: 'session' | 'verify' | 'hash';
  /** Whether the call itself is the operation, not a helper that does it. */
  readonly direct: boolean;
  readonly within: Ref | undefined;
}

function whatOf(op: Op): AuthPromise['what'] | undefined {
  if (op.kind === 'lucia') return ASYNC_LUCIA_METHODS.has(op.method) ? 'session' : undefined;
  if (op.kind === 'verify' || op.kind === 'hash') return op.async ? op.kind : undefined;
  return undefined;
}

/** What a call does, when it returns a promise of an authentication step. */
function authPromise(context: FileContext, call: Ref<ts.CallExpression>): AuthPromise | undefined {
  for (const op of context.ops.of(call)) {
    const what = whatOf(op);
    if (what && !takesCallback(call.node, op) && !isOwnAndSync(context, call, op))
      return { what, direct: true, within: undefined };
  }
  const targets = context.values.targets(call);
  if (!targets.length && isUnseenWrapper(context, call)) return { what: 'session', direct: false, within: undefined };
  if (!targets.length || isFunctionNode(unwrap(call.node.expression))) return undefined;
  if (!targets.every((target) => returnsPromise(context, target)) || !givesOwnResult(context, call)) return undefined;
  for (const target of targets) {
    const sites = context.ops.sites(target).map((site) => ({ what: whatOf(site.op), call: site.op.call }));
    const site =
      sites.find((candidate) => candidate.what === 'session') ??
      sites.find((candidate) => candidate.what === 'verify') ??
      sites.find((candidate) => candidate.what);
    if (site?.what) return { what: site.what, direct: false, within: { node: site.call.node, file: site.call.file } };
  }
  return undefined;
}

/** Solid's router keeps what a cached function gives: calling it in `preload` has it ready for the page, which waits for it. */
function isPreloaded(context: FileContext, call: ts.CallExpression): boolean {
  return context.values
    .roots(context.ref(call.expression))
    .some(
      ({ ref, path }) =>
        !path.length &&
        ts.isCallExpression(ref.node) &&
        /^(?:cache|query)$/.test(calleeName(ref.node) ?? '') &&
        context.values.callees(ref as Ref<CallLike>).some(({ external }) => external?.module === '@solidjs/router'),
    );
}

/** `validateRequest()` of a module that cannot be read: the name that Lucia's guides give the wrapper, which is async. */
function isUnseenWrapper(context: FileContext, { node, file }: Ref<ts.CallExpression>): boolean {
  const callee = unwrap(node.expression);
  return (
    ts.isIdentifier(callee) &&
    callee.text === 'validateRequest' &&
    !node.arguments.length &&
    context.values.roots({ node: callee, file }).some(isUnseen) &&
    context.project.usesLucia(file.path)
  );
}

/** Wrappers of packages that give back what the wrapped function gives. */
const PASSES_THROUGH =
  /^(?:cache|unstable_cache|query|memoize|pMemoize|defineCachedFunction|cachedFunction|server\$|bind)$/;

/** Whether a call gives what its target returns: a signal made of a fetcher, for one, gives the awaited result. */
function givesOwnResult(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  return context.values.callees(call).every((value) => {
    const { node } = value.ref;
    return !ts.isCallExpression(node) || PASSES_THROUGH.test(calleeName(node) ?? '');
  });
}

/** bcrypt.compare(password, hash, callback) answers through its callback. */
function takesCallback(call: ts.CallExpression, op: Op): boolean {
  if (op.kind !== 'verify' && op.kind !== 'hash') return false;
  const last = call.arguments[call.arguments.length - 1];
  return !!last && isFunctionNode(unwrap(last));
}

/** What the project does by itself in place of a Lucia method, with a database that answers at once, for one. */
function isOwn(op: Op): boolean {
  return op.kind === 'lucia' && op.own === true;
}

function isOwnAndSync(context: FileContext, call: Ref<ts.CallExpression>, op: Op): boolean {
  return isOwn(op) && !context.values.targets(call).every((target) => returnsPromise(context, target));
}

const PROMISE_TYPE = /^(?:Promise|PromiseLike)\b/;

/** Whether every call of a function gives a promise. */
function returnsPromise(context: FileContext, fn: FunctionRef, depth = 0): boolean {
  const { node, file } = fn;
  if (node.asteriskToken || ts.isConstructorDeclaration(node)) return false;
  if (isAsync(node)) return true;
  if (node.type) return PROMISE_TYPE.test(textOf(node.type));
  if (depth >= 3) return false;
  return memoizedWithCallers(file, node, 'returnsPromise', () => {
    const returned = context.values.returned({ node, file });
    return returned.length > 0 && returned.every((ref) => isPromise(context, ref, depth + 1));
  });
}

function isPromise(context: FileContext, ref: Ref, depth: number): boolean {
  const node = unwrap(ref.node, false);
  if (ts.isNewExpression(node)) return textOf(node.expression) === 'Promise';
  if (ts.isConditionalExpression(node))
    return (
      isPromise(context, { ...ref, node: node.whenTrue }, depth) &&
      isPromise(context, { ...ref, node: node.whenFalse }, depth)
    );
  if (!ts.isCallExpression(node)) return false;
  const member = memberOf(unwrap(node.expression));
  if (member?.name === 'then' || member?.name === 'catch' || member?.name === 'finally')
    return isPromise(context, { ...ref, node: member.object }, depth);
  if (member && ts.isIdentifier(member.object) && member.object.text === 'Promise') return true;
  const call = { ...ref, node } as Ref<ts.CallExpression>;
  if (context.ops.of(call).some((op) => whatOf(op) && !takesCallback(node, op) && !isOwn(op))) return true;
  const targets = context.values.targets(call as Ref<CallLike>);
  return targets.length > 0 && targets.every((target) => returnsPromise(context, target, depth));
}

/** What is done with the value of an expression. */
function useOf(context: FileContext, expression: ts.Node, depth = 0): Use {
  let node = expression;
  for (;;) {
    const parent = node.parent as ts.Node | undefined;
    if (!parent) return 'handled';
    if (
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isNonNullExpression(parent)
    ) {
      node = parent;
      continue;
    }
    if (ts.isExpressionStatement(parent)) return 'dropped';
    if (ts.isPrefixUnaryExpression(parent))
      return parent.operator === ts.SyntaxKind.ExclamationToken ? 'condition' : 'handled';
    if (
      (ts.isIfStatement(parent) ||
        ts.isWhileStatement(parent) ||
        ts.isDoStatement(parent) ||
        ts.isSwitchStatement(parent)) &&
      parent.expression === node
    )
      return 'condition';
    if (ts.isConditionalExpression(parent)) {
      if (parent.condition === node) return 'condition';
      node = parent;
      continue;
    }
    if (ts.isBinaryExpression(parent)) {
      const use = operandUse(context, parent, node, depth);
      if (use) return use;
      node = parent;
      continue;
    }
    if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
      return ts.isIdentifier(parent.name) ? variableUse(context, parent.name, depth) : 'value';
    }
    if (ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent)) return 'value';
    const member = memberOf(parent);
    if (member && member.object === node) return /^(?:then|catch|finally)$/.test(member.name) ? 'handled' : 'value';
    if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === 'Boolean')
      return 'condition';
    if (ts.isPropertyAssignment(parent) && parent.initializer === node)
      return isStored(context, parent) ? 'stored' : 'handled';
    if (ts.isArrayLiteralExpression(parent) || ts.isTemplateSpan(parent))
      return isStored(context, node) ? 'stored' : 'handled';
    return 'handled';
  }
}

function operandUse(context: FileContext, parent: ts.BinaryExpression, node: ts.Node, depth: number): Use | undefined {
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
      return parent.left === node ? 'condition' : undefined;
    case ts.SyntaxKind.QuestionQuestionToken:
      return undefined;
    case ts.SyntaxKind.CommaToken:
      return parent.left === node ? 'dropped' : undefined;
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return 'condition';
    case ts.SyntaxKind.EqualsToken: {
      if (parent.right !== node) return 'handled';
      const left = unwrap(parent.left);
      if (ts.isIdentifier(left) && ts.isExpressionStatement(parent.parent)) return variableUse(context, left, depth);
      return ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left) ? 'value' : 'handled';
    }
    default:
      return 'handled';
  }
}

/** A variable that holds the promise: handled as soon as one of its uses is. */
function variableUse(context: FileContext, name: ts.Identifier, depth: number): Use {
  const binding = bindingOf(context.file, name);
  if (!binding || depth > 2) return 'handled';
  if (
    ts.isSourceFile(enclosingFunction(name) ?? context.file.sourceFile) &&
    [...context.file.exports.values()].some((entry) => entry.kind === 'local' && entry.node === binding.identifier)
  )
    return 'handled';
  let found: Use = 'dropped';
  for (const use of binding.uses) {
    if (
      use === name ||
      (ts.isBinaryExpression(use.parent) &&
        use.parent.left === use &&
        use.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    )
      continue;
    if (ts.isShorthandPropertyAssignment(use.parent)) {
      if (!isStored(context, use.parent)) return 'handled';
      found = 'stored';
      continue;
    }
    const what = useOf(context, use, depth + 1);
    if (what === 'handled') return 'handled';
    if (what !== 'dropped') found = what;
  }
  return found;
}

/** A part of what a database call writes: in its objects, its array of bound values, or its template. */
function isStored(context: FileContext, part: ts.Node): boolean {
  let current: ts.Node = part;
  for (let level = 0; level < 6 && !isFunctionNode(current) && !ts.isStatement(current); level++) {
    const parent = current.parent as ts.Node;
    if (ts.isTaggedTemplateExpression(parent) || (ts.isCallExpression(parent) && parent.expression !== current)) {
      return context.ops.of(context.ref(parent as CallLike)).some((op) => op.kind === 'database' && op.verb !== 'read');
    }
    if (
      !ts.isObjectLiteralExpression(parent) &&
      !ts.isPropertyAssignment(parent) &&
      !ts.isArrayLiteralExpression(parent) &&
      !ts.isTemplateSpan(parent) &&
      !ts.isTemplateExpression(parent)
    )
      return false;
    current = parent;
  }
  return false;
}

/** A dropped call of a helper that only asks who it is, to record it: nobody is kept out by it, waited for or not. */
function decidesNothing(context: FileContext, call: ts.CallExpression): boolean {
  const targets = context.values.targets(context.ref(call));
  return targets.length > 0 && targets.every((target) => !mayDecide(context, { node: target.node, file: target.file }));
}

function mayDecide(context: FileContext, fn: FunctionRef, depth = 0): boolean {
  const acts = context.ops.sites(fn).some(({ op }) => {
    if (op.kind === 'cookie') return depth === 0 && !op.lucia;
    if (op.kind === 'verify' || op.kind === 'hash' || op.kind === 'exchange') return true;
    return op.kind === 'lucia' && (op.method === 'createSession' || /^(?:invalidate|delete)/.test(op.method));
  });
  const isWrapper = context.roles.isWrapper(fn);
  if (acts || (isWrapper && depth === 0)) return true;
  // What changes rows for whoever is signed in is an action that asks, not a check.
  if (
    depth === 0 &&
    context.ops
      .sites(fn)
      .some(
        ({ op, direct }) =>
          direct && op.kind === 'database' && op.verb !== 'read' && !/session/i.test(op.tableName ?? ''),
      )
  )
    return false;
  const leaves = context.conditions.flow(fn).exits.some(({ kind, syntax }) => {
    if (kind === 'throw' || kind === 'never') return true;
    return depth === 0 && kind === 'return' && ts.isReturnStatement(syntax) && !!syntax.expression;
  });
  if (leaves || depth > 3) return true;
  return context.ops
    .callsIn(fn.file, fn.node)
    .some((inner) =>
      context.values.targets({ node: inner, file: fn.file }).some((target) => mayDecide(context, target, depth + 1)),
    );
}

/** useEffect(…), onMount(…): what it is given runs in a browser, and its promise would not be waited for. */
function isEffect(context: FileContext, call: ts.CallExpression): boolean {
  return (
    /^(?:use(?:Layout|Insertion)?Effect|onMount(?:ed)?|createEffect)$/.test(calleeName(call) ?? '') &&
    context.values
      .callees(context.ref(call))
      .some(({ external }) => /^(?:react|preact(?:\/.*)?|vue|svelte|solid-js)$/.test(external?.module ?? ''))
  );
}

/**
 * A dropped call of an own helper that nobody could or need wait for: at the top level of a file, in an event handler or
 * an effect of a component, or of a middleware that goes on through the callback it is given.
 */
function isOnItsOwn(context: FileContext, call: ts.CallExpression): boolean {
  if (!enclosingFunction(call)) return true;
  let current = call.parent as ts.Node | undefined;
  while (current) {
    if (ts.isJsxAttribute(current) || ts.isJsxExpression(current)) return true;
    if (ts.isCallExpression(current) && isEffect(context, current)) return true;
    current = current.parent as ts.Node | undefined;
  }
  return call.arguments.some((argument) => {
    const inner = unwrap(argument);
    return (
      ts.isIdentifier(inner) && /^(?:next|done)$/.test(inner.text) && bindingOf(context.file, inner)?.kind === 'param'
    );
  });
}
