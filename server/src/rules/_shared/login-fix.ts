import type { FileContext } from '../../core/context';
import { freshName, inFile, insertAt, replaceNode } from '../../core/edit';
import type { Owner, Site } from '../../core/ops';
import type { Fix } from '../../core/rule';
import { argumentsOf, isInside, memberOf, textOf, ts, unwrap, walk } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { codeStyleOf, indentAt } from '../../core/text';
import { sameRoot } from '../../core/values';
import type { Value } from '../../core/values';
import { dummyHash } from './hashes';
import { argon2Parameters, bcryptCost, projectHashes } from './parameters';

/** A login that leaves without password work when the account is missing. */
export interface LoginLeak {
  readonly owner: Owner;
  readonly account: Value;
  readonly verify: Site;
  readonly exit: ts.Node;
  /** The test for the missing account; undefined when the look-up itself throws. */
  readonly condition: ts.Expression | undefined;
}

/**
 * Rewrites a login so that one verify runs on every path, against a dummy hash of the same cost when there is no account.
 * Nothing is offered where the verify depends on what happens between the test and it.
 */
export function constantTimeFix(leak: LoginLeak, context: FileContext): readonly Fix[] {
  const edits = rewrite(leak, context);
  return edits
    ? [
        {
          title: 'Verify a dummy hash when the account is missing',
          kind: 'suggested',
          edits: () => inFile(context.file, ...edits),
        },
      ]
    : [];
}

function rewrite(leak: LoginLeak, context: FileContext): readonly TextEdit[] | undefined {
  const { condition, verify } = leak;
  if (!condition || leak.owner.file !== context.file || verify.op.kind !== 'verify') return undefined;
  const hash = hashArgument(leak, context);
  const placeholder = placeholderFor(leak, context);
  if (!hash || !placeholder) return undefined;
  const { file } = context;
  const style = codeStyleOf(file.text);
  const call = verify.at;
  const whole = ts.isAwaitExpression(call.parent) ? call.parent : call;
  const constant = freshName(file, 'DUMMY_HASH');
  const member = memberOf(hash);
  if (!member) return undefined;
  const optional = `${textOf(unwrap(member.object))}?.${ts.isPropertyAccessExpression(hash) ? hash.name.text : textOf(hash).slice(textOf(member.object).length).replace(/^\?\./, '')}`;
  const verified = textOf(whole).replace(textOf(hash), () => `${optional} || ${constant}`);
  const declare = declareConstant(leak, context, constant, placeholder);
  if (!declare) return undefined;

  // user ? await verify(user.hash, password) : false
  const conditional = enclosing(condition, ts.isConditionalExpression);
  if (conditional && isInside(call, conditional.whenTrue)) {
    return isPlainFalse(conditional.whenFalse) ? [declare, replaceNode(conditional, verified)] : undefined;
  }
  const test = statementIn(condition);
  if (!test || !ts.isIfStatement(test) || !isInside(condition, test.expression)) return undefined;
  const statement = statementIn(call);
  if (!statement || !ts.isBlock(test.parent) || (statement.parent !== test.parent && statement !== test))
    return undefined;
  if (usesBetween(context, test, statement, whole)) return undefined;
  const indent = indentAt(file.text, test.getStart());
  const semicolon = style.semicolon ? ';' : '';
  const start = test.getStart();
  // const valid = await verify(user.hash, password): the whole statement moves up.
  if (
    statement !== test &&
    ts.isVariableStatement(statement) &&
    unwrap(statement.declarationList.declarations[0]?.initializer ?? statement, false) === whole
  ) {
    const moved = textOf(statement).replace(textOf(whole), () => verified);
    return [declare, insertAt(start, `${moved}${style.lineEnd}${indent}`), removeLine(file.text, statement)];
  }
  const result = freshName(file, 'validPassword');
  return [
    declare,
    insertAt(start, `const ${result} = ${verified}${semicolon}${style.lineEnd}${indent}`),
    replaceNode(parenthesized(whole), result),
  ];
}

/** The parentheses around an awaited call go with it: `!(await verify(…))` becomes `!valid`. */
function parenthesized(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? node.parent : node;
}

/** The expression `account.hash` among the arguments of the verify (or of the helper that verifies). */
function hashArgument(leak: LoginLeak, context: FileContext): ts.Expression | undefined {
  for (const argument of argumentsOf(leak.verify.at)) {
    const inner = unwrap(argument) as ts.Expression;
    if (!memberOf(inner)) continue;
    const values = context.values.roots({ ...leak.owner, node: inner });
    if (values.some((value) => sameRoot(value, leak.account) && value.path.length === leak.account.path.length))
      return inner;
  }
  return undefined;
}

function placeholderFor(leak: LoginLeak, context: FileContext): string | undefined {
  const { op } = leak.verify;
  if (op.kind !== 'verify') return undefined;
  const same = projectHashes(context).filter((hash) => hash.scheme === op.scheme);
  if (op.scheme === 'argon2') {
    const set = same.map((hash) => argon2Parameters(context, hash)).find((found) => found !== undefined);
    return dummyHash('argon2', set ?? argon2Parameters(context, { ...op, options: undefined }));
  }
  if (op.scheme === 'bcrypt') {
    const cost = same.map((hash) => bcryptCost(context, hash)).find((found) => found !== undefined);
    return dummyHash('bcrypt', cost === undefined ? {} : { cost });
  }
  // Own formats over scrypt and pbkdf2 are not known.
  return op.library === 'lucia' || op.library === 'oslo/password' ? dummyHash('scrypt') : undefined;
}

/** The constant stands before the top-level statement that holds the login. */
function declareConstant(leak: LoginLeak, context: FileContext, name: string, value: string): TextEdit | undefined {
  const { file } = context;
  const style = codeStyleOf(file.text);
  let top: ts.Node = leak.verify.at;
  while (top.parent && !ts.isSourceFile(top.parent)) top = top.parent;
  if (!ts.isStatement(top)) return undefined;
  const comment =
    '// A hash that no password matches, at the cost of a real one: logins take the same time whether or not the account exists.';
  const line = `const ${name} = ${style.quote}${value}${style.quote}${style.semicolon ? ';' : ''}`;
  return insertAt(
    top.getFullStart() + leadingGap(file.text, top),
    `${comment}${style.lineEnd}${line}${style.lineEnd}${style.lineEnd}`,
  );
}

/** Length of the white space before a statement's own comments. */
function leadingGap(text: string, node: ts.Node): number {
  const full = text.slice(node.getFullStart(), node.end);
  return /^\s*/.exec(full)![0].length;
}

function enclosing<T extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is T): T | undefined {
  let current: ts.Node | undefined = node.parent;
  while (current && !ts.isStatement(current)) {
    if (is(current)) return current;
    current = current.parent as ts.Node | undefined;
  }
  return undefined;
}

function statementIn(node: ts.Node): ts.Statement | undefined {
  let current: ts.Node | undefined = node;
  while (current) {
    if (ts.isStatement(current) && !ts.isBlock(current)) return current;
    current = current.parent as ts.Node | undefined;
  }
  return undefined;
}

function isPlainFalse(node: ts.Expression): boolean {
  const kind = unwrap(node).kind;
  return kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.NullKeyword;
}

/** Whether the verify needs something that is declared or changed after the test. */
function usesBetween(context: FileContext, test: ts.Statement, statement: ts.Statement, whole: ts.Node): boolean {
  if (statement === test) return false;
  let uses = false;
  walk(whole, (node) => {
    if (!ts.isIdentifier(node)) return true;
    const declaration = context.file.bindings.get(node)?.declaration;
    if (declaration && declaration.pos > test.pos && declaration.pos < statement.end && !isInside(declaration, whole))
      uses = true;
    return true;
  });
  return uses;
}

function removeLine(text: string, node: ts.Node): TextEdit {
  const start = node.getStart();
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const tail = /^[ \t]*\r?\n/.exec(text.slice(node.end));
  if (text.slice(lineStart, start).trim() === '' && tail)
    return { start: lineStart, end: node.end + tail[0].length, newText: '' };
  return { start, end: node.end, newText: '' };
}
