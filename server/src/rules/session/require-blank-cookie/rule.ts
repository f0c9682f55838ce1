import type { FileContext } from '../../../core/context';
import { inFile, insertAfter } from '../../../core/edit';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, isFunctionNode, isInside, memberOf, textOf, ts, walk } from '../../../core/syntax';
import { cookieWrappers, freshReads, middlewareWrites } from '../../_shared/wrappers';
import type { CookieWrapper } from '../../_shared/wrappers';

interface State {
  readonly wrapper: CookieWrapper;
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
  },
  words: ['validateSession'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const wrapper of cookieWrappers(context)) {
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
    const renewal = renewalOf(context, wrapper);
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
