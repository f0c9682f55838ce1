import type { FileContext } from '../../../core/context';
import { inFile, insertAfter } from '../../../core/edit';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  isFunctionNode,
  isInside,
  memberOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { saysNoSession, saysSession } from '../../_shared/session';
import { cookieWrappers, freshReads, middlewareWrites } from '../../_shared/wrappers';
import type { CookieWrapper } from '../../_shared/wrappers';

interface State {
  /** Undefined where there is code that clears the cookie, but it never runs. */
  readonly wrapper: CookieWrapper | undefined;
}

export default defineRule<State>({
  id: 'require-blank-cookie',
  family: 'session',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 613,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A session wrapper never clears the cookie of an invalid session.',
    why: 'A stale cookie opens nothing: its session no longer exists. But the browser keeps sending it, and each request costs a database read that cannot succeed.',
    how: 'When validateSession() gives no session, send lucia.createBlankSessionCookie().',
    limits: 'Wrappers whose callers or whose middleware clear the cookie, and bearer tokens, are left alone.',
  },
  sources: [
    {
      title: 'Lucia v3: Validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/tree/v3/docs/pages/guides/validate-session-cookies',
    },
  ],
  messages: {
    missing: '{name} never clears the cookie of an invalid session: the browser goes on sending it.',
    unreachable: 'Without a session the code has left before this test, so the cookie is never cleared here.',
  },
  words: ['validateSession'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const dead = deadBranches(context);
    for (const { statement, clear } of dead) {
      report({
        at: statement.expression,
        message: 'unreachable',
        severity: 'warning',
        related: [context.related(context.ref(clear), 'The cookie would be cleared here.')],
        state: { wrapper: undefined },
      });
    }
    for (const wrapper of cookieWrappers(context)) {
      if (dead.some(({ statement }) => isInside(statement, wrapper.fn.node))) continue;
      if (
        clears(context, wrapper.sites) ||
        clearedOutside(context, wrapper) ||
        middlewareWrites(context, wrapper.fn, (sites) => clears(context, sites))
      )
        continue;
      const name = context.roles
        .wrappers(context.path)
        .find((candidate) => candidate.fn.node === wrapper.fn.node)?.name;
      report({
        at: wrapper.site.at,
        message: 'missing',
        data: { name: name ? `\`${name}()\`` : 'This session check' },
        state: { wrapper },
      });
    }
  },
  fixes({ wrapper }, context) {
    const renewal = wrapper && renewalOf(context, wrapper);
    if (!renewal) return [];
    return [
      {
        title: 'Clear the cookie when the session is invalid',
        kind: 'suggested',
        edits: () => inFile(context.file, insertAfter(context.file, renewal.statement, renewal.code)),
      },
    ];
  },
});

/** Branches for a missing session that make a blank cookie, where the session is known to be there already. */
function deadBranches(context: FileContext): readonly { statement: ts.IfStatement; clear: ts.Node }[] {
  const found: { statement: ts.IfStatement; clear: ts.Node }[] = [];
  for (const call of context.file.calls) {
    if (calleeName(call) !== 'createBlankSessionCookie') continue;
    let current: ts.Node = call;
    while (current.parent && !isFunctionNode(current.parent)) {
      const { parent } = current;
      if (ts.isIfStatement(parent) && parent.thenStatement === current) {
        if (isDead(context, parent)) found.push({ statement: parent, clear: call });
        break;
      }
      current = parent;
    }
  }
  return found;
}

/** Whether a test asks for a missing session after a missing session has left. */
function isDead(context: FileContext, statement: ts.IfStatement): boolean {
  const sides = (node: ts.Expression): readonly ts.Expression[] => {
    const inner = unwrap(node);
    return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken
      ? [...sides(inner.left), ...sides(inner.right)]
      : [node];
  };
  const tests = sides(statement.expression).map((node) => context.ref(node));
  const ofSession = (test: Ref<ts.Expression>, truth: boolean): boolean =>
    context.conditions.implied(test, truth).some((fact) => saysNoSession(context, fact));
  if (!tests.every((test) => ofSession(test, true))) return false;
  const known = context.conditions.known(context.ref(statement.expression));
  return known.some((fact) => saysSession(context, fact) && isValidated(context, fact.ref));
}

/** The session or user that validateSession gave, not the id that it was given. */
function isValidated(context: FileContext, ref: Ref): boolean {
  const part = context.roles.sessionPart(ref);
  return part === 'session' || part === 'user';
}

function clears(context: FileContext, sites: readonly Site[]): boolean {
  return sites.some(
    ({ op }) =>
      (op.kind === 'lucia' && op.method === 'createBlankSessionCookie') ||
      (op.kind === 'cookie' && op.action === 'clear' && context.roles.isSessionCookie(op)),
  );
}

/** Callers, or unseen code that gets the result, may clear the cookie. */
function clearedOutside(context: FileContext, wrapper: CookieWrapper): boolean {
  const { fn } = wrapper;
  for (const call of context.roles.callersOf(fn)) {
    const owner = context.conditions.ownerOf(call);
    if (
      owner.node !== fn.node &&
      clears(context, context.ops.sites(owner)) &&
      !context.ops.sites(owner).some(({ op }) => op.kind === 'lucia' && op.method === 'invalidateSession')
    )
      return true;
  }
  return context.ops.callsIn(fn.file, fn.node).some((node) => {
    const call = { node, file: fn.file };
    if (
      context.ops.of(call).length ||
      context.values.targets(call).length ||
      /^(?:set|assign|decorate|json|next)$/.test(calleeName(node) ?? '')
    )
      return false;
    return argumentsOf(node).some(
      (argument) => !isFunctionNode(argument) && !!context.roles.sessionPart({ ...call, node: argument }),
    );
  });
}

/** The statement that writes the renewed cookie, and the same for the blank one. */
function renewalOf(
  context: FileContext,
  wrapper: CookieWrapper,
): { statement: ts.IfStatement; code: string } | undefined {
  for (const read of freshReads(context, wrapper.fn)) {
    const member = memberOf(read);
    let statement: ts.Node = read;
    while (statement.parent && !ts.isIfStatement(statement) && !isFunctionNode(statement)) statement = statement.parent;
    if (!member || !ts.isIfStatement(statement) || statement.elseStatement || !isInside(read, statement.expression))
      continue;
    if (!ts.isBlock(statement.parent)) continue;
    let create: ts.CallExpression | undefined;
    walk(statement.thenStatement, (node) => {
      if (ts.isCallExpression(node) && calleeName(node) === 'createSessionCookie') create = node;
      return true;
    });
    if (!create) continue;
    const from = create.getStart() - statement.thenStatement.getStart();
    const body = textOf(statement.thenStatement);
    const blank = textOf(create).replace(/createSessionCookie\([\s\S]*\)$/, 'createBlankSessionCookie()');
    const code = body.slice(0, from) + blank + body.slice(from + (create.end - create.getStart()));
    return { statement, code: `if (!${textOf(member.object)}) ${dedent(code, statement)}` };
  }
  return undefined;
}

/** Code as written, without the indentation of the statement that it comes from. */
function dedent(code: string, statement: ts.Node): string {
  const source = statement.getSourceFile().text;
  const start = source.lastIndexOf('\n', statement.getStart() - 1) + 1;
  const indent = /^[ \t]*/.exec(source.slice(start))![0];
  return code
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}
