import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { ts } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** The values bound to a statement, also when they stand in an array of their own. */
export function boundValues(context: FileContext, op: DatabaseOp): readonly Ref[] {
  const [only] = op.data;
  if (op.sql === undefined || op.data.length !== 1 || !only) return op.data;
  for (const value of context.values.roots(only)) {
    const list = value.ref.node;
    if (ts.isArrayLiteralExpression(list) && !value.path.length)
      return list.elements.map((element): Ref => ({ ...value.ref, node: element }));
  }
  return op.data;
}

/** The columns that a statement names, in the order in which their values are bound. */
export function sqlColumns(sql: string): readonly string[] | undefined {
  const insert = /insert\s+(?:or\s+\w+\s+)?into\s+\S+\s*\(([^)]*)\)/i.exec(sql)?.[1];
  if (insert !== undefined) return insert.split(',').map((column) => column.trim().replace(/["'`[\]]/g, ''));
  const set = /\bset\s+([\s\S]*?)(?:\bwhere\b|$)/i.exec(sql)?.[1];
  if (set === undefined) return undefined;
  return [...set.matchAll(/["'`[]?(\w+)["'`\]]?\s*=\s*(?:\?|\$\d+|:\w+|@\w+|\u0000)/g)].map((match) => match[1]!);
}

/** The columns that the condition of a statement compares with bound values as they are, by the place of the value. */
export function whereColumns(sql: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const where = /\bwhere\b/i.exec(sql)?.index ?? sql.length;
  let index = 0;
  for (const match of sql.matchAll(/(?:["'`[]?(\w+)["'`\]]?\s*=\s*)?(?:\?|\$(\d+)|\u0000)/g)) {
    const place = match[2] === undefined ? index++ : Number(match[2]) - 1;
    if (match[1] !== undefined && match.index > where) found.set(place, match[1]);
  }
  return found;
}
