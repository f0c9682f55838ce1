import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { textOf } from '../../../core/syntax';
import type { ts } from '../../../core/syntax';
import { leaveOutFix } from '../../_shared/row-fix';
import type { ExposedRow } from '../../_shared/row-fix';
import {
  clientProps,
  leftOut,
  outputsOf,
  pieces,
  readBehind,
  relatedSecret,
  secretColumn,
  selectsColumns,
} from '../../_shared/rows';

export default defineRule<ExposedRow>({
  id: 'no-password-hash-exposure',
  family: 'leaks',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 200,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A whole row of a table that holds a password hash (or a one-time-password secret) is sent to the client.',
    why: 'The page shows a name and the answer carries the hash beside it: whoever opens the network panel can take it home and guess the password at leisure.',
    how: 'Select the columns that the client needs, or pick fields before answering.',
    limits:
      'Needs the schema in the project (Drizzle, Prisma, CREATE TABLE). Serializers and response schemas that drop fields are not seen.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 15.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x24-V15-Secure-Coding-and-Architecture.md',
    },
    {
      title: 'OWASP API3:2023 Broken Object Property Level Authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa3-broken-object-property-level-authorization/',
    },
  ],
  messages: {
    row: '`{what}` is a whole row with its `{column}`, and it leaves the server here; return picked fields only.',
  },
  words: ['select', 'find', 'SELECT', 'user', 'User', 'account', 'credential', 'get', 'json', 'return'],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const output of [...outputsOf(context), ...clientProps(context)]) {
      for (const piece of pieces(context, output.ref)) {
        if (piece.ref.file !== context.file || reported.has(piece.ref.node)) continue;
        const hit = exposed(context, piece);
        if (!hit) continue;
        reported.add(piece.ref.node);
        report({
          at: piece.ref.node,
          message: 'row',
          data: { what: textOf(piece.ref.node).replace(/\s+/g, ' ').slice(0, 30), column: hit.column },
          related: [context.related(hit.read.call, 'The row is read here, with all its columns.')],
          state: { ...hit, node: piece.ref.node, spread: piece.spread },
        });
      }
    }
  },
  fixes: (row, context) => leaveOutFix(row, context),
});

function exposed(
  context: FileContext,
  piece: ReturnType<typeof pieces>[number],
): Pick<ExposedRow, 'column' | 'value' | 'read'> | undefined {
  for (const value of context.values.deepRoots(piece.ref)) {
    // user.email is one field; rows[0] and rows are rows.
    const steps = value.path.filter(
      (part) => part !== '[]' && part !== '...' && !/^\d+$/.test(part) && part !== 'rows',
    );
    // The rest of a row that a helper made: what it left out cannot be told here.
    const omitted = leftOut(context, piece.ref.node);
    if (value.path.includes('...') && !omitted.length) continue;
    const op = readBehind(context, value);
    if (!op) continue;
    const column = steps.length || selectsColumns(op) ? undefined : secretColumn(context, op);
    if (column !== undefined && !piece.siblings.includes(column) && !omitted.includes(column))
      return { column, value, read: op };
    // Rows of another table that come along with these.
    const related = value.path.includes('...') ? undefined : relatedSecret(context, op, steps);
    if (related && !piece.siblings.includes(related.column) && !piece.siblings.includes(related.path.split('.')[0]!))
      return { column: `${steps.length ? '' : `${related.path}.`}${related.column}`, value, read: op };
  }
  return undefined;
}
