import { isEquality } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import {
  calleeName,
  enclosingFunction,
  memberOf,
  propertyName,
  stringValue,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { Ref } from '../../core/values';
import { comesFromSession, speaksOfSession } from './guards';
import { createdTables, declaredTables, prismaModels, tableOf } from './schema';

const MADE_BY = '(?:created|added|entered|uploaded|recorded|submitted|posted|logged|inserted)_?by';

/** A column, or a relation, that says who made a row. */
const AUTHOR = new RegExp(`^${MADE_BY}(?:_?user)?(?:_?id)?$`, 'i');
const MENTIONED = new RegExp(`\\b${MADE_BY}`, 'i');
const IN_SQL = new RegExp(`\\b(?:where|and|or)\\s+(?:\\w+\\.)?["'\`]?${MADE_BY}\\w*["'\`]?\\s*=\\s*[?$:@]`, 'i');

/** A place that keeps the rows of a table to those who made them. */
interface Limit {
  /** The table's plain name: undefined where it cannot be told, so that it may be any. */
  readonly table: string | undefined;
  /** It stands where rows are changed: all may read them. */
  readonly onlyChanges: boolean;
}

/**
 * Whether a column only notes who made a row. Where people share what they enter, it says no more than that: it is the
 * owner where the project itself limits rows of the table by such a column, or lets only people of a rank change them.
 */
export function isNoteOfAuthor(
  context: FileContext,
  column: string,
  table: readonly (string | undefined)[],
  forReads: boolean,
): boolean {
  if (!AUTHOR.test(column)) return false;
  const names = table.flatMap((name) => (name === undefined ? [] : plainName(name)));
  return !limitsOf(context).some(
    (limit) => (!forReads || !limit.onlyChanges) && (limit.table === undefined || names.includes(limit.table)),
  );
}

/** `CategoryTable`, `categories`, `category` */
function plainName(name: string): string {
  return name
    .replace(/_?table$/i, '')
    .replace(/_/g, '')
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}

function limitsOf(context: FileContext): readonly Limit[] {
  const { project } = context;
  const key = `limitsByAuthor\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as readonly Limit[] | undefined;
  if (known) return known;
  const found: Limit[] = [];
  project.projectMemo.set(key, found);
  const tables = [
    ...declaredTables(context).keys(),
    ...prismaModels(context).keys(),
    ...createdTables(context).keys(),
  ].map(plainName);
  for (const path of project.filesNear(context.path)) {
    const text = project.text(path) ?? '';
    const isForRanks = ASKS_RANK.test(text);
    if (!MENTIONED.test(text) && !isForRanks) continue;
    if (IN_SQL.test(text)) found.push({ table: undefined, onlyChanges: false });
    const file = project.model(path);
    if (!file) continue;
    walk(file.sourceFile, (node) => {
      const ranked = isForRanks ? plainName(changedByRank(node) ?? '') : '';
      if (tables.includes(ranked)) found.push({ table: ranked, onlyChanges: true });
      const limit = limitAt(context, { node, file });
      const name = limit?.table === undefined ? undefined : plainName(limit.table);
      if (limit) found.push({ ...limit, table: name !== undefined && tables.includes(name) ? name : undefined });
      return true;
    });
  }
  return found;
}

/** `user.role !== 'ADMIN'` */
const ASKS_RANK = /\brole\s*[!=]==?\s*['"`\w]/;

/** The table whose rows a call changes in a function that asks for a rank: there they are not shared by all. */
function changedByRank(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !/^(?:update|delete)(?:Many)?$/.test(calleeName(node) ?? '')) return undefined;
  if (!ASKS_RANK.test(enclosingFunction(node)?.getText() ?? '')) return undefined;
  const [first] = node.arguments;
  const holder = memberOf(unwrap(node.expression));
  return first && ts.isObjectLiteralExpression(unwrap(first))
    ? holder && nameOf(holder.object)
    : first && nameOf(first);
}

/** `eq(notes.createdBy, user.id)`, `where: { createdBy: user.id }`, `.where('created_by', '=', user.id)`, `note.createdBy !== user.id` */
function limitAt(context: FileContext, { node, file }: Ref): Limit | undefined {
  const isUser = (value: ts.Node | undefined): boolean => !!value && isOfSignedIn(context, { node: value, file });
  if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const member = memberOf(unwrap(side));
      if (!member || !AUTHOR.test(member.name) || !isUser(other)) continue;
      const around = enclosingFunction(node)?.getText() ?? '';
      return { table: nameOf(member.object), onlyChanges: /delet|remov|updat/i.test(around) };
    }
    return undefined;
  }
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    const last = node.arguments[node.arguments.length - 1];
    if (!first || first === last || !isUser(last)) return undefined;
    const column = memberOf(unwrap(first));
    const isCompared = /^(?:eq|equals?)$/.test(calleeName(node) ?? '') && !!column && AUTHOR.test(column.name);
    if (isCompared) return { table: nameOf(column.object), onlyChanges: false };
    const isNamed = /where$/i.test(calleeName(node) ?? '') && AUTHOR.test(/\w*$/.exec(stringValue(first) ?? '')![0]);
    return isNamed ? { table: undefined, onlyChanges: false } : undefined;
  }
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  if (!AUTHOR.test(propertyName(node.name) ?? '')) return undefined;
  if (!isUser(ts.isPropertyAssignment(node) ? node.initializer : node.name)) return undefined;
  return conditionAround(node);
}

/** The condition of a query that a property stands in: that of a relation of its rows, or of the rows themselves. */
function conditionAround(property: ts.Node): Limit | undefined {
  let relation: string | undefined;
  let isCondition = false;
  let node = property.parent;
  for (; !ts.isCallExpression(node); node = node.parent) {
    if (ts.isPropertyAssignment(node)) {
      const name = propertyName(node.name) ?? '';
      if (name === 'where') isCondition = true;
      else if (!isCondition && !/^(?:AND|OR|NOT|is|isNot|some|every|none|\$\w+)$/.test(name)) relation ??= name;
    } else if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node)) return undefined;
  }
  const method = calleeName(node) ?? '';
  const holder = memberOf(unwrap(node.expression));
  isCondition ||= /^(?:find|where$|count|update|delete)/.test(method) && unwrap(node.arguments[0]!) === property.parent;
  return isCondition ? { table: relation ?? (holder && nameOf(holder.object)), onlyChanges: false } : undefined;
}

function nameOf(node: ts.Node): string | undefined {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) ? inner.text : memberOf(inner)?.name;
}

/** Whether a value is of who is signed in, or is called a user in a helper that is told: no column, and nobody that the request names. */
function isOfSignedIn(context: FileContext, ref: Ref): boolean {
  const node = unwrap(ref.node);
  const member = memberOf(node);
  if (!member && !ts.isIdentifier(node) && !ts.isCallExpression(node)) return false;
  if (member && tableOf(context, { ...ref, node: member.object })) return false;
  if (speaksOfSession(context, { ...ref, node }) || comesFromSession(context, { ...ref, node })) return true;
  return (
    /user|session|viewer|account|auth|owner|member|author|\bme\b|\bctx\b/i.test(node.getText()) &&
    !context.roles.isRequestInput({ ...ref, node })
  );
}
