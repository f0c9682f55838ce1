import { isEquality } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import type { FileModel } from '../../core/model';
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
import { memoized } from '../../core/values';
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
  /** What the column is compared with: it is a limit if that is who is signed in. Undefined where it need not be asked. */
  readonly user?: Ref;
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
    ({ table: limited, onlyChanges, user }) =>
      (!forReads || !onlyChanges) &&
      (limited === undefined || names.includes(limited)) &&
      (!user || isOfSignedIn(context, user)),
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
  const tables = new Set(
    [...declaredTables(context).keys(), ...prismaModels(context).keys(), ...createdTables(context).keys()].map(
      plainName,
    ),
  );
  const found = project.filesNear(context.path).flatMap((path) => {
    const text = project.text(path) ?? '';
    if (!MENTIONED.test(text) && !ASKS_RANK.test(text)) return [];
    const file = project.model(path);
    return [
      ...(IN_SQL.test(text) ? [{ table: undefined, onlyChanges: false }] : []),
      ...(file ? writtenLimits(file) : []).flatMap((limit) => {
        if (limit.table !== undefined && tables.has(limit.table)) return [limit];
        return limit.user ? [{ ...limit, table: undefined }] : [];
      }),
    ];
  });
  project.projectMemo.set(key, found);
  return found;
}

/** The limits that a file's code is written like: whom they speak of is not asked yet. */
function writtenLimits(file: FileModel): readonly Limit[] {
  return memoized(file, file.sourceFile, 'writtenLimits', () => {
    const found: Limit[] = [];
    const isForRanks = ASKS_RANK.test(file.text);
    walk(file.sourceFile, (node) => {
      const ranked = isForRanks ? changedByRank(node) : undefined;
      if (ranked !== undefined) found.push({ table: plainName(ranked), onlyChanges: true });
      found.push(...limitsAt({ node, file }));
      return true;
    });
    return found;
  });
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
function limitsAt({ node, file }: Ref): readonly Limit[] {
  const limit = (table: string | undefined, onlyChanges: boolean, user: ts.Node): Limit => ({
    table: table && plainName(table),
    onlyChanges,
    user: { node: user, file },
  });
  if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
    const sides = [
      [node.left, node.right],
      [node.right, node.left],
    ] as const;
    return sides.flatMap(([side, other]) => {
      const member = memberOf(unwrap(side));
      if (!member || !AUTHOR.test(member.name)) return [];
      const around = enclosingFunction(node)?.getText() ?? '';
      return [limit(nameOf(member.object), /delet|remov|updat/i.test(around), other)];
    });
  }
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    const last = node.arguments[node.arguments.length - 1];
    if (!first || !last || first === last) return [];
    const column = memberOf(unwrap(first));
    const isCompared = /^(?:eq|equals?)$/.test(calleeName(node) ?? '') && !!column && AUTHOR.test(column.name);
    if (isCompared) return [limit(nameOf(column.object), false, last)];
    const isNamed = /where$/i.test(calleeName(node) ?? '') && AUTHOR.test(/\w*$/.exec(stringValue(first) ?? '')![0]);
    return isNamed ? [limit(undefined, false, last)] : [];
  }
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return [];
  if (!AUTHOR.test(propertyName(node.name) ?? '')) return [];
  const condition = conditionAround(node);
  return condition ? [limit(condition.table, false, ts.isPropertyAssignment(node) ? node.initializer : node.name)] : [];
}

/** The condition of a query that a property stands in: that of a relation of its rows, or of the rows themselves. */
function conditionAround(property: ts.Node): { readonly table: string | undefined } | undefined {
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
  return isCondition ? { table: relation ?? (holder && nameOf(holder.object)) } : undefined;
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
