import type { FileContext } from '../../../core/context';
import { inFile, replaceNode } from '../../../core/edit';
import { nameOfFunction } from '../../../core/model';
import { isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyName,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { FunctionNode } from '../../../core/syntax';
import type { Ref } from '../../../core/values';

interface State {
  readonly call: ts.CallExpression;
  /** What the call changes, where it can be left alone. */
  readonly object?: ts.Expression;
}

const METHODS =
  /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|slice|substring|substr|replace|replaceAll)$/;
/** Steps of a schema that change what they check; `escape` and `stripLow` are express-validator's. */
const SCHEMA_METHODS = /^(?:trim|toLowerCase|toUpperCase|lowercase|uppercase|escape|stripLow)$/;

export default defineRule<State>({
  id: 'no-password-modification',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 521,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A password is trimmed, changed in case, cut or otherwise rewritten before it is hashed or verified, in the browser or on the server.',
    why: "Different passwords become the same one, so fewer guesses are needed, and password managers' entries stop working where the rules differ.",
    how: 'Take the password as it was typed. Existing users whose hashes were made of the changed form need the old way once more at their next login.',
    limits:
      "Unicode normalization (NFKC) by the hash's own code is usual and not reported; elsewhere it is only information, because some standards recommend it.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 6.2.8',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md',
    },
  ],
  messages: {
    modified: '`{what}` changes the password; take it as it was typed.',
    helper: '`{what}` gives back the password changed by {method}(); take it as it was typed.',
    normalized: '`{what}` changes the password: every place that hashes or verifies it must do the same.',
    schema: '`{what}` changes the password while it is validated; take it as it was typed.',
  },
  words: [
    'trim',
    'toLowerCase',
    'toUpperCase',
    'slice',
    'substring',
    'substr',
    'replace',
    'LocaleLowerCase',
    'escape',
    'normalize',
    'assword',
    'hash',
    'verify',
  ],
  check(context, report) {
    reportHelpers(context, (at, method) =>
      report({
        at: at.node,
        message: 'helper',
        data: { what: textOf(at.node).replace(/\s+/g, ' ').slice(0, 40), method: calleeName(method.node) ?? 'trim' },
        related: [context.related(method, 'It is changed here.')],
      }),
    );
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call) ?? '';
      const member = memberOf(unwrap(call.expression));
      const what = textOf(call).replace(/\s+/g, ' ').slice(0, 40);
      if (name === 'normalize') {
        if (isNormalized(context, call) && !isOnlyTested(context, call))
          report({
            at: call,
            message: 'normalized',
            data: { what },
            severity: 'information',
            // A step of a pipe cannot be replaced by what stands in front of it.
            state: member && !isPasswordSchema(context, call) ? { call, object: member.object } : { call },
          });
      } else if (
        member &&
        METHODS.test(name) &&
        (context.roles.isPassword(context.ref(beforeNormal(member.object))) || isTyped(context, member.object))
      ) {
        if (isOnlyTested(context, call)) continue;
        report({ at: call, message: 'modified', data: { what }, state: { call, object: beforeNormal(member.object) } });
      } else if (SCHEMA_METHODS.test(name) && isPasswordSchema(context, call)) {
        const isStep = !member || !ts.isCallExpression(unwrap(member.object));
        report({
          at: unwrapName(call),
          message: 'schema',
          data: { what: isStep ? `${name}()` : `.${name}()` },
          state: isStep ? { call } : { call, object: member.object },
        });
      } else if (member && METHODS.test(name) && isInPasswordTransform(context, beforeNormal(member.object))) {
        if (isOnlyTested(context, call)) continue;
        report({ at: call, message: 'schema', data: { what }, state: { call, object: beforeNormal(member.object) } });
      }
    }
  },
  fixes: ({ call, object }, context) =>
    object
      ? [
          {
            title: 'Take the password as it was typed',
            kind: 'suggested',
            edits: () => inFile(context.file, replaceNode(call, textOf(object))),
          },
        ]
      : [],
});

/** `password.normalize('NFKC').trim()`: what is normalized first is still a password. */
function beforeNormal(node: ts.Expression): ts.Expression {
  const inner = unwrap(node);
  const member =
    ts.isCallExpression(inner) && calleeName(inner) === 'normalize' ? memberOf(unwrap(inner.expression)) : undefined;
  return member?.object ?? node;
}

/** Unicode normalization of a password, by a caller or a schema; that of the hash's own code is the same for everyone. */
function isNormalized(context: FileContext, call: ts.CallExpression): boolean {
  const member = memberOf(unwrap(call.expression));
  if (isPasswordSchema(context, call)) return true;
  if (!member) return false;
  // What else is done to it in the same breath is said there.
  const [before, after] = [unwrap(member.object), memberOf(wrapped(call, false).parent)];
  if (METHODS.test((ts.isCallExpression(before) && calleeName(before)) || (after?.name ?? ''))) return false;
  if (isInPasswordTransform(context, member.object)) return true;
  const object = context.ref(member.object);
  return isTyped(context, member.object) || (context.roles.isPassword(object) && !isOfHash(context, object));
}

/** Whether a password is the parameter of a helper that sees to hashes alone: no handler, no database, no session. */
function isOfHash(context: FileContext, password: Ref): boolean {
  return context.values.roots(password).some(({ ref: { node } }) => {
    const fn = ts.isParameter(node) ? node.parent : undefined;
    if (!fn || !isFunctionNode(fn) || context.entryPoints.some((entry) => entry.fn.node === fn)) return false;
    return context.ops.sites({ node: fn, file: context.file }).every(({ op }) => HASHES.test(op.kind));
  });
}

const HASHES = /^(?:hash|verify|digest)$/;

/** Passwords that are hashed or verified after an own helper has changed them. */
function reportHelpers(context: FileContext, say: (at: Ref, method: Ref<ts.CallExpression>) => void): void {
  const seen = new Set<ts.Node>();
  for (const owner of context.roles.owners(context.file)) {
    for (const { op } of context.ops.sites(owner)) {
      if ((op.kind !== 'hash' && op.kind !== 'verify') || !op.password) continue;
      for (const { ref, path } of context.values.roots(op.password)) {
        if (path.length || ref.file !== context.file || seen.has(ref.node) || !ts.isCallExpression(ref.node)) continue;
        const call = ref as Ref<ts.CallExpression>;
        if (METHODS.test(calleeName(call.node) ?? '') || !context.values.targets(call).length) continue;
        // Codes that are hashed as passwords are, and that people type with spaces and in any case.
        if ([call.node.expression, ...argumentsOf(call.node)].some((part) => CODE.test(textOf(part)))) continue;
        seen.add(ref.node);
        const changed = context.values
          .deepRoots(call)
          .map((value) => value.ref)
          .find((made) => ts.isCallExpression(made.node) && METHODS.test(calleeName(made.node) ?? ''));
        if (changed && changed.node !== call.node) say(call, changed as Ref<ts.CallExpression>);
      }
    }
  }
}

const CODE = /(?:(?<!pass_?)code|otp|pin)s?$/i;

function unwrapName(call: ts.CallExpression): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call;
}

/** `password.trim() === ''`, `common.has(password.toLowerCase())`: the password itself stays as it is. */
function isOnlyTested(context: FileContext, call: ts.Expression, depth = 0): boolean {
  const expression = wrapped(call, false);
  const { parent } = expression;
  if (ts.isPrefixUnaryExpression(parent) || ts.isIfStatement(parent) || TESTS.test(memberOf(parent)?.name ?? ''))
    return true;
  if (ts.isCallExpression(parent)) return parent.expression !== expression && ASKS.test(calleeName(parent) ?? '');
  // A copy under a name of its own.
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const { name } = parent;
    const uses = (context.file.bindings.get(name)?.uses ?? []).filter((use) => use !== name);
    return depth < 3 && uses.length > 0 && uses.every((use) => isOnlyTested(context, use as ts.Expression, depth + 1));
  }
  if (ts.isConditionalExpression(parent)) return isInside(call, parent.condition);
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken && isInside(call, parent.left)) return true;
  if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return isOnlyTested(context, parent, depth);
  const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  return !isAssignment && kind !== ts.SyntaxKind.QuestionQuestionToken;
}

/** What a text is asked, or looked through with. */
const TESTS = /^(?:length|includes|startsWith|endsWith|indexOf|lastIndexOf|search|match|matchAll|localeCompare)$/;
const ASKS =
  /^(?:includes|has|test|exec|indexOf|startsWith|endsWith|zxcvbn|\w*(?:Strength|strength|Breached|Pwned|Common)\w*)$/;

/** What is typed into password fields: `event.target.value` in their handler. */
function isTyped(context: FileContext, node: ts.Expression): boolean {
  const value = memberOf(unwrap(node));
  const target = value?.name === 'value' ? memberOf(unwrap(value.object)) : undefined;
  if (!target || !/^(?:target|currentTarget)$/.test(target.name)) return false;
  const event = unwrap(target.object);
  const parameter = ts.isIdentifier(event) ? context.file.bindings.get(event)?.declaration : undefined;
  if (!parameter || !ts.isParameter(parameter) || !isFunctionNode(parameter.parent)) return false;
  const fields = fieldsOf(context, parameter.parent);
  return fields.length > 0 && fields.every((field) => field && isPasswordInput(field));
}

/** The elements whose handler a function is, or is called in; undefined for a use elsewhere. */
function fieldsOf(context: FileContext, handler: FunctionNode): readonly (ts.JsxOpeningLikeElement | undefined)[] {
  const own = elementAround(handler);
  if (own) return [own];
  const name = nameOfFunction(handler);
  const uses = (name && context.file.bindings.get(name)?.uses) ?? [];
  return uses.filter((use) => use !== name).map(elementAround);
}

function elementAround(node: ts.Node): ts.JsxOpeningLikeElement | undefined {
  for (let current = node; current.parent; current = current.parent) {
    if (ts.isJsxAttribute(current)) return current.parent.parent;
    if (ts.isJsxElement(current) || ts.isStatement(current)) return undefined;
  }
  return undefined;
}

/** `<input type="password">`, also one that shows what is typed on demand. */
function isPasswordInput(element: ts.JsxOpeningLikeElement): boolean {
  return element.attributes.properties.some((attribute) => {
    if (!ts.isJsxAttribute(attribute) || attribute.name.getText() !== 'type' || !attribute.initializer) return false;
    let isPassword = false;
    walk(attribute.initializer, (node) => {
      isPassword ||= ts.isStringLiteralLike(node) && node.text === 'password';
      return !isPassword;
    });
    return isPassword;
  });
}

/** `password: z.string().trim()` in a schema, or `body('password').trim()`. */
function isPasswordSchema(context: FileContext, call: ts.CallExpression): boolean {
  const name = calleeName(call) ?? '';
  const start = startOf(call);
  if (isOfValidator(context, call, start)) return true;
  if (/^(?:escape|stripLow)$/.test(name) || !isPasswordField(context, call)) return false;
  // Of zod and valibot these are checks, or there are none.
  if (/^(?:lower|upper)case$/.test(name)) return isFrom(context, start, /^(?:joi|@hapi\/joi|yup)$/);
  return isFrom(context, start, SCHEMAS) || (startsWithText(start) && isFrom(context, start, /./));
}

/** express-validator names its field first: `body('password').trim()`. */
function isOfValidator(context: FileContext, call: ts.CallExpression, start: ts.Expression): boolean {
  const named = start.parent;
  if (!ts.isCallExpression(named) || named === call || named.expression !== start) return false;
  const [field] = named.arguments;
  return (
    !!field &&
    ts.isStringLiteralLike(field) &&
    isPasswordName(field.text) &&
    isFrom(context, start, /^express-validator(?:\/|$)/)
  );
}

/** Schema libraries, and what gives them on. */
const SCHEMAS = /^(?:zod|yup|joi|@hapi\/joi|valibot|astro:schema|astro:content|astro\/zod|@hono\/zod-openapi)(?:\/|$)/;

/** A chain that begins with `x.string()`: whichever package x is from, it builds a schema. */
function startsWithText(start: ts.Expression): boolean {
  const { parent } = start;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === start &&
    parent.name.text === 'string' &&
    ts.isCallExpression(parent.parent)
  );
}

function startOf(call: ts.Expression): ts.Expression {
  let start = call;
  while (ts.isCallExpression(start) || ts.isPropertyAccessExpression(start)) start = start.expression;
  return start;
}

function isFrom(context: FileContext, start: ts.Expression, modules: RegExp): boolean {
  return context.values
    .roots(context.ref(start))
    .some((value) => value.external !== undefined && modules.test(value.external.module));
}

/** Whether a part of a schema stands for a password: under its name, or in a variable that does. */
function isPasswordField(context: FileContext, call: ts.CallExpression): boolean {
  let current: ts.Node = call;
  for (let { parent } = current; parent; { parent } = current) {
    const isChain =
      ts.isPropertyAccessExpression(parent) || (ts.isCallExpression(parent) && parent.expression === current);
    // pipe(string(), trim()), z.optional(…)
    const isStep =
      ts.isCallExpression(parent) &&
      parent.arguments.includes(current as ts.Expression) &&
      /^(?:pipe|optional|nullable|nullish|preprocess)$/.test(calleeName(parent) ?? '');
    if (!isChain && !isStep) break;
    current = parent;
  }
  const { parent } = current;
  if (ts.isPropertyAssignment(parent)) return isPasswordName(propertyName(parent.name) ?? '');
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  if (isPasswordName(parent.name.text.replace(/_?(?:schema|validator|validation|rules?)$/i, ''))) return true;
  return (context.file.bindings.get(parent.name)?.uses ?? []).some(
    ({ parent: use }) => ts.isPropertyAssignment(use) && isPasswordName(propertyName(use.name) ?? ''),
  );
}

/** `.transform((value) => value.trim())` on a password's field, in a chain, a preprocess() or a decorator. */
function isInPasswordTransform(context: FileContext, object: ts.Expression): boolean {
  const fn = enclosingFunction(object);
  const around = fn?.parent;
  if (!fn || !around || !ts.isCallExpression(around)) return false;
  if (!/^(?:transform|preprocess|overwrite|customSanitizer)$/i.test(calleeName(around) ?? '')) return false;
  let changed = unwrap(object);
  // String(value).trim()
  if (ts.isCallExpression(changed) && changed.arguments[0]) changed = unwrap(changed.arguments[0]);
  const isGiven = context.values
    .roots(context.ref(changed))
    .some(({ ref }) => ts.isParameter(ref.node) && ref.node.parent === fn);
  if (!isGiven) return false;
  if (ts.isDecorator(around.parent)) {
    const field = around.parent.parent;
    return ts.isPropertyDeclaration(field) && isPasswordName(propertyName(field.name) ?? '');
  }
  const start = startOf(around);
  return isOfValidator(context, around, start) || (isFrom(context, start, SCHEMAS) && isPasswordField(context, around));
}
