import type { FileContext } from '../../../core/context';
import { addImport, importedAs, inFile, replaceNode } from '../../../core/edit';
import { bindingOf } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { isUnseen } from '../../../core/values';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { arcticMajor, isMadeOnce, isSetting, needsVerifier, providerOf } from '../../_shared/arctic';
import { generatorKind } from '../../_shared/oauth-cookies';
import { placeOf } from '../../_shared/oauth-profile';
import { derivedFrom, verifierBehind } from '../../_shared/oauth-verifier';
import { numberOf } from '../../_shared/parameters';

type Source = 'strong' | 'unknown' | 'literal' | 'once' | 'random' | 'time' | 'user' | 'page' | 'short';

interface State {
  readonly source: ts.Expression;
  readonly generator: 'generateState' | 'generateCodeVerifier';
}

const WHAT: Readonly<Record<Exclude<Source, 'strong' | 'unknown'>, string>> = {
  literal: 'is the same for everyone',
  once: 'is made once, when the module loads, and so is the same for everyone',
  random: 'comes from Math.random(), which can be predicted',
  time: 'comes from the clock',
  user: "is the user's id, which others may know",
  page: 'is only the page to return to, which whoever makes the link to this sign-in chooses',
  short: 'is too short to be safe from guessing',
};

export default defineRule<State>({
  id: 'no-predictable-oauth-state',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 330,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'An OAuth state or code verifier is something that others can know or guess.',
    why: 'The state proves that the callback belongs to a sign-in that this browser began. Whoever can guess it passes the check with a callback of their own. The same holds for a code verifier: it is worth what it takes to guess it.',
    how: 'Use generateState() and generateCodeVerifier() of arctic for each sign-in. A page to return to belongs in the cookie next to the state, or behind it: the random part must be in it.',
    limits:
      'Only values whose making can be seen are judged. An address that is put together without a client is known by its parameters. A value with a strong part is accepted, whatever else is in it.',
  },
  sources: [
    { title: 'RFC 6749, 10.10', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-10.10' },
    {
      title: 'OWASP ASVS 5.0, 11.5.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x20-V11-Cryptography.md',
    },
  ],
  messages: {
    state: 'This OAuth state {what}: use generateState().',
    verifier: 'This code verifier {what}: use generateCodeVerifier().',
  },
  words: ['createAuthorizationURL', 'state', 'State', 'erifier', 'client_id', 'redirect', 'ocation'],
  check(context, report) {
    const seen = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const { op } of context.ops.sites(owner)) {
        if (op.kind === 'begin') {
          if (op.state) judge(op.call, op.state, 'state', !!op.challenge);
          const verifier = op.challenge && verifierBehind(context, op.challenge);
          if (verifier) judge(op.call, verifier, 'verifier');
        }
        if (op.kind !== 'authorize') continue;
        const [state, second] = op.call.node.arguments;
        const provider = providerOf(context, op.call);
        const major = arcticMajor(context);
        const hasVerifier = !!provider && !!major && needsVerifier(provider, major);
        consider(op.call, state, 'state', hasVerifier);
        if (hasVerifier) consider(op.call, second, 'verifier');
      }
      // An address that a helper gives back, without a call around it.
      for (const ref of ts.isSourceFile(owner.node) ? [] : context.values.returned(owner as FunctionRef)) {
        const address = context.ops.addressOf(ref);
        if (address?.state) judge(ref, address.state, 'state', !!address.challenge);
      }
    }

    function consider(
      call: Ref<ts.CallExpression>,
      argument: ts.Expression | undefined,
      kind: 'state' | 'verifier',
      hasVerifier = false,
    ): void {
      if (!argument) return;
      const inner = unwrap(argument);
      if (
        ts.isArrayLiteralExpression(inner) ||
        ts.isObjectLiteralExpression(inner) ||
        inner.kind === ts.SyntaxKind.NullKeyword
      )
        return;
      judge(call, { ...call, node: argument }, kind, hasVerifier);
    }

    function judge(call: Ref, ref: Ref, kind: 'state' | 'verifier', hasVerifier = false): void {
      const argument = ref.node;
      const source = sourceOf(context, ref, 0);
      // What a verifier that is made once is worth is what require-pkce speaks of.
      if (source === 'strong' || source === 'unknown' || (source === 'once' && kind === 'verifier')) return;
      // A verifier binds the callback to this browser as well.
      if (source === 'page' && hasVerifier) return;
      const origin = context.values
        .deepRoots(ref)
        .find((value) => value.ref.file === context.file && ts.isExpression(value.ref.node) && !value.path.length);
      const place = source === 'user' ? writtenAt(placeOf({ value: ref })) : placeOf({ value: ref });
      const at: ts.Node | undefined = origin ? origin.ref.node : place.file === context.file ? place.node : undefined;
      const elsewhere = context.values
        .deepRoots(ref)
        .find((value) => value.ref.file !== context.file && !value.external)?.ref;
      if (!at || seen.has(at)) return;
      seen.add(at);
      report({
        at,
        message: kind,
        data: { what: WHAT[source] },
        related: [
          ...(at === argument ? [] : [context.related(call, 'It is sent to the provider here.')]),
          ...(elsewhere ? [context.related(elsewhere, 'It is made here.')] : []),
        ],
        // The generators are arctic's.
        ...(ts.isExpression(at) && source !== 'once' && source !== 'page' && context.version('arctic') !== undefined
          ? {
              state: {
                source: at,
                generator: kind === 'state' ? ('generateState' as const) : ('generateCodeVerifier' as const),
              },
            }
          : {}),
      });
    }
  },
  fixes: ({ source, generator }, context) => [
    {
      title: `Use ${generator}()`,
      kind: 'safe',
      edits: () => {
        const local = importedAs(context.file, 'arctic', generator) ?? generator;
        return inFile(context.file, addImport(context.file, 'arctic', generator), replaceNode(source, `${local}()`));
      },
    },
  ],
});

/** What a request calls the page to return to. */
const PAGE =
  /^(?:(?:return|redirect|callback|continue|back|next|go|forward|from)(?:_?(?:to|url|uri|path|page|after))?|dest(?:ination)?|path(?:name)?|page|origin|referer)$/i;

/** The strongest part that a value is made of. */
function sourceOf(context: FileContext, ref: Ref, depth: number): Source {
  if (depth > 6) return 'unknown';
  if (PAGE.test(context.roles.inputName(ref) ?? '') && context.roles.isRequestInput(ref)) return 'page';
  // LETTERS[Math.floor(Math.random() * LETTERS.length)]: as hard to guess as the index.
  const inner = unwrap(ref.node);
  if (ts.isElementAccessExpression(inner) && stringValue(inner.argumentExpression) === undefined)
    return sourceOf(context, { ...ref, node: inner.argumentExpression }, depth + 1);
  const found = context.values
    .deepRoots(ref)
    // `(user ?? null).id` has no value to judge where there is no user.
    .filter((value) => !value.path.length || value.ref.node.kind !== ts.SyntaxKind.NullKeyword)
    .map((value) => sourceOfValue(context, value, depth));
  if (!found.length || found.includes('unknown')) return 'unknown';
  // One of several possible values is enough to be weak.
  return found.find((source) => source !== 'strong') ?? 'strong';
}

function combined(sources: readonly Source[]): Source {
  if (sources.includes('strong')) return 'strong';
  if (sources.includes('unknown')) return 'unknown';
  if (sources.includes('once')) return sources.length === 1 ? 'once' : 'unknown';
  for (const source of ['random', 'time', 'user', 'page', 'short'] as const)
    if (sources.includes(source)) return source;
  return 'literal';
}

function sourceOfValue(context: FileContext, value: Value, depth: number): Source {
  const { node } = value.ref;
  const at = (next: ts.Node): Source => sourceOf(context, { ...value.ref, node: next }, depth + 1);
  const last = value.path[value.path.length - 1];
  if (last !== undefined && /^(?:id|userId)$/.test(last)) {
    const base = { ...value, path: value.path.slice(0, -1) };
    if (isUser(context, base)) return 'user';
  }
  if (last === 'length' || isSetting(value)) return 'literal';
  if (value.path.length) return 'unknown';
  if (generatorKind(context, value)) return isMadeOnce(value.ref) ? 'once' : 'strong';
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || isTemplateText(node)) return 'literal';
  if (ts.isTemplateExpression(node)) return combined(node.templateSpans.map((span) => at(span.expression)));
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken ||
      node.operatorToken.kind === ts.SyntaxKind.AsteriskToken
      ? combined([at(node.left), at(node.right)])
      : 'unknown';
  }
  if (ts.isNewExpression(node)) return calleeName(node) === 'Date' && !node.arguments?.length ? 'time' : 'unknown';
  if (!ts.isCallExpression(node)) return 'unknown';
  return sourceOfCall(context, value.ref as Ref<ts.CallExpression>, at);
}

/** For a name of what is made once and for all: where it is made. */
function writtenAt(ref: Ref): Ref {
  const name = unwrap(ref.node);
  const binding = ts.isIdentifier(name) ? bindingOf(ref.file, name) : undefined;
  const declaration = binding?.kind === 'const' ? binding.declaration : undefined;
  return declaration &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    declaration.initializer
    ? { ...ref, node: declaration.initializer }
    : ref;
}

/** The letters of an address between what is put into it: `…&state=signin&scope=${scope}`. */
function isTemplateText(node: ts.Node): boolean {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

function isUser(context: FileContext, base: Value): boolean {
  if (context.roles.sessionPart(base.ref)) return true;
  const name = base.path[base.path.length - 1];
  if (name !== undefined && /^(?:user|session)$/.test(name)) return true;
  // await requireUser(request), of a module that cannot be read
  const { node } = base.ref;
  return (
    !base.path.length &&
    ts.isCallExpression(node) &&
    /user/i.test(calleeName(node) ?? '') &&
    !/create|insert|add|new/i.test(calleeName(node) ?? '') &&
    node.arguments.every((argument) => /^(?:request|req|event|c|ctx|context)$/.test(textOf(unwrap(argument)))) &&
    context.values.callees(base.ref as Ref<CallLike>).some(isUnseen)
  );
}

function sourceOfCall(context: FileContext, call: Ref<ts.CallExpression>, at: (node: ts.Node) => Source): Source {
  const { node } = call;
  const name = calleeName(node) ?? '';
  const member = memberOf(unwrap(node.expression));
  const object = member && unwrap(member.object);
  const isGlobal = (text: string): boolean =>
    !!object && ts.isIdentifier(object) && object.text === text && !context.file.bindings.has(object);
  if (name === 'random' && object && ts.isIdentifier(object) && object.text === 'Math') return 'random';
  if (name === 'now' && (isGlobal('Date') || isGlobal('performance'))) return 'time';
  if (name === 'randomUUID') return 'strong';
  if (/^(?:floor|ceil|round|trunc)$/.test(name) && isGlobal('Math') && node.arguments[0]) return at(node.arguments[0]);
  if (/^(?:String|Number|btoa|encodeURIComponent)$/.test(name) && !member && node.arguments[0])
    return at(node.arguments[0]);
  if (isGlobal('Buffer') && name === 'from' && node.arguments[0]) return at(node.arguments[0]);
  if (name === 'charAt' && node.arguments[0]) return at(node.arguments[0]);
  if (name === 'join' && member) return at(member.object);
  // Array.from({ length: 16 }, letter), list.map(letter): what each element is made of.
  const each =
    isGlobal('Array') && name === 'from' ? node.arguments[1] : name === 'map' ? node.arguments[0] : undefined;
  if (each) {
    const letters = context.values.functions({ ...call, node: each }).flatMap((fn) => context.values.returned(fn));
    const found = letters.map((letter) => sourceOf(context, letter, 1));
    return found.length && found.every((source) => source === 'random' || source === 'time') ? found[0]! : 'unknown';
  }
  if (name === 'stringify' && node.arguments[0]) {
    const object0 = unwrap(node.arguments[0]);
    if (!ts.isObjectLiteralExpression(object0)) return 'unknown';
    return combined(
      object0.properties.map((property) =>
        ts.isPropertyAssignment(property)
          ? at(property.initializer)
          : ts.isShorthandPropertyAssignment(property)
            ? at(property.name)
            : 'unknown',
      ),
    );
  }
  if (
    member &&
    /^(?:toString|slice|substring|substr|replace|replaceAll|padStart|padEnd|toUpperCase|toLowerCase|getTime|valueOf|toISOString|toFixed)$/.test(
      name,
    )
  ) {
    const inner = at(member.object);
    return inner === 'strong' && /^(?:slice|substring|substr)$/.test(name) ? 'unknown' : inner;
  }
  // What is derived from a value without a secret is as easy to guess as the value.
  const digest = derivedFrom(context, call);
  if (digest) return combined(digest.map((part) => at(part)));
  for (const callee of context.values.callees(call as Ref<CallLike>)) {
    if (!callee.external) continue;
    const exported = callee.path[0] ?? callee.external.name;
    const { module } = callee.external;
    const size = node.arguments[0] ? numberOf(context, { ...call, node: node.arguments[0] }) : undefined;
    if (/^nanoid(?:\/.*)?$/.test(module) && exported === 'nanoid')
      return node.arguments[0] ? (size === undefined ? 'unknown' : size < 20 ? 'short' : 'strong') : 'strong';
    if (module === 'lucia' && exported === 'generateId')
      return size === undefined ? 'unknown' : size < 22 ? 'short' : 'strong';
    if (module === 'lucia' && exported === 'generateIdFromEntropySize')
      return size === undefined ? 'unknown' : size < 14 ? 'short' : 'strong';
    if (/^(?:node:)?crypto$/.test(module) && exported === 'randomBytes')
      return size === undefined ? 'unknown' : size < 14 ? 'short' : 'strong';
    if (/^(?:node:)?crypto$/.test(module) && exported === 'randomInt') return 'short';
    if (module === 'uuid')
      return exported === 'v1' || exported === 'v6'
        ? 'time'
        : exported === 'v4' || exported === 'v7'
          ? 'strong'
          : 'unknown';
  }
  return 'unknown';
}
