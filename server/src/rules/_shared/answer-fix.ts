import type { FileContext } from '../../core/context';
import { inFile, replaceNode } from '../../core/edit';
import type { Owner } from '../../core/ops';
import type { Fix } from '../../core/rule';
import {
  calleeName,
  isFunctionNode,
  isInside,
  memberOf,
  statementOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { indentAt } from '../../core/text';
import { sameRoot } from '../../core/values';
import type { Value } from '../../core/values';

/** Two answers of a handler that should be one. */
export interface TellingAnswer {
  readonly owner: Owner;
  /** What an unknown account is answered with. */
  readonly missing: ts.Node;
  /** For a login: what a wrong password is answered with. Otherwise the handler's last answer counts. */
  readonly wrong?: ts.Node;
  readonly accounts: readonly Value[];
}

/** Gives the answer for an unknown account the text of the other one. */
export function sameAnswerFix(telling: TellingAnswer, context: FileContext): readonly Fix[] {
  const { owner, missing, wrong } = telling;
  const from = answerStatement(missing);
  const to = wrong ? answerStatement(wrong) : lastAnswer(owner);
  if (owner.file !== context.file || !from || !to || from === to || !isUsable(context, to, from, telling)) return [];
  if (!wrong && isRefusal(to)) return [];
  const text = sameForm(from, to);
  // Where what is answered was filled before, the answers themselves may read alike.
  if (text === undefined || text === textOf(from)) return [];
  const neutral = wrong && neutralMessage(owner, to);
  const title = !wrong
    ? 'Answer as if the mail had been sent'
    : neutral
      ? `Answer both with "${neutral.text}"`
      : 'Answer both as a wrong password is answered';
  const answer = neutral ? withMessage(text, to, neutral) : text;
  const edits: TextEdit[] = [replaceNode(from, indented(context, answer, from, to))];
  if (neutral) edits.push(replaceNode(neutral.literal, neutral.code));
  return [{ title, kind: 'suggested', edits: () => inFile(context.file, ...edits) }];
}

/** The statement that is nothing but an answer. */
function answerStatement(node: ts.Node): ts.Statement | undefined {
  const statement = ts.isStatement(node) ? node : statementOf(node);
  if (!statement) return undefined;
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return statement;
  return ts.isExpressionStatement(statement) && unwrap(statement.expression) === node ? statement : undefined;
}

/** The last statement of a handler, when it answers. */
export function lastAnswer({ node }: Owner): ts.Statement | undefined {
  const body = isFunctionNode(node) ? node.body : undefined;
  if (!body || !ts.isBlock(body)) return undefined;
  const last = body.statements[body.statements.length - 1];
  return last && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isExpressionStatement(last))
    ? last
    : undefined;
}

/** An answer that something went wrong. */
export function isRefusal(statement: ts.Statement): boolean {
  let refuses = ts.isThrowStatement(statement);
  walk(statement, (node) => {
    if (ts.isNumericLiteral(node) && Number(node.text) >= 400) refuses = true;
    if (ts.isCallExpression(node) && /^(?:fail|error|createError|abort)$/.test(calleeName(node) ?? '')) refuses = true;
  });
  return refuses;
}

/** The lines of a statement at the depth of another one. */
function indented(context: FileContext, text: string, from: ts.Statement, to: ts.Statement): string {
  const [here, there] = [from, to].map((statement) => indentAt(context.file.text, statement.getStart()));
  return /`/.test(text) ? text : text.replaceAll(`\n${there!}`, `\n${here!}`);
}

/** The text of a statement, in the form of another one: `return res.json(…)` where the handler must end. */
function sameForm(from: ts.Statement, to: ts.Statement): string | undefined {
  if (from.kind === to.kind) return textOf(to);
  const ends = ts.isReturnStatement(from) ? from.expression : undefined;
  if (!ends || !ts.isExpressionStatement(to)) return undefined;
  const response = receiver(ends);
  return response !== undefined && receiver(to.expression) === response ? `return ${textOf(to)}` : undefined;
}

function receiver(node: ts.Expression): string | undefined {
  let current = unwrap(node);
  let calls = false;
  for (;;) {
    const member = memberOf(current);
    if (member) current = unwrap(member.object);
    else if (ts.isCallExpression(current)) {
      calls = true;
      current = unwrap(current.expression);
    } else return calls && ts.isIdentifier(current) ? current.text : undefined;
  }
}

/** Whether all names in a statement mean the same in the place of another one, where there is no account. */
function isUsable(context: FileContext, statement: ts.Statement, at: ts.Statement, telling: TellingAnswer): boolean {
  let usable = !/\/[/*]/.test(textOf(at).replace(/(['"`])(?:\\.|(?!\1).)*\1/g, ''));
  walk(statement, (node) => {
    if (isFunctionNode(node) || ts.isAwaitExpression(node)) usable = false;
    if (!usable || !ts.isIdentifier(node)) return usable;
    const declaration = context.file.bindings.get(node)?.declaration;
    if (!declaration || isInside(declaration, statement)) return true;
    let scope: ts.Node = declaration;
    while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !isFunctionNode(scope)) scope = scope.parent;
    if (!isInside(at, scope) || (!ts.isSourceFile(scope) && declaration.pos > at.pos)) usable = false;
    const values = context.values.roots(context.ref(node));
    if (values.some((value) => telling.accounts.some((account) => sameRoot(value, account)))) usable = false;
    return usable;
  });
  return usable;
}

interface Neutral {
  readonly literal: ts.StringLiteralLike;
  readonly text: string;
  readonly code: string;
}

/** A message that speaks of the password alone, and what says it of both. */
function neutralMessage(owner: Owner, statement: ts.Statement): Neutral | undefined {
  const messages: ts.StringLiteralLike[] = [];
  walk(statement, (node) => {
    if (ts.isStringLiteralLike(node) && /\w \w|^\w+!?$/.test(node.text) && /pass(?:word|phrase)/i.test(node.text))
      messages.push(node);
  });
  const [literal] = messages;
  if (!literal || messages.length !== 1 || !/ /.test(literal.text)) return undefined;
  const isEnglish =
    /^[\x20-\x7e]+$/.test(literal.text) && /\b(?:wrong|incorrect|invalid|bad|not|match|your)\b/i.test(literal.text);
  if (!isEnglish || /user|e-?mail|name|account|credential|login/i.test(literal.text)) return undefined;
  const code = textOf(owner.node);
  const what = /\busername\b/i.test(code) && !/\bemail\b/i.test(code) ? 'username' : 'email';
  const end = /\.$/.test(literal.text) ? '.' : '';
  const text = `Incorrect ${what} or password${end}`;
  const quote = textOf(literal)[0] ?? "'";
  return { literal, text, code: `${quote}${text}${quote}` };
}

function withMessage(text: string, statement: ts.Statement, { literal, code }: Neutral): string {
  const at = text.length - textOf(statement).length + literal.getStart() - statement.getStart();
  return text.slice(0, at) + code + text.slice(at + literal.end - literal.getStart());
}
