import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { isInlineCallback } from '../../core/ops';
import { EXCHANGE_WORDS } from '../../core/packages';
import type { Op, Owner, Site } from '../../core/ops';
import { bindingOf } from '../../core/model';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isInside,
  memberOf,
  propertyName,
  propertyOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { isUnseen, memoizedWithCallers } from '../../core/values';
import type { FunctionRef, Ref, Value } from '../../core/values';
import { readBehind } from './rows';

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
 * The functions that exchange a code and look up the user by what they got for it: those of a file, and those elsewhere that
 * do it by functions of the file. Where one calls another that does both, the inner one counts.
 */
export function callbacksThrough(context: FileContext): readonly Callback[] {
  const { file, roles, ops, frameworks } = context;
  if (frameworks.isAuxiliary(context.path) || !exchangesAnywhere(context)) return [];
  return memoizedWithCallers(file, file.sourceFile, 'oauthCallbacks', () => {
    const owners = new Map<ts.Node, Owner>();
    const climb = (owner: Owner, depth: number): void => {
      if (owners.has(owner.node) || depth > MAX_CLIMB || frameworks.isAuxiliary(owner.file.path)) return;
      owners.set(owner.node, owner);
      if (ts.isSourceFile(owner.node) || exchangesIn(context, owner).size) return;
      for (const call of roles.callersOf(owner as FunctionRef)) climb(outermost(call), depth + 1);
    };
    for (const owner of roles.owners(file)) {
      // What a function does by a parameter (a repository that it is given) is only known together with its callers.
      const looksUp = ops.sites(owner).some((site) => site.op.kind === 'database' && site.op.filter.length > 0);
      if (looksUp || (!ts.isSourceFile(owner.node) && /mail|login|user_?name/i.test(textOf(owner.node))))
        climb(owner, 0);
    }
    return [...owners.values()].flatMap((owner) => callbackOf(context, owner) ?? []);
  });
}

const MAX_CLIMB = 4;

/** Whether this file or any around exchanges codes: where none does, no callers need be looked for. */
function exchangesAnywhere({ project, path }: FileContext): boolean {
  const exchanges = (file: string): boolean => project.factOf(file, 'exchanges', (text) => EXCHANGE_WORDS.test(text));
  if (!project.indexed() || exchanges(path)) return true;
  const key = `exchanges\0${project.modules.projectRootOf(path)}`;
  let known = project.projectMemo.get(key) as boolean | undefined;
  if (known === undefined) {
    known = project.filesNear(path).some(exchanges);
    project.projectMemo.set(key, known);
  }
  return known;
}

/** The function that a call belongs to, past the callbacks that run as part of it. */
function outermost(call: Ref): Owner {
  let fn = enclosingFunction(call.node);
  while (fn && isInlineCallback(fn) && enclosingFunction(fn)) fn = enclosingFunction(fn);
  return { node: fn ?? call.file.sourceFile, file: call.file } as Owner;
}

function callbackOf(context: FileContext, owner: Owner): Callback | undefined {
  const { node } = owner;
  if (!ts.isSourceFile(node) && isInlineCallback(node) && enclosingFunction(node)) return undefined;
  const sites = context.ops.sites(owner);
  const exchanges = exchangesIn(context, owner);
  if (!exchanges.size) return undefined;
  const callback = { owner, sites };
  const lookups = lookupsOf(context, callback);
  const isOuter = lookups.some(({ site }) => !site.direct && exchanges.has(site.at));
  return lookups.length && !isOuter ? callback : undefined;
}

/** The calls of a function that exchange a code, or that check an id token which the browser was given for it. */
function exchangesIn(context: FileContext, owner: Owner): ReadonlySet<ts.Node> {
  const found = new Set<ts.Node>();
  for (const { op, at } of context.ops.sites(owner)) if (op.kind === 'exchange') found.add(at);
  if (context.version('google-auth-library') === undefined) return found;
  for (const node of context.ops.callsIn(owner.file, owner.node)) {
    const call: Ref<CallLike> = { ...owner, node };
    const isCheck =
      checksIdToken(context, call) ||
      context.values
        .targets(call)
        .some(({ node: fn, file }) =>
          context.ops.callsIn(file, fn).some((inner) => checksIdToken(context, { node: inner, file })),
        );
    if (isCheck) found.add(node);
  }
  return found;
}

/** `client.verifyIdToken({ idToken })` of Google's own client. */
function checksIdToken(context: FileContext, call: Ref): boolean {
  const { node } = call;
  const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
  return (
    member?.name === 'verifyIdToken' &&
    context.values
      .deepRoots({ ...call, node: member.object })
      .some(
        ({ ref }) =>
          ts.isNewExpression(ref.node) &&
          context.values
            .roots({ ...ref, node: ref.node.expression })
            .some(({ external }) => /^(?:google-auth-library|googleapis)$/.test(external?.module ?? '')),
      )
  );
}

/**
 * Where the value that a row is looked up by is taken from the profile: in the condition itself, or where a helper that
 * looks up by whatever it is given (findByEmail(email)) is called.
 */
export function placeOf({ value }: Pick<ProfileLookup, 'value'>): Ref {
  let place = value;
  for (let next = argumentFor(place); next; next = argumentFor(place)) place = next;
  return place;
}

/** For a parameter of a called helper (or another form of it): what the call gives for it. */
function argumentFor(ref: Ref): Ref | undefined {
  let name = unwrap(ref.node);
  if (ts.isCallExpression(name) && FORMS.test(calleeName(name) ?? ''))
    name = unwrap(name.arguments[0] ?? memberOf(unwrap(name.expression))?.object ?? name);
  // person.email of the whole person that the helper is given.
  const member = memberOf(name);
  const holder = member ? unwrap(member.object) : name;
  const binding = ts.isIdentifier(holder) ? bindingOf(ref.file, holder) : undefined;
  if (binding?.kind !== 'param') return undefined;
  let declaration = binding.declaration;
  if (member && !ts.isParameter(declaration)) return undefined;
  const property = ts.isBindingElement(declaration)
    ? propertyName(declaration.propertyName ?? (declaration.name as ts.PropertyName))
    : member?.name;
  if (ts.isBindingElement(declaration)) declaration = declaration.parent.parent;
  if (!ts.isParameter(declaration)) return undefined;
  let env = ref.env;
  while (env && env.fn !== declaration.parent) env = env.outer;
  const argument = env?.args[env.fn.parameters.indexOf(declaration)];
  if (!argument || property === undefined) return argument;
  const object = unwrap(argument.node);
  const given =
    property !== undefined && ts.isObjectLiteralExpression(object) ? propertyOf(object, property) : undefined;
  return given && { ...argument, node: given };
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
export function operandsOf(filter: Ref): readonly Ref[] {
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
export function isProfile(context: FileContext, value: Value, depth: number): boolean {
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
  // JSON.parse(await response.text())
  if (name === 'text' && member && !node.arguments.length)
    return context.values
      .deepRoots({ ...value.ref, node: member.object })
      .some(
        ({ ref, path }) =>
          !path.length &&
          ts.isCallExpression(ref.node) &&
          ref.node.arguments.some((argument) => isFromTokens(context, { ...ref, node: argument }, depth + 1)),
      );
  // Google's own client: (await client.verifyIdToken({ idToken })).getPayload(), google.oauth2({ auth }).userinfo.get()
  if (name === 'getPayload' && member)
    return context.values
      .deepRoots({ ...value.ref, node: member.object })
      .some((inner) => isProfile(context, inner, depth + 1));
  if (checksIdToken(context, value.ref)) return true;
  if (name === 'get' && member && memberOf(unwrap(member.object))?.name === 'userinfo')
    return context.values
      .deepRoots({ ...value.ref, node: member.object })
      .some(({ ref }) => ts.isCallExpression(ref.node) && calleeName(ref.node) === 'oauth2');
  if (/^(?:decodeIdToken|parseJWT|decodeJwt|jwtDecode|jwtVerify|decode)$/.test(name))
    return argumentsOf(node).some((argument) => isFromTokens(context, { ...value.ref, node: argument }, depth + 1));
  const parts = [...(member ? [member.object] : []), ...node.arguments];
  if (/^(?:parse|safeParse|parseAsync)$/.test(name)) {
    return node.arguments.some((argument) =>
      // schema.parse({ email: payload.email }): the part of the object that is asked for.
      context.values
        .deepRoots({ ...value.ref, node: argument }, value.path)
        .some((inner) => isProfile(context, inner, depth + 1)),
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

/** Other forms of a row or its id: String(user.id), userSchema.parse(row). */
const SAME = /^(?:toString|String|Number|valueOf|parse|parseAsync)$/;

/** Whether two places in one helper are reached by different calls of it: getUser('email', …), getUser('githubId', …). */
function isOtherCall(a: Ref, b: Ref): boolean {
  return (
    !!a.env &&
    !!b.env &&
    a.env.fn === b.env.fn &&
    a.env.args.some(({ node }, index) => node !== b.env?.args[index]?.node)
  );
}

/** Whether something is the row that a lookup found, or a part of it. */
export function isRowOf(context: FileContext, lookup: ProfileLookup, ref: Ref, depth = 0): boolean {
  return context.values.deepRoots(ref).some((value) => {
    const { node } = value.ref;
    if (ts.isCallExpression(node) && SAME.test(calleeName(node) ?? '') && depth < 3) {
      const inner = node.arguments[0] ?? memberOf(unwrap(node.expression))?.object;
      return !!inner && isRowOf(context, lookup, { ...value.ref, node: inner }, depth + 1);
    }
    const read = lookup.op.verb === 'read' ? readBehind(context, value) : undefined;
    return (
      node === lookup.site.at ||
      (!!read && read.call.node === lookup.op.call.node && !isOtherCall(value.ref, lookup.op.call)) ||
      (value.ref.file === lookup.op.call.file &&
        isInside(lookup.op.call.node, node) &&
        ts.isExpression(node) &&
        !ts.isFunctionLike(node) &&
        !isOtherCall(value.ref, lookup.op.call))
    );
  });
}

/** Whether a lookup looks only among what belongs to the row that another one has found. */
export function isWithin(context: FileContext, lookup: ProfileLookup, other: ProfileLookup): boolean {
  return (
    lookup.op !== other.op &&
    lookup.op.filter.some((filter) => operandsOf(filter).some((operand) => isRowOf(context, other, operand)))
  );
}

/** Whether the row that a lookup found becomes the user who is signed in, or gets the provider's account. */
export function isSignedInAs(context: FileContext, callback: Callback, lookup: ProfileLookup): boolean {
  const isRow = (ref: Ref): boolean => isRowOf(context, lookup, ref);
  const { owner } = callback;
  if (sessionsOfUnseen(context, owner).some((user) => isRow(user))) return true;
  // Whoever calls the function signs in the user that it gives back.
  const isCalled = !ts.isSourceFile(owner.node) && context.roles.callersOf(owner as FunctionRef).length > 0;
  if (isCalled && context.values.returned(owner as FunctionRef).some((ref) => isRow(ref))) return true;
  return callback.sites.some(({ op }) => {
    if (op.kind === 'lucia' && op.method === 'createSession') {
      // An own createSession may take the token first.
      const users = op.own ? op.call.node.arguments : op.call.node.arguments.slice(0, 1);
      return users.some((user) => isRow({ ...op.call, node: user }));
    }
    return isLinkedBy(context, op, lookup);
  });
}

/** Whether the account that a lookup found gets the provider's one. */
export function isLinked(context: FileContext, callback: Callback, lookup: ProfileLookup): boolean {
  return callback.sites.some(({ op }) => isLinkedBy(context, op, lookup));
}

function isLinkedBy(context: FileContext, op: Op, lookup: ProfileLookup): boolean {
  if (op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) return false;
  const isRow = (ref: Ref): boolean => isRowOf(context, lookup, ref);
  if (op.data.some((data) => context.roles.parts(data).some(isRow))) return true;
  const isOfRow = op.filter.some((filter) => operandsOf(filter).some(isRow));
  return isOfRow && op.data.some((data) => context.roles.parts(data).some((part) => isProviderId(context, part)));
}

/** The provider's own id of the user. */
export function isProviderId(context: FileContext, ref: Ref): boolean {
  return /^(?:sub|.*_?id)$/i.test(profileKey(context, ref) ?? '');
}

/** For whom sessions are opened by an instance whose module cannot be read: the one that cookies of sessions are made by. */
function sessionsOfUnseen(context: FileContext, owner: Owner): readonly Ref[] {
  const { values, ops } = context;
  const opened: { readonly user: Ref; readonly by: readonly Value[] }[] = [];
  const instances: Value[] = [];
  walk(owner.node, (node) => {
    const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
    if (!ts.isCallExpression(node) || !member) return;
    const by = (): readonly Value[] => values.roots({ ...owner, node: member.object }).filter(isUnseen);
    const [user] = node.arguments;
    if (member.name === 'createSession' && user) opened.push({ user: { ...owner, node: user }, by: by() });
    else if (ops.of({ ...owner, node }).some((op) => op.kind === 'lucia')) instances.push(...by());
  });
  const isInstance = (value: Value): boolean =>
    instances.some(
      (other) =>
        other.external!.module === value.external!.module &&
        other.external!.name === value.external!.name &&
        other.path.join('.') === value.path.join('.'),
    );
  return opened.flatMap(({ user, by }) => (by.some(isInstance) ? [user] : []));
}
