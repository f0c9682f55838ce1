import type { FileContext } from '../../../core/context';
import type { FlowNode } from '../../../core/flow';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { calleeName, ts, unwrap, walk } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { accountsBehind, isOwnAccount } from '../../_shared/accounts';
import { lastAnswer, sameAnswerFix } from '../../_shared/answer-fix';
import type { TellingAnswer } from '../../_shared/answer-fix';
import { isGuarded } from '../../_shared/guards';
import { readBehind } from '../../_shared/rows';

export default defineRule<TellingAnswer>({
  id: 'no-user-enumeration',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 204,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A login answers an unknown account otherwise than a wrong password, or a password reset tells that there is no account.',
    why: 'The difference tells anybody which e-mail addresses have an account here.',
    how: 'Give one message and one status for all failures of a login. Answer a reset request in the same way whether or not there is an account.',
    limits:
      'Sign-up is left alone: "already in use" cannot be avoided without a mail round trip. Messages are compared when they are written in the function itself, or as constants.',
  },
  sources: [
    {
      title: 'OWASP Authentication Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    },
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
  ],
  messages: {
    login: 'An unknown account is answered with {missing}, a wrong password with {wrong}: use one answer for both.',
    reset: 'This answer ({missing}) tells that there is no account: answer as if the mail had been sent.',
  },
  words: [
    'verify',
    'Verify',
    'compare',
    'Compare',
    'reset',
    'Reset',
    'forgot',
    'Forgot',
    'valid',
    'Valid',
    'check',
    'assw',
  ],
  check(context, report) {
    for (const owner of context.roles.owners(context.file)) {
      const sites = context.ops.sites(owner);
      const verifies = sites.filter(
        (site) => site.op.kind === 'verify' && !isGuarded(context, { ...owner, node: site.at }),
      );
      if (verifies.length) {
        const accounts = accountsBehind(
          context,
          verifies.flatMap((site) =>
            site.op.kind === 'verify' && site.op.hash ? context.values.roots(site.op.hash) : [],
          ),
        ).filter((account) => !isOwnAccount(context, account));
        const found = login(
          context,
          owner,
          accounts,
          verifies.map((site) => site.at),
        );
        if (found)
          report({
            at: found.missing.node,
            message: 'login',
            data: { missing: found.missing.text, wrong: found.wrong.text },
            related: [context.related({ ...owner, node: found.wrong.node }, 'A wrong password is answered here.')],
            state: { owner, missing: found.missing.node, wrong: found.wrong.node, accounts },
          });
      } else if (asksForReset(context, owner)) {
        const found = reset(context, owner);
        if (found) {
          const { answer, accounts } = found;
          report({
            at: answer.node,
            message: 'reset',
            data: { missing: answer.text },
            state: { owner, missing: answer.node, accounts },
          });
        }
      }
    }
  },
  fixes: (telling, context) => sameAnswerFix(telling, context),
});

interface Answer {
  readonly node: ts.Node;
  /** As written, shortened for the message. */
  readonly text: string;
  /** What the client can tell apart: literals of the answer. */
  readonly key: string;
}

/** The literals in an exit: message and status, and what constants and members of enums stand for. */
function answerOf(context: FileContext, owner: Owner, node: ts.Node): Answer | undefined {
  const literals: string[] = [];
  let foreign = false;
  walk(node, (inner) => {
    if (ts.isFunctionLike(inner)) return false;
    if (ts.isStringLiteralLike(inner) && !/^(?:Content-Type|application\/json|error|message|code)$/i.test(inner.text))
      literals.push(inner.text);
    else if (ts.isNumericLiteral(inner)) literals.push(inner.text);
    else if (ts.isTemplateExpression(inner)) foreign = true;
    else if (ts.isPropertyAccessExpression(inner) || ts.isIdentifier(inner)) {
      const text = constantOf(context, { ...owner, node: inner });
      if (text !== undefined) {
        literals.push(text);
        return false;
      }
      if (ts.isPropertyAccessExpression(inner) && /^[A-Z][A-Z_]+$/.test(inner.name.text))
        literals.push(inner.name.text);
    }
    return true;
  });
  if (foreign || !literals.length) return undefined;
  const shown = literals.find((text) => /[a-z]{3}/i.test(text)) ?? literals[0]!;
  return { node, text: `"${shown.slice(0, 40)}"`, key: literals.join('|') };
}

/** The text or number that a name always stands for. */
function constantOf(context: FileContext, ref: Ref): string | undefined {
  let base = ref.node;
  while (ts.isPropertyAccessExpression(base)) base = base.expression;
  if (!ts.isIdentifier(base) || !ref.file.bindings.has(base)) return undefined;
  const [only, ...others] = context.values.roots(ref);
  if (!only || others.length || only.path.length) return undefined;
  const { node } = only.ref;
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;
}

/** The first exit behind an edge. */
function firstExit(context: FileContext, owner: Owner, start: FlowNode): ts.Node | undefined {
  const seen = new Set<FlowNode>([start]);
  const queue = [start];
  while (queue.length) {
    const point = queue.shift()!;
    const { syntax } = point;
    if (syntax && (ts.isReturnStatement(syntax) || ts.isThrowStatement(syntax))) return syntax;
    if (syntax && ts.isCallExpression(syntax) && context.conditions.neverReturns({ node: syntax, file: owner.file }))
      return syntax;
    for (const edge of point.next) {
      if (edge.condition || edge.throws || seen.has(edge.to)) continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return undefined;
}

function login(
  context: FileContext,
  owner: Owner,
  accounts: readonly Value[],
  verifies: readonly ts.Node[],
): { missing: Answer; wrong: Answer } | undefined {
  const flow = context.conditions.flow(owner);
  let missing: Answer | undefined;
  let wrong: Answer | undefined;
  for (const { edge } of flow.branches) {
    if (!edge.condition) continue;
    const ref: Ref<ts.Expression> = { ...owner, node: edge.condition.expression };
    const test = context.roles.missing({ ref, truth: edge.condition.truth });
    const isMissing =
      test?.missing === true &&
      test.values.some((value) =>
        accounts.some((account) => sameRoot(value, account) && value.path.length < account.path.length),
      );
    const exit = firstExit(context, owner, edge.to);
    const answer = exit && answerOf(context, owner, exit);
    if (!answer) continue;
    if (isMissing) missing ??= answer;
    else if (!edge.condition.truth && comesFrom(context, ref, verifies)) wrong ??= answer;
  }
  return missing && wrong && missing.key !== wrong.key && missing.node !== wrong.node ? { missing, wrong } : undefined;
}

/** Whether a condition is a verify's result. */
function comesFrom(context: FileContext, ref: Ref, verifies: readonly ts.Node[]): boolean {
  return context.values
    .roots({ ...ref, node: unwrap(ref.node) })
    .some((value) => verifies.some((call) => call === value.ref.node));
}

/** A handler in which a reset is asked for: it makes a token and sends mail, and its place or name says so. */
function asksForReset(context: FileContext, owner: Owner): boolean {
  if (ts.isSourceFile(owner.node)) return false;
  const entry = context.roles.entryOf(owner);
  if (!entry || !/reset|forgot|recover/i.test(`${entry.route} ${owner.node.name?.getText() ?? ''}`)) return false;
  const sites = context.ops.sites(owner);
  return (
    !sites.some((site) => site.op.kind === 'hash') &&
    sites.some((site) => site.op.kind === 'database' && site.op.verb === 'read')
  );
}

function reset(
  context: FileContext,
  owner: Owner,
): { readonly answer: Answer; readonly accounts: readonly Value[] } | undefined {
  const flow = context.conditions.flow(owner);
  const last = lastAnswer(owner);
  for (const { edge } of flow.branches) {
    if (!edge.condition) continue;
    const test = context.roles.missing({
      ref: { ...owner, node: edge.condition.expression },
      truth: edge.condition.truth,
    });
    if (!test?.missing) continue;
    const isAccount = test.values.some((value) => {
      const op = value.path.length <= 1 ? (readBehind(context, value) ?? lookedUp(context, value)) : undefined;
      return !!op && /user|account|member/i.test(op.tableName ?? '') && !isOwnAccount(context, value);
    });
    if (!isAccount) continue;
    const exit = firstExit(context, owner, edge.to);
    const answer = exit && answerOf(context, owner, exit);
    if (!answer || /sent|if (?:an?|the|that|your)|check your|log-?in|sign-?in/i.test(answer.key)) continue;
    const others = flow.exits
      .filter((other) => other.syntax !== exit && (ts.isReturnStatement(other.syntax) || other.kind === 'never'))
      .map((other) => other.syntax);
    if (last && last !== exit) others.push(last);
    if (others.some((other) => answerOf(context, owner, other)?.key === answer.key)) continue;
    return { answer, accounts: test.values };
  }
  return undefined;
}

/** An own look-up helper. */
function lookedUp(context: FileContext, value: Value): { tableName: string | undefined } | undefined {
  const { node } = value.ref;
  if (!ts.isCallExpression(node)) return undefined;
  for (const target of context.values.targets(value.ref as Ref<ts.CallExpression>)) {
    for (const site of context.ops.sites({ node: target.node, file: target.file }))
      if (site.op.kind === 'database' && site.op.verb === 'read') return site.op;
  }
  return /find|get|by/i.test(calleeName(node) ?? '') && /user|account/i.test(calleeName(node) ?? '')
    ? { tableName: 'user' }
    : undefined;
}
