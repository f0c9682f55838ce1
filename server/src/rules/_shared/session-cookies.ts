import type { FileContext } from '../../core/context';
import { literalText } from '../../core/cookies';
import type { CookieOp } from '../../core/cookies';
import { memoizedWithCallers } from '../../core/values';
import type { FunctionRef, Ref } from '../../core/values';
import { calleeName, enclosingFunction, isFunctionNode, propertyName, propertyOf, ts, unwrap } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import {
  flagOf,
  headerCookie,
  headersIn,
  isOutsideProduction,
  isSerializer,
  nameOf,
  textHas,
  textName,
} from './cookie-flags';

/** A session cookie written to a response. */
export interface SessionWrite {
  /**
   * lucia: made by createSessionCookie. handmade: Lucia's session id or cookie name without it.
   * own: a session of the project's own making.
   */
  readonly kind: 'lucia' | 'handmade' | 'own';
  /** The call or header text that writes it, parameters bound where callers give them. */
  readonly at: Ref;
  /** described: an object with name, value and attributes, which other code writes. */
  readonly api: CookieOp['api'] | 'described';
  readonly nameText: string | undefined;
  readonly name: Ref | undefined;
  readonly value: Ref | undefined;
  readonly attributes: Ref | undefined;
  /** For a header put together by hand: its literal parts. */
  readonly text: string | undefined;
}

/**
 * The writes of session cookies that concern a file: those in it (with what callers hand in, where that decides) and
 * those that its functions make through helpers elsewhere.
 */
export function sessionWrites(context: FileContext): readonly SessionWrite[] {
  const { file } = context;
  return memoizedWithCallers(file, file.sourceFile, 'sessionWrites', () => collectSessionWrites(context));
}

function collectSessionWrites(context: FileContext): readonly SessionWrite[] {
  const { file, ops, roles, values } = context;
  const found: SessionWrite[] = [];
  const addOp = (op: CookieOp): boolean => {
    if (op.action !== 'write') return false;
    if (op.api === 'header') {
      if (op.lucia || !op.value) return false;
      return addHeader(op.value);
    }
    const kind = kindOf(context, op.lucia, op.name, op.value);
    if (!kind) return false;
    found.push({
      kind,
      at: op.call,
      api: op.api,
      name: op.name,
      nameText: nameOf(context, op.name),
      value: op.value,
      attributes: op.attributes,
      text: undefined,
    });
    return true;
  };
  const addHeader = (header: Ref): boolean => {
    if (ops.luciaCookie(header) || isOwnSerializer(context, header)) return false;
    const text = literalText(header, values);
    const cookie = headerCookie(context, header, text);
    if (!cookie || cookie.lax || /max-age=0\b|expires=thu, 01 jan 1970/i.test(text)) return false;
    if (found.some((other) => other.at.node === cookie.at.node)) return true;
    const nameText = nameOf(context, cookie.name) ?? textName(cookie.text);
    const kind = kindOf(context, undefined, cookie.name, cookie.value, nameText);
    if (!kind || (cookie.value && isEmpty(context, cookie.value))) return false;
    found.push({
      kind,
      at: cookie.at.file === file ? cookie.at : header,
      api: 'header',
      name: cookie.name,
      nameText,
      value: cookie.value,
      attributes: cookie.attributes,
      text: cookie.text,
    });
    return true;
  };
  for (const node of file.objects) {
    const described = describedCookie(context, node);
    if (described) found.push(described);
  }
  for (const owner of roles.owners(file)) {
    for (const node of ops.callsIn(file, owner.node)) {
      const call: Ref<CallLike> = { node, file };
      if (isSerializer(context, call)) addHeader(call);
      for (const op of ops.of(call)) {
        if (op.kind !== 'cookie') continue;
        if (addOp(op) && !dependsOnParameter(context, op)) continue;
        if (dependsOnParameter(context, op)) for (const bound of boundBy(context, op)) if (addOp(bound)) break;
      }
    }
    for (const { value } of headersIn(context, owner)) {
      for (const part of ts.isArrayLiteralExpression(value.node) ? value.node.elements : [value.node])
        addHeader({ ...value, node: part });
    }
    for (const site of ops.sites(owner)) {
      if (site.op.kind === 'cookie' && site.op.call.file !== file) addOp(site.op);
    }
  }
  return found.filter((write) => !isOutsideProduction(context, write.at));
}

/** A helper that makes the text of the whole cookie that createSessionCookie() gave: its attributes as well. */
function isOwnSerializer(context: FileContext, { node, ...rest }: Ref): boolean {
  if (!ts.isCallExpression(node)) return false;
  const call = { ...rest, node };
  return (
    node.arguments.some((argument) => context.ops.luciaCookie({ ...rest, node: argument })) &&
    context.values.targets(call).some((target) => /\battributes\b/.test(target.node.getText()))
  );
}

/** `{ name, value, attributes }`: a cookie described for others to write. */
function describedCookie(context: FileContext, node: ts.ObjectLiteralExpression): SessionWrite | undefined {
  const [name, value, attributes] = ['name', 'value', 'attributes'].map((key): Ref | undefined => {
    const found = propertyOf(node, key);
    return found && context.ref(found);
  });
  if (!name || !value || !attributes || !ts.isObjectLiteralExpression(unwrap(attributes.node))) return undefined;
  const kind = kindOf(context, undefined, name, value);
  if (!kind || isEmpty(context, value)) return undefined;
  return {
    kind,
    at: context.ref(node),
    api: 'described',
    name,
    nameText: nameOf(context, name),
    value,
    attributes,
    text: undefined,
  };
}

function isEmpty(context: FileContext, value: Ref): boolean {
  return context.values
    .roots(value)
    .every((root) => ts.isStringLiteralLike(root.ref.node) && root.ref.node.text === '');
}

function dependsOnParameter(context: FileContext, op: CookieOp): boolean {
  const fn = enclosingFunction(op.call.node);
  return [op.name, op.value, op.attributes].some(
    (part) =>
      !!part && context.values.roots(part).some((root) => ts.isParameter(root.ref.node) && root.ref.node.parent === fn),
  );
}

/** The operation as the callers of its function make it. */
function boundBy(context: FileContext, op: CookieOp): readonly CookieOp[] {
  const fn = enclosingFunction(op.call.node);
  if (!fn || !isFunctionNode(fn)) return [];
  const found: CookieOp[] = [];
  for (const caller of context.roles.callersOf({ node: fn, file: op.call.file } as FunctionRef)) {
    for (const target of context.values.targets(caller)) {
      if (target.node !== fn || !target.env) continue;
      for (const again of context.ops.of({ ...op.call, env: target.env }))
        if (again.kind === 'cookie') found.push(again);
    }
  }
  return found;
}

function kindOf(
  context: FileContext,
  lucia: CookieOp['lucia'],
  name: Ref | undefined,
  value: Ref | undefined,
  nameText = nameOf(context, name),
): SessionWrite['kind'] | undefined {
  if (lucia === 'session') return 'lucia';
  if (lucia) return undefined;
  if (value && context.roles.secret(value) === 'session id') return 'handmade';
  if (name && context.roles.isSessionCookieName(name)) return 'handmade';
  if (nameText !== undefined && value && isSessionName(nameText))
    return isLuciaName(context, nameText) ? 'handmade' : 'own';
  return undefined;
}

const KEYS = ['httpOnly', 'secure', 'sameSite'] as const;

/** The protections that nothing gives to a written cookie. */
export function missingFlags(context: FileContext, write: SessionWrite): readonly (typeof KEYS)[number][] {
  const { text } = write;
  if (text !== undefined)
    return KEYS.filter((key) => textHas(text, key.toLowerCase() as 'httponly' | 'secure' | 'samesite') === false);
  if (write.api === 'described') return [];
  const nested = write.api === 'jar' ? nestedAttributes(context, write.attributes) : undefined;
  if (nested && !context.frameworks.has(write.at.file.path, 'sveltekit'))
    return KEYS.filter((key) => !nested.includes(key));
  if (write.api === 'jar' && context.frameworks.has(write.at.file.path, 'sveltekit')) return [];
  return KEYS.filter((key) => flagOf(context, write.attributes, key).state === 'missing');
}

/**
 * `cookies().set(sessionCookie)`, `set({ ...sessionCookie })`: jars want the attributes beside the name, and ignore those
 * that Lucia keeps below `attributes`. Gives the names that stand beside it.
 */
function nestedAttributes(context: FileContext, attributes: Ref | undefined): readonly string[] | undefined {
  const isWhole = (ref: Ref): boolean => {
    const made = context.values.deepRoots(ref);
    return (
      made.length > 0 &&
      made.every(
        (value) =>
          !value.path.length &&
          ts.isCallExpression(value.ref.node) &&
          calleeName(value.ref.node) === 'createSessionCookie' &&
          context.ops.luciaCookie(value.ref) === 'session',
      )
    );
  };
  const node = attributes && unwrap(attributes.node);
  if (!attributes || !node) return undefined;
  if (!ts.isObjectLiteralExpression(node)) return isWhole(attributes) ? [] : undefined;
  const spreads = node.properties.filter((property) => ts.isSpreadAssignment(property));
  return spreads.length > 0 && spreads.every((spread) => isWhole({ ...attributes, node: spread.expression }))
    ? node.properties.flatMap((property) => propertyName(property.name) ?? [])
    : undefined;
}

/** Whether a cookie name is the one that Lucia uses in this project: its own one, as long as no instance can be read. */
export function isLuciaName(context: FileContext, text: string): boolean {
  const names = luciaNames(context);
  return names.length ? names.some(({ name }) => name === text) : text === 'auth_session';
}

/** The cookie names of the project's instances, with the literal that gives each when there is one. */
export function luciaNames(
  context: FileContext,
): readonly { readonly name: string; readonly literal: ts.Node | undefined }[] {
  const found: { name: string; literal: ts.Node | undefined }[] = [];
  for (const instance of context.roles.projectInstances(context.path)) {
    const given = instance.options ? context.values.roots(instance.options, ['sessionCookie', 'name']) : [];
    const literals = given.filter((value) => !value.path.length && ts.isStringLiteralLike(value.ref.node));
    for (const value of literals)
      found.push({ name: (value.ref.node as ts.StringLiteralLike).text, literal: value.ref.node });
    if (!literals.length) found.push({ name: 'auth_session', literal: undefined });
  }
  return found;
}

const OTHER =
  /csrf|xsrf|device|state|verifier|oauth|pkce|nonce|reset|verif|invite|flash|theme|lang|locale|consent|cart|checkout|(?:^|[-_.])form(?:[-_.]|$)|upload|analytics|visitor|anonymous|guest|remember|last|redirect|prefer|count|expir|started|hint|email|twofactor|2fa|totp|mfa|challenge|passkey|webauthn/i;

/** A cookie that by its name carries a session or an access token. */
function isSessionName(name: string): boolean {
  const bare = name.replace(/^__(?:Host|Secure)-/i, '');
  if (OTHER.test(bare)) return false;
  const words = bare
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_.:-]+/)
    .map((word) => word.toLowerCase());
  const last = words[words.length - 1]!;
  if (/^(?:session|sessionid|sid|jwt|sess)$/.test(last)) return true;
  const about = words.some((word) => /^(?:session|auth|jwt|access|refresh|login|sess)$/.test(word));
  return about && /^(?:token|id|auth|key|cookie|user)$/.test(last);
}
