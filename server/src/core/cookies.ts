import { calleeName, memberOf, propertyOf, stringValue, textOf, ts, unwrap, wrapped } from './syntax';
import type { CallLike } from './syntax';
import type { Ref, Value, Values } from './values';

/** A cookie written to or cleared from a response, in any framework's API. */
export interface CookieOp {
  readonly kind: 'cookie';
  readonly action: 'write' | 'clear';
  readonly call: Ref<CallLike>;
  readonly api: 'jar' | 'function' | 'express' | 'header';
  readonly name: Ref | undefined;
  /** For the header form: the whole header. */
  readonly value: Ref | undefined;
  readonly attributes: Ref | undefined;
  /** Set when the cookie was made by Lucia. */
  readonly lucia: 'session' | 'blank' | undefined;
}

const COOKIE_FUNCTIONS = /^(?:setCookie|setSignedCookie|deleteCookie)$/;
const COOKIE_MODULES =
  /^(?:h3|hono\/cookie|vinxi\/(?:http|server)|@solidjs\/start\/(?:http|server)|nitropack.*|#imports|cookies-next.*|std\/http\/cookie|@tanstack\/(?:react-)?start.*|nookies)$/;

/** What a call does to the response's cookies, if anything. */
export function cookieOperation(
  call: Ref<CallLike>,
  values: Values,
  luciaCookie: (ref: Ref) => 'session' | 'blank' | undefined,
): CookieOp | undefined {
  const { node } = call;
  if (ts.isTaggedTemplateExpression(node)) return undefined;
  const name = calleeName(node);
  if (name === undefined || !node.arguments) return undefined;
  const args = node.arguments.map((argument): Ref => ({ ...call, node: argument }));
  const member = memberOf(unwrap(node.expression));
  const make = (
    action: CookieOp['action'],
    api: CookieOp['api'],
    cookieName: Ref | undefined,
    value: Ref | undefined,
    attributes: Ref | undefined,
  ): CookieOp => {
    // A cookie with a name of its own is another cookie, even when it borrows the session cookie's lifetime.
    const isNamed = !!cookieName && stringValue(cookieName.node) !== undefined;
    const given = [value, cookieName].map((part) => part && luciaOf(part)).find(Boolean);
    const borrowed = given || isNamed || !attributes ? undefined : luciaOf(attributes);
    // The attributes of a blank cookie with a lifetime of its own clear nothing.
    const origin = given ?? (borrowed === 'blank' && hasOwnAge(attributes!) ? undefined : borrowed);
    const blank =
      origin === 'blank' ||
      (action === 'write' && !!value && isEmptyValue(value, values)) ||
      isExpired(attributes, values);
    return {
      kind: 'cookie',
      action: action === 'write' && blank ? 'clear' : action,
      call,
      api,
      name: cookieName,
      value,
      attributes,
      lucia: origin,
    };
  };
  /** `cookie`, `cookie.name`, `cookie.value`, `cookie.attributes` and `{ ...cookie.attributes }` all speak of one Lucia cookie. */
  const luciaOf = (ref: Ref): 'session' | 'blank' | undefined => {
    const inner = unwrap(ref.node);
    const direct = luciaCookie({ ...ref, node: inner });
    if (direct) return direct;
    const accessed = memberOf(inner);
    if (accessed) {
      const base = luciaCookie({ ...ref, node: accessed.object });
      if (base) return base;
    }
    for (const value of values.deepRoots({ ...ref, node: inner })) {
      if (value.path.length <= 1 && ts.isCallExpression(value.ref.node)) {
        const found = luciaCookie(value.ref);
        if (found) return found;
      }
      if (ts.isObjectLiteralExpression(value.ref.node) && !value.path.length) {
        for (const property of value.ref.node.properties) {
          const part = ts.isSpreadAssignment(property)
            ? property.expression
            : ts.isPropertyAssignment(property) && memberOf(unwrap(property.initializer))
              ? property.initializer
              : undefined;
          const found = part && luciaOf({ ...value.ref, node: part });
          if (found) return found;
        }
      }
    }
    return undefined;
  };

  // import * as cookies from 'hono/cookie'
  const isOfModule = !!member && COOKIE_FUNCTIONS.test(name) && isModule({ ...call, node: member.object }, values);
  if (!member || isOfModule) {
    if (/^(?:setHeader|appendHeader|setResponseHeader|appendResponseHeader)$/.test(name)) {
      const index = args.findIndex((arg) => /^set-cookie$/i.test(stringValue(arg.node) ?? ''));
      return index >= 0 && args[index + 1] ? headerOp(args[index + 1]!) : undefined;
    }
    if (!COOKIE_FUNCTIONS.test(name) || !isCookieFunction(call, values)) return undefined;
    // With or without the event as first argument: the name is the first string-like one.
    const offset = args.length >= 2 && !looksLikeName(args[0]!, values, luciaOf) ? 1 : 0;
    if (name === 'deleteCookie') return make('clear', 'function', args[offset], undefined, args[offset + 1]);
    if (!args[offset]) return undefined;
    if (name === 'setSignedCookie') return make('write', 'function', args[1], args[2], args[4]);
    return make('write', 'function', args[offset], args[offset + 1], args[offset + 2]);
  }

  if (name === 'set' || name === 'delete' || name === 'remove' || name === 'clear') {
    const jar = jarOf({ ...call, node: member.object }, values);
    if (!jar) return name === 'set' ? headerCall() : undefined;
    if (name !== 'set') return make('clear', 'jar', jar.cookieName ?? args[0], undefined, args[1]);
    const object = args[0] && unwrap(args[0].node);
    if (jar.cookieName || (args.length === 1 && object)) {
      if (object && ts.isObjectLiteralExpression(object)) {
        const at = (key: string): Ref | undefined => {
          const found = propertyOf(object, key);
          return found && { ...args[0]!, node: found };
        };
        const assigned = jar.cookieName && valueAssigned({ ...call, node: member.object });
        return make('write', 'jar', jar.cookieName ?? at('name'), at('value') ?? assigned ?? args[0], args[0]);
      }
      return make('write', 'jar', jar.cookieName ?? args[0], args[0], args[0]);
    }
    return make('write', 'jar', args[0], args[1], args[2]);
  }
  if ((name === 'cookie' || name === 'setCookie' || name === 'clearCookie') && args.length) {
    if (name === 'setCookie' && !isResponseLike({ ...call, node: member.object }, values)) return undefined;
    if (name === 'cookie' && args.length < 2) return undefined;
    if (name === 'clearCookie') return make('clear', 'express', args[0], undefined, args[1]);
    return make('write', name === 'cookie' ? 'express' : 'function', args[0], args[1], args[2]);
  }
  return /^(?:setHeader|appendHeader|header|append|setResponseHeader|appendResponseHeader)$/.test(name)
    ? headerCall()
    : undefined;

  function headerCall(): CookieOp | undefined {
    const index = args.findIndex((arg) => /^set-cookie$/i.test(stringValue(arg.node) ?? ''));
    const value = index >= 0 ? args[index + 1] : undefined;
    return value && headerOp(value);
  }

  function headerOp(value: Ref): CookieOp {
    const origin = luciaOf(value);
    const cleared = origin ? undefined : serialized(value);
    if (cleared) return { ...cleared, action: 'clear' };
    const clears =
      origin === 'blank' || (!origin && /max-age=0\b|expires=thu, 01 jan 1970/i.test(literalText(value, values)));
    return {
      kind: 'cookie',
      action: clears ? 'clear' : 'write',
      call,
      api: 'header',
      name: undefined,
      value,
      attributes: undefined,
      lucia: origin,
    };
  }

  /** `serialize(name, '', { maxAge: 0 })` of the package cookie, which takes a cookie away. */
  function serialized(header: Ref): CookieOp | undefined {
    for (const { ref, path } of values.roots(header)) {
      if (
        path.length ||
        !ts.isCallExpression(ref.node) ||
        !/^(?:serialize|stringifySetCookie)$/.test(calleeName(ref.node) ?? '')
      )
        continue;
      const [cookieName, value, options] = ref.node.arguments.map((argument): Ref => ({ ...ref, node: argument }));
      const isPackage = values.callees(ref as Ref<CallLike>).some((callee) => callee.external?.module === 'cookie');
      const found = isPackage && cookieName && value && make('write', 'header', cookieName, value, options);
      if (found && found.action === 'clear') return { ...found, value: header };
    }
    return undefined;
  }
}

/** `Set-Cookie` headers given as data: in a Response's init, a redirect's headers, `set.headers`. */
export function headerCookieOf(object: Ref<ts.ObjectLiteralExpression>): Ref | undefined {
  for (const property of object.node.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const { name } = property;
    if ((ts.isStringLiteralLike(name) || ts.isIdentifier(name)) && /^set-cookie$/i.test(name.text)) {
      return { ...object, node: property.initializer };
    }
  }
  return undefined;
}

/** The text of the literal parts of a string, template or concatenation. */
export function literalText(ref: Ref, values: Values, depth = 0): string {
  let text = '';
  for (const value of values.roots(ref)) {
    const { node } = value.ref;
    if (ts.isStringLiteralLike(node)) text += node.text;
    else if (ts.isTemplateExpression(node))
      text += node.head.text + node.templateSpans.map((span) => `\u0000${span.literal.text}`).join('');
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && depth < 12) {
      text +=
        literalText({ ...value.ref, node: node.left }, values, depth + 1) +
        literalText({ ...value.ref, node: node.right }, values, depth + 1);
    } else if (ts.isCallExpression(node) && calleeName(node) === 'join') {
      const array = memberOf(unwrap(node.expression))?.object;
      if (array && depth < 4) {
        for (const root of values.roots({ ...value.ref, node: array })) {
          if (!ts.isArrayLiteralExpression(root.ref.node)) continue;
          for (const element of root.ref.node.elements)
            text += `${literalText({ ...root.ref, node: element }, values, depth + 1)}; `;
        }
        // What is pushed into the list before it is joined.
        for (const { ref, path } of values.roots({ ...value.ref, node: array }, ['[]']))
          if (!path.length && !isArrayElement(ref.node)) text += `${literalText(ref, values, depth + 1)}; `;
      }
    } else text += '\u0000';
  }
  return text;
}

function isArrayElement(node: ts.Node): boolean {
  return ts.isArrayLiteralExpression(wrapped(node).parent);
}

function isEmptyValue(value: Ref, values: Values): boolean {
  const roots = values.roots(value);
  return (
    roots.length > 0 &&
    roots.every((root) => !root.path.length && ts.isStringLiteralLike(root.ref.node) && root.ref.node.text === '')
  );
}

/** `{ ...attributes, maxAge: 3600 }` */
function hasOwnAge({ node }: Ref): boolean {
  const object = unwrap(node);
  if (!ts.isObjectLiteralExpression(object)) return false;
  return ['maxAge', 'expires'].some((key) => {
    const value = propertyOf(object, key);
    return !!value && !(ts.isNumericLiteral(value) && value.text === '0') && stringValue(value) !== '0';
  });
}

function isExpired(attributes: Ref | undefined, values: Values): boolean {
  if (!attributes) return false;
  return values
    .roots(attributes, ['maxAge'])
    .some((root) => !root.path.length && ts.isNumericLiteral(root.ref.node) && Number(root.ref.node.text) === 0);
}

function isCookieFunction(call: Ref<CallLike>, values: Values): boolean {
  return values.callees(call).some((value) => {
    if (value.external) return COOKIE_MODULES.test(value.external.module);
    // An auto-imported name that nothing in the project defines: the framework's own.
    return !value.path.length && ts.isIdentifier(value.ref.node) && COOKIE_FUNCTIONS.test(value.ref.node.text);
  });
}

/** All of a module under one name. */
function isModule(ref: Ref, values: Values): boolean {
  return values.roots(ref).some(({ external, path }) => external?.name === '*' && !path.length);
}

function looksLikeName(ref: Ref, values: Values, luciaOf: (ref: Ref) => unknown): boolean {
  if (stringValue(ref.node) !== undefined) return true;
  const member = memberOf(unwrap(ref.node));
  if (member && (member.name === 'name' || member.name === 'sessionCookieName')) return true;
  if (luciaOf(ref)) return true;
  return values
    .roots(ref)
    .some((value) => ts.isStringLiteralLike(value.ref.node) || ts.isTemplateExpression(value.ref.node));
}

/**
 * Whether an expression is a cookie jar: `cookies()`, `event.cookies`, `res.cookies`, `Astro.cookies`, a parameter
 * destructured from one of these, or Elysia's `cookie[name]`, which carries the cookie's name itself.
 */
function jarOf(ref: Ref, values: Values): { cookieName?: Ref } | undefined {
  const node = unwrap(ref.node);
  if (ts.isElementAccessExpression(node)) {
    const base = values.roots({ ...ref, node: node.expression });
    if (base.some((value) => lastName(value) === 'cookie'))
      return { cookieName: { ...ref, node: node.argumentExpression } };
  }
  for (const value of values.roots({ ...ref, node })) {
    if (isJar(value, values)) return {};
    const { path } = value;
    if (path.length >= 2 && path[path.length - 2] === 'cookie' && !value.external) {
      return { cookieName: { ...ref, node: ts.isPropertyAccessExpression(node) ? node.name : node } };
    }
  }
  return undefined;
}

/** For a cookie of Elysia whose flags are set by themselves: what `cookie.name.value = …` beside them gives it. */
function valueAssigned(cookie: Ref): Ref | undefined {
  const text = textOf(unwrap(cookie.node));
  let block: ts.Node = cookie.node;
  while (block.parent && !ts.isBlock(block)) block = block.parent;
  for (const statement of ts.isBlock(block) ? block.statements : []) {
    const assignment = ts.isExpressionStatement(statement) ? unwrap(statement.expression) : undefined;
    if (!assignment || !ts.isBinaryExpression(assignment)) continue;
    if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
    const target = memberOf(unwrap(assignment.left));
    if (target?.name === 'value' && textOf(unwrap(target.object)) === text)
      return { ...cookie, node: assignment.right };
  }
  return undefined;
}

function isJar(value: Value, values: Values): boolean {
  const last = lastName(value);
  if (last === 'cookies' || last === 'cookieStore') return true;
  const { node } = value.ref;
  if (value.path.length) return false;
  if (ts.isCallExpression(node)) {
    if (calleeName(node) === 'cookies') return true;
    return values.callees(value.ref as Ref<CallLike>).some((callee) => callee.external?.name === 'cookies');
  }
  if (ts.isParameter(node) && node.type)
    return /\b(?:Cookies|RequestCookies|ResponseCookies|AstroCookies|ReadonlyRequestCookies)\b/.test(
      node.type.getText(),
    );
  return false;
}

function isResponseLike(ref: Ref, values: Values): boolean {
  return values.roots(ref).some((value) => {
    const { node } = value.ref;
    const name = ts.isParameter(node) && ts.isIdentifier(node.name) ? node.name.text : lastName(value);
    return name !== undefined && /^(?:res|reply|response|rep)$/i.test(name);
  });
}

/** The last name on a value: its last property, or the name of the parameter or global it is. */
export function lastName(value: Value): string | undefined {
  const last = value.path[value.path.length - 1];
  if (last !== undefined) return last;
  if (value.external) return value.external.name;
  const { node } = value.ref;
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isParameter(node) && ts.isIdentifier(node.name)) return node.name.text;
  return undefined;
}
