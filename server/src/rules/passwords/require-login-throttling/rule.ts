import type { FileContext } from '../../../core/context';
import type { EntryPoint } from '../../../core/framework';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { isInside, memberOf, propertyOf, ts, unwrap, walk } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { accountsBehind, isOwnAccount } from '../../_shared/accounts';
import { builderMiddleware, isRegisteredBehind } from '../../_shared/guards';

const LIMIT =
  /rate_?limit|limiter|throttl|slow_?down|brute|too_?many|429|attempts?|lock(?:ed|out)|captcha|turnstile|bucket|arcjet|upstash\/ratelimit/i;

export default defineRule({
  id: 'require-login-throttling',
  family: 'passwords',
  severity: 'off',
  stage: 'stable',
  precision: 'low',
  cwe: 307,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: "A login verifies passwords, and nothing in it or in the project's middleware limits how often.",
    why: 'Without a limit, passwords known from other leaks can be tried against every account, and each try costs the server a slow hash.',
    how: 'Limit attempts by account and by address before the verify, or put a limiter before the route.',
    limits:
      'Limits in a proxy, a firewall or the hosting platform cannot be seen, which is why the rule is off unless turned on.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 6.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md',
    },
  ],
  messages: {
    unlimited: 'No rate limit was found on this login.',
  },
  words: ['verify', 'Verify', 'compare', 'Compare', 'login', 'Login', 'signIn', 'signin'],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (entry.kind === 'middleware' || ts.isSourceFile(entry.fn.node)) continue;
      const sites = context.ops.sites(entry.fn);
      const verify = sites.find((site) => site.op.kind === 'verify');
      if (
        !verify ||
        verify.op.kind !== 'verify' ||
        !sites.some((site) => site.op.kind === 'lucia' && site.op.method === 'createSession')
      )
        continue;
      const accounts = verify.op.hash ? accountsBehind(context, context.values.roots(verify.op.hash)) : [];
      if (accounts.some((account) => isOwnAccount(context, account))) continue;
      if (isLimitedBefore(context, entry, verify) || isLimitedAround(context, entry) || isLimitedElsewhere(context))
        continue;
      report({ at: verify.at, message: 'unlimited' });
    }
  },
});

/** Whether the handler, or what it calls on the way to the verify, looks at a limit first. */
function isLimitedBefore(context: FileContext, entry: EntryPoint, verify: Site): boolean {
  const { call } = verify.op;
  if (speaksOfLimits(entry.fn.node, verify.at.getStart())) return true;
  const helper = verify.direct
    ? undefined
    : context.roles.owners(call.file).find(({ node }) => isInside(call.node, node));
  if (helper && speaksOfLimits(helper.node, call.node.getStart())) return true;
  return context.file.calls.some(
    (other) =>
      isInside(other, entry.fn.node) &&
      other.end <= verify.at.getStart() &&
      context.values.targets(context.ref(other)).some(({ node }) => speaksOfLimits(node)),
  );
}

/** Whether what a handler is given to limits: middleware of its route or router, its options, a wrapper, decorators. */
function isLimitedAround(context: FileContext, entry: EntryPoint): boolean {
  const { node, file } = entry.fn;
  if (ts.isSourceFile(node)) return false;
  if (entry.around && speaksOfLimits(entry.around.node)) return true;
  if (builderMiddleware(context, entry).some((middleware) => speaksOfLimits(middleware.node))) return true;
  const isLimiter = (ref: Ref): boolean => limits(context, ref);
  if (isRegisteredBehind(context, { node, file }, isLimiter)) return true;
  for (let inner: ts.Node = node; !ts.isSourceFile(inner); inner = inner.parent) {
    const { parent } = inner;
    const decorators = ts.canHaveDecorators(inner) ? (ts.getDecorators(inner) ?? []) : [];
    if (decorators.some((decorator) => speaksOfLimits(decorator))) return true;
    if (ts.isCallExpression(parent) && parent.expression !== inner && isLimitingWrapper(parent.expression)) return true;
    if (ts.isFunctionLike(parent)) break;
  }
  return false;
}

/** `withLimit(handler)`, but not what a chain was given before: `app.use('/other', limiter).post('/login', handler)`. */
function isLimitingWrapper(callee: ts.Expression): boolean {
  const member = memberOf(unwrap(callee));
  return !(member && ts.isCallExpression(unwrap(member.object))) && speaksOfLimits(callee);
}

/** Whether a value in a list of handlers, or among the options of a route, limits. */
function limits(context: FileContext, ref: Ref): boolean {
  const node = unwrap(ref.node);
  if (ts.isStringLiteralLike(node)) return false;
  if (isLeftToRoutes(node)) return false;
  if (speaksOfLimits(node)) return true;
  return context.values
    .roots({ ...ref, node })
    .some(({ ref: root, external }) =>
      external ? LIMIT.test(external.module) : root.node !== node && speaksOfLimits(root.node),
    );
}

/** `app.register(rateLimit, { global: false })`: each route has to ask for its limit. */
function isLeftToRoutes({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    parent.arguments.some((argument) => {
      const options = unwrap(argument);
      const global = ts.isObjectLiteralExpression(options) ? propertyOf(options, 'global') : undefined;
      return global?.kind === ts.SyntaxKind.FalseKeyword;
    })
  );
}

/** Whether code does, up to a place in it: a comment that promises a limit is none. */
function speaksOfLimits(node: ts.Node, end = node.end): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.getStart() >= end) return false;
    const isWord = ts.isIdentifier(inner) || ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner);
    if (isWord && LIMIT.test(inner.text)) found = true;
    return !found;
  });
  return found;
}

/** Files that stand before all routes: middleware, hooks, plugins, and what starts the application. */
const STARTS =
  /(?:^|\/)(?:[^/]*middleware[^/]*|proxy|[^/]*hooks[^/]*|app(?:\.module)?|server|index|main)\.\w+$|\/(?:middlewares?|plugins|hooks)\/[^/]+$/i;

/** Whether a file that stands before all routes speaks of limits. */
function isLimitedElsewhere(context: FileContext): boolean {
  return context.project
    .filesNear(context.path)
    .some(
      (path) =>
        path !== context.path &&
        STARTS.test(path) &&
        /rate_?-?limit|limiter|throttl|slow_?-?down|arcjet/i.test(context.project.text(path) ?? ''),
    );
}
