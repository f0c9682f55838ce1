import type { FileContext } from '../../core/context';
import { contextOf } from '../../core/context';
import { freshName, inFile, insertAt, replaceNode } from '../../core/edit';
import type { EntryPoint } from '../../core/framework';
import type { Fix } from '../../core/rule';
import { enclosingFunction, isFunctionNode, statementOf, textOf, ts, walk } from '../../core/syntax';
import type { FileEdit, TextEdit } from '../../core/text';
import { indentAt, restyle } from '../../core/text';
import { endingOf } from './handler-fix';
import type { Ending } from './handler-fix';
import { importOf, isTaken } from './insert-fix';
import type { Imported } from './insert-fix';
import type { Chain } from './oauth-state';

/** An exchange of a code that nothing catches: the ways on which requests get to it. */
export interface Unhandled {
  readonly chains: readonly Chain[];
  /** Whether an error that is thrown on ends the process. */
  readonly crashes: boolean;
}

/** Catches what the exchange throws, in the handler, and turns a wrong code down with 400. */
export function catchExchangeFix(unhandled: Unhandled, context: FileContext): readonly Fix[] {
  const roots = new Set(unhandled.chains.map((chain) => chain.root.node));
  const [chain] = unhandled.chains;
  if (!chain || roots.size !== 1) return [];
  const edits = rewrite(contextOf(context, chain.root.file), chain, unhandled.crashes);
  return edits ? [{ title: 'Catch a failed exchange and answer 400', kind: 'suggested', edits: () => edits }] : [];
}

function rewrite(context: FileContext, chain: Chain, crashes: boolean): readonly FileEdit[] | undefined {
  const { file } = context;
  const root = chain.root.node;
  const call = chain.calls[0];
  const entry = context.frameworks.entryPoints(file).find((candidate) => candidate.fn.node === root);
  if (!call || !entry || call.file !== file || !isFunctionNode(root) || enclosingFunction(call.node) !== root)
    return undefined;
  const awaited = call.node.parent;
  const statement = statementOf(call.node);
  if (!ts.isAwaitExpression(awaited) || !statement || !ts.isBlock(statement.parent)) return undefined;
  const error = requestError(context);
  const caught = error && catchClause(context, entry, error.text, crashes);
  if (!caught) return undefined;
  const changes = isAssignment(statement, awaited)
    ? [replaceNode(statement, tried(context, statement, textOf(statement), caught.text))]
    : (ownDeclaration(context, statement, awaited, caught.text) ??
      declarationBefore(context, statement, awaited, caught.text));
  return changes && inFile(file, error.edit, caught.edit, ...changes);
}

/** What a provider's refusal is thrown as. */
function requestError(context: FileContext): Imported | undefined {
  if (context.version('arctic') !== undefined) return importOf(context, 'arctic', 'OAuth2RequestError');
  return context.version('oslo') === undefined ? undefined : importOf(context, 'oslo/oauth2', 'OAuth2RequestError');
}

function catchClause(context: FileContext, entry: EntryPoint, error: string, crashes: boolean): Imported | undefined {
  if (crashes) {
    const response = isFunctionNode(entry.fn.node) ? entry.fn.node.parameters[1]?.name : undefined;
    const name = isTaken(context, 'error') ? freshName(context.file, 'cause') : 'error';
    if (!response || !ts.isIdentifier(response)) return undefined;
    return {
      text: `catch (${name}) {\n  ${response.text}.status(${name} instanceof ${error} ? 400 : 500).end();\n  return;\n}`,
    };
  }
  if (entry.kind !== 'route' && entry.kind !== 'load' && entry.kind !== 'action') return undefined;
  const ending: Ending | undefined =
    entry.framework === 'sveltekit' && entry.kind === 'route'
      ? { code: 'return new Response(null, { status: 400 });' }
      : endingOf(context, entry, 400);
  const needed = ending?.names?.[0];
  const brought = ending?.from && needed ? importOf(context, ending.from, needed) : undefined;
  if (!ending || (needed && brought?.text !== needed)) return undefined;
  const name = isTaken(context, 'error') || needed === 'error' ? freshName(context.file, 'cause') : 'error';
  const code = ending.code.replace(/\n/g, '\n  ');
  return { ...brought, text: `catch (${name}) {\n  if (${name} instanceof ${error}) ${code}\n  throw ${name};\n}` };
}

/** `tokens = await exchange(code);` */
function isAssignment(statement: ts.Statement, awaited: ts.AwaitExpression): boolean {
  return (
    ts.isExpressionStatement(statement) &&
    (statement.expression === awaited ||
      (ts.isBinaryExpression(statement.expression) &&
        statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        statement.expression.right === awaited))
  );
}

/** Code in a try statement at the place of a statement of the file. */
function tried(context: FileContext, at: ts.Node, code: string, caught: string): string {
  const style = context.style();
  const indent = indentAt(context.file.text, at.getStart());
  const inner = /`/.test(code) ? code : code.replace(/\n/g, `\n${style.indent}`);
  const clause = restyle(caught, style)
    .split(style.lineEnd)
    .join(style.lineEnd + indent);
  return `try {${style.lineEnd}${indent}${style.indent}${inner}${style.lineEnd}${indent}} ${clause}`;
}

/** `const tokens = await exchange(code);` becomes a declaration and a try. */
function ownDeclaration(
  context: FileContext,
  statement: ts.Statement,
  awaited: ts.AwaitExpression,
  caught: string,
): readonly TextEdit[] | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const { declarations } = statement.declarationList;
  const [declaration] = declarations;
  if (!declaration || declarations.length !== 1 || declaration.initializer !== awaited) return undefined;
  if (!ts.isIdentifier(declaration.name)) return undefined;
  const uses = context.file.bindings.get(declaration.name)?.uses ?? [];
  // TypeScript knows what is assigned to a variable without a type only in the same function.
  if (!declaration.type && uses.some((use) => enclosingFunction(use) !== enclosingFunction(statement)))
    return undefined;
  const { text } = context.file;
  if (/\/[/*]/.test(text.slice(statement.getStart(), awaited.getStart()))) return undefined;
  const style = context.style();
  const indent = indentAt(text, statement.getStart());
  const semicolon = style.semicolon ? ';' : '';
  const type = declaration.type ? `: ${textOf(declaration.type)}` : '';
  const name = declaration.name.text;
  return [
    replaceNode(
      statement,
      `let ${name}${type}${semicolon}${style.lineEnd}${indent}${tried(context, statement, `${name} = ${textOf(awaited)}${semicolon}`, caught)}`,
    ),
  ];
}

/** The exchange moves before the statement that uses its result. */
function declarationBefore(
  context: FileContext,
  statement: ts.Statement,
  awaited: ts.AwaitExpression,
  caught: string,
): readonly TextEdit[] | undefined {
  if (!isFirstEvaluated(statement, awaited)) return undefined;
  const name = isTaken(context, 'tokens') ? freshName(context.file, 'exchanged') : 'tokens';
  const style = context.style();
  const indent = indentAt(context.file.text, statement.getStart());
  const semicolon = style.semicolon ? ';' : '';
  const whole = ts.isParenthesizedExpression(awaited.parent) ? awaited.parent : awaited;
  const code = `let ${name}${semicolon}${style.lineEnd}${indent}${tried(context, statement, `${name} = ${textOf(awaited)}${semicolon}`, caught)}`;
  return [insertAt(statement.getStart(), `${code}${style.lineEnd}${indent}`), replaceNode(whole, name)];
}

/** Whether nothing with an effect runs in the statement before the exchange, and the exchange always runs. */
function isFirstEvaluated(statement: ts.Statement, awaited: ts.Node): boolean {
  let current: ts.Node = awaited;
  while (current !== statement) {
    const { parent } = current;
    if (
      ts.isIfStatement(parent) ||
      ts.isForStatement(parent) ||
      ts.isWhileStatement(parent) ||
      ts.isConditionalExpression(parent) ||
      ts.isBinaryExpression(parent) ||
      isFunctionNode(parent)
    )
      return false;
    let isBefore = false;
    ts.forEachChild(parent, (child) => {
      if (child.end <= current.pos && hasEffect(child)) isBefore = true;
    });
    if (isBefore) return false;
    current = parent;
  }
  return true;
}

function hasEffect(node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isCallExpression(inner) || ts.isNewExpression(inner) || ts.isAwaitExpression(inner)) found = true;
    return !found && !isFunctionNode(inner);
  });
  return found;
}
