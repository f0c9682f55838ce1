import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { inFile, insertAt, replaceNode } from '../../core/edit';
import type { Fix } from '../../core/rule';
import { calleeName, memberOf, textOf, ts, unwrap, wrapped } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { sameRoot } from '../../core/values';
import type { Value } from '../../core/values';
import { secretColumns } from './rows';

/** A row, or a list of rows, that is handed out with a column that must stay. */
export interface ExposedRow {
  readonly node: ts.Node;
  readonly spread: boolean;
  /** The column that was found; with a path in front when it comes along with a row of another table. */
  readonly column: string;
  readonly value: Value;
  readonly read: DatabaseOp;
}

/** Takes the column out where the row is handed out: the queries of the project, and what else needs them, stay. */
export function leaveOutFix(row: ExposedRow, context: FileContext): readonly Fix[] {
  const columns = [...new Set([row.column, ...secretColumns(context, row.read)])];
  const edit = rewrite(row, columns, context);
  return edit
    ? [{ title: `Leave out ${columns.join(', ')}`, kind: 'suggested', edits: () => inFile(context.file, edit) }]
    : [];
}

function rewrite(row: ExposedRow, columns: readonly string[], context: FileContext): TextEdit | undefined {
  const { node, spread, value, read } = row;
  if (node.getSourceFile() !== context.file.sourceFile) return undefined;
  if (columns.some((column) => !/^[A-Za-z_$][\w$]*$/.test(column))) return undefined;
  const without = columns.map((column) => `${column}: undefined`).join(', ');
  const shape = shapeOf(value, read);
  const outer = wrapped(node);
  if (!shape || isPromise(context, node)) return undefined;
  if (spread)
    return shape === 'rows' || !ts.isSpreadAssignment(outer.parent)
      ? undefined
      : insertAt(outer.parent.end, `, ${without}`);
  const text = textOf(outer);
  if (shape === 'rows') {
    const item = /^[\w$.]*s$/.test(text) && /([A-Za-z_$][\w$]*)s$/.exec(text)?.[1];
    const name = item && !isKnown(context, item) ? item : 'row';
    return put(outer, `${call(outer, text)}.map((${name}) => ({ ...${name}, ${without} }))`);
  }
  const whole = `{ ...${text}, ${without} }`;
  if (shape === 'row' || isPresent(context, node, value)) return put(outer, whole);
  if (!ts.isIdentifier(unwrap(node)) && !memberOf(unwrap(node))) return undefined;
  return put(outer, ts.isBinaryExpression(outer.parent) ? `(${text} && ${whole})` : `${text} && ${whole}`);
}

/** Whether a value is a list, a row, or a row that may not be there. */
function shapeOf(value: Value, read: DatabaseOp): 'rows' | 'row' | 'row?' | undefined {
  const steps = value.path.filter((part) => part !== 'rows');
  if (steps.length > 1) return undefined;
  if (steps[0] === '[]') return 'row';
  if (steps[0] !== undefined) return /^\d+$/.test(steps[0]) ? 'row?' : undefined;
  if (read.sql !== undefined || value.path.length) return undefined;
  const { node } = value.ref;
  const name = (ts.isCallExpression(node) && calleeName(node)) || '';
  if (/^(?:findMany|all|selectAll)$/.test(name)) return 'rows';
  if (/(?:OrThrow|OrFail)$|ThrowError$/.test(name)) return 'row';
  if (/^(?:findUnique|findFirst|findOne\w*|findBy(?:Id|Pk)|get|executeTakeFirst)$/.test(name)) return 'row?';
  // db.select().from(users).where(…): a list unless something takes the first of it.
  return /^(?:from|where|orderBy|limit|offset|innerJoin|leftJoin)$/.test(name) &&
    calleeName(selectOf(node)) === 'select'
    ? 'rows'
    : undefined;
}

/** The first call of a chain. */
function selectOf(node: ts.Node): ts.CallExpression {
  let first = node as ts.CallExpression;
  for (let member = memberOf(unwrap(first.expression)); member; member = memberOf(unwrap(first.expression))) {
    const inner = unwrap(member.object);
    if (!ts.isCallExpression(inner)) break;
    first = inner;
  }
  return first;
}

/** A query that nobody waits for: what is handed out is a promise. */
function isPromise(context: FileContext, node: ts.Node): boolean {
  const inner = unwrap(node);
  if (ts.isCallExpression(inner)) return !ts.isAwaitExpression(inner.parent) && !isAtOnce(inner);
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.file.bindings.get(inner)?.declaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const made = unwrap(declaration.initializer, false);
  return ts.isCallExpression(made) && !isAtOnce(made);
}

/** The drivers of SQLite answer at once. */
function isAtOnce(call: ts.CallExpression): boolean {
  return /^(?:get|all)$/.test(calleeName(call) ?? '');
}

function isPresent(context: FileContext, node: ts.Node, value: Value): boolean {
  return context.conditions.known(context.ref(node)).some((fact) => {
    const test = context.roles.missing(fact);
    return test?.missing === false && test.values.some((other) => sameRoot(other, value));
  });
}

function isKnown(context: FileContext, name: string): boolean {
  for (const identifier of context.file.bindings.keys()) if (identifier.text === name) return true;
  return false;
}

/** What a method is called on. */
function call(node: ts.Node, text: string): string {
  return ts.isAwaitExpression(node) ? `(${text})` : text;
}

function put(node: ts.Node, text: string): TextEdit {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return replaceNode(parent, `${textOf(node)}: ${text}`);
  const isBody = ts.isArrowFunction(parent) && parent.body === node && text.startsWith('{');
  return replaceNode(node, isBody ? `(${text})` : text);
}
