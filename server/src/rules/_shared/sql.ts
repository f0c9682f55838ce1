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
