import type { FileContext } from '../../../core/context';
import type { EntryPoint } from '../../../core/framework';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { calleeName, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { Ref, Value } from '../../../core/values';
import { speaksOfSession } from '../../_shared/guards';

export default defineRule({
  id: 'no-cookie-trust',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 565,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: 'Access is decided by the mere presence of a session cookie, or by data parsed out of a cookie, without validating the session.',
    why: 'Anybody can send a cookie with any value. A check of its presence lets everyone in who knows the name; user data in a cookie lets them choose who they are.',
    how: 'Validate the session id with your wrapper and decide by the user that it returns. In middleware, a look at the cookie is fine as an early redirect only.',
    limits:
      'Cookies that are signed or encrypted through a library are taken to be checked. Cookies that are not about the session are left alone.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    {
      title: 'Lucia v3: validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/index.md',
    },
  ],
  messages: {
    presence: 'That `{what}` exists proves nothing: anybody can send a cookie. Validate the session.',
    optimistic: '`{what}` is only looked at, not validated: fine as an early redirect, no protection by itself.',
    parsed: '`{what}` comes out of a cookie that the client can write; take it from the validated session.',
  },
  words: ['cookie', 'Cookie'],
  check(context, report) {
    for (const owner of context.roles.owners(context.file)) {
      if (context.frameworks.isAuxiliary(context.path)) return;
      const entry = context.frameworks.entryAround(context.file, owner.node) ?? guardFactory(context, owner);
      if (!entry || isOuter(context, owner)) continue;
      const sites = context.ops.sites(owner);
      const validates = sites.some(
        (site) =>
          site.op.kind === 'lucia' &&
          (site.op.method === 'validateSession' ||
            site.op.method === 'invalidateSession' ||
            site.op.method === 'createSession'),
      );
      if (validates || sites.some((site) => site.op.kind === 'verify' || site.op.kind === 'exchange')) continue;
      if (context.file.text.includes('jwt') || entersSession(context, owner)) continue;
      const flow = context.conditions.flow(owner);
      for (const { edge } of flow.branches) {
        if (!edge.condition || edge.condition.truth === undefined) continue;
        const fact = { ref: { ...owner, node: edge.condition.expression }, truth: edge.condition.truth };
        const test = context.roles.missing(fact);
        if (!test?.missing) continue;
        const cookie = test.values.find((value) => isSessionCookieRead(context, value));
        if (!cookie || !flow.exitsFrom(edge.to).some((exit) => leavesUnauthorized(exit.syntax))) continue;
        const what = textOf(unwrap(edge.condition.expression)).slice(0, 40);
        const optimistic = entry.kind === 'middleware' && entry.framework === 'next';
        report({
          at: edge.condition.expression,
          message: optimistic ? 'optimistic' : 'presence',
          data: { what },
          ...(optimistic ? { severity: 'information' as const } : {}),
        });
        break;
      }
    }
    for (const call of context.file.calls) {
      if (
        !ts.isCallExpression(call) ||
        calleeName(call) !== 'parse' ||
        !call.arguments[0] ||
        !/JSON/.test(call.expression.getText())
      )
        continue;
      if (!context.frameworks.entryAround(context.file, call)) continue;
      const [argument] = call.arguments;
      if (!context.values.deepRoots(context.ref(argument)).some((value) => isUserCookie(context, value))) continue;
      report({ at: call, message: 'parsed', data: { what: textOf(call).slice(0, 40) } });
    }
  },
});

/** A factory of guards (requireSession() returns a hook) is judged by the function it returns. */
function guardFactory(context: FileContext, owner: Owner): EntryPoint | undefined {
  if (ts.isSourceFile(owner.node)) return undefined;
  const outer = owner.node.parent as ts.Node | undefined;
  const isReturned = outer && (ts.isReturnStatement(outer) || ts.isArrowFunction(outer));
  const takesRequest = owner.node.parameters.some((parameter) =>
    /Request|Context|Event/.test(parameter.type?.getText() ?? ''),
  );
  if (!isReturned || !takesRequest) return undefined;
  const framework = context.frameworks.of(context.path)[0]?.name;
  return framework && { kind: 'middleware', framework, fn: owner, methods: undefined, route: context.path };
}

/** Functions around the entry point's own (setup code) are not judged by what is inside it. */
function isOuter(context: FileContext, owner: Owner): boolean {
  return ts.isSourceFile(owner.node) && !context.path.endsWith('.astro');
}

function isSessionCookieRead(context: FileContext, value: Value): boolean {
  const read = context.roles.cookieRead(value);
  if (!read) return false;
  if (read.name)
    return context.roles.isSessionCookieName(read.name) || /session|auth/i.test(literal(context, read.name) ?? '');
  const last = [...value.path].reverse().find((part) => part !== 'value');
  return last !== undefined && /session|auth/i.test(last) && !/^(?:cookies?)$/.test(last);
}

function isUserCookie(context: FileContext, value: Value): boolean {
  const read = context.roles.cookieRead(value);
  if (!read) return false;
  const name = read.name ? literal(context, read.name) : [...value.path].reverse().find((part) => part !== 'value');
  return (
    name !== undefined &&
    /^(?:\w*[_-])?(?:user|session|auth|role|account|profile|me|identity)(?:[_-]?(?:data|info|id))?$/i.test(name)
  );
}

function literal(context: FileContext, ref: Ref): string | undefined {
  for (const value of context.values.roots(ref)) {
    const text = stringValue(value.ref.node);
    if (text !== undefined) return text;
  }
  return undefined;
}

function leavesUnauthorized(node: ts.Node): boolean {
  return /40[13]|redirect|unauthori[sz]ed|forbidden|login|sign-?in/i.test(node.getText());
}

/** The function also speaks of the validated session. */
function entersSession(context: FileContext, owner: Owner): boolean {
  return context.conditions
    .flow(owner)
    .branches.some(
      ({ edge }) => !!edge.condition && speaksOfSession(context, { ...owner, node: edge.condition.expression }),
    );
}
