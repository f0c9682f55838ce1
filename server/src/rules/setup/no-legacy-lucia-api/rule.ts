import type { FileContext } from '../../../core/context';
import { inFile, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, own, propertyOf, stringValue, ts, unwrap, wrapped } from '../../../core/syntax';
import { isUnseen } from '../../../core/values';
import type { Ref } from '../../../core/values';

interface State {
  readonly node: ts.Node;
  readonly replacement: string;
}

/** Methods of the v2 instance, and what took their place. Source: Lucia's upgrade guide to v3. */
const METHODS: Readonly<Record<string, string>> = {
  handleRequest: 'validateSession() with your own cookie handling',
  validateBearerToken: 'readBearerToken() and validateSession()',
  createUser: 'an insert into your user table',
  useKey: 'your own look-up and password verify',
  createKey: 'your own accounts table',
  getKey: 'your own accounts table',
  updateKeyPassword: 'an update of the password hash in your user table',
  updateUserAttributes: 'an update of your user table',
  deleteUser: 'a delete in your user table and invalidateUserSessions()',
  invalidateAllUserSessions: 'invalidateUserSessions()',
  deleteDeadUserSessions: 'deleteExpiredSessions()',
  getAllUserSessions: 'getUserSessions()',
  validateRequestOrigin: 'verifyRequestOrigin()',
  transformDatabaseUser: 'getUserAttributes',
  validateSessionUser: 'validateSession()',
  renewSession: 'validateSession(), which renews',
  parseRequestHeaders: 'readSessionCookie()',
};

const RENAMES: Readonly<Record<string, string>> = {
  invalidateAllUserSessions: 'invalidateUserSessions',
  deleteDeadUserSessions: 'deleteExpiredSessions',
  getAllUserSessions: 'getUserSessions',
};

/** Names that nothing but the v2 instance has: they are enough where the instance is in a module that cannot be read. */
const DISTINCTIVE = /^(?:invalidateAllUserSessions|deleteDeadUserSessions|getAllUserSessions|updateKeyPassword)$/;

/** What v2 did with the request that handleRequest() gave. */
const REQUEST_METHODS: Readonly<Record<string, string>> = {
  validate: 'validateSession() with the id from the cookie',
  setSession: 'createSessionCookie() or createBlankSessionCookie()',
};

const EXPORTS: Readonly<Record<string, string>> = {
  lucia: 'new Lucia(adapter, options)',
  LuciaError: 'results without a session: validateSession() no longer throws',
  DEFAULT_SESSION_COOKIE_NAME: 'lucia.sessionCookieName',
  SESSION_COOKIE_NAME: 'lucia.sessionCookieName',
};

export default defineRule<State>({
  id: 'no-legacy-lucia-api',
  family: 'setup',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 477,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'Code in the shape of Lucia v1 or v2 in a project that has Lucia v3 or later.',
    why: "The old functions do not exist any more, and two changes are silent: validateSession() no longer throws for an invalid session, and nothing checks the request's origin as handleRequest() did.",
    how: 'Follow the upgrade guide: each message names the replacement.',
    limits:
      'Only fingerprints of the old API on a Lucia instance or import are reported; projects whose installed version is below 3 are left alone.',
  },
  sources: [
    {
      title: 'Lucia v3: upgrade guide',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/upgrade-v3/index.md',
    },
  ],
  messages: {
    api: '`{name}` is Lucia v1/v2; in v3 use {use}.',
    argument: '`{name}()` is called as in Lucia v2; v3 takes {use}.',
    module: '`{name}` belongs to Lucia v1/v2 and does not exist in v3.',
    namespace: '`declare namespace Lucia` has no effect in v3: declare Register in `declare module "lucia"`.',
  },
  words: ['lucia', 'Lucia', 'sessionId', 'PeriodExpiresAt', 'createSession', ...Object.keys(METHODS)],
  check(context, report) {
    const version = context.version('lucia');
    const isLegacy = version !== undefined && Number.parseInt(version, 10) < 3;
    if (isLegacy) return;
    for (const declaration of context.file.imports) {
      const specifier = stringValue(declaration.moduleSpecifier) ?? '';
      if (
        specifier === 'lucia-auth' ||
        /^lucia-auth\//.test(specifier) ||
        /^lucia\/(?:middleware|polyfill|utils)/.test(specifier) ||
        specifier === '@lucia-auth/oauth' ||
        specifier.startsWith('@lucia-auth/oauth/')
      ) {
        report({ at: declaration.moduleSpecifier, message: 'module', data: { name: specifier } });
        continue;
      }
      if (specifier !== 'lucia') continue;
      const named = declaration.importClause?.namedBindings;
      if (!named || !ts.isNamedImports(named)) continue;
      for (const element of named.elements) {
        const name = (element.propertyName ?? element.name).text;
        const use = own(EXPORTS, name);
        if (use !== undefined) report({ at: element, message: 'api', data: { name, use } });
      }
    }
    for (const module of context.file.modules) {
      if (ts.isIdentifier(module.name) && module.name.text === 'Lucia' && isAmbient(module))
        report({ at: module.name, message: 'namespace' });
    }
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call);
      const argument = call.arguments[0] && oldArgument(context, call);
      if (argument) {
        report({ at: call.arguments[0]!, message: 'argument', data: { name: name!, use: argument } });
        continue;
      }
      const use = name === undefined ? undefined : own(METHODS, name);
      const member = memberOf(unwrap(call.expression));
      if (name !== undefined && member && isHandledRequest(context, member.object)) {
        const instead = own(REQUEST_METHODS, name);
        if (instead !== undefined) report({ at: nameOf(call), message: 'api', data: { name, use: instead } });
        continue;
      }
      if (name === undefined || use === undefined || !member) continue;
      if (!isLucia(context, member.object) && !isUnseenLucia(context, call, name)) continue;
      const at = unwrap(call.expression);
      const place = nameOf(call);
      const replacement = own(RENAMES, name);
      report({
        at: place,
        message: 'api',
        data: { name, use },
        ...(replacement && ts.isPropertyAccessExpression(at) ? { state: { node: place, replacement } } : {}),
      });
    }
    for (const member of context.file.members) {
      if (!ts.isPropertyAccessExpression(member)) continue;
      const name = member.name.text;
      if (name !== 'sessionId' && name !== 'activePeriodExpiresAt' && name !== 'idlePeriodExpiresAt') continue;
      const holder = context.ref(member.expression);
      if (context.roles.sessionPart(holder) !== 'session' && !isValidated(context, holder)) continue;
      const use = name === 'sessionId' ? 'session.id' : 'session.expiresAt';
      report({
        at: member.name,
        message: 'api',
        data: { name: `session.${name}`, use },
        ...(name === 'sessionId' ? { state: { node: member.name, replacement: 'id' } } : {}),
      });
    }
  },
  fixes: ({ node, replacement }, context) => [
    {
      title: `Rename to ${replacement}`,
      kind: 'safe',
      edits: () => inFile(context.file, replaceNode(node, replacement)),
    },
  ],
});

/** `declare namespace Lucia`, or a namespace in `declare global`. */
function isAmbient(module: ts.ModuleDeclaration): boolean {
  if (module.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword)) return true;
  const around = module.parent.parent as ts.Node | undefined;
  return !!around && ts.isModuleDeclaration(around) && isAmbient(around);
}

/** What v3 takes where a call is given what v2 took: one object, or a whole session. */
function oldArgument(context: FileContext, call: ts.CallExpression): string | undefined {
  const name = calleeName(call);
  const member = memberOf(unwrap(call.expression));
  const [first] = call.arguments;
  if (!first || call.arguments.length !== 1 || (name !== 'createSession' && name !== 'createSessionCookie'))
    return undefined;
  if (!member) return undefined;
  const object = unwrap(first);
  const has = (key: string): boolean => ts.isObjectLiteralExpression(object) && !!propertyOf(object, key);
  if (!isLucia(context, member.object)) {
    // Both together are what v2 was given, and nothing else.
    const isOld = name === 'createSession' && has('userId') && has('attributes');
    if (!isOld || !isUnseenObject(context, member.object)) return undefined;
  }
  if (name === 'createSessionCookie')
    return context.roles.sessionPart(context.ref(first)) === 'session' ? 'the id of the session' : undefined;
  return has('userId') ? 'the user id and the attributes as two arguments' : undefined;
}

function nameOf(call: ts.CallExpression): ts.Node {
  const at = unwrap(call.expression);
  return ts.isPropertyAccessExpression(at) ? at.name : at;
}

/** A variable that holds what handleRequest() of v2 gave. */
function isHandledRequest(context: FileContext, object: ts.Node): boolean {
  return (
    ts.isIdentifier(unwrap(object)) &&
    context.values.roots(context.ref(object)).some(({ ref, path }) => {
      const call = ref.node;
      if (path.length || ref.file !== context.file || !ts.isCallExpression(call)) return false;
      const member = calleeName(call) === 'handleRequest' ? memberOf(unwrap(call.expression)) : undefined;
      return !!member && (isLucia(context, member.object) || isUnseenLucia(context, call, 'handleRequest'));
    })
  );
}

/** `await authRequest.validate()` */
function isValidated(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some(({ ref: { node }, path }) => {
    if (path.length || !ts.isCallExpression(node) || calleeName(node) !== 'validate') return false;
    const member = memberOf(unwrap(node.expression));
    return !!member && isHandledRequest(context, member.object);
  });
}

/** The instance is in a module of the project that cannot be read, and what is asked of it only v2 had. */
function isUnseenLucia(context: FileContext, call: ts.CallExpression, name: string): boolean {
  const object = memberOf(unwrap(call.expression))?.object;
  if (!object || !isUnseenObject(context, object)) return false;
  if (DISTINCTIVE.test(name) || isUsedAsLucia(context, object)) return true;
  if (name !== 'handleRequest') return false;
  // Others have a handleRequest too, but no request that is validated and given a session.
  const { parent } = wrapped(call);
  const uses =
    ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)
      ? (context.file.bindings.get(parent.name)?.uses ?? [])
      : [call];
  return uses.some((use) => own(REQUEST_METHODS, memberOf(wrapped(use).parent)?.name ?? '') !== undefined);
}

function isUnseenObject(context: FileContext, object: ts.Node): boolean {
  return context.values.roots(context.ref(object)).some((value) => isUnseen(value) && !value.path.length);
}

/** Names of v3 that nothing but its instance has. */
const INSTANCE_METHODS = /^(?:createBlankSessionCookie|createSessionCookie|invalidateUserSessions|readSessionCookie)$/;

/** Whether the file asks the same object for what only an instance has: v2's methods are then meant for that. */
function isUsedAsLucia(context: FileContext, object: ts.Node): boolean {
  const name = unwrap(object);
  if (context.version('lucia') === undefined || !ts.isIdentifier(name)) return false;
  const uses = context.file.bindings.get(name)?.uses ?? [];
  return uses.some((use) => INSTANCE_METHODS.test(memberOf(wrapped(use).parent)?.name ?? ''));
}

/** An instance of Lucia, or what v2's `lucia({…})` made. */
function isLucia(context: FileContext, object: ts.Expression): boolean {
  return context.values.deepRoots(context.ref(object)).some((value) => {
    if (context.ops.isInstance(value)) return true;
    if (value.path.length || !ts.isCallExpression(value.ref.node)) return false;
    return context.values
      .roots({ ...value.ref, node: value.ref.node.expression })
      .some((callee) => !!callee.external && /^lucia(?:-auth)?$/.test(callee.external.module));
  });
}
