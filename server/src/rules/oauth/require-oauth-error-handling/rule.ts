import type { FileContext } from '../../../core/context';
import type { EntryPoint } from '../../../core/framework';
import { defineRule } from '../../../core/rule';
import { calleeName, isFunctionNode, isInside, memberOf, ts, unwrap, wrapped } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { catchExchangeFix } from '../../_shared/exchange-fix';
import type { Unhandled } from '../../_shared/exchange-fix';
import { chainsThrough } from '../../_shared/oauth-state';
import type { Chain } from '../../_shared/oauth-state';

export default defineRule<Unhandled>({
  id: 'require-oauth-error-handling',
  family: 'oauth',
  severity: 'information',
  stage: 'stable',
  precision: 'medium',
  cwe: 755,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'The exchange of an OAuth code is not in a try statement.',
    why: 'validateAuthorizationCode throws for a code that is wrong, used or expired, and when the provider does not answer. Anyone can send a wrong code: unhandled, it becomes an error page, an alarm in the logs, and under Express 4 an unhandled rejection that ends the process.',
    how: 'Put the exchange in try, answer 400 to an OAuth2RequestError and 500 to the rest.',
    limits:
      'A handler for all errors (onError, setErrorHandler, error middleware, a wrapper around the handler) is taken to do its work.',
  },
  sources: [
    { title: 'Lucia v3: OAuth', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/oauth/basics.md' },
    {
      title: 'OWASP ASVS 5.0, 16.5.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x25-V16-Security-Logging-and-Error-Handling.md',
    },
  ],
  messages: {
    unhandled: 'A failed exchange of the code throws here and nothing handles it.',
    crash: 'A wrong code makes this exchange throw, and Express 4 then ends the process.',
  },
  words: ['validateAuthorizationCode'],
  check(context, report) {
    const unhandled = new Map<ts.Node, Chain[]>();
    const handled = new Set<ts.Node>();
    for (const chain of chainsThrough(context)) {
      const { node, file } = chain.exchange.call;
      // A request to the provider does not throw because of a wrong code.
      if (chain.exchange.plain || file.path !== context.path || context.frameworks.isAuxiliary(context.path)) continue;
      const known = unhandled.get(node);
      if (handled.has(node)) continue;
      if (chain.calls.some((call) => isHandled(call))) {
        if (!known) handled.add(node);
      } else if (entryOf(context, chain) && !handlesAll(context, chain)) {
        unhandled.set(node, [...(known ?? []), chain]);
      }
    }
    for (const [node, chains] of unhandled) {
      const crashes = chains.some(
        (chain) =>
          entryOf(context, chain)?.framework === 'express' &&
          context.frameworks.major(chain.root.file.path, 'express') === 4,
      );
      report({
        at: node,
        message: crashes ? 'crash' : 'unhandled',
        ...(crashes ? { severity: 'warning' as const } : {}),
        state: { chains, crashes },
      });
    }
  },
  fixes: (unhandled, context) => catchExchangeFix(unhandled, context),
});

function entryOf(context: FileContext, { root }: Chain): EntryPoint | undefined {
  return context.frameworks.entryPoints(root.file).find((candidate) => candidate.fn.node === root.node);
}

/** In a try with a catch, or with a rejection handler of its own. */
function isHandled(call: Ref): boolean {
  const outer = wrapped(call.node, false);
  let current: ts.Node = outer;
  for (;;) {
    const { parent } = current;
    if (!parent) return false;
    if (ts.isTryStatement(parent) && parent.catchClause && parent.tryBlock === current) return true;
    // promise.catch(…), promise.then(ok, failed), wrap(() => exchange())
    if (ts.isPropertyAccessExpression(parent) && parent.expression === current && ts.isCallExpression(parent.parent)) {
      if (parent.name.text === 'catch' || (parent.name.text === 'then' && parent.parent.arguments.length > 1))
        return true;
    }
    if (
      ts.isCallExpression(parent) &&
      isInside(current, parent) &&
      /^(?:tryit|attempt|safe\w*|catchError|tryCatch|to|result\w*|wrap\w*|fromPromise|trytm|goTry|allSettled)$/i.test(
        calleeName(parent) ?? '',
      )
    )
      return true;
    if (isFunctionNode(parent) && !(ts.isCallExpression(parent.parent) && parent.parent.expression !== parent))
      return false;
    if (isFunctionNode(parent) && ts.isCallExpression(parent.parent)) {
      const registers = memberOf(unwrap(parent.parent.expression));
      if (registers && /^(?:get|post|all|use|on|route|handler)$/.test(registers.name)) return false;
    }
    current = parent;
  }
}

/** The framework, or the application, has a place for errors that handlers throw. */
function handlesAll(context: FileContext, chain: Chain): boolean {
  const { node, file } = chain.root;
  const parent = node.parent as ts.Node | undefined;
  if (
    parent &&
    ts.isCallExpression(parent) &&
    !memberOf(unwrap(parent.expression)) &&
    /async|handle|catch|wrap|with|safe/i.test(calleeName(parent) ?? '') &&
    !/EventHandler/.test(calleeName(parent) ?? '')
  )
    return true;
  const key = `errorHandlers\0${context.project.modules.projectRootOf(file.path)}`;
  const known = context.project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const found = [file.path, ...context.project.filesNear(file.path)].some((path) =>
    /\.onError\(|setErrorHandler\(|express-async-errors|express-promise-router|ExceptionFilter|\b(?:err|error)\b[^()]{0,40},\s*_?req[^()]{0,40},\s*_?res[^()]{0,60},\s*_?next/.test(
      context.project.text(path) ?? '',
    ),
  );
  context.project.projectMemo.set(key, found);
  return found;
}
