import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { ts, walk } from '../../../core/syntax';
import { isOwnAccount, accountsBehind } from '../../_shared/accounts';

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
      if (speaksOfLimits(context.file.sourceFile) || middlewareLimits(context)) continue;
      report({ at: verify.at, message: 'unlimited' });
    }
  },
});

/** Whether the code does: a comment that promises a limit is none. */
function speaksOfLimits(node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    const isWord = ts.isIdentifier(inner) || ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner);
    if (isWord && LIMIT.test(inner.text)) found = true;
    return !found;
  });
  return found;
}

function middlewareLimits(context: FileContext): boolean {
  const { dependencies } = context.project.packageOf(context.path) ?? { dependencies: new Map<string, string>() };
  if ([...dependencies.keys()].some((name) => /rate-?limit|arcjet|slow-down|limiter/i.test(name))) return true;
  return context.project
    .filesNear(context.path)
    .some(
      (path) =>
        /middleware|proxy|hooks|app|server|index/i.test(path) &&
        /rate_?limit|limiter|throttle/i.test(context.project.text(path) ?? ''),
    );
}
