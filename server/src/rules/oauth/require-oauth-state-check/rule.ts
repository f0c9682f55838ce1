import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import type { Related } from '../../../core/rule';
import { calleeName, memberOf, ts, unwrap } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import {
  assertedComparisons,
  chainsThrough,
  chainsToExchange,
  comparisonOf,
  comparisonsIn,
  factsOf,
  holdsWhenMissing,
  isNeverReached,
  isOverwritten,
} from '../../_shared/oauth-state';
import type { Chain, Comparison } from '../../_shared/oauth-state';
import { stateCheckFix } from '../../_shared/oauth-fix';
import type { StateGap } from '../../_shared/oauth-fix';

/** Providers whose client takes no state, by the arctic major from which that holds. */
const WITHOUT_STATE: Readonly<Record<string, number>> = { Naver: 2, DonationAlerts: 3 };

export default defineRule<StateGap>({
  id: 'require-oauth-state-check',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 352,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'An OAuth code is exchanged without a check that the state parameter equals the stored state.',
    why: "Whoever starts a sign-in with their own account can send the resulting callback link to someone else. Without the check the victim is signed in to, or linked with, the attacker's account. Two missing values are equal too, so a link without any state passes a comparison alone.",
    how: 'Read the state cookie and the state parameter, leave when one of them is missing or when they differ, and only then exchange the code.',
    limits:
      'A check made by a library or a service outside of the project is not seen. A state found in a store of the server, or verified by a signature, is accepted without a look at whether it belongs to this browser. A code verifier from a cookie makes it a warning: PKCE also stops a foreign code.',
  },
  sources: [
    { title: 'RFC 6749, 10.12', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-10.12' },
    { title: 'RFC 9700, 4.7', url: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.7' },
    { title: 'Lucia v3: OAuth', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/oauth/basics.md' },
  ],
  messages: {
    unchecked: 'The code is exchanged before the state parameter was compared with the stored state.',
    ineffective: 'The comparison `{comparison}` does not keep a wrong state from getting to this exchange.',
    missing: '`{comparison}` also holds when both are missing: check that one exists before exchanging the code.',
  },
  words: ['validateAuthorizationCode', 'code', 'Code', 'callback', 'Callback', 'oauth', 'OAuth'],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const chain of chainsThrough(context)) {
      const gap = judge(context, chain);
      if (!gap) continue;
      // Where nobody checks, the exchange is the place; where some callers do, those that do not.
      const others = chain.calls.length > 1 ? chainsToExchange(context, chain.exchange) : [];
      const at = others.some((other) => !judge(context, other)) ? blame(context, chain) : chain.exchange.call;
      if (at.file.path !== context.path || reported.has(at.node)) continue;
      reported.add(at.node);
      const { compared, written } = gap;
      report({
        at: at.node,
        message: compared ? 'missing' : written ? 'ineffective' : 'unchecked',
        ...(written ? { data: { comparison: shortText(written) } } : {}),
        ...(chain.exchange.verifier && context.roles.readsCookie(chain.exchange.verifier)
          ? { severity: 'warning' as const }
          : {}),
        related: relatedPlaces(context, chain, at, written),
        ...(gap.overwritten ? {} : { state: { chain, at, comparison: written, missingOnly: compared } }),
      });
    }
  },
  fixes: (gap, context) => stateCheckFix(gap, context),
});

/** What is wrong on one way to an exchange; undefined when nothing is, or when it cannot be told. */
function judge(
  context: FileContext,
  chain: Chain,
): { readonly compared: boolean; readonly written: Comparison | undefined; readonly overwritten: boolean } | undefined {
  if (isExempt(context, chain)) return undefined;
  const facts = factsOf(context, chain);
  if (isNeverReached(context, facts)) return undefined;
  const compared = [...facts.map((fact) => comparisonOf(context, fact)), ...assertedComparisons(context, chain)].filter(
    (found) => found !== undefined,
  );
  const effective = compared.filter((comparison) => !isOverwritten(context, comparison));
  if (effective.some((comparison) => !holdsWhenMissing(context, comparison, facts, chain))) return undefined;
  return {
    compared: effective.length > 0,
    written: effective[0] ?? compared[0] ?? comparisonsIn(context, chain)[0],
    overwritten: compared.length > effective.length,
  };
}

/** The deepest function that could have made the check: one that is given more than the code and the verifier. */
function blame(context: FileContext, chain: Chain): Ref<CallLike> {
  for (let i = chain.calls.length - 1; i > 0; i--) {
    const call = chain.calls[i]!;
    const args = call.env?.args ?? [];
    if (args.some((arg) => isAboutState(context, arg))) return call;
  }
  return chain.calls[0]!;
}

function isAboutState(context: FileContext, arg: Ref): boolean {
  const { roles, values } = context;
  const name = roles.inputName(arg);
  if (name !== undefined && /state/i.test(name)) return true;
  const node = unwrap(arg.node);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.some((property) => property.name && /state/i.test(property.name.getText()));
  // The whole request, context or query.
  return values.roots(arg).some((value) => {
    const root = value.ref.node;
    if (ts.isParameter(root))
      return (
        value.path.every((part) => /^(?:request|req|event|query|url|searchParams|body)$/.test(part)) &&
        !/string/.test(root.type?.getText() ?? '')
      );
    return (
      ts.isNewExpression(root) &&
      /^URL/.test(calleeName(root) ?? '') &&
      (!value.path.length || value.path[0] === 'searchParams')
    );
  });
}

/** The whole request, or what a handler is given first. */
function isRequest(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some(({ ref: { node, file }, path }) => {
    if (!ts.isParameter(node) || !path.every((part) => /^(?:request|req|event|ctx|context)$/.test(part))) return false;
    if (path.length) return true;
    const isWhole = !ts.getDecorators(node)?.length && !/\bstring\b/.test(node.type?.getText() ?? '');
    return (
      isWhole &&
      node.parent.parameters[0] === node &&
      context.frameworks.entryPoints(file).some((entry) => entry.fn.node === node.parent)
    );
  });
}

function isExempt(context: FileContext, chain: Chain): boolean {
  const { call, code, verifier, plain, foreign } = chain.exchange;
  // The start of a sign-in that is written out is not seen: a verifier from elsewhere may bind the code to it.
  if (plain && verifier && !context.roles.readsCookie(verifier)) return true;
  // A method of an own client that is given the whole request reads the state itself.
  if (code && isRequest(context, code)) return true;
  const member = memberOf(unwrap(call.node.expression));
  if (member) {
    const version = Number.parseInt(context.version('arctic') ?? '3', 10);
    for (const value of context.values.deepRoots({ ...call, node: member.object })) {
      if (!ts.isNewExpression(value.ref.node) || value.path.length) continue;
      for (const made of context.values.roots({ ...value.ref, node: value.ref.node.expression })) {
        const from = made.external?.module === 'arctic' ? WITHOUT_STATE[made.external.name] : undefined;
        if (from !== undefined && version >= from) return true;
      }
    }
  }
  // Nobody known calls the function, and it does not take the code from a request: its callers may have checked.
  const { root } = chain;
  if (ts.isSourceFile(root.node)) return !!code && !context.roles.readsQuery(code);
  const entries = context.frameworks.entryPoints(root.file).filter((entry) => entry.fn.node === root.node);
  const isEntry = entries.length > 0;
  // A code that the user types into a form, or that an app posts, did not come by a redirect.
  if (
    (plain || foreign) &&
    !entries.some((entry) => entry.kind !== 'action' && (entry.methods?.includes('GET') ?? true))
  )
    return true;
  return !isEntry && (!code || !context.roles.readsQuery(code));
}

function relatedPlaces(
  context: FileContext,
  chain: Chain,
  blamed: Ref,
  written: Comparison | undefined,
): readonly Related[] {
  const found: Related[] = [];
  if (written) found.push(context.related(written.at, 'The state is compared here.'));
  for (const call of chain.calls) {
    if (call.node !== blamed.node)
      found.push(
        context.related(call, call === chain.calls[0] ? 'The request is handled here.' : 'The code is exchanged here.'),
      );
  }
  return found;
}

function shortText(comparison: Comparison): string {
  const text = comparison.at.node.getText().replace(/\s+/g, ' ');
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
