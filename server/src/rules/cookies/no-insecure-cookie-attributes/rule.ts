import type { FileContext } from '../../../core/context';
import { inFile, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import type { Fix } from '../../../core/rule';
import { memberOf, propertyOf, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { TextEdit } from '../../../core/text';
import type { Ref } from '../../../core/values';
import { addOptions, keepsLiteralTypes, productionFlag, setProperties } from '../../_shared/cookie-fix';
import { flagOf, inProduction } from '../../_shared/cookie-flags';
import type { Flag, Outcome } from '../../_shared/cookie-flags';
import { missingFlags, sessionWrites } from '../../_shared/session-cookies';

type Key = 'httpOnly' | 'secure' | 'sameSite';

interface Fault {
  readonly key: Key;
  readonly message: 'off' | 'never' | 'dropped' | 'capital' | 'none';
  readonly value: Ref;
}

type State =
  | { readonly kind: 'value'; readonly fault: Fault; readonly lucia: boolean }
  | {
      readonly kind: 'missing';
      readonly keys: readonly Key[];
      readonly literal: ts.ObjectLiteralExpression | undefined;
      readonly call: ts.Node;
    };

const RISK: Readonly<Record<Key, string>> = {
  secure: 'it is sent over plain HTTP',
  httpOnly: 'scripts can read it',
  sameSite: 'other sites can make requests with it',
};

export default defineRule<State>({
  id: 'no-insecure-cookie-attributes',
  family: 'cookies',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 614,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'A session cookie is written without one of its protections: secure, httpOnly or sameSite.',
    why: 'Whoever gets the session cookie is signed in as the user. Without secure it crosses the network in clear text, without httpOnly any injected script can read it, with sameSite none every other site can make requests with it. Lucia sets all three; `undefined` and capitalised values take them away, and a comparison such as NODE_ENV === "PRODUCTION" never holds.',
    how: "Leave the attributes out, or set secure by the framework's production flag. Give cookies that you write yourself httpOnly, secure and sameSite lax.",
    limits:
      'Values from a configuration or the environment are taken to be right. The values are judged for production: NODE_ENV is taken to be "production" there. SvelteKit sets the flags itself, so they may be missing there.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 3.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    },
    {
      title: 'Lucia v3: SessionCookieAttributesOptions',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/reference/main/SessionCookieAttributesOptions.md',
    },
    {
      title: 'RFC 6265bis, 4.1.2',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.2',
    },
  ],
  messages: {
    off: '`{text}` takes a protection from the session cookie: {risk}.',
    never: '`{text}` is never true in production, so the session cookie is not protected: {risk}.',
    dropped: '`{text}` takes the flag away from the session cookie: {risk}.',
    capital: '`{text}`: Lucia only knows lower-case values, so the session cookie gets no SameSite.',
    none: '`{text}` sends the session cookie along with requests that other sites make.',
    missing: 'This session cookie is written without {flags}.',
  },
  words: ['secure', 'sameSite', 'httpOnly', 'cookie', 'Cookie', 'Lucia'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    const reportFault = (fault: Fault, fallback: ts.Node, lucia: boolean): void => {
      const here = fault.value.file === context.file;
      const holder =
        here && ts.isPropertyAssignment(fault.value.node.parent)
          ? fault.value.node.parent
          : here
            ? fault.value.node
            : fallback;
      if (reported.has(holder)) return;
      reported.add(holder);
      const shown =
        fault.value.node.parent && ts.isPropertyAssignment(fault.value.node.parent)
          ? fault.value.node.parent
          : fault.value.node;
      report({
        at: holder,
        message: fault.message,
        data: {
          text: shorten(fault.message === 'never' ? textOf(unwrap(fault.value.node)) : textOf(shown)),
          risk: RISK[fault.key],
        },
        related: here ? [] : [context.related(fault.value, 'The value is written here.')],
        ...(here ? { state: { kind: 'value' as const, fault, lucia } } : {}),
      });
    };
    // The options may be written in another file than the instance: they are reported where they are written.
    for (const instance of context.roles.projectInstances(context.path)) {
      if (!instance.options) continue;
      const cookie = flagOf(context, instance.options, 'sessionCookie');
      const attributes = cookie.state === 'set' ? flagOf(context, cookie.value, 'attributes') : undefined;
      if (attributes?.state !== 'set') continue;
      for (const fault of faultsOf(context, attributes.value, true)) {
        if (fault.value.file.path === context.path)
          reportFault({ ...fault, value: { ...fault.value, file: context.file } }, fault.value.node, true);
      }
    }
    for (const write of sessionWrites(context)) {
      const { at } = write;
      for (const fault of faultsOf(context, write.attributes, false)) {
        if (fault.value.file === context.file || (at.file === context.file && !isDescribed(fault.value)))
          reportFault(fault, at.node, write.kind === 'lucia');
      }
      const keys = missingFlags(context, write);
      if (!keys.length) continue;
      const literal = literalOf(context, write.attributes);
      const place = literal ?? at;
      if (place.file !== context.file || reported.has(place.node)) continue;
      reported.add(place.node);
      report({
        at: place.node,
        message: 'missing',
        data: { flags: keys.length > 1 ? `${keys.slice(0, -1).join(', ')} and ${keys[keys.length - 1]!}` : keys[0]! },
        related:
          literal && at.node !== literal.node && literal.node.parent !== at.node
            ? [context.related(at, 'The cookie is written here.')]
            : [],
        ...(write.text === undefined
          ? { state: { kind: 'missing' as const, keys, literal: literal?.node, call: at.node } }
          : {}),
      });
    }
    for (const assignment of context.file.binaries) {
      const fault = assignedFault(context, assignment);
      if (fault) reportFault(fault, assignment, true);
    }
  },
  fixes: (state, context) => [fixOf(state, context)],
});

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 50 ? `${flat.slice(0, 49)}…` : flat;
}

function literalOf(context: FileContext, attributes: Ref | undefined): Ref<ts.ObjectLiteralExpression> | undefined {
  if (!attributes) return undefined;
  const objects = context.values
    .deepRoots(attributes)
    .filter((value) => !value.path.length && ts.isObjectLiteralExpression(value.ref.node));
  return objects.length === 1 ? (objects[0]!.ref as Ref<ts.ObjectLiteralExpression>) : undefined;
}

function faultsOf(context: FileContext, attributes: Ref | undefined, isOption: boolean): readonly Fault[] {
  const found: Fault[] = [];
  for (const key of ['secure', 'httpOnly', 'sameSite'] as const) {
    const flag = flagOf(context, attributes, key);
    const fault = faultOf(key, flag, isOption);
    if (fault) found.push(fault);
  }
  return found;
}

function faultOf(key: Key, flag: Flag, isLucia: boolean): Fault | undefined {
  if (flag.state !== 'set') return undefined;
  const { value, outcome } = flag;
  if (!outcome.known) return undefined;
  const result = outcome.value;
  if (key === 'sameSite') {
    if (typeof result === 'string') {
      if (result.toLowerCase() === 'none')
        return { key, message: isLucia && result !== 'none' ? 'capital' : 'none', value };
      if (isLucia && /^(?:lax|strict)$/i.test(result) && !/^(?:lax|strict)$/.test(result))
        return { key, message: 'capital', value };
      return undefined;
    }
    return result === undefined || result === null || result === false ? { key, message: 'dropped', value } : undefined;
  }
  if (result) return undefined;
  if (result === undefined) return { key, message: 'dropped', value };
  return { key, message: isConstant(value) ? 'off' : 'never', value };
}

function isConstant(value: Ref): boolean {
  const node = unwrap(value.node);
  return (
    node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword || ts.isLiteralExpression(node)
  );
}

/** The value stands in an object that describes a whole cookie: it is reported there. */
function isDescribed(value: Ref): boolean {
  const attributes = ts.isPropertyAssignment(value.node.parent) ? value.node.parent.parent : undefined;
  const property = attributes?.parent;
  return (
    !!property &&
    ts.isPropertyAssignment(property) &&
    property.name.getText() === 'attributes' &&
    !!propertyOf(property.parent, 'name') &&
    !!propertyOf(property.parent, 'value')
  );
}

/** `cookie.attributes.secure = false` on a cookie that Lucia made. */
function assignedFault(context: FileContext, assignment: ts.BinaryExpression): Fault | undefined {
  if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const target = memberOf(assignment.left);
  if (!target || !/^(?:secure|httpOnly|sameSite)$/.test(target.name)) return undefined;
  const holder = memberOf(unwrap(target.object));
  if (holder?.name !== 'attributes' || context.ops.luciaCookie(context.ref(holder.object)) !== 'session')
    return undefined;
  const value = context.ref(assignment.right);
  const outcome: Outcome = inProduction(context, value);
  return faultOf(target.name as Key, { state: 'set', value, outcome }, true);
}

function fixOf(state: State, context: FileContext): Fix {
  const { quote } = context.style();
  if (state.kind === 'missing') {
    return {
      title: `Add ${state.keys.join(', ')}`,
      kind: 'safe',
      edits: () => {
        const entries = state.keys.map((key): readonly [string, string] => {
          if (key === 'secure') return [key, productionFlag(context)];
          if (key === 'httpOnly') return [key, 'true'];
          return [key, `${quote}lax${quote}${state.literal && !keepsLiteralTypes(state.literal) ? ' as const' : ''}`];
        });
        if (state.literal) return inFile(context.file, ...setProperties(state.literal, entries));
        const edit = ts.isCallExpression(state.call) ? addOptions(state.call as CallLike, entries) : undefined;
        return edit && inFile(context.file, edit);
      },
    };
  }
  const { fault, lucia } = state;
  const { node } = fault.value;
  const property = node.parent;
  if (fault.message === 'dropped' && lucia && ts.isPropertyAssignment(property)) {
    return {
      title: `Remove \`${textOf(property)}\`, so that Lucia's own value holds`,
      kind: 'safe',
      edits: () => inFile(context.file, removal(property)),
    };
  }
  if (fault.message === 'capital') {
    const text = stringValue(node);
    return {
      title: 'Write it in lower case',
      kind: 'safe',
      edits: () =>
        text === undefined
          ? undefined
          : inFile(context.file, replaceNode(unwrap(node), `${quote}${text.toLowerCase()}${quote}`)),
    };
  }
  if (fault.key === 'sameSite') {
    return {
      title: 'Use sameSite lax',
      kind: fault.message === 'none' ? 'suggested' : 'safe',
      edits: () => inFile(context.file, replaceNode(node, `${quote}lax${quote}`)),
    };
  }
  const replacement = fault.message === 'never' && fault.key === 'secure' ? productionFlag(context) : 'true';
  return {
    title: `Set ${fault.key} to ${replacement}`,
    kind: 'safe',
    edits: () => {
      if (ts.isShorthandPropertyAssignment(property))
        return inFile(context.file, replaceNode(property, `${fault.key}: ${replacement}`));
      return inFile(context.file, replaceNode(node, replacement));
    },
  };
}

/** Takes a property out of its object, with its comma and, when it has one to itself, its line. */
function removal(property: ts.PropertyAssignment): TextEdit {
  const object = property.parent;
  const { text } = property.getSourceFile();
  const { properties } = object;
  const index = properties.indexOf(property);
  const next = properties[index + 1];
  if (next) {
    const gap = /^\s*,[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(property.end))?.[0] ?? '';
    return { start: property.getStart(), end: property.end + gap.length, newText: '' };
  }
  const previous = properties[index - 1];
  const comma = /^\s*,/.exec(text.slice(property.end));
  const end = property.end + (comma && comma[0].length <= object.end - property.end ? comma[0].length : 0);
  if (previous) return { start: previous.end, end, newText: text[end - 1] === ',' ? ',' : '' };
  return { start: object.getStart() + 1, end: object.end - 1, newText: '' };
}
