import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { textOf } from '../../../core/syntax';
import type { ts } from '../../../core/syntax';
import type { Ref, Value } from '../../../core/values';
import { isCleared } from '../../_shared/cleared';
import { leaveOutFix } from '../../_shared/row-fix';
import type { ExposedRow } from '../../_shared/row-fix';
import {
  blankedOut,
  clientProps,
  contextValues,
  givenColumn,
  isPasswordColumn,
  isStripped,
  joinedSecret,
  outputsOf,
  pieces,
  relatedSecret,
  restWithout,
  rowsBehind,
  secretColumn,
  stepsFromRow,
} from '../../_shared/rows';
import type { Given, Piece } from '../../_shared/rows';

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
      'Needs the schema in the project (Drizzle, Prisma, CREATE TABLE). Serializers of other kinds than `.output()` of tRPC and the response schemas of Fastify and Elysia are not seen.',
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
    brought:
      '`{what}` brings whole rows with their `{column}`, and the answer sends them on; pick the fields that it shows.',
    named: '`{what}` holds the `{column}` that its query asks for, and it leaves the server here; leave it out.',
  },
  words: [
    'select',
    'find',
    'SELECT',
    'returning',
    'create',
    'update',
    'user',
    'User',
    'account',
    'credential',
    'get',
    'json',
    'return',
  ],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const output of [...outputsOf(context), ...clientProps(context)]) {
      for (const piece of pieces(context, output.ref)) {
        // What a helper of another file puts together is reported where it goes out.
        const { node } = piece.via;
        const isOwn = piece.ref.file === context.file;
        if (piece.via.file !== context.file || reported.has(isOwn ? piece.ref.node : node)) continue;
        const hit = exposed(context, piece);
        if (!hit || isStripped(context, output, hit.column.replace(/^.*\./, ''))) continue;
        const sent = isOwn ? piece.ref.node : node;
        // Rows that come along with others are asked for in the query: what goes out there does not name them.
        const brought = hit.brings?.file === context.file ? hit.brings.node : undefined;
        const at = brought ?? sent;
        if (reported.has(at)) continue;
        const clearable = {
          ...hit,
          column: hit.column.replace(/^.*\./, ''),
          holders: piece.holders,
          at: piece.ref,
          answer: output.ref,
        };
        if (isCleared(context, clearable)) continue;
        reported.add(at);
        report({
          at,
          message: hit.given === 'named' ? 'named' : brought ? 'brought' : 'row',
          data: {
            what: textOf(at).replace(/\s+/g, ' ').slice(0, 30),
            column: brought ? hit.column.replace(/^.*\./, '') : hit.column,
          },
          related: [
            ...(brought ? [context.related(context.ref(sent), 'They leave the server here.')] : []),
            context.related(
              hit.read.call,
              hit.given === 'named'
                ? 'The column is asked for here.'
                : hit.read.verb === 'read'
                  ? 'The row is read here, with all its columns.'
                  : 'The row comes back from here, with all its columns.',
            ),
          ],
          ...(isOwn ? { state: { ...hit, node: sent, spread: piece.spread } } : {}),
        });
      }
    }
  },
  fixes: (row, context) => leaveOutFix(row, context),
});

interface Hit extends Pick<ExposedRow, 'column' | 'value' | 'read'> {
  readonly given: Given;
  /** The steps from the queried rows to the one with the column. */
  readonly steps: readonly string[];
  /** What of the query brings the row along with those that are sent. */
  readonly brings?: Ref | undefined;
}

function exposed(context: FileContext, whole: Piece): Hit | undefined {
  const piece = { ...whole, siblings: [...whole.siblings, ...blankedOut(whole.ref)] };
  const omitted = restWithout(piece.ref.node, piece.ref.file);
  for (const value of context.values.deepRoots(piece.ref)) {
    const hit = exposedValue(context, value, piece, omitted);
    if (hit) return hit;
    // What hooks put on the context of the request: a row only if that is all they put there under the name.
    const given = contextValues(context, value)?.map((values) =>
      values.map((other) => exposedValue(context, other, piece, omitted)).find((other) => other !== undefined),
    );
    if (given?.length && given.every((other) => other !== undefined)) return given[0];
  }
  return undefined;
}

function exposedValue(
  context: FileContext,
  value: Value,
  piece: Piece,
  omitted: readonly string[] | undefined,
): Hit | undefined {
  // The rest of a row that was taken elsewhere: what is left out of it cannot be told here.
  if (value.path.filter((part) => part === '...').length > (omitted ? 1 : 0)) return undefined;
  const gone = [...piece.siblings, ...(omitted ?? [])];
  const op = rowsBehind(context, value);
  if (!op) return undefined;
  const steps = stepsFromRow(value, op);
  const column = steps.length ? undefined : secretColumn(context, op);
  // A one-time-password secret that was just made, or that is asked for by its name, is shown to be set up.
  const given = column === undefined ? undefined : givenColumn(context, op, column);
  const isShown = column !== undefined && !isPasswordColumn(column) && (op.verb === 'insert' || given === 'named');
  if (isShown && op.verb === 'insert') return undefined;
  if (column !== undefined && given && !isShown && !gone.includes(column))
    return { column, given, value, read: op, steps };
  const isGone = (path: string, name: string): boolean =>
    gone.includes(name) || path.split('.').some((step, index) => index <= steps.length && gone.includes(step));
  const joined = joinedSecret(context, op, steps);
  if (joined && !isGone(joined.path, joined.column))
    return {
      column: `${steps.length || !joined.path ? '' : `${joined.path}.`}${joined.column}`,
      given: 'whole',
      value,
      read: op,
      steps: joined.path ? joined.path.split('.') : [],
      brings: steps.length ? undefined : joined.at,
    };
  // Rows of another table that come along with these.
  const related = relatedSecret(context, op, steps, gone);
  if (related && !isGone(related.path, related.column))
    return {
      column: `${steps.length ? '' : `${related.path}.`}${related.column}`,
      given: related.given,
      value,
      read: op,
      steps: related.path.split('.'),
      brings: steps.length ? undefined : related.at,
    };
  return undefined;
}
