import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { isEquality } from '../../../core/conditions';
import type { Fact } from '../../../core/conditions';
import type { FlowEdge, FlowNode } from '../../../core/flow';
import { bindingOf, nameOfFunction } from '../../../core/model';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isInside,
  isNullish,
  propertyOf,
  statementOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { accountsBehind, isLogin, isOwnAccount, isSwapped, rowsThatFind } from '../../_shared/accounts';
import { isRefusal, lastAnswer, sameAnswerFix } from '../../_shared/answer-fix';
import type { TellingAnswer } from '../../_shared/answer-fix';
import { isGuarded } from '../../_shared/guards';
import { catchOf, isLevelledByCallers, isLevelling, saysMissing, throwWhenMissing } from '../../_shared/missing';
import { readBehind, rowsBehind } from '../../_shared/rows';

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
    unset:
      'An account without a password is answered with {missing}, a wrong password with {wrong}: use one answer for both.',
    state:
      'Without the password this tells {missing}, a wrong password {wrong}: tell what is wrong with an account only after it.',
    crash:
      'Without an account `{missing}` throws, which is not answered as a wrong password is ({wrong}): test for it first.',
    reset: 'This answer ({missing}) tells that there is no account: answer as if the mail had been sent.',
    known:
      'Only an account that is there is answered with {missing}, others as if the mail had been sent: give one answer.',
    code: 'This answer ({missing}) tells that there is no account: answer as for a wrong code.',
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
    'ecover',
    'valid',
    'Valid',
    'check',
    'assw',
    'send',
  ],
  check(context, report) {
    for (const owner of context.roles.owners(context.file)) {
      const sites = context.ops.sites(owner);
      const verifies = sites.filter(
        (site) => site.op.kind === 'verify' && (isLogin(sites) || !isGuarded(context, { ...owner, node: site.at })),
      );
      if (verifies.length) {
        const accounts = verifies.flatMap(({ op }) => {
          if (op.kind !== 'verify' || !op.hash) return [];
          const hash = isSwapped(context, op) ? op.password! : op.hash;
          const found = accountsBehind(context, context.values.roots(hash));
          // Rows of several tables behind one check are of one kind.
          return found.some((account) => isOwnAccount(context, account)) ? [] : found;
        });
        const found = login(
          context,
          owner,
          accounts,
          verifies.map((site) => site.at),
        );
        if (found)
          report({
            at: found.missing.node,
            message: found.of,
            data: { missing: found.missing.text, wrong: found.wrong.text },
            related: [context.related({ ...owner, node: found.wrong.node }, 'A wrong password is answered here.')],
            // A catch answers more than the one.
            ...(found.of !== 'login' || isInCatch(found.missing.node)
              ? {}
              : { state: { owner, missing: found.missing.node, wrong: found.wrong.node, accounts } }),
          });
      } else if (isResetPlace(context, owner)) {
        const found = reset(context, owner) ?? throwingReset(context, owner);
        if (found) {
          const { answer, accounts } = found;
          const completes = sites.some((site) => site.op.kind === 'hash');
          report({
            at: answer.node,
            message: completes ? 'code' : 'reset',
            data: { missing: answer.text },
            ...(completes ? {} : { state: { owner, missing: answer.node, accounts } }),
          });
        } else {
          const state = stateOfReset(context, owner);
          if (state)
            report({
              at: state.answer.node,
              message: 'known',
              data: { missing: state.answer.text },
              state: { owner, missing: state.answer.node, accounts: state.accounts },
            });
        }
      }
    }
  },
  fixes: (telling, context) => sameAnswerFix(telling, context),
});

function isInCatch(node: ts.Node): boolean {
  for (let current = node.parent as ts.Node | undefined; current; current = current.parent as ts.Node | undefined) {
    if (ts.isCatchClause(current)) return true;
    if (ts.isFunctionLike(current)) return false;
  }
  return false;
}

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
  const visit = (inner: ts.Node): boolean => {
    if (ts.isFunctionLike(inner)) return false;
    if (ts.isStringLiteralLike(inner) && !/^(?:Content-Type|application\/json|error|message|code)$/i.test(inner.text))
      literals.push(inner.text);
    else if (ts.isNumericLiteral(inner)) literals.push(inner.text);
    else if (ts.isTemplateExpression(inner)) {
      // What is filled in says nothing of who is asked for; a text of which nothing else is written may be anything.
      const written = [inner.head, ...inner.templateSpans.map((span) => span.literal)]
        .map(({ text }) => text)
        .join('…');
      if (/[a-z]{3}/i.test(written)) literals.push(written);
      else foreign = true;
      return false;
    } else if (ts.isPropertyAccessExpression(inner) || ts.isIdentifier(inner)) {
      const text = constantOf(context, { ...owner, node: inner });
      if (text !== undefined) {
        literals.push(text);
        return false;
      }
      if (ts.isPropertyAccessExpression(inner) && /^[A-Z][A-Z_]+$/.test(inner.name.text))
        literals.push(inner.name.text);
    }
    return true;
  };
  for (const value of filledBefore(node)) walk(value, visit);
  walk(node, visit);
  const message = messageOfError(context, { ...owner, node });
  if (message !== undefined) literals.push(message);
  if (foreign || !literals.length) return undefined;
  const shown = literals.find((text) => /[a-z]{3}/i.test(text)) ?? literals[0]!;
  return { node, text: `"${shown.slice(0, 40)}"`, key: literals.join('|') };
}

/** That an action gives back nothing is an answer too, where all others say something. */
function silence(context: FileContext, owner: Owner, exit: ts.Node): Answer | undefined {
  if (!ts.isReturnStatement(exit) || (exit.expression && !isNullish(exit.expression))) return undefined;
  const { parent } = exit;
  // What stands before it may have told already.
  const isAlone = ts.isBlock(parent) ? parent.statements.length === 1 : ts.isIfStatement(parent);
  const isAction = context.roles.entryOf(owner)?.kind === 'action';
  return isAlone && isAction ? { node: exit, text: 'nothing', key: '' } : undefined;
}

/** What the statements right before an answer put into what it gives: `result.error = 'No such user'; return result;` */
function filledBefore(exit: ts.Node): readonly ts.Expression[] {
  const statement = ts.isStatement(exit) ? exit : statementOf(exit);
  const block = statement?.parent;
  if (!statement || !block || !ts.isBlock(block)) return [];
  const names = new Set<string>();
  walk(exit, (inner) => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    return !ts.isFunctionLike(inner);
  });
  const found: ts.Expression[] = [];
  for (const before of block.statements) {
    if (before === statement) break;
    const assignment = ts.isExpressionStatement(before) ? unwrap(before.expression) : undefined;
    if (!assignment || !ts.isBinaryExpression(assignment)) continue;
    if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
    let target: ts.Node = unwrap(assignment.left);
    while (ts.isPropertyAccessExpression(target)) target = unwrap(target.expression);
    if (ts.isIdentifier(target) && names.has(target.text)) found.push(assignment.right);
  }
  return found;
}

/** The message that an own class of errors always has: `super('No such user')`. */
function messageOfError(context: FileContext, exit: Ref): string | undefined {
  const { node } = exit;
  const made = ts.isThrowStatement(node) ? unwrap(node.expression) : undefined;
  if (!made || !ts.isNewExpression(made) || made.arguments?.length) return undefined;
  let named: string | undefined;
  for (const { ref, path } of context.values.roots({ ...exit, node: made.expression })) {
    if (path.length || !ts.isClassLike(ref.node)) continue;
    const maker = ref.node.members.find(ts.isConstructorDeclaration);
    let message: string | undefined;
    if (maker?.body)
      walk(maker.body, (inner) => {
        if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.SuperKeyword)
          message ??= stringValue(inner.arguments[0]);
        return true;
      });
    if (message) return message;
    // What is made of it elsewhere goes by its class.
    named ??= ref.node.name?.text;
  }
  return named;
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
  // res.status(400).json(…); return;
  let answered: ts.Node | undefined;
  while (queue.length) {
    const point = queue.shift()!;
    const { syntax } = point;
    if (syntax && ts.isReturnStatement(syntax) && !syntax.expression && answered) return answered;
    if (syntax && (ts.isReturnStatement(syntax) || ts.isThrowStatement(syntax))) return syntax;
    if (syntax && ts.isCallExpression(syntax) && context.conditions.neverReturns({ node: syntax, file: owner.file }))
      return syntax;
    if (syntax && isAnswering(syntax)) answered = syntax;
    for (const edge of point.next) {
      if (edge.condition || edge.throws || seen.has(edge.to)) continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return undefined;
}

/** `res.status(404).json(…);` as a statement of its own. */
function isAnswering(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(unwrap(node.expression)) &&
    /^(?:json|send|sendStatus|end|render|redirect|jsonp)$/.test(
      calleeName(unwrap(node.expression) as ts.CallExpression) ?? '',
    )
  );
}

function login(
  context: FileContext,
  owner: Owner,
  accounts: readonly Value[],
  verifies: readonly ts.Node[],
): { missing: Answer; wrong: Answer; of: 'login' | 'unset' | 'state' | 'crash' } | undefined {
  const chosen = chosenMessage(context, owner, accounts, verifies);
  if (chosen) return { ...chosen, of: 'login' };
  const flow = context.conditions.flow(owner);
  const isAccount = (value: Value): boolean =>
    accounts.some((account) => sameRoot(value, account) && value.path.length < account.path.length);
  // What is thrown says nothing where all errors are answered alike.
  const levelled = isLevelledByCallers(context, owner);
  const told = (exit: ts.Node): Answer | undefined => {
    const clause = ts.isThrowStatement(exit) ? catchOf(exit) : undefined;
    if (ts.isThrowStatement(exit) && (clause ? isLevelling(clause) : levelled)) {
      const [only, ...others] = clause ? exitsOf(clause) : [];
      return only && !others.length ? answerOf(context, owner, only) : undefined;
    }
    return answerOf(context, owner, exit) ?? silence(context, owner, exit);
  };
  const isHash = (value: Value): boolean =>
    accounts.some((account) => sameRoot(value, account) && value.path.join('.') === account.path.join('.'));
  // Whoever gets in all the same is told nothing of others: a sign-up at the first login, an account without a password.
  const rights = flow.branches.filter(
    ({ edge: { condition } }) =>
      condition?.truth && comesFrom(context, { ...owner, node: condition.expression }, verifies),
  );
  const sessions = context.ops
    .sites(owner)
    .flatMap(({ op, at }) => (op.kind === 'lucia' && op.method === 'createSession' ? (flow.at(at) ?? []) : []));
  const isSuccess = (edge: FlowEdge, exit: ts.Node): boolean => {
    const point = flow.at(exit);
    return (
      !!point &&
      (rights.some((right) => flow.reaches(right.edge.to, point)) ||
        sessions.some((session) => flow.reaches(edge.to, session) && flow.reaches(session, point)))
    );
  };
  const checks = verifies.flatMap((verify) => flow.at(verify) ?? []);
  // Before the password is looked at, on the way to it.
  const isEarly = (from: FlowNode, exit: ts.Node): boolean => {
    const point = flow.at(exit);
    return (
      !!point &&
      checks.some((check) => flow.reaches(from, check)) &&
      !checks.some((check) => flow.reaches(check, point))
    );
  };
  let missing: Answer | undefined;
  let unset: Answer | undefined;
  let wrong: Answer | undefined;
  const states: Answer[] = [];
  for (const { from, edge } of flow.branches) {
    if (!edge.condition) continue;
    const ref: Ref<ts.Expression> = { ...owner, node: edge.condition.expression };
    const isMissing = saysMissing(context, { ...edge.condition, ref }, isAccount);
    const exit = firstExit(context, owner, edge.to);
    const answer = exit && told(exit);
    if (!answer || isSuccess(edge, exit)) continue;
    if (isMissing && !missing) missing = answer;
    // An account that only signs in with a provider is told from one that does not exist.
    else if (saysMissing(context, { ...edge.condition, ref }, isHash)) unset ??= answer;
    else if (!edge.condition.truth && comesFrom(context, ref, verifies)) wrong ??= answer;
    else if (isEarly(from, exit) && isOfAccount(context, ref, accounts) && !THROTTLED.test(answer.key))
      states.push(answer);
  }
  missing ??= thrownByLookup(context, owner, accounts, levelled);
  if (!wrong) return undefined;
  if (missing && !isSame(missing, wrong)) return { missing, wrong, of: 'login' };
  if (unset && !isSame(unset, wrong) && unset.node !== missing?.node) return { missing: unset, wrong, of: 'unset' };
  const state = states.find((answer) => !isSame(answer, wrong) && answer.node !== missing?.node);
  if (state) return { missing: state, wrong, of: 'state' };
  const thrown = thrownByRow(context, owner, verifies, levelled);
  return thrown && !isSame(thrown, wrong) ? { missing: thrown, wrong, of: 'crash' } : undefined;
}

/** The first row of a list that nobody has looked at: `verify(rows[0].hash, password)` throws for an unknown account. */
function thrownByRow(
  context: FileContext,
  owner: Owner,
  verifies: readonly ts.Node[],
  levelled: boolean,
): Answer | undefined {
  for (const { op, at, direct } of context.ops.sites(owner)) {
    if (op.kind !== 'verify' || !direct || !op.hash || !verifies.includes(at)) continue;
    const hash = unwrap((isSwapped(context, op) ? op.password! : op.hash).node);
    if (!ts.isPropertyAccessExpression(hash) || hash.questionDotToken || !isInside(hash, owner.node)) continue;
    const row = unwrap(hash.expression);
    if (!isUnseenRow(context, { ...owner, node: row })) continue;
    const clause = catchOf(hash);
    const [only, ...others] = clause ? exitsOf(clause) : [];
    if (others.length || (clause ? !only : levelled)) continue;
    const answer = only ? answerOf(context, owner, only) : { key: 'thrown' };
    if (answer) return { node: row, text: textOf(row).slice(0, 30), key: answer.key };
  }
  return undefined;
}

function isUnseenRow(context: FileContext, { node, file }: Ref): boolean {
  const isQueried = (list: ts.Node): boolean =>
    context.values
      .roots({ node: list, file })
      .some((value) => !value.path.length && readBehind(context, value) !== undefined);
  // `rows[0]`
  if (ts.isElementAccessExpression(node)) {
    const list = unwrap(node.expression);
    const binding = ts.isIdentifier(list) ? bindingOf(file, list) : undefined;
    return (
      !node.questionDotToken &&
      node.argumentExpression.getText() === '0' &&
      binding?.kind === 'const' &&
      isQueried(list) &&
      !binding.uses.some((use) => use.pos < node.end && asksForRow(use))
    );
  }
  // `const [row] = await …`
  const binding = ts.isIdentifier(node) ? bindingOf(file, node) : undefined;
  const element = binding?.declaration;
  if (binding?.kind !== 'const' || !element || !ts.isBindingElement(element) || element.initializer) return false;
  const { initializer } = ts.isVariableDeclaration(element.parent.parent) ? element.parent.parent : element;
  return (
    ts.isArrayBindingPattern(element.parent) &&
    element.parent.elements[0] === element &&
    !!initializer &&
    // A list with a name may have been counted before.
    !ts.isIdentifier(unwrap(initializer)) &&
    isQueried(initializer) &&
    binding.uses.every((use) => use.pos > node.pos || isReadThrough(use))
  );
}

/** `row.hash`, not `row?.hash`: what throws when there is no row. */
function isReadThrough(row: ts.Node): boolean {
  const { parent } = wrapped(row);
  return ts.isPropertyAccessExpression(parent) && unwrap(parent.expression) === row && !parent.questionDotToken;
}

/** Whether a use of a list asks if there is a row in it. That the list itself is there, `!rows`, is always so. */
function asksForRow(list: ts.Identifier): boolean {
  const { parent } = list;
  if (ts.isElementAccessExpression(parent) && parent.expression === list) return !isReadThrough(parent);
  return !(ts.isPrefixUnaryExpression(parent) || (ts.isIfStatement(parent) && parent.expression === list));
}

function isSame(one: Answer, other: Answer): boolean {
  return one.key === other.key || one.node === other.node;
}

/** That there were too many attempts is said for the account's sake. */
const THROTTLED = /\b429\b|too many|attempt|\block|throttl|try again|wait/i;

/** Whether a test looks at what the row of an account says, other than at its hash. */
function isOfAccount(context: FileContext, ref: Ref, accounts: readonly Value[]): boolean {
  let found = false;
  walk(ref.node, (node) => {
    if (found || ts.isFunctionLike(node)) return false;
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return true;
    found = context.values
      .roots({ ...ref, node })
      .some((value) =>
        accounts.some(
          (account) =>
            sameRoot(value, account) &&
            value.path.length === account.path.length &&
            value.path.join('.') !== account.path.join('.') &&
            value.path.slice(0, -1).join('.') === account.path.slice(0, -1).join('.'),
        ),
      );
    return !found && ts.isPropertyAccessExpression(node);
  });
  return found;
}

/** What a look-up of the project's own throws when there is no account. */
function thrownByLookup(
  context: FileContext,
  owner: Owner,
  accounts: readonly Value[],
  levelled: boolean,
): Answer | undefined {
  for (const { ref } of accounts) {
    if (!ts.isCallExpression(ref.node) || !isInside(ref.node, owner.node) || ref.file !== context.file) continue;
    const clause = catchOf(ref.node);
    if (clause ? isLevelling(clause) : levelled) continue;
    for (const target of context.values.targets(ref as Ref<ts.CallExpression>)) {
      const thrown = throwWhenMissing(context, target);
      const answer = thrown && answerOf(context, { ...target, node: target.node }, thrown.node);
      if (answer) return { ...answer, node: ref.node };
    }
  }
  return undefined;
}

/** One answer for both whose message is chosen by whether there is an account: `user ? 'Wrong password' : 'No such user'`. */
function chosenMessage(
  context: FileContext,
  owner: Owner,
  accounts: readonly Value[],
  verifies: readonly ts.Node[],
): { missing: Answer; wrong: Answer } | undefined {
  const flow = context.conditions.flow(owner);
  for (const { edge } of flow.branches) {
    const { condition } = edge;
    const choice = condition && conditionalOf(condition.expression);
    if (!condition || !choice) continue;
    const fact = { ref: { ...owner, node: condition.expression }, truth: condition.truth };
    const isMissing = saysMissing(context, fact, (value) =>
      accounts.some((account) => sameRoot(value, account) && value.path.length < account.path.length),
    );
    if (!isMissing) continue;
    const chosenAt = statementOf(choice);
    const use = answeredName(owner, choice);
    const exit = use ? statementOf(use) : chosenAt;
    const point = exit && flow.at(exit);
    // After the verify: the answer to a wrong password as well.
    const isLate = verifies.some((verify) => {
      const from = flow.at(verify);
      return !!from && !!point && flow.reaches(from, point);
    });
    // Where the password was right, the account is there.
    const isLogin =
      !!exit &&
      context.conditions
        .known({ ...owner, node: exit })
        .some((fact) => fact.truth && ts.isExpression(fact.ref.node) && comesFrom(context, fact.ref, verifies));
    if (!exit || !isLate || isLogin || !(ts.isReturnStatement(exit) || ts.isThrowStatement(exit) || isAnswering(exit)))
      continue;
    const isFirst = (chosenAt && flow.at(chosenAt) === edge.to) || flow.at(choice.whenTrue) === edge.to;
    const here = isFirst ? choice.whenTrue : choice.whenFalse;
    const [missing, wrong] = [here, here === choice.whenTrue ? choice.whenFalse : choice.whenTrue].map((part) => {
      const text = use ? textBehind(context, owner, use, part) : part;
      return text && answerOf(context, owner, text);
    });
    if (missing && wrong && missing.key !== wrong.key)
      return { missing: { ...missing, node: exit }, wrong: { ...wrong, node: choice } };
  }
  return undefined;
}

/** Where a text that was chosen before is answered: `const problem = row ? … : …; return json({ error: problem })`. */
function answeredName(owner: Owner, choice: ts.ConditionalExpression): ts.Identifier | undefined {
  const declaration = wrapped(choice).parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const binding = bindingOf(owner.file, declaration.name);
  return binding?.kind === 'const'
    ? binding.uses.find((use) => {
        const statement = statementOf(use);
        return !!statement && (ts.isReturnStatement(statement) || isAnswering(statement));
      })
    : undefined;
}

/** What a chosen text comes to where it is answered: itself, or what a table has under it. */
function textBehind(
  context: FileContext,
  owner: Owner,
  use: ts.Identifier,
  chosen: ts.Expression,
): ts.Node | undefined {
  const access = use.parent;
  if (!ts.isElementAccessExpression(access) || access.argumentExpression !== use) return chosen;
  const key = stringValue(unwrap(chosen));
  const [only, ...others] = context.values.roots({ ...owner, node: access.expression });
  const table = only && !others.length && !only.path.length ? only.ref : undefined;
  return key !== undefined && table?.file === owner.file && ts.isObjectLiteralExpression(table.node)
    ? propertyOf(table.node, key)
    : undefined;
}

function conditionalOf(test: ts.Expression): ts.ConditionalExpression | undefined {
  let current: ts.Node = test;
  while (
    ts.isParenthesizedExpression(current.parent) ||
    (ts.isPrefixUnaryExpression(current.parent) && current.parent.operator === ts.SyntaxKind.ExclamationToken)
  )
    current = current.parent;
  const { parent } = current;
  return ts.isConditionalExpression(parent) && parent.condition === current ? parent : undefined;
}

/** Whether a condition is a verify's result. */
function comesFrom(context: FileContext, ref: Ref, verifies: readonly ts.Node[]): boolean {
  return context.values
    .roots({ ...ref, node: unwrap(ref.node) })
    .some((value) => verifies.some((call) => call === value.ref.node));
}

const RESET = /reset|forg[eo]t|recover/i;
/** Where people sign in by what is sent to them: a code, a link. */
const BY_MAIL = /(?:log|sign)_?-?in|otp|magic|passwordless/i;
const CONFIRMS = /verif|confirm|regist|sign_?up|resend/i;
/** Tables of what is mailed to sign in with. */
const ONE_TIME = /verif|magic|otp|one_?time|(?:login|email|sign_?in)_?(?:code|token|link)/i;

/** Where a reset, or a code to sign in, is asked for or completed, by its route or name: a handler, or what a handler calls for it. */
function isResetPlace(context: FileContext, owner: Owner): boolean {
  if (ts.isSourceFile(owner.node)) return false;
  const entry = context.roles.entryOf(owner);
  const called = `${entry?.route ?? ''} ${nameOfFunction(owner.node)?.text ?? ''}`;
  const sites = context.ops.sites(owner);
  const calls = context.ops.callsIn(owner.file, owner.node);
  // What is kept for a reset, or for whoever signs in by a code, says as much as a name.
  const keeps = (table: RegExp): boolean =>
    sites.some(({ op }) => op.kind === 'database' && op.verb === 'insert' && table.test(op.tableName ?? ''));
  const isByMail = (): boolean =>
    BY_MAIL.test(called) &&
    (keeps(ONE_TIME) ||
      (!CONFIRMS.test(called) &&
        calls.some((node) => /^send(?!Status$|File$|Redirect$|Error$)\w/.test(calleeName(node) ?? ''))));
  if (!RESET.test(called) && !keeps(RESET) && !isByMail()) return false;
  return (
    sites.some((site) => site.op.kind === 'database' && (site.op.verb === 'read' || site.op.verb === 'update')) ||
    // A service that the handler is given.
    calls.some((node) => ts.isCallExpression(node) && isNamedLookup(node))
  );
}

interface Told {
  readonly answer: Answer;
  readonly accounts: readonly Value[];
}

function reset(context: FileContext, owner: Owner): Told | undefined {
  const flow = context.conditions.flow(owner);
  const last = lastAnswer(owner);
  const isEntry = !!context.roles.entryOf(owner);
  for (const { from, edge } of flow.branches) {
    if (!edge.condition) continue;
    const fact = { ref: { ...owner, node: edge.condition.expression }, truth: edge.condition.truth };
    const test = context.roles.missing(fact) ?? otherThan(context, fact);
    if (!test?.missing || !test.values.some((value) => isResetAccount(context, owner, value))) continue;
    const exit = firstExit(context, owner, edge.to);
    const answer = exit && answerOf(context, owner, exit);
    if (!answer || isGuarded(context, { ...owner, node: exit })) continue;
    const isOther = !!last && last !== exit && isOtherObject(exit, last);
    if (isNeutral(answer) && !(last && last !== exit && (isOther || isReworded(context, owner, exit, last)))) continue;
    if (ts.isThrowStatement(exit) && catchOf(exit) && isLevelling(catchOf(exit)!)) continue;
    const otherwise = from.next.filter((next) => next !== edge && !next.throws);
    // `!user || !user.verified` goes to the same branch.
    const others = answersFrom(
      context,
      owner,
      otherwise.map((next) => next.to),
      edge.to,
    );
    if (others.includes(exit)) continue;
    if (last && last !== exit) others.push(last);
    if (!isOther && others.some((other) => answerOf(context, owner, other)?.key === answer.key)) continue;
    if (!isEntry && !isLetOut(context, owner as FunctionRef, ts.isThrowStatement(exit), 0)) continue;
    return { answer, accounts: test.values };
  }
  return undefined;
}

/**
 * Who is not known is answered as if the mail had been sent, and an account that cannot be helped, like one that is disabled,
 * gets a refusal: whoever sees that knows that it is there.
 */
function stateOfReset(context: FileContext, owner: Owner): Told | undefined {
  if (!context.roles.entryOf(owner) || context.ops.sites(owner).some(({ op }) => op.kind === 'hash')) return undefined;
  const accounts: Value[] = [];
  const told: { readonly test: Ref<ts.Expression>; readonly answer: Answer }[] = [];
  for (const { edge } of context.conditions.flow(owner).branches) {
    const exit = edge.condition && firstExit(context, owner, edge.to);
    if (!edge.condition || !exit || isGuarded(context, { ...owner, node: exit })) continue;
    const test = { ...owner, node: edge.condition.expression };
    const missing = context.roles.missing({ ref: test, truth: edge.condition.truth });
    const statement = ts.isStatement(exit) ? exit : statementOf(exit);
    const isOfNobody =
      !!missing?.missing && missing.values.some((value) => isResetAccount(context, owner, { ...value, path: [] }));
    const answer = answerOf(context, owner, exit);
    if (!statement || !answer) continue;
    if (isOfNobody && missing.values.every(({ path }) => path.every((step) => /^\d+$/.test(step)))) {
      if (isRefusal(statement)) return undefined;
      accounts.push(...missing.values);
    } else if (isRefusal(statement) && !THROTTLED.test(answer.key)) told.push({ test, answer });
  }
  const found = told.find(({ test }) => tellsState(context, test, accounts));
  return found && { answer: found.answer, accounts };
}

/** Whether a test asks for what a row says, other than how long ago something was. */
function tellsState(context: FileContext, test: Ref, rows: readonly Value[]): boolean {
  let tells = false;
  let isOfTime = false;
  walk(test.node, (node) => {
    if (ts.isBinaryExpression(node)) isOfTime ||= /^[<>]=?$/.test(node.operatorToken.getText());
    if (ts.isPropertyAccessExpression(node))
      tells ||= context.values
        .roots({ ...test, node })
        .some((value) => rows.some((row) => sameRoot(value, row) && value.path.length > row.path.length));
    return !ts.isFunctionLike(node);
  });
  return tells && !isOfTime;
}

/** `account?.kind !== 'editor'` holds for an account that is not there as well. */
function otherThan(
  context: FileContext,
  { ref, truth }: Fact,
): { values: readonly Value[]; missing: true } | undefined {
  const test = unwrap(ref.node);
  if (!ts.isBinaryExpression(test) || isEquality(test.operatorToken.kind) !== (truth ? 'unequal' : 'equal'))
    return undefined;
  const [one, other] = [unwrap(test.left), unwrap(test.right)];
  const isOptional = ts.isPropertyAccessExpression(one) && !!one.questionDotToken;
  return isOptional && (ts.isLiteralExpression(other) || other.kind === ts.SyntaxKind.TrueKeyword)
    ? { values: context.values.roots({ ...ref, node: one.expression }), missing: true }
    : undefined;
}

function isNeutral(answer: Answer): boolean {
  return /sent|if (?:an?|the|that|your)|check your|log-?in|sign-?in/i.test(answer.key);
}

/** Whether two answers promise the mail alike, but in other words: who compares them knows which is which. */
function isReworded(context: FileContext, owner: Owner, exit: ts.Node, last: ts.Node): boolean {
  const [one, other] = [exit, last].map((node) => answerOf(context, owner, node));
  const [shape, same] = [exit, last].map((node) => shapeOf(node));
  const said = (answer: Answer | undefined): string => answer?.key.toLowerCase().replace(/[^a-z0-9|]/g, '') ?? '';
  return !!one && !!other && isNeutral(other) && !!shape && shape === same && said(one) !== said(other);
}

/** Whether the answer at the end, where all went well, is an object with other keys, flags or another status. */
function isOtherObject(exit: ts.Node, last: ts.Statement): boolean {
  const [one, other] = [exit, last].map((node) => outlineOf(node));
  return !!one && !!other && !isRefusal(last) && !/\berrors?\b/.test(other) && one !== other;
}

/** The keys, flags and numbers of an object that is answered with. */
function outlineOf(exit: ts.Node): string | undefined {
  const parts: string[] = [];
  let object: ts.ObjectLiteralExpression | undefined;
  walk(exit, (node) => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isObjectLiteralExpression(node)) object ??= node;
    if (ts.isSpreadAssignment(node)) parts.push('...');
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) parts.push(textOf(node.name));
    if (
      ts.isNumericLiteral(node) ||
      node.kind === ts.SyntaxKind.TrueKeyword ||
      node.kind === ts.SyntaxKind.FalseKeyword
    )
      parts.push(textOf(node));
    return true;
  });
  return object && !parts.includes('...') ? parts.sort().join(' ') : undefined;
}

/** An answer without its texts: what is called or made, with which keys. */
function shapeOf(node: ts.Node): string | undefined {
  const given = ts.isReturnStatement(node) ? node.expression : undefined;
  if (!given) return undefined;
  let text = '';
  let texts = 0;
  walk(given, (inner) => {
    if (ts.isTemplateExpression(inner)) texts = 2;
    if (ts.isStringLiteralLike(inner)) texts++;
    text += ts.isStringLiteralLike(inner) ? '""' : inner.getChildCount() ? '(' : inner.getText();
  });
  return texts === 1 ? text : undefined;
}

/** The answers that follow where nothing is thrown. */
function answersFrom(context: FileContext, owner: Owner, starts: readonly FlowNode[], avoid?: FlowNode): ts.Node[] {
  const seen = new Set(starts);
  const found: ts.Node[] = [];
  for (const point of seen) {
    const { syntax } = point;
    if (syntax && (ts.isReturnStatement(syntax) || isAnswering(syntax))) found.push(syntax);
    if (syntax && ts.isCallExpression(syntax) && context.conditions.neverReturns({ node: syntax, file: owner.file })) {
      found.push(syntax);
      continue;
    }
    if (syntax && ts.isThrowStatement(syntax)) continue;
    for (const next of point.next) if (!next.throws && next.to !== avoid) seen.add(next.to);
  }
  return found;
}

/** The account whose password is to be reset, found by what its owner types. */
function isResetAccount(context: FileContext, owner: Owner, value: Value): boolean {
  // What a helper says that went wrong is no account.
  if (value.path.length > 1 || /^(?:errors?|message|ok|success)$/i.test(value.path[0] ?? '')) return false;
  if (isByToken(context, value)) return false;
  const read = readBehind(context, value) ?? lookedUp(context, value);
  // The account that gets the token, as the update of its row hands it back.
  const op = read ?? rowsBehind(context, value);
  if (!op || isOwnAccount(context, value)) return false;
  const written = op.sql ?? (op.filter ?? []).map((part) => part.node.getText()).join(' ');
  // A table of settings for mails has no account: it is the column that counts.
  const filter = op.tableName ? written.replaceAll(`${op.tableName}.`, '') : written;
  // Whoever has the row of a token is told of its owner what they like.
  const others = read ? rowsThatFind(context, value).filter(({ ref }) => ref.node !== value.ref.node) : [];
  if (others.length && !others.some((other) => isResetAccount(context, owner, { ...other, path: [] }))) return false;
  const completes = context.ops.sites(owner).some((site) => site.op.kind === 'hash');
  // Whoever completes a reset has a token, and is told of it what they like: only what anybody knows of others says more.
  const isOfUsers = !!read && /user|account|member/i.test(op.tableName ?? '');
  if (completes)
    return (
      /e_?mail|user_?name/i.test(`${filter} ${calleeName(value.ref.node as CallLike) ?? ''}`) ||
      (isOfUsers && filter !== '' && !/token|code|otp|hash|secret|key|verif|(?:\b|_)id\b|Id\b/i.test(filter))
    );
  if (isOfUsers) return true;
  return /e_?mail/i.test(filter) && !/token|code|reset|verif/i.test(`${op.tableName ?? ''} ${filter}`);
}

/** `getUser(await validateResetToken(token))`: whoever holds the token is its owner. */
function isByToken(context: FileContext, value: Value): boolean {
  const { node } = value.ref;
  if (!ts.isCallExpression(node)) return false;
  const isOfToken = (ref: Ref): boolean =>
    context.values
      .roots(ref)
      .some(
        (root) =>
          ts.isCallExpression(root.ref.node) &&
          root.ref.node !== node &&
          /token|(?<!de|en)code|otp/i.test(calleeName(root.ref.node) ?? '') &&
          root.ref.node.arguments.length > 0,
      );
  if (node.arguments.some((argument) => isOfToken({ ...value.ref, node: argument }))) return true;
  // `eq(people.email, claims.email)` with claims of `verifyToken(token)`.
  return (readBehind(context, value)?.filter ?? []).some((filter) => {
    let isOf = false;
    walk(filter.node, (part) => {
      if (ts.isIdentifier(part) || ts.isPropertyAccessExpression(part)) isOf ||= isOfToken({ ...filter, node: part });
      return !isOf;
    });
    return isOf;
  });
}

/** A look-up that throws when it finds nobody, and an answer to that which says so. */
function throwingReset(context: FileContext, owner: Owner): Told | undefined {
  if (!context.roles.entryOf(owner)) return undefined;
  for (const node of context.ops.callsIn(owner.file, owner.node)) {
    if (!ts.isCallExpression(node)) continue;
    const value: Value = { ref: { ...owner, node }, path: [] };
    const targets = context.values.targets(value.ref as Ref<ts.CallExpression>);
    const isOwn = targets.some((target) => RESET.test(nameOfFunction(target.node)?.text ?? ''));
    const thrown = targets.map((target) => throwWhenMissing(context, target)).find((found) => found !== undefined);
    const throws = /Or(?:Throw|Fail)$|ThrowError$/.test(calleeName(node) ?? '') || thrown;
    if (isOwn || !throws || !isResetAccount(context, owner, value) || isGuarded(context, value.ref)) continue;
    const clause = catchOf(node);
    const others = answersFrom(
      context,
      owner,
      [context.conditions.flow(owner).at(node)].filter((at) => !!at),
    );
    const told = clause
      ? exitsOf(clause).map((exit) => answerOf(context, owner, exit))
      : [thrown && answerOf(context, ownerAt(context, thrown), thrown.node)];
    const [answer] = told;
    if (!answer || told.some((one) => !one || others.some((other) => answerOf(context, owner, other)?.key === one.key)))
      continue;
    if (isNeutral(answer) || !/e-?mail|user|account|address|exist|not[ _]?found/i.test(answer.key)) continue;
    return { answer: clause ? answer : { ...answer, node }, accounts: [value] };
  }
  return undefined;
}

function ownerAt(context: FileContext, ref: Ref): Owner {
  return context.conditions.ownerOf(ref);
}

function exitsOf(clause: ts.CatchClause): readonly ts.Node[] {
  const found: ts.Node[] = [];
  walk(clause.block, (node) => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) found.push(node);
    else if (isAnswering(node)) found.push(node);
    return true;
  });
  return found;
}

/** Whether a handler passes on what a function that it calls throws, or returns, for an unknown account. */
function isLetOut(context: FileContext, fn: FunctionRef, throws: boolean, depth: number): boolean {
  return context.roles.callersOf(fn).some((call) => {
    const around = enclosingFunction(call.node);
    if (!around || isGuarded(context, call)) return false;
    const caller: FunctionRef = { node: around, file: call.file };
    if (throws) {
      const clause = catchOf(call.node);
      if (clause) return !isLevelling(clause) && !!context.roles.entryOf(caller);
    } else if (!isAnsweredWith(call.node)) return false;
    return !!context.roles.entryOf(caller) || (depth < 2 && isLetOut(context, caller, throws, depth + 1));
  });
}

/** Whether what a call gives is returned, or decides what is. */
function isAnsweredWith(call: ts.Node): boolean {
  const outer = wrapped(call);
  const { parent } = outer;
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return true;
  if (ts.isCallExpression(parent)) return isAnsweredWith(parent);
  if (!ts.isVariableDeclaration(parent)) return false;
  const names = new Set<string>();
  walk(parent.name, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
  });
  const speaks = (node: ts.Node): boolean => {
    let found = false;
    walk(node, (inner) => {
      if (ts.isIdentifier(inner) && names.has(inner.text)) found = true;
      return !found;
    });
    return found;
  };
  let answers = false;
  const fn = enclosingFunction(call);
  if (fn?.body)
    walk(fn.body, (node) => {
      if (answers) return false;
      if ((ts.isReturnStatement(node) && node.expression) || isAnswering(node)) answers = speaks(node);
      else if (ts.isIfStatement(node)) answers = speaks(node.expression);
      // const response = Response.json(result.body); … return response;
      else if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node !== parent) {
        const made = node.initializer && unwrap(node.initializer);
        const isMade = !!made && (ts.isCallExpression(made) || ts.isNewExpression(made));
        if (isMade && made.arguments?.some((argument) => speaks(argument))) names.add(node.name.text);
      }
      return !answers;
    });
  return answers;
}

/** An own look-up helper. */
function lookedUp(
  context: FileContext,
  value: Value,
): (Pick<DatabaseOp, 'tableName'> & Partial<Pick<DatabaseOp, 'sql' | 'filter'>>) | undefined {
  const { node } = value.ref;
  if (!ts.isCallExpression(node)) return undefined;
  for (const target of context.values.targets(value.ref as Ref<ts.CallExpression>)) {
    for (const site of context.ops.sites({ node: target.node, file: target.file }))
      if (site.op.kind === 'database' && site.op.verb === 'read') return site.op;
  }
  return isNamedLookup(node) ? { tableName: 'user' } : undefined;
}

/** A look-up of accounts by its name, where what it does is not seen: `users.findByEmail(…)`. */
function isNamedLookup(node: ts.CallExpression): boolean {
  const name = calleeName(node) ?? '';
  if (!/find|get|by/i.test(name)) return false;
  return (
    /user|account/i.test(name) || (/by_?e_?mail/i.test(name) && /user|account|member/i.test(textOf(node.expression)))
  );
}
