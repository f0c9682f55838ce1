import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import { calleeName, memberOf, propertyName, ts, unwrap, walk } from '../../core/syntax';
import { PUBLISHED } from './open';
import { selectedColumns, selectsAnyColumns } from './rows';
import {
  createdTables,
  isTableOfUsers,
  mongooseFields,
  prismaModels,
  referredBy,
  tableOf,
  tableOfOperation,
} from './schema';

/** What is known of private people only. Authors, players and pets have birthdays as well: one sign is not enough. */
const OF_PERSON =
  /^(?:date_?of_?birth|birth_?(?:date|day)|dob|(?:national|identity|citizen)_?(?:id|number|card\w*)|ssn|social_?security\w*|tax_?(?:payer_?)?(?:id|number)|passport(?:_?(?:no|number|id))?|nik|cpf|blood_?(?:type|group)|allerg(?:y|ies)|emergency_?\w+|marital_?status|insurance_?(?:id|no|number)|salary|iban)$/i;
/** How somebody is reached. Shops and places have that, too. */
const REACHED_BY =
  /^(?:(?:tele|mobile_?|cell_?)?phone(?:_?(?:no|number))?|mobile(?:_?(?:no|number))?|e_?mail(?:_?address)?|(?:home_?|street_?|postal_?)?address)$/i;
/** The columns of an address book. */
const BOOK = [
  /^first_?name$/i,
  /^(?:last_?name|surname)$/i,
  /^(?:e_?mail|(?:tele|mobile_?)?phone)/i,
  /^(?:(?:home_?|street_?|postal_?)?address|street)(?:_?(?:line)?_?1)?$/i,
];
/** Whose treatment a row is about. */
const OF_PATIENT = /^patient_?id$/i;

/** Whether the rows of a query hold what is kept of private people: who they are and how to reach them, or their treatment. */
export function holdsPersonalData(context: FileContext, op: DatabaseOp): boolean {
  const columns = columnsGiven(context, op);
  const signs = columns.filter((column) => OF_PERSON.test(column)).length;
  return (
    (signs > 0 && (signs > 1 || columns.some((column) => REACHED_BY.test(column)))) ||
    columns.some((column) => OF_PATIENT.test(column)) ||
    isAddressBook(op, columns)
  );
}

/** All rows of a table of people by their own names, with where they live. Who knows the id of an order may well see that one. */
function isAddressBook({ filter, sql, call }: DatabaseOp, columns: readonly string[]): boolean {
  const isOfOne =
    filter.length > 0 || /\bwhere\b/i.test(sql ?? '') || /First|Unique|One/.test(calleeName(call.node) ?? '');
  return !isOfOne && BOOK.every((kind) => columns.some((column) => kind.test(column)));
}

function columnsGiven(context: FileContext, op: DatabaseOp): readonly string[] {
  if (selectsAnyColumns(context, op)) return [...selectedColumns(context, op), ...columnsOfList(context, op)];
  const name = (op.tableName ?? '').toLowerCase();
  if (op.sql !== undefined) return [...(createdTables(context).get(name)?.columns.keys() ?? [])];
  const declared = tableOfOperation(context, op)?.columns ?? prismaModels(context).get(name)?.fields;
  return declared ? [...declared.keys()] : ((op.table && mongooseFields(context, op.table)) ?? []);
}

/** The columns in an object that `select()` is given, those in objects in it and of whole tables as well. */
function columnsOfList(context: FileContext, { call }: DatabaseOp): readonly string[] {
  const found: string[] = [];
  for (let chain: ts.Node = call.node; ts.isCallExpression(chain);) {
    const [list] = calleeName(chain) === 'select' ? chain.arguments : [];
    for (const { ref, path } of list ? context.values.roots({ ...call, node: list }) : []) {
      if (path.length || !ts.isObjectLiteralExpression(ref.node)) continue;
      walk(ref.node, (node) => {
        if (!ts.isPropertyAssignment(node)) return true;
        const given = unwrap(node.initializer);
        const table = ts.isIdentifier(given) || memberOf(given) ? tableOf(context, { ...ref, node: given }) : undefined;
        found.push(...(table ? table.columns.keys() : [memberOf(given)?.name ?? '']));
        return true;
      });
    }
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  return found;
}

/** What people do for all to see, besides what they publish. */
const IN_PUBLIC =
  /rat(?:e|ing)|vot(?:e|ing)|score|member|player|participa|team|group|answer|question|reaction|message|chat|project|store|shop|club|portfolio|guild|badge|pledge|backer|contribut|speaker|collaborat/i;

/** Who made or offers something. */
const IS_MAKER =
  /author|creat|owner|organi[sz]er|host|teach|instruct|seller|vendor|artist|poster|by$|editor|writer|chef|agent|coach|trainer/i;

/**
 * Whether a query gives, with rows that tie people to something else like bookings do, the whole rows of these users and
 * with them how to reach them: `include: { user: true }`.
 */
export function comesWithPeople(context: FileContext, op: DatabaseOp): boolean {
  if (op.sql !== undefined || op.tableName === undefined || selectsAnyColumns(context, op)) return false;
  // What a compound is called by comes last: registrations for an event are no event.
  const [noun = ''] = /[A-Z]?[a-z]+$/.exec(op.tableName.replace(/_?tables?$/i, '')) ?? [];
  if ([PUBLISHED, IN_PUBLIC, IS_MAKER].some((words) => words.test(noun))) return false;
  const users = usersOf(context, op);
  return wholeRelations(op).some((name) => !IS_MAKER.test(name) && users.has(name));
}

/** The relations of a row to users that can be reached, by name: none where it is tied to nothing else, like a profile. */
function usersOf(context: FileContext, op: DatabaseOp): ReadonlySet<string> {
  const found = new Set<string>();
  let others = 0;
  const add = (name: string, to: string | undefined, columns: Iterable<string>): void => {
    if (!isTableOfUsers(context, to)) others++;
    else if ([...columns].some((column) => REACHED_BY.test(column))) found.add(name);
  };
  const table = tableOfOperation(context, op);
  for (const [key, column] of table?.columns ?? []) {
    const to = referredBy(column);
    const parent = to && tableOf(context, to.table);
    if (parent) add(key.replace(/_?id$/i, ''), parent.name, parent.columns.keys());
  }
  const models = prismaModels(context);
  for (const [key, { type, line }] of (!table && models.get(op.tableName!.toLowerCase())?.fields) || []) {
    const parent = models.get(type.toLowerCase());
    if (parent && /\bfields:/.test(line)) add(key, parent.name, parent.fields.keys());
  }
  return others ? found : new Set();
}

/** The relations whose rows a query asks for as a whole: `include: { user: true }`, `with: { user: { with: … } }`. */
function wholeRelations({ call }: DatabaseOp): readonly string[] {
  const [options] = ts.isCallExpression(call.node) ? call.node.arguments : [];
  const object = options && unwrap(options);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) => {
    const isWith = ts.isPropertyAssignment(property) && /^(?:include|with)$/.test(propertyName(property.name) ?? '');
    const relations = isWith ? unwrap(property.initializer) : undefined;
    return relations && ts.isObjectLiteralExpression(relations)
      ? relations.properties.flatMap((relation) => propertyName(relation.name) ?? [])
      : [];
  });
}
