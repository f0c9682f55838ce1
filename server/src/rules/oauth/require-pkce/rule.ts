import type { Fact } from '../../../core/conditions';
import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import type { Report } from '../../../core/rule';
import type { AuthorizeOp, ExchangeOp } from '../../../core/ops';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  memberOf,
  propertyOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { arcticMajor, isMadeOnce, isSetting, needsVerifier, providerOf, unseenClientOf } from '../../_shared/arctic';
import { generatorKind } from '../../_shared/oauth-cookies';
import { chainsToExchange, factsOf } from '../../_shared/oauth-state';
import { verifierBehind } from '../../_shared/oauth-verifier';
import { verifierFix } from '../../_shared/pkce-fix';
import type { VerifierGap } from '../../_shared/pkce-fix';

export default defineRule<VerifierGap>({
  id: 'require-pkce',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 345,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A provider that works with PKCE is used without a code verifier, or with one that is not made for each sign-in.',
    why: 'The verifier ties the code to the browser that began the sign-in: a code that was stolen or planted cannot be exchanged without it. A verifier made once for the whole process ties nothing, and one that is left out makes the exchange fail or lets it go without protection.',
    how: 'Make one by generateCodeVerifier() in the handler that starts the sign-in, keep it in an httpOnly cookie for ten minutes, and give it to validateAuthorizationCode in the callback.',
    limits:
      'Speaks of clients of arctic whose version is known. A client that cannot be seen takes a verifier when the file gives it one; where PKCE is optional, or where there is no client, only a verifier that is there is judged.',
  },
  sources: [
    { title: 'RFC 7636', url: 'https://www.rfc-editor.org/rfc/rfc7636' },
    { title: 'RFC 9700, 2.1.1', url: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1' },
  ],
  messages: {
    state:
      '{provider} gets the state as code verifier: everybody who sees the URL knows it; use generateCodeVerifier().',
    missing: '{provider} needs a code verifier here: make one for each sign-in and keep it in an httpOnly cookie.',
    shared: 'This code verifier for {provider} is made once for everyone: make it in the handler, for each sign-in.',
    unchecked:
      'Nothing here checks that the cookie with the code verifier for {provider} is there: answer 400 without it.',
    lost: 'Nothing keeps this code verifier for {provider} until the callback: put it into an httpOnly cookie.',
    origin: 'The code verifier for {provider} does not come from the cookie of this sign-in.',
  },
  words: ['createAuthorizationURL', 'validateAuthorizationCode', 'erifier', 'code_challenge'],
  check(context, report) {
    writtenOut(context, report);
    const major = arcticMajor(context);
    if (!major) return;
    const given = unseenGiven(context);
    for (const node of context.file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const call: Ref<ts.CallExpression> = { node, file: context.file };
      for (const op of context.ops.of(call)) {
        if (op.kind !== 'authorize' && op.kind !== 'exchange') continue;
        if (node.arguments.some(ts.isSpreadElement) || (op.kind === 'exchange' && op.plain)) continue;
        const known = providerOf(context, call);
        const unseen = known === undefined ? unseenClientOf(context, call) : undefined;
        if (known === undefined && unseen === undefined) continue;
        const provider = known ?? textOf(memberOf(unwrap(node.expression))!.object);
        const isNeeded = known !== undefined ? needsVerifier(known, major) : takesVerifier(given.get(unseen!), op);
        // Where a verifier may be left out, one that is there is no worse a verifier.
        if (!isNeeded && !isVerifierGiven(context, op)) continue;
        const kind = op.kind === 'authorize' ? ('start' as const) : ('callback' as const);
        const state: VerifierGap = { kind, call: node, provider };
        const argument = node.arguments[1];
        const verifier = argument && unwrap(argument);
        if (!verifier || isNoVerifier(verifier)) {
          report({
            at: verifier && !isNothing(verifier) ? argument : node,
            message: 'missing',
            data: { provider },
            ...(known === undefined ? {} : { state }),
          });
          continue;
        }
        const ref = context.ref(argument);
        if (op.kind === 'authorize' && isState(context, node, ref))
          report({ at: argument, message: 'state', data: { provider }, state });
        else if (isShared(context, ref)) report({ at: argument, message: 'shared', data: { provider }, state });
        else if (op.kind === 'authorize' && isKeptNowhere(context, ref))
          report({ at: argument, message: 'lost', data: { provider } });
        else if (op.kind === 'exchange' && isMadeHere(context, ref))
          report({ at: argument, message: 'origin', data: { provider }, state });
        else if (op.kind === 'exchange' && isInUrl(context, ref) && beginsHere(context))
          report({ at: argument, message: 'origin', data: { provider } });
        else if (op.kind === 'exchange' && isUnchecked(context, op, ref))
          report({
            at: argument,
            message: 'unchecked',
            data: { provider },
            severity: 'warning',
            state: { ...state, kind: 'unchecked' },
          });
      }
    }
    // A helper that exchanges with the verifier that it is given: what this file gives is no verifier.
    for (const owner of context.roles.owners(context.file)) {
      for (const { op, direct } of context.ops.sites(owner)) {
        if (direct || op.kind !== 'exchange' || op.plain || !op.verifier) continue;
        const roots = context.values.roots(op.verifier);
        const places = roots.filter(({ ref, path }) => !path.length && ref.file === context.file);
        const isGiven = op.call.file !== context.file || op.call.env !== undefined;
        if (!isGiven || !roots.length || places.length < roots.length) continue;
        if (!places.every(({ ref }) => isNothing(ref.node) && !!enclosingFunction(ref.node))) continue;
        const provider = providerOf(context, op.call);
        if (provider && needsVerifier(provider, major))
          report({
            at: places[0]!.ref.node,
            message: 'missing',
            data: { provider },
            related: [context.related(op.call, 'The code is exchanged here.')],
          });
      }
    }
  },
  fixes: (gap, context) => verifierFix(gap, context),
});

/** A sign-in without a client: a code verifier that is there is held to the same as one of a client. */
function writtenOut(context: FileContext, report: (finding: Report<VerifierGap>) => void): void {
  for (const node of context.file.calls) {
    for (const op of context.ops.of(context.ref(node))) {
      if (op.kind === 'begin' && op.challenge) {
        const verifier = verifierBehind(context, op.challenge);
        if (verifier?.file !== context.file) continue;
        if (op.state && isSameValue(context, op.state, verifier))
          report({ at: verifier.node, message: 'state', data: { provider: 'The provider' } });
        else if (isShared(context, verifier))
          report({ at: verifier.node, message: 'shared', data: { provider: PROVIDER } });
      } else if (op.kind === 'exchange' && op.plain && op.verifier?.file === context.file) {
        const data = { provider: PROVIDER };
        if (isShared(context, op.verifier)) report({ at: op.verifier.node, message: 'shared', data });
        else if (isMadeHere(context, op.verifier)) report({ at: op.verifier.node, message: 'origin', data });
      }
    }
  }
}

const PROVIDER = 'the provider';

/** The calls by which this file gives a code verifier to clients that cannot be seen. */
function unseenGiven(context: FileContext): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const node of context.file.calls) {
    if (!ts.isCallExpression(node)) continue;
    for (const op of context.ops.of({ node, file: context.file })) {
      if ((op.kind !== 'authorize' && op.kind !== 'exchange') || ('plain' in op && op.plain)) continue;
      const client = isVerifierGiven(context, op) ? unseenClientOf(context, op.call) : undefined;
      if (client !== undefined) found.set(client, [...(found.get(client) ?? []), op.kind]);
    }
  }
  return found;
}

/** A client that starts with a verifier wants it for the exchange; where both forms of a call are written, it is one of several. */
function takesVerifier(given: readonly string[] | undefined, op: AuthorizeOp | ExchangeOp): boolean {
  return given !== undefined && !given.includes(op.kind);
}

/** Whether the second argument is a code verifier, whatever client it is given to. */
function isVerifierGiven(context: FileContext, { kind, call }: AuthorizeOp | ExchangeOp): boolean {
  const argument = call.node.arguments[1];
  if (!argument || isNoVerifier(unwrap(argument))) return false;
  const roots = context.values.deepRoots({ ...call, node: argument });
  if (!roots.length) return false;
  if (kind === 'exchange' && call.node.arguments.length === 2)
    return (
      roots.every((root) => isNothing(root.ref.node) || !!context.roles.cookieRead(root)) &&
      !roots.every((root) => isNothing(root.ref.node))
    );
  return roots.every((root) => generatorKind(context, root) === 'verifier');
}

/** Made in the call itself, or held by a variable that nothing but the call asks for. */
function isKeptNowhere(context: FileContext, ref: Ref): boolean {
  let node = unwrap(ref.node);
  if (ts.isIdentifier(node)) {
    const binding = context.file.bindings.get(node);
    const declaration = binding?.declaration;
    const isOnlyUse = binding?.kind === 'const' && binding.uses.every((use) => use === node);
    if (!isOnlyUse || !declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    if (!ts.isIdentifier(declaration.name)) return false;
    node = unwrap(declaration.initializer);
  }
  return generatorKind(context, { ref: { ...ref, node }, path: [] }) === 'verifier';
}

/** Left out, or the scopes in its place. */
function isNoVerifier(node: ts.Node): boolean {
  return isNothing(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

function isNothing(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return node.text === '';
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** The state goes through the browser's address bar: as verifier it is no secret. */
function isState(context: FileContext, call: CallLike, verifier: Ref): boolean {
  const [state] = argumentsOf(call);
  if (!state) return false;
  return isSameValue(context, context.ref(state), verifier);
}

function isSameValue(context: FileContext, state: Ref, verifier: Ref): boolean {
  const states = context.values.roots(state);
  const roots = context.values.roots(verifier);
  return (
    roots.length > 0 &&
    roots.every((root) => states.some((other) => sameRoot(root, other) && root.path.join('.') === other.path.join('.')))
  );
}

/** Made when the module loads, or written down in the code or the configuration. */
function isShared(context: FileContext, ref: Ref): boolean {
  const roots = context.values.roots(ref);
  return (
    roots.length > 0 &&
    roots.every((value) => {
      if (isSetting(value)) return true;
      if (value.path.length) return false;
      const { node } = value.ref;
      if (ts.isStringLiteralLike(node)) return node.text !== '';
      return isMadeOnce(value.ref) && (!!generatorKind(context, value) || isRandom(value.ref));
    })
  );
}

/** Random letters by other means: crypto.randomUUID(), randomBytes(32).toString('hex'). */
function isRandom({ node }: Ref): boolean {
  let inner: ts.Node = node;
  for (
    let member = ts.isCallExpression(inner) ? memberOf(unwrap(inner.expression)) : undefined;
    member && calleeName(inner as CallLike) === 'toString';
    member = ts.isCallExpression(inner) ? memberOf(unwrap(inner.expression)) : undefined
  )
    inner = unwrap(member.object);
  return ts.isCallExpression(inner) && /^(?:randomUUID|randomBytes)$/.test(calleeName(inner) ?? '');
}

/** Whether an exchange may run without the cookie, in the handler itself or in all that give a helper the verifier. */
function isUnchecked(context: FileContext, op: ExchangeOp, verifier: Ref): boolean {
  if (mayBeMissing(context, verifier, () => context.conditions.known(op.call))) return true;
  const isGiven = context.values.roots(verifier).some(({ ref }) => ts.isParameter(ref.node));
  if (!isGiven) return false;
  const chains = chainsToExchange(context, op).filter(({ calls }) => calls.length > 1);
  return (
    chains.length > 0 &&
    chains.every((chain) => {
      const { call } = chain.exchange;
      return mayBeMissing(context, { ...call, node: verifier.node }, () => factsOf(context, chain));
    })
  );
}

/** Read from a cookie of the request, and nothing on the way to the exchange asks whether it is there. */
function mayBeMissing(context: FileContext, verifier: Ref, known: () => readonly Fact[]): boolean {
  const roots = context.values
    .deepRoots(verifier)
    .filter((value) => value.path.length > 0 || !isNothing(value.ref.node));
  if (!roots.length || !roots.every((value) => context.roles.cookieRead(value))) return false;
  if (roots.some((value) => isCheckedBySchema(context, value))) return false;
  const isAskedAbout = (ref: Ref): boolean => {
    let found = false;
    walk(ref.node, (node) => {
      const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node);
      if (
        isName &&
        context.values.deepRoots({ ...ref, node }).some((value) => roots.some((root) => isPart(value, root)))
      )
        found = true;
      return !found;
    });
    return found;
  };
  return !known().some((fact) => isAskedAbout(fact.ref));
}

/** Whether a schema may say which cookies must be there, as that of a route of Elysia or of the group around it. */
function isCheckedBySchema(context: FileContext, { ref, path }: Value): boolean {
  const fn = ref.node.parent;
  if (path[0] !== 'cookie' || !ts.isParameter(ref.node) || !isFunctionNode(fn)) return false;
  if (!context.frameworks.has(ref.file.path, 'elysia')) return false;
  const places = context.frameworks.registrations({ node: fn, file: ref.file });
  const isSeen = (argument: Ref): boolean =>
    context.values
      .roots(argument)
      .every(
        ({ ref: { node } }) =>
          isFunctionNode(node) ||
          ts.isStringLiteralLike(node) ||
          (ts.isObjectLiteralExpression(node) && !node.properties.some(ts.isSpreadAssignment)),
      );
  return (
    !places.length ||
    places.some(
      ({ call: { node: route, file } }) =>
        !route.arguments.every((node) => isSeen({ node, file })) ||
        file.calls.some((call) =>
          argumentsOf(call).some((node) =>
            context.values
              .roots({ node, file })
              .some((value) => ts.isObjectLiteralExpression(value.ref.node) && !!propertyOf(value.ref.node, 'cookie')),
          ),
        ),
    )
  );
}

/** The value itself, or what it is a property of: a cookie's value, but not all cookies. */
function isPart(value: Value, root: Value): boolean {
  return (
    sameRoot(value, root) &&
    value.path.every((part, index) => part === root.path[index]) &&
    (value.path.length === root.path.length || (ts.isCallExpression(root.ref.node) && root.path.at(-1) === 'value'))
  );
}

/** A verifier made in the callback cannot be the one that the sign-in began with. */
function isMadeHere(context: FileContext, ref: Ref): boolean {
  const roots = context.values.deepRoots(ref);
  return roots.length > 0 && roots.every((value) => !!generatorKind(context, value));
}

/** Whoever makes the link to the callback chooses the code and its verifier: it ties nothing to this browser. */
function isInUrl(context: FileContext, ref: Ref): boolean {
  const roots = context.values.deepRoots(ref).filter((value) => value.path.length > 0 || !isNothing(value.ref.node));
  return context.roles.readsQuery(ref) && !roots.some((value) => context.roles.cookieRead(value));
}

/** Whether the sign-in starts in this file: an app that makes its verifiers itself has the server exchange alone. */
function beginsHere(context: FileContext): boolean {
  return context.file.calls.some((node) =>
    context.ops.of(context.ref(node)).some(({ kind }) => kind === 'authorize' || kind === 'begin'),
  );
}
