import type { FileContext } from '../../core/context';
import { isEquality } from '../../core/conditions';
import type { Fact } from '../../core/conditions';
import type { FlowNode } from '../../core/flow';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  isFunctionNode,
  isInside,
  memberOf,
  statementOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { CallLike, FunctionNode } from '../../core/syntax';
import type { EntryPoint } from '../../core/framework';
import type { FileModel } from '../../core/model';
import type { Owner } from '../../core/ops';
import { sameRoot } from '../../core/values';
import type { Ref } from '../../core/values';
import { rowsBehind } from './rows';

/** Whether a fact says that the request has no (valid) session: the session, the user or the session id is missing. */
export function saysNoSession(context: FileContext, fact: Fact): boolean {
  return context.roles.missing(fact)?.missing === true && operands(fact).some((ref) => isSessionValue(context, ref));
}

/** Whether it is known that there is no session where one is named, so that none is handed out or written. */
export function isKnownMissing(context: FileContext, ref: Ref): boolean {
  return context.conditions.known(ref).some((fact) => saysNoSession(context, fact)) || isKnownNull(context, ref);
}

/** Whether a value is known to be null, undefined or empty where it stands. */
export function isKnownNull(context: FileContext, ref: Ref): boolean {
  const values = context.values.roots(ref);
  return context.conditions.known(ref).some((fact) => {
    const test = context.roles.missing(fact);
    return (
      !!test?.missing &&
      values.every((value) =>
        test.values.some((other) => sameRoot(other, value) && other.path.join('.') === value.path.join('.')),
      )
    );
  });
}

/** Whether control gets to a node only when the request has no valid session. */
export function onlyWithoutSession(context: FileContext, ref: Ref): boolean {
  const { conditions } = context;
  if (conditions.known(ref).some((fact) => saysNoSession(context, fact))) return true;
  const owner = conditions.ownerOf(ref);
  const flow = conditions.flow(owner);
  const goal = flow.at(ref.node);
  if (!goal) return false;
  const seen = new Set<FlowNode>([flow.entry]);
  const queue = [flow.entry];
  while (queue.length) {
    const point = queue.pop()!;
    if (point === goal) return false;
    for (const edge of point.next) {
      if (seen.has(edge.to)) continue;
      const { condition } = edge;
      if (
        condition &&
        conditions
          .implied({ ...owner, node: condition.expression }, condition.truth)
          .some((fact) => saysNoSession(context, fact) || saysNoRow(context, fact) || saysExpired(fact))
      )
        continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return true;
}

/** The row of a session that was looked for in its table is missing. */
function saysNoRow(context: FileContext, fact: Fact): boolean {
  return (
    context.roles.missing(fact)?.missing === true &&
    operands(fact).some((ref) => {
      const [value] = context.values.deepRoots(ref);
      const read = value && rowsBehind(context, value);
      return read?.verb === 'read' && /session/i.test(read.tableName ?? read.sql ?? '');
    })
  );
}

/** `row.expiresAt < new Date()`, known to be so. */
function saysExpired({ ref, truth }: Fact): boolean {
  const test = unwrap(ref.node);
  if (!ts.isBinaryExpression(test)) return false;
  const isExpiry = (node: ts.Node): boolean => /expir|valid_?until/i.test(textOf(node));
  const isNow = (node: ts.Node): boolean => /\bDate\b|\bnow\b/.test(textOf(node));
  const isLess = /^<=?$/.test(test.operatorToken.getText());
  if (!isLess && !/^>=?$/.test(test.operatorToken.getText())) return false;
  const isBefore =
    isExpiry(test.left) && isNow(test.right) ? isLess : isNow(test.left) && isExpiry(test.right) ? !isLess : undefined;
  return isBefore !== undefined && isBefore === truth;
}

/** Whether a fact says that there is a session, a user or a session id. */
export function saysSession(context: FileContext, fact: Fact): boolean {
  return saysThere(context, fact, (ref) => isSessionValue(context, ref));
}

/** Whether a fact says that there is a valid session: that a cookie was sent does not. */
export function saysValidSession(context: FileContext, fact: Fact): boolean {
  return saysThere(
    context,
    fact,
    (ref) =>
      !!context.roles.sessionPart(ref) ||
      (context.roles.secret(ref) === 'session id' && !isSessionIdRead(context, ref)),
  );
}

function saysThere(context: FileContext, fact: Fact, isMeant: (ref: Ref) => boolean): boolean {
  const isThere = context.roles.missing(fact)?.missing === false || isConstant(fact);
  return isThere && operands(fact).some((ref) => holders(ref).some(isMeant));
}

/** `user?.role === 'admin'`: equal to a constant, so not undefined. */
function isConstant(fact: Fact): boolean {
  const isValue = (node: ts.Node): boolean => {
    const inner = unwrap(node);
    return ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner) || inner.kind === ts.SyntaxKind.TrueKeyword;
  };
  if (fact.equals) return fact.truth && isValue(fact.equals);
  const node = unwrap(fact.ref.node);
  if (!ts.isBinaryExpression(node)) return false;
  const equality = isEquality(node.operatorToken.kind);
  return !!equality && (equality === 'equal') === fact.truth && (isValue(node.left) || isValue(node.right));
}

/** `user?.id` and `user`: what is there when the expression has a value. */
function holders(ref: Ref): readonly Ref[] {
  const found = [ref];
  let member = memberOf(unwrap(ref.node));
  while (member) {
    found.push({ ...ref, node: member.object });
    member = memberOf(unwrap(member.object));
  }
  return found;
}

function operands(fact: Fact): readonly Ref[] {
  const node = unwrap(fact.ref.node);
  if (ts.isBinaryExpression(node))
    return [
      { ...fact.ref, node: node.left },
      { ...fact.ref, node: node.right },
    ];
  return [{ ...fact.ref, node }];
}

/** A part of a validated session, or a session id taken from the request. */
export function isSessionValue(context: FileContext, ref: Ref): boolean {
  const { roles } = context;
  return !!roles.sessionPart(ref) || roles.secret(ref) === 'session id' || isSessionIdRead(context, ref);
}

/** A session id read from the request's cookies by its name or by Lucia. */
export function isSessionIdRead(context: FileContext, ref: Ref): boolean {
  return context.values.deepRoots(ref).some((value) => {
    const read = context.roles.cookieRead(value);
    if (read) return !read.name || context.roles.isSessionCookieName(read.name);
    const { node } = value.ref;
    return (
      ts.isCallExpression(node) &&
      context.ops.of(value.ref as Ref<CallLike>).some((op) => op.kind === 'lucia' && op.method === 'readSessionCookie')
    );
  });
}

/** An expression that can be written at a node: its text, and whether it is known to be there. */
export interface InScope {
  readonly text: string;
  readonly isPresent: boolean;
}

/**
 * The id of the request's session as a statement before a node could write it.
 * @param evaluated an expression that runs right after: what is known there decides whether the session is known to exist
 */
export function sessionIdInScope(
  context: FileContext,
  owner: Owner,
  at: ts.Node,
  evaluated: ts.Node,
): InScope | undefined {
  const { roles } = context;
  let session: { text: string; node: ts.Expression } | undefined;
  let id: { text: string; node: ts.Expression } | undefined;
  const before = at.getStart();
  const consider = (node: ts.Node): void => {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return;
    const text = textOf(node);
    if (text.length > 60 || /[\s(!]/.test(text)) return;
    const ref: Ref = { ...owner, node };
    const part = roles.sessionPart(ref);
    if (part === 'session') session = { text, node };
    else if (part === 'result') session ??= { text: `${text}.session`, node };
    else if (
      ts.isIdentifier(node) &&
      (roles.secret(ref) === 'session id' || isSessionIdRead(context, ref)) &&
      !roles.sessionPart(ref)
    )
      id = { text, node };
  };
  const root = owner.node;
  walk(root, (node) => {
    if (node !== root && isFunctionNode(node) && !isInside(at, node)) return false;
    if (node.pos > before) return false;
    if (ts.isVariableDeclaration(node) && node.end <= before && isVisible(node, at)) names(node.name, consider);
    else if (ts.isParameter(node)) names(node.name, consider);
    else if (ts.isPropertyAccessExpression(node) && node.end <= before && isContextMember(node)) consider(node);
    return true;
  });
  const chosen = session ?? id;
  if (!chosen) return undefined;
  const isPresent = context.conditions
    .known({ ...owner, node: evaluated })
    .some((fact) => saysSession(context, fact) && operands(fact).some((ref) => sameText(ref.node, chosen.node)));
  const base = chosen.text.replace(/\?\./g, '.');
  return { text: session ? `${base}.id` : base, isPresent };
}

/** `locals.session`, `ctx.session`, `event.context.session`: can be written again anywhere in the function. */
function isContextMember(node: ts.PropertyAccessExpression): boolean {
  if (node.name.text !== 'session') return false;
  let current = unwrap(node.expression);
  while (ts.isPropertyAccessExpression(current)) current = unwrap(current.expression);
  return ts.isIdentifier(current);
}

function names(name: ts.BindingName, visit: (identifier: ts.Identifier) => void): void {
  if (ts.isIdentifier(name)) visit(name);
  else for (const element of name.elements) if (ts.isBindingElement(element)) names(element.name, visit);
}

function isVisible(declaration: ts.VariableDeclaration, at: ts.Node): boolean {
  let scope: ts.Node = declaration;
  while (
    scope.parent &&
    !ts.isBlock(scope) &&
    !ts.isSourceFile(scope) &&
    !isFunctionNode(scope) &&
    !ts.isModuleBlock(scope)
  )
    scope = scope.parent;
  return isInside(at, scope);
}

function sameText(a: ts.Node, b: ts.Node): boolean {
  return textOf(unwrap(a)).replace(/\?\./g, '.') === textOf(unwrap(b)).replace(/\?\./g, '.');
}

/** How code in a function names the Lucia instance: as the object of a method that it calls already. */
export function luciaInScope(context: FileContext, owner: Owner): string | undefined {
  for (const site of context.ops.sites(owner)) {
    if (site.op.kind !== 'lucia' || !site.direct) continue;
    const member = memberOf(unwrap(site.op.call.node.expression));
    if (
      member &&
      (ts.isIdentifier(member.object) ||
        ts.isPropertyAccessExpression(member.object) ||
        member.object.kind === ts.SyntaxKind.ThisKeyword)
    )
      return textOf(member.object);
  }
  for (const call of context.file.calls) {
    for (const part of argumentsAndObject(call)) {
      const member = memberOf(unwrap(part));
      if (member?.name === 'sessionCookieName' && isInside(call, owner.node)) return textOf(member.object);
    }
  }
  return undefined;
}

function argumentsAndObject(call: CallLike): readonly ts.Expression[] {
  return ts.isTaggedTemplateExpression(call) ? [] : [...(call.arguments ?? [])];
}

/** The statement of a call, when a statement can be put before it and may await. */
export function awaitableStatement(call: ts.Node): ts.Statement | undefined {
  const statement = statementOf(call);
  const fn = enclosingFunction(call);
  if (!statement || !fn || !isAsync(fn)) return undefined;
  const { parent } = statement;
  return ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? statement : undefined;
}

/**
 * The functions of a file that something outside of the project's code calls: entry points, and functions that no
 * indexed code calls. Functions inside of others are left to these, unless they are entry points themselves.
 */
export function reachedFromOutside(context: FileContext, file: FileModel = context.file): readonly Owner[] {
  const { roles } = context;
  // What runs in a browser only asks the server: the server's functions answer for themselves.
  if (file.directive === 'use client') return [];
  const all = context.frameworks.entryPoints(file);
  const entries = all.filter(
    (entry) => entry.kind !== 'middleware' && entry.kind !== 'layout' && !isHelper(context, entry),
  );
  const middleware = new Set(
    all.filter((entry) => entry.kind === 'middleware' || entry.kind === 'layout').map((entry) => entry.fn.node),
  );
  const found: Owner[] = entries.map((entry) => entry.fn);
  for (const fn of file.functions) {
    if (!fn.body || middleware.has(fn) || found.some((owner) => owner.node === fn) || isNested(fn)) continue;
    if (entries.some((entry) => isInside(entry.fn.node, fn))) continue;
    const ref = { node: fn, file };
    if (roles.isWrapper(ref) || roles.callersOf(ref).length) continue;
    found.push(ref);
  }
  return found;
}

/** A function with a handler's parameters that the project's own code calls: its callers answer for it. */
function isHelper(context: FileContext, entry: EntryPoint): boolean {
  const { node } = entry.fn;
  if (entry.kind !== 'route' || ts.isSourceFile(node) || !/^(?:express|fastify|hono)$/.test(entry.framework))
    return false;
  return context.roles.callersOf({ node, file: entry.fn.file }).length > 0;
}

function isNested(fn: FunctionNode): boolean {
  return !!enclosingFunction(fn);
}

/** Names that a request handler calls to hand its work to an HTTP API. */
export function callsApi(call: CallLike): boolean {
  const name = calleeName(call) ?? '';
  return (
    /^(?:fetch|\$fetch|ofetch|useFetch|\$post|\$delete|\$get|axios|ky|request)$/.test(name) ||
    (/^(?:post|delete|get|put)$/.test(name) &&
      ts.isCallExpression(call) &&
      /^(?:axios|ky|http|https|api|client)\b/.test(textOf(call.expression)))
  );
}
