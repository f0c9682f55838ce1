import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { calleeName, ts } from '../../core/syntax';
import type { Ref } from '../../core/values';
import { readBehind, relatedColumn, rowsBehind, selectedColumns, selectsColumns, stepsFromRow } from './rows';
import { isSessionShape, prismaModels, tableOf } from './schema';

/** The id of each of a user's sessions: from getUserSessions() or a read of the session table. */
export function isListedId(context: FileContext, ref: Ref): boolean {
  return context.values.deepRoots(ref).some((value) => {
    const last = value.path[value.path.length - 1];
    const isElement = value.path.includes('[]');
    if (ts.isCallExpression(value.ref.node) && calleeName(value.ref.node) === 'getUserSessions')
      return last === 'id' || value.path.length === 0 || (isElement && value.path.length === 1);
    const op = readBehind(context, value);
    if (!op || !SESSION_TABLE.test(op.tableName ?? '')) return false;
    // Sessions of one's own are kept under a hash of what the cookie holds.
    if (context.project.hasOwnSessions(context.path)) return false;
    if (last === 'id') return isElement && isOfUsers(context, op) !== false;
    // Whole rows, of a table that keeps when its sessions end.
    return value.path.every((part) => part === '[]' || /^\d+$/.test(part)) && givesIds(context, op);
  });
}

/** Sessions that come along with rows of another table: `include: { sessions: true }`. */
export function relatedIds(
  context: FileContext,
  ref: Ref,
): { readonly read: Ref; readonly path: readonly string[]; readonly brings: Ref | undefined } | undefined {
  // Sessions of one's own are kept under a hash of what the cookie holds.
  if (context.project.hasOwnSessions(context.path)) return undefined;
  for (const value of context.values.deepRoots(ref)) {
    const op = value.path.includes('...') ? undefined : rowsBehind(context, value);
    if (!op) continue;
    const steps = stepsFromRow(value, op);
    const rows = steps[steps.length - 1] === 'id' ? steps.slice(0, -1) : steps;
    if (rows !== steps && !rows.length) continue;
    const found = relatedColumn(context, op, rows, ({ name, columns }) =>
      SESSION_TABLE.test(name) && isSessionShape(columns) ? 'id' : undefined,
    );
    if (found) return { read: op.call, path: found.path.split('.'), brings: steps.length ? undefined : found.at };
  }
  return undefined;
}

const SESSION_TABLE = /^(?:\w*_)?(?:user_?|admin_?)?sessions?(?:Table)?$/i;

/** Whether the rows of a read have their id, and belong to sessions of users: what ends, and whose it is. */
function givesIds(context: FileContext, op: DatabaseOp): boolean {
  // Sessions of one's own are kept under a hash of what the cookie holds.
  if (context.project.hasOwnSessions(context.path)) return false;
  if (!isOfUsers(context, op)) return false;
  return !selectsColumns(context, op) || selectedColumns(context, op).includes('id');
}

/** Whether a table of sessions is that of users who are signed in, and not one of lessons. Undefined where its columns are not known. */
function isOfUsers(context: FileContext, op: DatabaseOp): boolean | undefined {
  const table = op.table && tableOf(context, op.table);
  const model = prismaModels(context).get(op.tableName?.toLowerCase() ?? '');
  const columns = table?.columns ?? model?.fields;
  return columns && isSessionShape(columns);
}
