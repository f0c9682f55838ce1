import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import { isEquality } from '../../../core/conditions';
import { defineRule } from '../../../core/rule';
import { memberOf, ts, unwrap, walk } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { isGuardedAround, mentionsSession, speaksOfSession } from '../../_shared/guards';
import { prismaModels, tableOf } from '../../_shared/schema';

const OWNER =
  /^(?:user|owner|author|creator|account|member|customer|organi[sz]ation|org|team|tenant|created_?by|posted_?by|uploaded_?by)(?:_?id)?$/i;

export default defineRule({
  id: 'require-ownership-check',
  family: 'session',
  severity: 'warning',
  stage: 'preview',
  precision: 'medium',
  cwe: 639,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: 'A row of a table with an owner is read, changed or deleted by an id that the request names, and nothing ties it to the signed-in user.',
    why: "Being signed in is not being entitled: whoever has an account can put another id into the request and reach other people's rows.",
    how: 'Add the owner to the condition (`and(eq(t.id, id), eq(t.userId, user.id))`), or load the row and compare its owner before acting.',
    limits:
      "Needs the table's schema (Drizzle or Prisma) in the project. Rules that are enforced in the database itself are not seen. Off by default until its precision is known.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 8.2.2',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
    {
      title: 'OWASP IDOR Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html',
    },
  ],
  messages: {
    change: "Any signed-in user can change this `{table}`: the query is not limited to the session's user.",
    read: "Any signed-in user can read this `{table}`: the query is not limited to the session's user.",
  },
  words: ['update', 'delete', 'findUnique', 'findFirst', 'select', 'UPDATE', 'DELETE', 'SELECT', 'findMany'],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (entry.kind === 'middleware' || entry.kind === 'layout' || ts.isSourceFile(entry.fn.node)) continue;
      const sites = context.ops.sites(entry.fn);
      const candidates = sites.filter(
        (site) => site.op.kind === 'database' && site.op.verb !== 'insert' && site.direct,
      );
      if (!candidates.length || !isSignedIn(context, entry) || comparesOwner(context, entry)) continue;
      const changes = candidates.some((site) => (site.op as DatabaseOp).verb !== 'read');
      for (const site of candidates) {
        const op = site.op as DatabaseOp;
        // A read that only prepares the change is reported once, at the change.
        if (op.verb === 'read' && changes) continue;
        if (!hasOwner(context, op) || !isChosenByRequest(context, op) || isTiedToSession(context, op)) continue;
        report({
          at: ts.isCallExpression(site.at) ? site.at.expression : site.at,
          message: op.verb === 'read' ? 'read' : 'change',
          data: { table: op.tableName ?? 'row' },
        });
      }
    }
  },
});

function isSignedIn(context: FileContext, entry: EntryPoint): boolean {
  return mentionsSession(context, entry.fn) || isGuardedAround(context, entry);
}

/** Whether the table has a column for its owner, itself or in a table that it belongs to. */
function hasOwner(context: FileContext, op: DatabaseOp): boolean {
  const table = op.table && tableOf(context, op.table);
  if (table) return [...table.columns.keys()].some((key) => OWNER.test(key));
  const models = prismaModels(context);
  const model = op.tableName === undefined ? undefined : models.get(op.tableName.toLowerCase());
  if (!model || /^user$/i.test(model.name)) return false;
  if ([...model.fields.keys()].some((key) => OWNER.test(key))) return true;
  return [...model.fields.values()].some((field) => {
    const parent = models.get(field.type.toLowerCase());
    return (
      !!parent &&
      !field.type.endsWith('[]') &&
      !/^user$/i.test(parent.name) &&
      [...parent.fields.keys()].some((key) => OWNER.test(key))
    );
  });
}

function filterLeaves(op: DatabaseOp): readonly Ref[] {
  const found: Ref[] = [];
  for (const filter of op.filter) {
    walk(filter.node, (node) => {
      if (
        ts.isIdentifier(node) ||
        ts.isPropertyAccessExpression(node) ||
        ts.isElementAccessExpression(node) ||
        ts.isCallExpression(node)
      )
        found.push({ ...filter, node });
      return true;
    });
  }
  return found;
}

function isChosenByRequest(context: FileContext, op: DatabaseOp): boolean {
  return filterLeaves(op).some(
    (leaf) => (!ts.isIdentifier(leaf.node) || isValueUse(leaf.node)) && context.roles.isRequestInput(leaf),
  );
}

/** Names of properties are no values. */
function isValueUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return true;
}

function isTiedToSession(context: FileContext, op: DatabaseOp): boolean {
  return filterLeaves(op).some((leaf) => {
    if (speaksOfSession(context, leaf)) return true;
    // The result of a helper that cannot be seen: its user may well be the signed-in one.
    const unseen = context.values
      .roots(leaf)
      .some(
        (value) =>
          ts.isCallExpression(value.ref.node) &&
          /^(?:user|session)$/.test(value.path[0] ?? '') &&
          !context.values.targets(value.ref as Ref<ts.CallExpression>).length,
      );
    if (unseen) return true;
    // ctx.userId, locals.userId: the middleware put it there.
    return context.values
      .roots(leaf)
      .some(
        (value) =>
          !value.external &&
          OWNER.test(value.path[value.path.length - 1] ?? '') &&
          ts.isParameter(value.ref.node) &&
          !context.roles.isRequestInput(leaf),
      );
  });
}

/** Some comparison with the session's user or role, or a helper that is given the user, decides here. */
function comparesOwner(context: FileContext, entry: EntryPoint): boolean {
  let compares = false;
  walk(entry.fn.node, (node) => {
    if (compares) return false;
    if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
      compares = [node.left, node.right].some((side) => {
        const member = memberOf(unwrap(side));
        const ref = context.ref(side);
        if (member && (speaksOfSession(context, ref) || OWNER.test(member.name) || member.name === 'role')) return true;
        return ts.isIdentifier(unwrap(side)) && OWNER.test(unwrap(side).getText());
      });
    } else if (
      ts.isCallExpression(node) &&
      node.arguments.some((argument) => speaksOfSession(context, context.ref(argument)))
    ) {
      const name = node.expression.getText();
      if (/can|owns?|allow|authori|permission|access|ability|role|admin|assert|ensure|member/i.test(name))
        compares = true;
    }
    return true;
  });
  return compares;
}
