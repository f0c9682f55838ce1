import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { isInlineCallback } from '../../core/ops';
import type { Owner, Site } from '../../core/ops';
import { argumentsOf, calleeName, enclosingFunction, isInside, memberOf, ts, unwrap, walk } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import type { FunctionRef, Ref, Value } from '../../core/values';

/** A function that handles an OAuth callback, with everything that it does through helpers. */
export interface Callback {
  readonly owner: Owner;
  readonly sites: readonly Site[];
}

/** A row looked up by something that the provider says of the user. */
export interface ProfileLookup {
  readonly site: Site;
  readonly op: DatabaseOp;
  /** The property of the profile: `email`, `login`, `id`, … */
  readonly key: string;
  readonly value: Ref;
}

/**
 * The functions of a file that exchange a code and look up the user by what they got for it. Where one calls another that
 * does both, the inner one counts.
 */
export function callbacksIn(context: FileContext): readonly Callback[] {
  const { roles, ops, frameworks } = context;
  if (frameworks.isAuxiliary(context.path)) return [];
  return roles.owners(context.file).flatMap((owner) => {
    const { node } = owner;
    if (!ts.isSourceFile(node) && isInlineCallback(node) && enclosingFunction(node)) return [];
    const sites = ops.sites(owner);
    const exchanges = new Set(sites.filter((site) => site.op.kind === 'exchange').map((site) => site.at));
    if (!exchanges.size) return [];
    const callback = { owner, sites };
    const lookups = lookupsOf(context, callback);
    const isOuter = lookups.some(({ site }) => !site.direct && exchanges.has(site.at));
    return lookups.length && !isOuter ? [callback] : [];
  });
}

/** The lookups of a callback by properties of the provider's profile. */
export function lookupsOf(context: FileContext, callback: Callback): readonly ProfileLookup[] {
  const found: ProfileLookup[] = [];
  for (const site of callback.sites) {
    const { op } = site;
    if (op.kind !== 'database' || !op.filter.length) continue;
    for (const filter of op.filter) {
      for (const value of operandsOf(filter)) {
        const key = profileKey(context, value);
        if (key !== undefined) found.push({ site, op, key, value });
      }
    }
  }
  return found;
}

/** The names and member chains in a condition. */
function operandsOf(filter: Ref): readonly Ref[] {
  const found: Ref[] = [];
  walk(filter.node, (node) => {
    if (ts.isPropertyAssignment(node)) {
      for (const inner of operandsOf({ ...filter, node: node.initializer })) found.push(inner);
      return false;
    }
    if (ts.isShorthandPropertyAssignment(node)) {
      found.push({ ...filter, node: node.name });
      return false;
    }
    const isForm = ts.isCallExpression(node) && FORMS.test(calleeName(node) ?? '');
    if (ts.isIdentifier(node) || memberOf(node) || isForm) {
      found.push({ ...filter, node });
      return false;
    }
    return true;
  });
  return found;
}

/** Other forms of the same value: profile.email.toLowerCase(), String(profile.id). */
const FORMS = /^(?:String|Number|toString|toLowerCase|toLocaleLowerCase|trim|normalize)$/;

/** For a value taken from the provider's profile or id token: the property that it is. */
export function profileKey(context: FileContext, ref: Ref, depth = 0): string | undefined {
  // `name = `${name} …`` is made of itself.
  if (depth > 4) return undefined;
  for (const value of context.values.deepRoots(ref)) {
    const key = [...value.path].reverse().find((part) => part !== '[]' && !/^\d+$/.test(part));
    if (key !== undefined && isProfile(context, value, 0)) return key;
    // String(profile.id), profile.id.toString()
    const { node } = value.ref;
    if (key === undefined && ts.isCallExpression(node) && FORMS.test(calleeName(node) ?? '')) {
      const member = memberOf(unwrap(node.expression));
      const inner = node.arguments[0] ?? member?.object;
      const nested = inner && profileKey(context, { ...value.ref, node: inner }, depth + 1);
      if (nested !== undefined) return nested;
    }
    if (key === undefined && ts.isTemplateExpression(node)) {
      for (const span of node.templateSpans) {
        const nested = profileKey(context, { ...value.ref, node: span.expression }, depth + 1);
        if (nested !== undefined) return nested;
      }
    }
  }
  return undefined;
}

/** Answers of the provider: parsed responses, decoded id tokens, results of functions that were given the tokens. */
function isProfile(context: FileContext, value: Value, depth: number): boolean {
  const { node } = value.ref;
  const { roles, ops } = context;
  if (!ts.isCallExpression(node) || depth > 4) return false;
  if (roles.cookieRead(value) || roles.readsQuery(value.ref)) return false;
  if (
    ops
      .of(value.ref as Ref<CallLike>)
      .some((op) => op.kind === 'database' || op.kind === 'exchange' || op.kind === 'lucia')
  )
    return false;
  const name = calleeName(node) ?? '';
  const member = memberOf(unwrap(node.expression));
  if (name === 'json' && member) return true;
  if (/^(?:decodeIdToken|parseJWT|decodeJwt|jwtDecode|jwtVerify|decode)$/.test(name))
    return argumentsOf(node).some((argument) => isFromTokens(context, { ...value.ref, node: argument }, depth + 1));
  const parts = [...(member ? [member.object] : []), ...node.arguments];
  if (/^(?:parse|safeParse|parseAsync)$/.test(name)) {
    return node.arguments.some((argument) =>
      context.values.deepRoots({ ...value.ref, node: argument }).some((inner) => isProfile(context, inner, depth + 1)),
    );
  }
  return parts.some((part) => isFromTokens(context, { ...value.ref, node: part }, depth + 1));
}

/** Whether an expression holds the provider's tokens somewhere. */
function isFromTokens(context: FileContext, ref: Ref, depth: number): boolean {
  if (depth > 5) return false;
  if (context.roles.secret(ref) === 'OAuth token') return true;
  // Headers that were put together before: `const headers = { Authorization: `Bearer ${token}` }`.
  if (ts.isIdentifier(ref.node)) {
    for (const value of context.values.roots(ref)) {
      const isMade = ts.isObjectLiteralExpression(value.ref.node) || ts.isTemplateExpression(value.ref.node);
      if (isMade && !value.path.length && isFromTokens(context, value.ref, depth + 1)) return true;
    }
  }
  let found = false;
  walk(ref.node, (node) => {
    if (found) return false;
    if (
      (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) &&
      node !== ref.node &&
      (context.roles.secret({ ...ref, node }) === 'OAuth token' ||
        (ts.isIdentifier(node) && isFromTokens(context, { ...ref, node }, depth + 1)))
    )
      found = true;
    return !found;
  });
  return found;
}

/** Whether the row that a lookup found becomes the user who is signed in, or gets the provider's account. */
export function isSignedInAs(context: FileContext, callback: Callback, lookup: ProfileLookup): boolean {
  const isRow = (ref: Ref, depth = 0): boolean =>
    context.values.deepRoots(ref).some((value) => {
      const { node } = value.ref;
      if (
        ts.isCallExpression(node) &&
        /^(?:toString|String|Number|valueOf)$/.test(calleeName(node) ?? '') &&
        depth < 3
      ) {
        const inner = node.arguments[0] ?? memberOf(unwrap(node.expression))?.object;
        return !!inner && isRow({ ...value.ref, node: inner }, depth + 1);
      }
      return (
        node === lookup.site.at ||
        (value.ref.file === lookup.op.call.file &&
          isInside(lookup.op.call.node, node) &&
          ts.isExpression(node) &&
          !ts.isFunctionLike(node))
      );
    });
  const { owner } = callback;
  // Whoever calls the function signs in the user that it gives back.
  const isCalled = !ts.isSourceFile(owner.node) && context.roles.callersOf(owner as FunctionRef).length > 0;
  if (isCalled && context.values.returned(owner as FunctionRef).some((ref) => isRow(ref))) return true;
  return callback.sites.some(({ op }) => {
    if (op.kind === 'lucia' && op.method === 'createSession') {
      // An own createSession may take the token first.
      const users = op.own ? op.call.node.arguments : op.call.node.arguments.slice(0, 1);
      return users.some((user) => isRow({ ...op.call, node: user }));
    }
    if (op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) return false;
    return op.data.some((data) => context.roles.parts(data).some((part) => isRow(part)));
  });
}

/** `emailVerified: true`, `emailVerified: new Date()`: what is written of an account says nothing about the address. */
function isStored(value: ts.Expression): boolean {
  const inner = unwrap(value);
  return inner.kind === ts.SyntaxKind.TrueKeyword || (ts.isNewExpression(inner) && calleeName(inner) === 'Date');
}

/** Whether the code of a callback, or of own functions that it calls, looks at a flag for verified addresses. */
export function looksAtVerified(context: FileContext, owner: Owner, depth = 0): boolean {
  const mentions = (node: ts.Node): boolean => {
    let found = false;
    walk(node, (inner) => {
      if (found) return false;
      if (ts.isTypeNode(inner)) return false;
      if (ts.isPropertyAssignment(inner) && isStored(inner.initializer)) return false;
      if (ts.isIdentifier(inner) && /verified|verif(?:y|ies)Email|emailVerif/i.test(inner.text)) found = true;
      if (ts.isStringLiteralLike(inner) && /verified/i.test(inner.text)) found = true;
      return true;
    });
    return found;
  };
  if (mentions(owner.node)) return true;
  if (depth >= 3) return false;
  const calls: CallLike[] = [];
  walk(owner.node, (node) => {
    if (ts.isCallExpression(node)) calls.push(node);
  });
  return calls.some((node) =>
    context.values
      .targets({ ...owner, node })
      .some((target) => target.node !== owner.node && looksAtVerified(context, target, depth + 1)),
  );
}
