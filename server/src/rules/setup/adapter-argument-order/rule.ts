import type { FileContext } from '../../../core/context';
import { inFile, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { propertyOf, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { adaptersOf, createdTables, isSessionShape, prismaModelOf, tableOf } from '../../_shared/schema';
import type { Adapter } from '../../_shared/schema';

interface State {
  readonly first: ts.Node;
  readonly second: ts.Node;
  readonly safe: boolean;
}

type Part = 'session' | 'user';

export default defineRule<State>({
  id: 'adapter-argument-order',
  family: 'setup',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 683,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'The session table and the user table are swapped where the adapter is made.',
    why: 'With untyped tables createSession() then writes a row with the session id into the user table without an error, and no session can be validated. Names given as text are not checked by the compiler at all.',
    how: 'Pass the session table (model, collection) first and the user table second; with SQL adapters put each name under its own key.',
    limits:
      'Tables and models that the project declares (Drizzle, Prisma, SQL) are told apart by their columns, all others by their names.',
  },
  sources: [
    {
      title: 'Lucia v3: Drizzle adapter',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/database/drizzle.md',
    },
    {
      title: 'Lucia v3: Prisma adapter',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/database/prisma.md',
    },
  ],
  messages: {
    order: 'The session {thing} comes before the user {thing}: `{first}` and `{second}` are swapped.',
    names: 'The names are swapped: `user: {first}` names the session table and `session: {second}` the user table.',
  },
  words: ['Adapter'],
  check(context, report) {
    for (const adapter of adaptersOf(context)) {
      const [a, b, c] = adapter.call.node.arguments ?? [];
      if (adapter.kind === 'sql') {
        const names =
          b &&
          context.values
            .roots(context.ref(b))
            .find((value) => ts.isObjectLiteralExpression(value.ref.node) && !value.path.length);
        if (!names) continue;
        const object = names.ref.node as ts.ObjectLiteralExpression;
        const user = propertyOf(object, 'user');
        const session = propertyOf(object, 'session');
        // Any name may be that of the users: what else it is called does not matter.
        const isSwapped = !!user && !!session && sqlPart(context, user) === 'session';
        if (!isSwapped || !isName(context, session) || sqlPart(context, session) === 'session') continue;
        const isHere = names.ref.file === context.file;
        report({
          at: isHere ? object : b,
          message: 'names',
          data: { first: textOf(user), second: textOf(session) },
          ...(isHere
            ? { state: { first: user, second: session, safe: true } }
            : { related: [context.related(names.ref, 'The names are written here.')] }),
        });
        continue;
      }
      const [first, second] = adapter.kind === 'prisma' || adapter.kind === 'mongo' ? [a, b] : [b, c];
      if (
        !first ||
        !second ||
        partOf(context, adapter, first) !== 'user' ||
        partOf(context, adapter, second) !== 'session'
      )
        continue;
      const thing = adapter.kind === 'prisma' ? 'model' : adapter.kind === 'mongo' ? 'collection' : 'table';
      report({
        at: { start: first.getStart(), end: second.end },
        message: 'order',
        data: { thing, first: textOf(first), second: textOf(second) },
        state: { first, second, safe: adapter.kind === 'drizzle' },
      });
    }
  },
  fixes: ({ first, second, safe }, context) => [
    {
      title: 'Swap the two',
      kind: safe ? 'safe' : 'suggested',
      edits: () => inFile(context.file, replaceNode(first, textOf(second)), replaceNode(second, textOf(first))),
    },
  ],
});

function partOf(context: FileContext, adapter: Adapter, node: ts.Expression): Part | undefined {
  const ref: Ref = context.ref(node);
  const table = adapter.kind === 'drizzle' || adapter.kind === 'community' ? tableOf(context, ref) : undefined;
  if (table) return byColumns(table.columns);
  const model = adapter.kind === 'prisma' ? prismaModelOf(context, ref) : undefined;
  if (model) return byColumns(model.fields);
  for (const value of context.values.roots(ref)) {
    const made = value.ref.node;
    // db.collection("sessions"), mongoose.model("User")
    if (ts.isCallExpression(made) && made.arguments[0]) {
      const name = byName(stringValue(made.arguments[0]));
      if (name) return name;
    }
    const last = value.path[value.path.length - 1] ?? (value.external ? value.external.name : undefined);
    const name = byName(last);
    if (name) return name;
  }
  const inner = unwrap(node);
  return byName(ts.isIdentifier(inner) ? inner.text : undefined);
}

function isName(context: FileContext, node: ts.Node): boolean {
  return context.values.roots(context.ref(node)).some((value) => !value.path.length && !!stringValue(value.ref.node));
}

/** The part that a name in an SQL adapter has, by the table that the project creates or else by the name itself. */
function sqlPart(context: FileContext, node: ts.Node): Part | undefined {
  const name = context.values
    .roots(context.ref(node))
    .map((value) => (value.path.length ? undefined : stringValue(value.ref.node)))
    .find((text) => text !== undefined);
  const table = name === undefined ? undefined : createdTables(context).get(name.toLowerCase());
  return table && !table.isChanged ? byColumns(table.columns) : byName(name);
}

function byColumns(columns: ReadonlyMap<string, unknown>): Part | undefined {
  if (isSessionShape(columns)) return 'session';
  const isOther = ['userId', 'user_id', 'expiresAt', 'expires_at'].some((key) => columns.has(key));
  return columns.size > 0 && !isOther ? 'user' : undefined;
}

function byName(name: string | undefined): Part | undefined {
  if (name === undefined) return undefined;
  const isSession = /session/i.test(name);
  if (isSession) return 'session';
  return /^(?:\w*_)?(?:auth_?)?(?:users?|accounts?|members?|people)(?:_?(?:table|model|collection|schema))?$/i.test(
    name,
  )
    ? 'user'
    : undefined;
}
