import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { calleeName, memberOf, ts, unwrap, walk } from '../../core/syntax';
import { selectedColumns, selectsAnyColumns } from './rows';
import { createdTables, mongooseFields, prismaModels, tableOfOperation } from './schema';

/** What is known of private people only. Authors, players and pets have birthdays as well: one sign is not enough. */
const OF_PERSON =
  /^(?:date_?of_?birth|birth_?(?:date|day)|dob|(?:national|identity|citizen)_?(?:id|number|card\w*)|ssn|social_?security\w*|tax_?(?:payer_?)?(?:id|number)|passport(?:_?(?:no|number|id))?|nik|cpf|blood_?(?:type|group)|allerg(?:y|ies)|emergency_?\w+|marital_?status|insurance_?(?:id|no|number)|salary|iban)$/i;
/** How somebody is reached. Shops and places have that, too. */
const REACHED_BY =
  /^(?:(?:tele|mobile_?|cell_?)?phone(?:_?(?:no|number))?|mobile(?:_?(?:no|number))?|e_?mail(?:_?address)?|(?:home_?|street_?|postal_?)?address)$/i;
/** Whose treatment a row is about. */
const OF_PATIENT = /^patient_?id$/i;

/** Whether the rows of a query hold what is kept of private people: who they are and how to reach them, or their treatment. */
export function holdsPersonalData(context: FileContext, op: DatabaseOp): boolean {
  const columns = columnsGiven(context, op);
  const signs = columns.filter((column) => OF_PERSON.test(column)).length;
  return (
    (signs > 0 && (signs > 1 || columns.some((column) => REACHED_BY.test(column)))) ||
    columns.some((column) => OF_PATIENT.test(column))
  );
}

function columnsGiven(context: FileContext, op: DatabaseOp): readonly string[] {
  if (selectsAnyColumns(context, op)) return [...selectedColumns(context, op), ...columnsOfList(context, op)];
  const name = (op.tableName ?? '').toLowerCase();
  if (op.sql !== undefined) return [...(createdTables(context).get(name)?.columns.keys() ?? [])];
  const declared = tableOfOperation(context, op)?.columns ?? prismaModels(context).get(name)?.fields;
  return declared ? [...declared.keys()] : ((op.table && mongooseFields(context, op.table)) ?? []);
}

/** The columns in an object that `select()` is given by its name, those in objects in it as well. */
function columnsOfList(context: FileContext, { call }: DatabaseOp): readonly string[] {
  const found: string[] = [];
  for (let chain: ts.Node = call.node; ts.isCallExpression(chain);) {
    const [list] = calleeName(chain) === 'select' ? chain.arguments : [];
    for (const { ref, path } of list ? context.values.roots({ ...call, node: list }) : []) {
      if (path.length || !ts.isObjectLiteralExpression(ref.node)) continue;
      walk(ref.node, (node) => {
        if (ts.isPropertyAssignment(node)) found.push(memberOf(unwrap(node.initializer))?.name ?? '');
        return true;
      });
    }
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  return found;
}
