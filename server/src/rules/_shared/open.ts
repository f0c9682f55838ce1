import { isEquality } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import type { EntryPoint } from '../../core/framework';
import type { Site } from '../../core/ops';
import { calleeName, isFunctionNode, propertyName, ts, unwrap, walk } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** Routes that are open by their purpose. */
export const OPEN_ROUTE =
  /(?<!last-?)log[- _]?in|sign[- _]?in|sign[- _]?up|register|log[- _]?out|sign[- _]?out|callback|web-?hook|reset|forgot|recover|verif|confirm(?![-\w]*(?:(?<!cr)edit|delet|remov))|magic-?link|passwordless|health(?:z|[-_]?check)?(?![-_a-z])|cron|oauth|contact(?!s)|newsletter|subscribe|invit|track(?!s)|analytics|(?<![a-z])ping(?![a-z])|(?<!_)public(?!ation|ish)|feedback|wait(?:ing)?[-_]?list|early[-_]?access|rsvp|seed|migrate/i;

/** What people publish: anybody may read it. */
export const PUBLISHED =
  /post|comment|repl(?:y|ies)|article|blog|product|page|tag|categor|event|global|like|follow|profile|public|video|thread|topic|recipe|review|bot|game|match|leader|song|album|artist|movie|listing|tweet|channel|community|course|lesson|snippet|template|gallery|media|image|photo|tournament/i;

/** Columns that hold what only the invited know: who sends it needs no session. */
const SECRET_COLUMN =
  /(?:token|secret|otp|api_?key|magic_?link)(?:_?hash(?:ed)?)?$|^(?:invit\w*|verif\w*|reset|confirm\w*|access|share|magic)_?(?:code|key|hash)$/i;

/** Tables of what is sent to somebody who then shows it. Anybody may see a code of another kind. */
const ONE_TIME =
  /token|verification|reset|invit|(?<!qr_?|bar_?|zip_?|post(?:al)?_?|country_?|source_?)code|otp|magic|api_?key/i;

/** Rows that are selected by a secret, as in `where: { resetToken }` or `eq(users.inviteCode, code)`. */
function isFoundBySecret(op: DatabaseOp): boolean {
  if (op.sql !== undefined)
    return [...op.sql.matchAll(/(\w+)["'`\]]?\s*=\s*(?:\u0000|\?|\$\d|:\w|@\w)/g)].some(([, column]) =>
      SECRET_COLUMN.test(column!),
    );
  let found = false;
  for (const { node } of op.filter) {
    walk(node, (inner) => {
      const column = columnIn(inner);
      if (column !== undefined && SECRET_COLUMN.test(column)) found = true;
      return !found;
    });
  }
  return found;
}

/** The column that a condition compares: a key of a where object, or the first argument of `eq(column, value)`. */
function columnIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) return propertyName(node.name);
  const { parent } = node;
  if (!parent || !ts.isCallExpression(parent) || parent.arguments[0] !== node) return undefined;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node) ? /\w+$/.exec(node.text)?.[0] : undefined;
}

/** Where accounts wait until their mail is answered. */
const PENDING = /verif|pending|unconfirmed|registration|sign_?up/i;

/** The columns that a write names: keys of an object, the list of an INSERT. */
function columnsOf({ sql, data }: DatabaseOp): readonly string[] {
  if (sql !== undefined) return (/\binto\b[^(]*\(([^)]*)\)/i.exec(sql)?.[1] ?? '').split(',');
  return data.flatMap(({ node }) => {
    const object = unwrap(node);
    return ts.isObjectLiteralExpression(object)
      ? object.properties.map((property) => propertyName(property.name) ?? '')
      : [];
  });
}

/** Whether somebody's password is kept as a column of the row, beside the name that goes with it. */
function keepsPassword(op: DatabaseOp): boolean {
  const columns = columnsOf(op);
  return columns.some((name) => /passw(?:or)?d$/i.test(name)) && columns.some((name) => /mail|name|login/i.test(name));
}

/** A sign-up: a password is hashed or kept and an account added, while nothing that is there changes. */
function makesAccount(entry: EntryPoint, sites: readonly Site[]): boolean {
  const writes = sites.flatMap(({ op }) => (op.kind === 'database' && op.verb !== 'read' ? [op] : []));
  return (
    !/admin|dash|manage|staff|backoffice/i.test(entry.route) &&
    (sites.some(({ op, at }) => op.kind === 'hash' && !isRepeated(at, entry.fn.node)) ||
      sites.some(({ op, at }) => op.kind === 'database' && keepsPassword(op) && !isRepeated(at, entry.fn.node))) &&
    writes.length > 0 &&
    writes.every(({ verb, data }) => verb === 'insert' && !data.some(({ node }) => givesRank(node))) &&
    writes.some(
      (op) =>
        /user|account|member|customer/i.test(op.tableName ?? '') ||
        (PENDING.test(op.tableName ?? '') && keepsPassword(op)),
    )
  );
}

/** A code is asked for by somebody who is not signed in yet: all that is written is a secret, in the row of an address. */
function asksForCode(sites: readonly Site[]): boolean {
  const writes = sites.flatMap(({ op }) => (op.kind === 'database' && op.verb !== 'read' ? [op] : []));
  const isByAddress = ({ filter }: DatabaseOp): boolean => filter.some(({ node }) => /e_?mail/i.test(node.getText()));
  // The row may have been looked up first.
  const isLookedUp = sites.some(({ op }) => op.kind === 'database' && op.verb === 'read' && isByAddress(op));
  return (
    writes.length > 0 &&
    writes.every((op) => {
      const { verb } = op;
      const keys = verb === 'update' ? columnsOf(op) : [];
      return (
        keys.some((key) => SECRET_COLUMN.test(key)) &&
        keys.every((key) => SECRET_COLUMN.test(key) || /expir/i.test(key)) &&
        (isLookedUp || isByAddress(op))
      );
    })
  );
}

const EACH = /^(?:map|forEach|flatMap|reduce)$/;

/** Whether a call is made for each of many: who signs up makes one account. */
function isRepeated(call: CallLike, within: ts.Node): boolean {
  if (ts.isCallExpression(call) && EACH.test(calleeName(call) ?? '')) return true;
  for (let node: ts.Node = call; node !== within && (node.parent as ts.Node | undefined); node = node.parent) {
    if (ts.isForOfStatement(node) || ts.isForStatement(node)) return true;
    const { parent } = node;
    if (
      isFunctionNode(node) &&
      ts.isCallExpression(parent) &&
      parent.arguments[0] === node &&
      EACH.test(calleeName(parent) ?? '')
    )
      return true;
  }
  return false;
}

/** Whether whoever fills in the values of an account may choose what it may do: `{ role }`, `{ ...form.data }`. */
function givesRank(data: ts.Node): boolean {
  let gives = false;
  walk(data, (node) => {
    if (ts.isSpreadAssignment(node)) gives = true;
    const name = ts.isShorthandPropertyAssignment(node) || ts.isPropertyAssignment(node) ? propertyName(node.name) : '';
    if (/role|admin|permission|rank|privilege/i.test(name ?? ''))
      gives ||= ts.isShorthandPropertyAssignment(node) || !isConstant((node as ts.PropertyAssignment).initializer);
    return !gives;
  });
  return gives;
}

function isConstant(node: ts.Node): boolean {
  const inner = unwrap(node);
  return (
    ts.isStringLiteralLike(inner) ||
    ts.isNumericLiteral(inner) ||
    inner.kind === ts.SyntaxKind.FalseKeyword ||
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    // A member of an enumeration: `Role.Member`.
    (ts.isPropertyAccessExpression(inner) && /^[A-Z]/.test(inner.expression.getText()))
  );
}

/** A change of password by an account's id: the old one is asked for, and is not what is hashed. */
function changesPassword(context: FileContext, sites: readonly Site[]): boolean {
  const ops = sites.map(({ op }) => op);
  const rootsOf = (ref: Ref | undefined): readonly ts.Node[] =>
    ref ? context.values.roots(ref).map((value) => value.ref.node) : [];
  const asked = ops.flatMap((op) => (op.kind === 'verify' ? rootsOf(op.password) : []));
  return (
    ops.every((op) => !(op.kind === 'lucia' && op.method === 'createSession') && op.kind !== 'cookie') &&
    ops.every((op) => op.kind !== 'database' || op.verb !== 'insert') &&
    ops.some((op) => {
      const made = op.kind === 'hash' ? rootsOf(op.password) : [];
      return made.length > 0 && !made.some((node) => asked.includes(node));
    }) &&
    ops.some((op) => op.kind === 'database' && op.verb === 'update' && isChosenById(op))
  );
}

function isChosenById({ filter }: DatabaseOp): boolean {
  let byId = false;
  for (const { node } of filter)
    walk(node, (inner) => {
      byId ||= /^(?:user_?)?id$/i.test(columnIn(inner) ?? '');
      return !byId;
    });
  return byId;
}

/** What the handler itself does shows that it is meant for visitors without a session, or checks something else. */
export function isOpenByContent(context: FileContext, entry: EntryPoint, sites: readonly Site[]): boolean {
  for (const { op } of sites) {
    if (op.kind === 'exchange' || (op.kind === 'verify' && !changesPassword(context, sites))) return true;
    if (op.kind === 'lucia' && op.method === 'createSession') return true;
    if (op.kind === 'database' && op.verb === 'read' && ONE_TIME.test(op.tableName ?? '')) return true;
    if (op.kind === 'database' && isFoundBySecret(op)) return true;
  }
  if (makesAccount(entry, sites) || asksForCode(sites)) return true;
  let checks = false;
  walk(entry.fn.node, (node) => {
    if (checks) return false;
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      if (
        /signature|constructEvent|timingSafeEqual|verifyWebhook|verifySvix|svix|hmac|jwtVerify|verifyToken|verifyJwt|bearer|captcha|turnstile/i.test(
          name,
        )
      )
        checks = true;
      const isOfPassword = sites.some(({ op, at }) => op.kind === 'verify' && at === node);
      if (/^(?:verify|unsign|decrypt|decode)$/.test(name) && !isOfPassword) checks = true;
    }
    // A secret of the environment, or an Authorization header, compared with what was sent.
    // As the name of a property it belongs to a request that the handler makes itself.
    if (
      ts.isStringLiteralLike(node) &&
      !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
      /^(?:authorization|x-api-key|x-signature|stripe-signature|x-hub-signature(?:-256)?|x-cron-secret|svix-signature)$/i.test(
        node.text,
      )
    )
      checks = true;
    if (ts.isPropertyAccessExpression(node) && /SECRET|API_KEY|TOKEN/.test(node.name.text))
      checks ||= !isForService(node, entry.fn.node);
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'authorization') checks = true;
    // As an import of its own: `import { HOOK_TOKEN } from '$env/static/private'`.
    if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind))
      checks ||= [node.left, node.right].some((side) => {
        const inner = unwrap(side);
        return ts.isIdentifier(inner) && /^[A-Z0-9_]*(?:SECRET|API_KEY|TOKEN)[A-Z0-9_]*$/.test(inner.text);
      });
    return !checks;
  });
  return checks;
}

/** A secret that the handler itself shows to a service: `new Pusher({ secret: env.PUSHER_SECRET })`, the headers of a fetch(). */
function isForService(secret: ts.Node, within: ts.Node): boolean {
  for (let node = secret; node !== within && (node.parent as ts.Node | undefined); node = node.parent) {
    const { parent } = node;
    if (ts.isNewExpression(parent)) return parent.expression !== node;
    if (ts.isCallExpression(parent))
      return (
        parent.expression !== node && /^(?:fetch|\$fetch|config|configure|set[A-Z]\w*)$/.test(calleeName(parent) ?? '')
      );
    if (ts.isPropertyAssignment(parent) && /^(?:headers|authorization)$/i.test(propertyName(parent.name) ?? ''))
      return true;
    if (ts.isStatement(parent) && !ts.isVariableStatement(parent)) return false;
  }
  return false;
}
