import type { FileContext } from '../../core/context';
import type { PasswordOp, Site } from '../../core/ops';
import { argumentsOf, isInside, ts, walk } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import type { Ref, Value } from '../../core/values';
import { isLookedUpRow } from './missing';
import { readBehind } from './rows';

/**
 * The accounts that a stored hash belongs to: the row that holds it, and the rows by which that one was found (credentials
 * are often a table of their own, looked up by the account's id).
 */
export function accountsBehind(context: FileContext, hashes: readonly Value[]): readonly Value[] {
  const found: Value[] = [];
  const queue = [...hashes];
  while (queue.length && found.length < 8) {
    const value = queue.shift()!;
    if (found.some((other) => other.ref.node === value.ref.node)) continue;
    found.push(value);
    for (const argument of lookupArguments(value)) {
      walk(argument.node, (node) => {
        if (!ts.isPropertyAccessExpression(node)) return true;
        for (const root of context.values.roots({ ...argument, node })) {
          if (
            root.path.length &&
            ts.isCallExpression(root.ref.node) &&
            root.ref.node !== value.ref.node &&
            isLookup(context, root)
          )
            queue.push(root);
        }
        return false;
      });
    }
  }
  return found;
}

/** The arguments of the look-up behind a value, along its whole method chain. */
function lookupArguments(value: Value): readonly Ref[] {
  const { node } = value.ref;
  if (!ts.isCallExpression(node) && !ts.isTaggedTemplateExpression(node)) return [];
  const found: Ref[] = argumentsOf(node).map((argument) => ({ ...value.ref, node: argument }));
  let inner: ts.Node = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression;
  while (ts.isPropertyAccessExpression(inner) || ts.isCallExpression(inner)) {
    if (ts.isCallExpression(inner))
      for (const argument of inner.arguments) found.push({ ...value.ref, node: argument });
    inner = inner.expression;
  }
  return found;
}

function isLookup(context: FileContext, value: Value): boolean {
  if (readBehind(context, value)) return true;
  return context.values
    .targets(value.ref as Ref<CallLike>)
    .some((target) =>
      context.ops
        .sites({ node: target.node, file: target.file })
        .some((site) => site.op.kind === 'database' && site.op.verb === 'read'),
    );
}

/** Whether a function only verifies a password and starts a session: no change of a password. */
export function isLogin(sites: readonly Site[]): boolean {
  return (
    sites.some(({ op }) => op.kind === 'lucia' && op.method === 'createSession') &&
    !sites.some(({ op }) => op.kind === 'database' && (op.verb === 'update' || op.verb === 'insert')) &&
    !sites.some(({ op }) => op.kind === 'lucia' && op.method === 'validateSession')
  );
}

/** What a row is found by that nobody types: an id or the part of a link, or a digest of one. */
const IDENTIFIER = /(?:\b|_)(?:id|uuid|slug|token)(?:_?hash)?\b|(?:Id|Uuid|Slug|Token)(?:Hash)?\b/;

/** What a row is found by that people type to say who they are. */
export const PUBLIC_NAME = /e_?mail|user_?name|login|handle|phone|identifier|nick|screen_?name|\bname\b/i;

/**
 * The account of whoever is signed in, as in a password change, or no account at all, as what is shared by a link and a
 * password: it is found by the session's user, or by an id alone, which no visitor types into a login form.
 */
export function isOwnAccount(context: FileContext, account: Value, isLogin = false): boolean {
  const { roles } = context;
  if (roles.sessionPart(account.ref)) return true;
  const { node } = account.ref;
  if (
    account.path.length &&
    /^(?:locals|context|ctx|user|session)$/.test(account.path[0]!) &&
    !ts.isCallExpression(node)
  )
    return true;
  let outer: ts.Node = node;
  // The chain may go on after the call that is the root: db.select().from(t).where(eq(t.id, user.id)).
  while (
    outer.parent &&
    // What is done with the row is no part of the query.
    ((ts.isPropertyAccessExpression(outer.parent) && !/^(?:then|catch|finally)$/.test(outer.parent.name.text)) ||
      (ts.isCallExpression(outer.parent) && outer.parent.expression === outer))
  )
    outer = outer.parent;
  let own = false;
  walk(outer, (inner) => {
    if (own || !isInside(inner, outer)) return false;
    if (ts.isPropertyAccessExpression(inner) || ts.isIdentifier(inner)) {
      const target = ts.isPropertyAccessExpression(inner) ? inner.expression : inner;
      if (roles.sessionPart({ ...account.ref, node: inner }) || roles.sessionPart({ ...account.ref, node: target }))
        own = true;
    }
    return true;
  });
  if (own) return true;
  // Where a session is started, the id is what people type.
  if (isLogin) return false;
  const read = readBehind(context, account) ?? helperRead(context, account);
  if (!read || !read.filter.length) return false;
  const filter = read.sql ?? read.filter.map((part) => part.node.getText()).join(' ');
  return !PUBLIC_NAME.test(filter) && IDENTIFIER.test(filter) && !rowsThatFind(context, account).length;
}

/** The rows by which a row is looked up: `findById(reset.userId)`. */
export function rowsThatFind(context: FileContext, row: Value): readonly Value[] {
  const found: Value[] = [];
  for (const argument of lookupArguments(row)) {
    walk(argument.node, (inner) => {
      if (ts.isPropertyAccessExpression(inner))
        for (const root of context.values.roots({ ...row.ref, node: inner }))
          if (root.path.length && ts.isCallExpression(root.ref.node) && isLookup(context, root)) found.push(root);
      return true;
    });
  }
  return found;
}

function helperRead(context: FileContext, account: Value): ReturnType<typeof readBehind> {
  const { node } = account.ref;
  if (!ts.isCallExpression(node)) return undefined;
  for (const target of context.values.targets(account.ref as Ref<CallLike>)) {
    for (const site of context.ops.sites({ node: target.node, file: target.file }))
      if (site.op.kind === 'database' && site.op.verb === 'read') return site.op;
  }
  return undefined;
}

/** Arguments the wrong way round: the password comes out of a row, and what is typed belongs to no account. */
export function isSwapped(context: FileContext, { password }: PasswordOp): boolean {
  const roots = password ? context.values.roots(password) : [];
  return roots.length > 0 && roots.every((value) => value.path.length > 0 && isLookedUpRow(context, value));
}
