import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, ts, walk } from '../../../core/syntax';
import { isGuardedAround, mentionsSession } from '../../_shared/guards';
import { selectsColumns } from '../../_shared/rows';

/** Routes that are open by their purpose. */
const OPEN =
  /log-?in|sign-?in|sign-?up|register|log-?out|sign-?out|callback|web-?hook|reset|forgot|recover|verif|confirm|health|cron|oauth|contact|newsletter|subscribe|invit|track|analytics|ping|public|feedback|waitlist|rsvp|seed|migrate/i;

/** Tables that anybody may add to. */
const OPEN_TABLE =
  /contact|newsletter|subscri|waitlist|feedback|message|lead|log|event|visit|view|analytics|metric|rate|throttl|attempt|token|verification|state/i;

export default defineRule({
  id: 'require-session-check',
  family: 'session',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 862,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: 'A handler that clients can reach changes data, or hands out the user table, and nothing in it or around it looks at the session.',
    why: 'Route handlers, form actions and server actions are public endpoints, whatever page shows the button for them. Without a check, anybody can send the request.',
    how: 'Call your session wrapper first and leave with 401 when there is no user, or put the route behind a guard.',
    limits:
      'Login, sign-up, callbacks, webhooks, resets and handlers that check a signature, a secret or a one-time token are left alone, as is any handler whose helpers cannot be resolved.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 8.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
    {
      title: 'OWASP Authorization Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
    },
  ],
  messages: {
    write: 'This handler changes data (`{table}`) without checking who is signed in.',
    read: 'This handler hands out rows of `{table}` without checking who is signed in.',
  },
  words: [
    'insert',
    'update',
    'delete',
    'create',
    'upsert',
    'INSERT',
    'UPDATE',
    'DELETE',
    'save',
    'select',
    'find',
    'remove',
  ],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (entry.kind !== 'route' && entry.kind !== 'action' && entry.kind !== 'procedure') continue;
      if (OPEN.test(entry.route)) continue;
      const sites = context.ops.sites(entry.fn);
      const hit = dangerous(context, entry, sites);
      if (!hit || isOpenByContent(entry, sites)) continue;
      if (mentionsSession(context, entry.fn) || isGuardedAround(context, entry) || !hasSessions(context)) continue;
      report({
        at: handlerName(entry),
        message: hit.op.kind === 'database' && hit.op.verb === 'read' ? 'read' : 'write',
        data: { table: (hit.op as DatabaseOp).tableName ?? 'the database' },
        related: [context.related(context.ref(hit.at), 'The database is reached here.')],
      });
    }
  },
});

/** Sessions are in use in this project, so that their absence here says something. */
function hasSessions(context: FileContext): boolean {
  return (
    context.roles.wrappers(context.path).length > 0 ||
    context.roles.projectInstances(context.path).length > 0 ||
    context.project.hasOwnSessions(context.path)
  );
}

function dangerous(context: FileContext, entry: EntryPoint, sites: readonly Site[]): Site | undefined {
  const readOnly =
    entry.methods !== undefined && entry.methods.every((method) => method === 'GET' || method === 'HEAD');
  const database = sites.filter((site): site is Site & { op: DatabaseOp } => site.op.kind === 'database');
  if (!readOnly) {
    const write = database.find(({ op }) => op.verb !== 'read' && !OPEN_TABLE.test(op.tableName ?? ''));
    if (write) return write;
  }
  // Whole rows of the user table, as in a public dump.
  return database.find(
    ({ op, direct }) =>
      direct &&
      op.verb === 'read' &&
      /^(?:\w*_)?users?(?:Table|s)?$/i.test(op.tableName ?? '') &&
      readOnly &&
      !selectsColumns(op) &&
      isReturned(context, op),
  );
}

/** Whether the rows go to the client: the read, or the variable that holds it, is in a return or a response. */
function isReturned(context: FileContext, op: DatabaseOp): boolean {
  let current: ts.Node = op.call.node;
  while (current.parent) {
    const parent: ts.Node = current.parent;
    if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return true;
    if (ts.isVariableDeclaration(parent)) {
      const names = ts.isIdentifier(parent.name)
        ? [parent.name]
        : parent.name.elements.flatMap((element) =>
            ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name] : [],
          );
      return names.some((name) => (context.file.bindings.get(name)?.uses ?? []).some((use) => isWhole(use)));
    }
    if (ts.isStatement(parent)) return false;
    current = parent;
  }
  return false;
}

function isWhole(use: ts.Identifier): boolean {
  let current: ts.Node = use;
  while (current.parent) {
    const parent: ts.Node = current.parent;
    if (memberOf(parent)?.object === current) return false;
    if (ts.isReturnStatement(parent)) return true;
    if (ts.isCallExpression(parent) && /^(?:json|send)$/.test(calleeName(parent) ?? '')) return true;
    if (ts.isStatement(parent)) return false;
    current = parent;
  }
  return false;
}

/** What the handler itself does shows that it is meant for visitors without a session, or checks something else. */
function isOpenByContent(entry: EntryPoint, sites: readonly Site[]): boolean {
  for (const { op } of sites) {
    if (op.kind === 'verify' || op.kind === 'exchange') return true;
    if (op.kind === 'lucia' && op.method === 'createSession') return true;
    if (
      op.kind === 'database' &&
      op.verb === 'read' &&
      /token|verification|reset|invit|code|otp|magic|api_?key/i.test(op.tableName ?? '')
    )
      return true;
  }
  let checks = false;
  walk(entry.fn.node, (node) => {
    if (checks) return false;
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      if (
        /signature|constructEvent|timingSafeEqual|verifyWebhook|verifySvix|svix|hmac|jwtVerify|verifyToken|verifyJwt|bearer/i.test(
          name,
        )
      )
        checks = true;
      if (/^(?:verify|unsign|decrypt|decode)$/.test(name)) checks = true;
    }
    // A secret of the environment, or an Authorization header, compared with what was sent.
    if (
      ts.isStringLiteralLike(node) &&
      /^(?:authorization|x-api-key|x-signature|stripe-signature|x-hub-signature(?:-256)?|x-cron-secret|svix-signature)$/i.test(
        node.text,
      )
    )
      checks = true;
    if (ts.isPropertyAccessExpression(node) && /SECRET|API_KEY|TOKEN/.test(node.name.text)) checks = true;
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'authorization') checks = true;
    return !checks;
  });
  return checks;
}

/** What names a handler: its own name or its key; the head of a function that is given to a call. */
function handlerName(entry: EntryPoint): ts.Node | { readonly start: number; readonly end: number } {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return node;
  if (node.name) return node.name;
  let holder = node.parent as ts.Node | undefined;
  while (
    holder &&
    (ts.isParenthesizedExpression(holder) || ts.isSatisfiesExpression(holder) || ts.isAsExpression(holder))
  )
    holder = holder.parent as ts.Node | undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return holder.name;
  if (holder && ts.isCallExpression(holder) && ts.isArrowFunction(node))
    return { start: node.getStart(), end: node.equalsGreaterThanToken.end };
  return node.parameters[0] ?? node;
}
