import type { FileContext } from '../../core/context';
import { isEquality } from '../../core/conditions';
import type { Fact } from '../../core/conditions';
import { literalText } from '../../core/cookies';
import { bindingOf } from '../../core/model';
import { calleeName, memberOf, propertyName, stringValue, ts, unwrap } from '../../core/syntax';
import type { Owner } from '../../core/ops';
import type { CallLike } from '../../core/syntax';
import type { Ref, Value } from '../../core/values';
import { numberOf } from './parameters';

/** What an expression is when the code runs in production; `unknown` when that depends on more than the environment. */
export type Outcome =
  { readonly known: true; readonly value: string | number | boolean | null | undefined } | { readonly known: false };

const UNKNOWN: Outcome = { known: false };
const is = (value: string | number | boolean | null | undefined): Outcome => ({ known: true, value });

/** Packages that build with Vite, where `import.meta.env` has MODE, PROD and DEV but no NODE_ENV. */
const VITE = [
  'vite',
  'astro',
  '@sveltejs/kit',
  '@solidjs/start',
  '@remix-run/dev',
  '@react-router/dev',
  '@react-router/node',
  'nuxt',
  'vike',
  'solid-start',
];

/** Works an expression out under NODE_ENV === 'production', which is what builds and hosts set. */
export function inProduction(context: FileContext, ref: Ref, depth = 0): Outcome {
  const node = unwrap(ref.node);
  const at = (next: ts.Node): Outcome => inProduction(context, { ...ref, node: next }, depth + 1);
  if (depth > 12) return UNKNOWN;
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return is(true);
    case ts.SyntaxKind.FalseKeyword:
      return is(false);
    case ts.SyntaxKind.NullKeyword:
      return is(null);
  }
  if (ts.isStringLiteralLike(node)) return is(node.text);
  if (ts.isNumericLiteral(node)) return is(Number(node.text));
  if (ts.isVoidExpression(node)) return is(undefined);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const operand = at(node.operand);
    return operand.known ? is(!operand.value) : UNKNOWN;
  }
  if (ts.isConditionalExpression(node)) {
    const test = at(node.condition);
    if (test.known) return at(test.value ? node.whenTrue : node.whenFalse);
    return agreed([at(node.whenTrue), at(node.whenFalse)]);
  }
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const left = at(node.left);
    const equality = isEquality(kind);
    if (equality) {
      const right = at(node.right);
      if (!left.known || !right.known) return UNKNOWN;
      return is((left.value === right.value) === (equality === 'equal'));
    }
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      const right = at(node.right);
      if (left.known) return left.value ? right : left;
      return right.known && !right.value ? is(false) : UNKNOWN;
    }
    if (kind === ts.SyntaxKind.BarBarToken) {
      if (left.known) return left.value ? left : at(node.right);
      const right = at(node.right);
      return right.known && right.value ? right : UNKNOWN;
    }
    if (kind === ts.SyntaxKind.QuestionQuestionToken)
      return left.known ? ((left.value ?? undefined) === undefined ? at(node.right) : left) : UNKNOWN;
    return UNKNOWN;
  }
  if (ts.isCallExpression(node)) {
    const name = calleeName(node);
    const member = memberOf(unwrap(node.expression));
    if (name === 'Boolean' && node.arguments[0]) {
      const inner = at(node.arguments[0]);
      return inner.known ? is(!!inner.value) : UNKNOWN;
    }
    if (member && /^to(?:Lower|Upper)Case$/.test(member.name)) {
      const inner = at(member.object);
      if (!inner.known || typeof inner.value !== 'string') return UNKNOWN;
      return is(member.name === 'toLowerCase' ? inner.value.toLowerCase() : inner.value.toUpperCase());
    }
    const list = member?.name === 'includes' ? unwrap(member.object) : undefined;
    if (list && ts.isArrayLiteralExpression(list) && node.arguments[0]) {
      const wanted = at(node.arguments[0]);
      const items = list.elements.map((element) => at(element));
      if (wanted.known && items.every((item) => item.known))
        return is(items.some((item) => item.known && item.value === wanted.value));
      return UNKNOWN;
    }
    const targets = context.values.targets({ ...ref, node });
    const results = targets.flatMap((fn) =>
      context.values.returned(fn).map((value) => inProduction(context, value, depth + 2)),
    );
    return results.length ? agreed(results) : UNKNOWN;
  }
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined' && !ref.file.bindings.has(node)) return is(undefined);
    const binding = bindingOf(ref.file, node);
    const declaration = binding?.declaration;
    if (
      binding &&
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      ts.isIdentifier(declaration.name) &&
      declaration.initializer &&
      !binding.assigned.length &&
      !binding.assignedParts.length
    ) {
      return at(declaration.initializer);
    }
  }
  if (ts.isIdentifier(node) || memberOf(node)) {
    const roots = context.values.deepRoots({ ...ref, node });
    return roots.length ? agreed(roots.map((root) => ofRoot(context, root, node, depth))) : UNKNOWN;
  }
  return UNKNOWN;
}

function agreed(outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes;
  if (!first?.known) return UNKNOWN;
  return rest.every((other) => other.known && other.value === first.value) ? first : UNKNOWN;
}

function ofRoot(context: FileContext, root: Value, from: ts.Node, depth: number): Outcome {
  const { node } = root.ref;
  const last = root.path[root.path.length - 1] ?? '';
  if (ts.isMetaProperty(node)) {
    const path = root.path.join('.');
    if (path === 'env.NODE_ENV') return usesVite(context, root.ref.file.path) ? is(undefined) : UNKNOWN;
    if (path === 'env.PROD') return is(true);
    if (path === 'env.DEV' || path === 'dev') return is(false);
    if (path === 'prod') return is(true);
    if (path === 'env.MODE') return is('production');
    return UNKNOWN;
  }
  if (root.external) {
    if (/^\$app\/environment$|^esm-env$/.test(root.external.module)) {
      if (/^dev$/i.test(root.external.name) && !root.path.length) return is(false);
      if (root.external.name === 'PROD') return is(true);
    }
    return last === 'NODE_ENV' || root.external.name === 'NODE_ENV' ? is('production') : UNKNOWN;
  }
  if (last === 'NODE_ENV') return is('production');
  if (ts.isIdentifier(node) && node.text === 'process' && root.path.length === 1 && last === 'dev') return is(false);
  if (root.path.length || node === from) return UNKNOWN;
  return inProduction(context, root.ref, depth + 2);
}

function usesVite(context: FileContext, path: string): boolean {
  const dependencies = context.project.packageOf(path)?.dependencies;
  return !!dependencies && VITE.some((name) => dependencies.has(name));
}

/** Whether control only gets to a place where it is not production. */
export function isOutsideProduction(context: FileContext, place: Ref): boolean {
  return context.conditions.known(place).some((fact) => {
    const outcome = inProduction(context, fact.ref);
    return outcome.known ? !!outcome.value !== fact.truth : namesAnotherMode(fact);
  });
}

/** `mode() !== 'production'`, `settings.stage === 'development'`, wherever the mode comes from. */
function namesAnotherMode({ ref, truth }: Fact): boolean {
  const node = unwrap(ref.node);
  // What the build puts in: `__PROD__`, `__DEV__`.
  if (ts.isIdentifier(node)) return (truth ? /^__DEV(?:ELOPMENT)?__$/ : /^__PROD(?:UCTION)?__$/).test(node.text);
  const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
  if (!ts.isBinaryExpression(node) || equality === undefined) return false;
  const mode = stringValue(unwrap(node.right)) ?? stringValue(unwrap(node.left));
  const isEqual = (equality === 'equal') === truth;
  return isEqual ? /^(?:dev|development|local|test)$/i.test(mode ?? '') : /^prod(?:uction)?$/.test(mode ?? '');
}

/** What an attribute of a cookie is set to. */
export type Flag =
  /** Nothing sets it. */
  | { readonly state: 'missing' }
  /** Cannot be told. */
  | { readonly state: 'unknown' }
  /** Taken over from a cookie that Lucia made. */
  | { readonly state: 'lucia' }
  | { readonly state: 'set'; readonly value: Ref; readonly outcome: Outcome };

const UNKNOWN_FLAG: Flag = { state: 'unknown' };
const MISSING: Flag = { state: 'missing' };

/** Finds an attribute in an options expression, through constants, spreads (the last one wins) and helpers. */
export function flagOf(context: FileContext, attributes: Ref | undefined, key: string, depth = 0): Flag {
  if (!attributes) return MISSING;
  if (depth > 8) return UNKNOWN_FLAG;
  if (context.ops.luciaCookie(attributes)) return { state: 'lucia' };
  const node = unwrap(attributes.node);
  if (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined') ||
    node.kind === ts.SyntaxKind.FalseKeyword
  )
    return MISSING;
  if (ts.isObjectLiteralExpression(node)) return flagInObject(context, { ...attributes, node }, key, depth);
  const roots = context.values.deepRoots(attributes);
  if (!roots.length) return UNKNOWN_FLAG;
  const flags = roots.map((root): Flag => {
    if (root.path[0] === 'attributes' && ts.isCallExpression(root.ref.node) && context.ops.luciaCookie(root.ref))
      return { state: 'lucia' };
    if (root.path.length || root.external) return UNKNOWN_FLAG;
    const inner = root.ref.node;
    if (ts.isObjectLiteralExpression(inner))
      return flagInObject(context, root.ref as Ref<ts.ObjectLiteralExpression>, key, depth + 1);
    if (ts.isCallExpression(inner) && /^Object\s*\.\s*assign$/.test(inner.expression.getText()))
      return assignedFlag(context, root.ref as Ref<ts.CallExpression>, key, depth + 1);
    if (
      inner.kind === ts.SyntaxKind.NullKeyword ||
      inner.kind === ts.SyntaxKind.FalseKeyword ||
      (ts.isIdentifier(inner) && inner.text === 'undefined')
    )
      return MISSING;
    return UNKNOWN_FLAG;
  });
  const [first, ...rest] = flags;
  if (
    rest.every(
      (flag) =>
        flag.state === first!.state &&
        (flag.state !== 'set' || first!.state !== 'set' || sameOutcome(flag.outcome, first!.outcome)),
    )
  )
    return first!;
  // One of several possible objects sets it, as in { ...(isProduction && { secure: true }) }.
  return flags.find(
    (flag) => flag.state === 'set' && flags.every((other) => other === flag || other.state === 'missing'),
  )
    ? UNKNOWN_FLAG
    : UNKNOWN_FLAG;
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return a.known && b.known && a.value === b.value;
}

/** Object.assign({}, attributes, { secure }): the last argument that says something about the flag. */
function assignedFlag(context: FileContext, call: Ref<ts.CallExpression>, key: string, depth: number): Flag {
  for (const argument of [...call.node.arguments].reverse()) {
    if (ts.isSpreadElement(argument)) return UNKNOWN_FLAG;
    const flag = spreadFlag(context, { ...call, node: argument }, key, depth);
    if (flag.state !== 'missing') return flag;
  }
  return MISSING;
}

function flagInObject(context: FileContext, object: Ref<ts.ObjectLiteralExpression>, key: string, depth: number): Flag {
  const { properties } = object.node;
  for (let i = properties.length - 1; i >= 0; i--) {
    const property = properties[i]!;
    if (ts.isSpreadAssignment(property)) {
      const flag = spreadFlag(context, { ...object, node: property.expression }, key, depth);
      if (flag.state !== 'missing') return flag;
      continue;
    }
    const name = propertyName(property.name);
    if (name === undefined) return UNKNOWN_FLAG;
    if (name !== key) continue;
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (!value) return UNKNOWN_FLAG;
    return set(context, { ...object, node: value });
  }
  return MISSING;
}

function spreadFlag(context: FileContext, spread: Ref, key: string, depth: number): Flag {
  const node = unwrap(spread.node);
  // ...(condition && { … }): what the object is in production.
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    const test = inProduction(context, { ...spread, node: node.left });
    if (test.known && !test.value) return MISSING;
    const flag = flagOf(context, { ...spread, node: node.right }, key, depth + 1);
    return test.known || flag.state === 'missing' ? flag : UNKNOWN_FLAG;
  }
  if (ts.isConditionalExpression(node)) {
    const test = inProduction(context, { ...spread, node: node.condition });
    if (test.known)
      return flagOf(context, { ...spread, node: test.value ? node.whenTrue : node.whenFalse }, key, depth + 1);
  }
  return flagOf(context, spread, key, depth + 1);
}

function set(context: FileContext, value: Ref): Flag {
  const roots = context.values.roots(value);
  // c.attributes.secure of a cookie that Lucia made.
  if (
    roots.some(
      (root) =>
        root.path[0] === 'attributes' && ts.isCallExpression(root.ref.node) && context.ops.luciaCookie(root.ref),
    )
  )
    return { state: 'lucia' };
  return { state: 'set', value, outcome: inProduction(context, value) };
}

/** The number that an attribute is set to, when it can be told. */
export function flagNumber(context: FileContext, flag: Flag): number | undefined {
  return flag.state === 'set' ? numberOf(context, flag.value) : undefined;
}

/** A cookie given as the text of a Set-Cookie header. */
export interface HeaderCookie {
  readonly name: Ref | undefined;
  readonly value: Ref | undefined;
  /** The options, when a serializer made the text. */
  readonly attributes: Ref | undefined;
  /** The literal parts, when it was put together by hand. */
  readonly text: string | undefined;
  readonly at: Ref;
  /** Set when sameSite is lax unless the options say otherwise. */
  readonly lax?: true;
}

/** Takes a Set-Cookie header apart: serialize(name, value, options), new Cookie(…).serialize(), or text put together. */
export function headerCookie(context: FileContext, header: Ref, text: string, depth = 0): HeaderCookie | undefined {
  for (const root of context.values.deepRoots(header)) {
    const { node } = root.ref;
    if (root.path.length) continue;
    const at = (next: ts.Node | undefined): Ref | undefined => next && { ...root.ref, node: next };
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      const member = memberOf(unwrap(node.expression));
      if (name === 'join' && member && depth < 3) {
        for (const list of context.values.deepRoots({ ...root.ref, node: member.object })) {
          const first = ts.isArrayLiteralExpression(list.ref.node) ? list.ref.node.elements[0] : undefined;
          const whole = literalText(root.ref, context.values);
          const inner = first && headerCookie(context, { ...list.ref, node: first }, whole, depth + 1);
          if (inner) return { ...inner, at: root.ref };
        }
        continue;
      }
      if (/^(?:serialize|serializeCookie|stringifySetCookie|serializeSetCookie|createCookie)$/.test(name)) {
        const container = name === 'serialize' && member ? cookieContainer(context, at(member.object)!) : undefined;
        if (container) {
          // Options given here are added to those of the container.
          if (node.arguments.length > 1) continue;
          const of = (next: ts.Node | undefined): Ref | undefined => next && { ...container, node: next };
          const [cookieName, attributes] = container.node.arguments;
          return {
            name: of(cookieName),
            value: at(node.arguments[0]),
            attributes: of(attributes),
            text: undefined,
            at: root.ref,
            lax: true,
          };
        }
        if (node.arguments.length >= 2)
          return {
            name: at(node.arguments[0]),
            value: at(node.arguments[1]),
            attributes: at(node.arguments[2]),
            text: undefined,
            at: root.ref,
          };
        for (const made of member ? context.values.deepRoots({ ...root.ref, node: member.object }) : []) {
          const inner = made.ref.node;
          if (!ts.isNewExpression(inner) || (inner.arguments?.length ?? 0) < 2) continue;
          const of = (next: ts.Node | undefined): Ref | undefined => next && { ...made.ref, node: next };
          return {
            name: of(inner.arguments![0]),
            value: of(inner.arguments![1]),
            attributes: of(inner.arguments![2]),
            text: undefined,
            at: made.ref,
          };
        }
      }
      continue;
    }
    if (ts.isTemplateExpression(node)) {
      const start = node.head.text;
      const named = start.includes('=');
      const value = named ? node.templateSpans[0] : node.templateSpans[1];
      return {
        name: named ? undefined : at(node.templateSpans[0]?.expression),
        value: at(value?.expression),
        attributes: undefined,
        text: depth ? text : literalText(root.ref, context.values),
        at: root.ref,
      };
    }
    if (ts.isBinaryExpression(node)) {
      const parts: ts.Expression[] = [];
      const collect = (part: ts.Expression): void => {
        const inner = unwrap(part) as ts.Expression;
        if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) {
          collect(inner.left);
          collect(inner.right);
        } else parts.push(inner);
      };
      collect(node);
      const index = parts.findIndex((part) => stringValue(part)?.includes('='));
      const value = index >= 0 ? parts[index + 1] : undefined;
      return {
        name: index > 0 ? at(parts[index - 1]) : undefined,
        value: at(value),
        attributes: undefined,
        text: depth ? text : literalText(root.ref, context.values),
        at: root.ref,
      };
    }
  }
  return undefined;
}

/** Whether the text of a Set-Cookie header has an attribute; undefined when it has parts that cannot be read. */
export function textHas(
  text: string,
  attribute: 'httponly' | 'secure' | 'samesite' | 'max-age' | 'expires',
): boolean | undefined {
  const semicolon = text.indexOf(';');
  const rest = semicolon < 0 ? '' : text.slice(semicolon);
  if (new RegExp(`;\\s*${attribute}\\b`, 'i').test(rest)) return true;
  // A part between attributes that is computed may be any of them; one after `=` is only a value.
  return /(?<!=)\u0000/.test(rest) ? undefined : false;
}

/** The createCookie(name, options) of Remix or React Router behind a container. */
function cookieContainer(context: FileContext, ref: Ref): Ref<ts.CallExpression> | undefined {
  const made = context.values.deepRoots(ref).find(({ ref: root, path }) => {
    if (path.length || !ts.isCallExpression(root.node) || calleeName(root.node) !== 'createCookie') return false;
    return context.values
      .callees(root as Ref<CallLike>)
      .some((callee) => /^(?:@remix-run\/|@react-router\/|react-router)/.test(callee.external?.module ?? ''));
  });
  return made?.ref as Ref<ts.CallExpression> | undefined;
}

/** A call that makes the text of a Set-Cookie header: serialize(name, value, options), new Cookie(…).serialize(). */
export function isSerializer(context: FileContext, call: Ref<CallLike>): boolean {
  if (
    !ts.isCallExpression(call.node) ||
    !/^(?:serialize|serializeCookie|stringifySetCookie)$/.test(calleeName(call.node) ?? '')
  )
    return false;
  const member = memberOf(unwrap(call.node.expression));
  if (member && cookieContainer(context, { ...call, node: member.object })) return true;
  return context.values.callees(call).some((callee) => {
    if (callee.external)
      return /^(?:cookie|cookie-es|oslo\/cookie|@tinyhttp\/cookie|tough-cookie|hono\/utils\/cookie)$/.test(
        callee.external.module,
      );
    const { node } = callee.ref;
    return (
      ts.isNewExpression(node) &&
      context.values
        .roots({ ...callee.ref, node: node.expression })
        .some(
          (made) => /^(?:oslo\/cookie|lucia)$/.test(made.external?.module ?? '') && made.external?.name === 'Cookie',
        )
    );
  });
}

/** `Set-Cookie` headers of a function that are given as data: an object's property or a pair. */
export function headersIn(context: FileContext, owner: Owner): readonly { readonly value: Ref }[] {
  const here = (node: ts.Node): boolean => context.conditions.ownerOf({ node, file: owner.file }).node === owner.node;
  const objects = context.roles.headerCookies(owner.file).filter(({ object }) => here(object.node));
  const pairs = owner.file.strings.flatMap((node) => {
    const pair = node.parent;
    const value =
      ts.isArrayLiteralExpression(pair) && pair.elements.length === 2 && pair.elements[0] === node
        ? pair.elements[1]
        : undefined;
    return value && /^set-cookie$/i.test(node.text) && here(node) ? [{ value: { node: value, file: owner.file } }] : [];
  });
  return [...objects, ...pairs];
}

/** The name of a cookie, when it is a literal somewhere. */
export function nameOf(context: FileContext, name: Ref | undefined): string | undefined {
  if (!name) return undefined;
  for (const value of context.values.deepRoots(name))
    if (!value.path.length && ts.isStringLiteralLike(value.ref.node)) return value.ref.node.text;
  return undefined;
}

/** The name at the start of a Set-Cookie header. */
export function textName(text: string | undefined): string | undefined {
  return /^([\w.-]+)=/.exec(text ?? '')?.[1];
}

/** Whether a cookie function counts maxAge in milliseconds: res.cookie of Express, not reply.cookie of Fastify. */
export function countsMilliseconds(context: FileContext, api: string, path: string): boolean {
  if (api !== 'express') return false;
  return !context.frameworks.has(path, 'fastify') || context.frameworks.has(path, 'express');
}
