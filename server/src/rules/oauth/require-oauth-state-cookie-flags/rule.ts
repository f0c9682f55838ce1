import type { FileContext } from '../../../core/context';
import { inFile } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { calleeName, isInside, memberOf, textOf, ts, unwrap, walk, wrapped } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { addOptions, keepsLiteralTypes, productionFlag, setProperties } from '../../_shared/cookie-fix';
import { countsMilliseconds, flagNumber, flagOf, isOutsideProduction, textHas } from '../../_shared/cookie-flags';
import type { Flag } from '../../_shared/cookie-flags';
import { stateCookies } from '../../_shared/oauth-cookies';
import type { StateCookie } from '../../_shared/oauth-cookies';

const LIMIT = 600;

type Key = 'httpOnly' | 'secure' | 'sameSite' | 'maxAge';

interface Defect {
  readonly key: Key;
  readonly kind: 'missing' | 'wrong' | 'strict' | 'formPost' | 'long' | 'milliseconds';
  /** The value at fault, when there is one. */
  readonly value: Ref | undefined;
}

interface State {
  readonly cookie: StateCookie;
  readonly defects: readonly Defect[];
  readonly literal: Ref<ts.ObjectLiteralExpression> | undefined;
}

export default defineRule<State>({
  id: 'require-oauth-state-cookie-flags',
  family: 'oauth',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 1275,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'A cookie that keeps an OAuth state or code verifier lacks a flag, lives too long, or is not sent to the callback.',
    why: 'Without httpOnly a script can read the state, without secure it travels over plain HTTP, and one that lives for hours can be used long after the sign-in was given up. With sameSite strict (or lax, where the provider answers by a form post) the browser does not send the cookie to the callback and each sign-in fails.',
    how: 'Write it with httpOnly, secure, sameSite lax and a maxAge of 600 seconds. Express counts maxAge in milliseconds. For Apple with form_post use sameSite none and secure.',
    limits:
      'Options that come from a function of a package or from the environment are taken to be right. SvelteKit sets httpOnly, secure and lax itself, so they may be missing there.',
  },
  sources: [
    { title: 'Lucia v3: OAuth', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/oauth/basics.md' },
    {
      title: 'OWASP ASVS 5.0, 3.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    },
    {
      title: 'RFC 6265bis, 4.1.2',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.2',
    },
  ],
  messages: {
    flags: 'This OAuth {kind} cookie needs {needs}.',
    strict: 'sameSite strict keeps this OAuth {kind} cookie from the callback, so each sign-in fails: use lax.',
    formPost:
      'The provider answers by a form post: this OAuth {kind} cookie only arrives with sameSite none and secure.',
    milliseconds: 'Express counts maxAge in milliseconds: this OAuth {kind} cookie lives {value} ms.',
  },
  words: ['cookie', 'Cookie', 'httpOnly', 'sameSite', 'maxAge', 'secure'],
  check(context, report) {
    const byPlace = new Map<
      ts.Node,
      {
        cookie: StateCookie;
        defects: readonly Defect[];
        literal: Ref<ts.ObjectLiteralExpression> | undefined;
        at: Ref;
        kinds: Set<string>;
      }
    >();
    for (const cookie of stateCookies(context)) {
      const defects = defectsOf(context, cookie);
      if (!defects.length || isOutsideProduction(context, cookie.at)) continue;
      const literal = literalOf(context, cookie.attributes);
      const at = placeOf(context, cookie, defects, literal);
      const known = byPlace.get(at.node);
      if (known) known.kinds.add(cookie.kind);
      else byPlace.set(at.node, { cookie, defects, literal, at, kinds: new Set([cookie.kind]) });
    }
    for (const { cookie, defects, literal, at, kinds } of byPlace.values()) {
      if (at.file.path !== context.path) continue;
      const kind = [...kinds].sort().join(' and ');
      const special = defects.find(
        (defect) => defect.kind === 'strict' || defect.kind === 'formPost' || defect.kind === 'milliseconds',
      );
      const state = literal ? literal.file.path === context.path : at.file.path === context.path;
      report({
        at: at.node,
        message:
          special && defects.length === 1
            ? special.kind
            : defects.some((defect) => defect.kind === 'strict')
              ? 'strict'
              : 'flags',
        data: {
          kind,
          needs: needsOf(context, cookie, defects),
          value: special?.value ? textOf(special.value.node) : '',
        },
        ...(defects.some((defect) => defect.kind === 'strict') ? { severity: 'error' as const } : {}),
        related: [
          context.related(cookie.source, `The ${cookie.kind} is made here.`),
          ...(cookie.at.node !== at.node ? [context.related(cookie.at, 'The cookie is written here.')] : []),
        ],
        ...(state && cookie.text === undefined ? { state: { cookie, defects, literal } } : {}),
      });
    }
  },
  fixes: ({ cookie, defects, literal }, context) => [
    {
      title: 'Give the cookie the flags that it needs',
      kind: 'safe',
      edits: () => {
        const { quote } = context.style();
        const sameSite = usesFormPost(context, cookie) ? 'none' : 'lax';
        const constant = literal && !keepsLiteralTypes(literal.node) ? ' as const' : '';
        const entries = defects.map(({ key }): readonly [string, string] => {
          if (key === 'httpOnly') return [key, 'true'];
          if (key === 'secure') return [key, sameSite === 'none' ? 'true' : productionFlag(context)];
          if (key === 'sameSite') return [key, `${quote}${sameSite}${quote}${constant}`];
          return [key, countsMilliseconds(context, cookie.api, cookie.at.file.path) ? '10 * 60 * 1000' : '60 * 10'];
        });
        if (literal) return inFile(context.file, ...setProperties(literal.node, entries));
        if (cookie.attributes) return undefined;
        const edit = addOptions(cookie.at.node as CallLike, entries);
        return edit && inFile(context.file, edit);
      },
    },
  ],
});

function literalOf(context: FileContext, attributes: Ref | undefined): Ref<ts.ObjectLiteralExpression> | undefined {
  if (!attributes) return undefined;
  const objects = context.values
    .deepRoots(attributes)
    .filter((value) => !value.path.length && ts.isObjectLiteralExpression(value.ref.node));
  return objects.length === 1 ? (objects[0]!.ref as Ref<ts.ObjectLiteralExpression>) : undefined;
}

/**
 * One wrong value is reported where it is written, several defects at the options, and what is wrong with options that
 * several cookies share where each cookie is set.
 */
function placeOf(context: FileContext, cookie: StateCookie, defects: readonly Defect[], literal: Ref | undefined): Ref {
  const [only] = defects;
  const { value } = only!;
  const place =
    defects.length === 1 && value
      ? { ...value, node: ts.isPropertyAssignment(value.node.parent) ? value.node.parent : value.node }
      : (literal ?? cookie.at);
  const isShared = !!literal && ts.isVariableDeclaration(wrapped(literal.node).parent);
  return isShared && cookie.at.file.path === context.path && isInside(place.node, literal.node) ? cookie.at : place;
}

function defectsOf(context: FileContext, cookie: StateCookie): readonly Defect[] {
  const formPost = usesFormPost(context, cookie);
  if (cookie.text !== undefined) return defectsOfText(cookie.text);
  const found: Defect[] = [];
  const hasDefaults = cookie.api === 'jar' && context.frameworks.has(cookie.at.file.path, 'sveltekit');
  const flag = (key: string): Flag => flagOf(context, cookie.attributes, key);
  for (const key of ['httpOnly', 'secure'] as const) {
    const current = flag(key);
    if (current.state === 'missing' && !hasDefaults) found.push({ key, kind: 'missing', value: undefined });
    else if (
      current.state === 'set' &&
      current.outcome.known &&
      !current.outcome.value &&
      !(hasDefaults && current.outcome.value === undefined)
    ) {
      found.push({ key, kind: 'wrong', value: current.value });
    }
  }
  const sameSite = flag('sameSite');
  if (sameSite.state === 'missing') {
    if ((!hasDefaults && !cookie.lax) || formPost)
      found.push({ key: 'sameSite', kind: formPost ? 'formPost' : 'missing', value: undefined });
  } else if (sameSite.state === 'set' && sameSite.outcome.known) {
    const value = sameSite.outcome.value === true ? 'strict' : String(sameSite.outcome.value).toLowerCase();
    if (formPost) {
      if (value !== 'none') found.push({ key: 'sameSite', kind: 'formPost', value: sameSite.value });
    } else if (value === 'strict') found.push({ key: 'sameSite', kind: 'strict', value: sameSite.value });
    else if (
      value !== 'lax' &&
      !(value === 'none' && (isApple(context, cookie) || isForScripts(cookie))) &&
      !(hasDefaults && value === 'undefined')
    ) {
      found.push({ key: 'sameSite', kind: 'wrong', value: sameSite.value });
    }
  }
  const maxAge = flag('maxAge');
  const seconds = flagNumber(context, maxAge);
  const isExpress = countsMilliseconds(context, cookie.api, cookie.at.file.path);
  if (seconds !== undefined && maxAge.state === 'set') {
    if (seconds > (isExpress ? LIMIT * 1000 : LIMIT)) found.push({ key: 'maxAge', kind: 'long', value: maxAge.value });
    else if (isExpress && seconds > 0 && seconds < 10_000)
      found.push({ key: 'maxAge', kind: 'milliseconds', value: maxAge.value });
  } else if (maxAge.state === 'missing' && flag('expires').state === 'missing')
    found.push({ key: 'maxAge', kind: 'missing', value: undefined });
  return found;
}

function defectsOfText(text: string): readonly Defect[] {
  const found: Defect[] = [];
  if (textHas(text, 'httponly') === false) found.push({ key: 'httpOnly', kind: 'missing', value: undefined });
  if (textHas(text, 'secure') === false) found.push({ key: 'secure', kind: 'missing', value: undefined });
  const sameSite = textHas(text, 'samesite');
  if (sameSite === false) found.push({ key: 'sameSite', kind: 'missing', value: undefined });
  if (/;\s*samesite=strict/i.test(text)) found.push({ key: 'sameSite', kind: 'strict', value: undefined });
  const age = /;\s*max-age=(\d+)/i.exec(text);
  if (age ? Number(age[1]) > LIMIT : textHas(text, 'max-age') === false && textHas(text, 'expires') === false) {
    found.push({ key: 'maxAge', kind: age ? 'long' : 'missing', value: undefined });
  }
  return found;
}

function needsOf(context: FileContext, cookie: StateCookie, defects: readonly Defect[]): string {
  const words = defects.map(({ key, kind }) => {
    if (key === 'sameSite') return kind === 'formPost' ? 'sameSite none' : 'sameSite lax';
    if (key === 'maxAge')
      return countsMilliseconds(context, cookie.api, cookie.at.file.path)
        ? 'a maxAge of at most 600000 ms'
        : 'a maxAge of at most 600 s';
    return key;
  });
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]!}` : words[0]!;
}

function isApple(context: FileContext, cookie: StateCookie): boolean {
  if (/apple/i.test(cookie.name ?? '')) return true;
  return context.ops.sites(cookie.owner).some(({ op }) => {
    if (op.kind !== 'authorize') return false;
    const client = memberOf(unwrap(op.call.node.expression));
    return (
      !!client &&
      context.values
        .deepRoots({ ...op.call, node: client.object })
        .some((value) => ts.isNewExpression(value.ref.node) && calleeName(value.ref.node) === 'Apple')
    );
  });
}

/**
 * Whether the address of the provider is told to a script, as JSON, rather than redirected to: when that script is of
 * another site, the browser keeps none but cookies with sameSite none.
 */
function isForScripts({ owner }: StateCookie): boolean {
  let answers = false;
  let redirects = false;
  walk(owner.node, (node) => {
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      answers ||= /^(?:json|send)$/.test(name);
      redirects ||= /redirect/i.test(name);
    } else if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) redirects ||= /^location$/i.test(node.text);
    return true;
  });
  return answers && !redirects;
}

/** Whether the provider is asked to answer by a form post. */
function usesFormPost(context: FileContext, cookie: StateCookie): boolean {
  return isApple(context, cookie) && /['"]form_post['"]|form_post/.test(textOf(cookie.owner.node));
}
