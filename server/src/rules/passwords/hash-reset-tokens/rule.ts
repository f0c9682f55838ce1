import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { defineRule } from '../../../core/rule';
import { calleeName, propertyName, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { numberOf } from '../../_shared/parameters';

const TABLE = /reset|verif|magic|invit|recover|api_?(?:key|token)|access_?token|bot_?token|one_?time/i;
const RANDOM =
  /^(?:generateIdFromEntropySize|generateId|generateRandomString|randomBytes|randomUUID|nanoid|createId|cuid|uuidv?4?|v4|ulid|generateToken)$/;

export default defineRule({
  id: 'hash-reset-tokens',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 640,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A generated reset, verification or API token is stored as it is.',
    why: 'Such a token is as good as the password for as long as it lives. Whoever reads the table can take over every account that has one.',
    how: 'Store the SHA-256 of the token and look it up by that; let it expire and delete it on use.',
    limits: 'Short one-time codes that expire are left alone: hashing does not help them.',
  },
  sources: [
    {
      title: 'Lucia v3: password reset',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/email-and-password/password-reset.md',
    },
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
  ],
  messages: {
    stored: 'This token is stored as it is; store only its SHA-256, let it expire and delete it on use.',
  },
  words: ['token', 'Token', 'TOKEN', 'key', 'Key', 'link', 'Link'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const { op, direct } of context.ops.sites(owner)) {
        if (!direct || op.kind !== 'database' || op.verb !== 'insert' || !TABLE.test(op.tableName ?? '')) continue;
        for (const value of tokenColumns(context, op)) {
          if (reported.has(value.node) || !isHandedOut(context, value) || !isRandomToken(context, value)) continue;
          reported.add(value.node);
          report({ at: value.node, message: 'stored', related: [context.related(op.call, 'It is stored here.')] });
        }
      }
    }
  },
});

/** What is written into a column called token, id, key or hash of such a table. */
function tokenColumns(context: FileContext, op: DatabaseOp): readonly Ref[] {
  if (op.sql !== undefined) return op.data;
  const found: Ref[] = [];
  for (const data of op.data) {
    for (const value of context.values.roots(data)) {
      const object = value.ref.node;
      if (!ts.isObjectLiteralExpression(object) || value.path.length || value.ref.file !== context.file) continue;
      for (const property of object.properties) {
        const name = propertyName(property.name);
        const part = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        if (
          part &&
          name !== undefined &&
          /token|^id$|key|secret|link|^value$/i.test(name) &&
          !/user|expires|type/i.test(name)
        )
          found.push({ ...value.ref, node: part });
      }
    }
  }
  const hasToken = found.some((ref) => /token|key|secret/i.test(ref.node.getText()));
  // The id is the token where the table has no other column for it.
  return hasToken ? found.filter((ref) => !isPlainId(ref)) : found;
}

function isPlainId(ref: Ref): boolean {
  const { parent } = ref.node;
  const name =
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && propertyName(parent.name);
  return name === 'id' && !/token/i.test(ref.node.getText());
}

/** Made by a generator, at the length of a token. */
function isRandomToken(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some((value) => {
    const { node } = value.ref;
    if (value.path.length || !ts.isCallExpression(node)) return false;
    const name = calleeName(node) ?? '';
    if (/^toString$/.test(name)) {
      const object = ts.isPropertyAccessExpression(unwrap(node.expression))
        ? (unwrap(node.expression) as ts.PropertyAccessExpression).expression
        : undefined;
      return !!object && isRandomToken(context, { ...value.ref, node: object });
    }
    if (!RANDOM.test(name)) return false;
    const length = node.arguments[0] ? numberOf(context, { ...value.ref, node: node.arguments[0] }) : undefined;
    // generateRandomString(8, alphabet('0-9')): a code that people type.
    if (name === 'generateRandomString' && (length ?? 0) < 12) return false;
    return true;
  });
}

/** The variable is used beyond the insert: somebody gets the token. */
function isHandedOut(context: FileContext, ref: Ref): boolean {
  const inner = unwrap(ref.node);
  if (!ts.isIdentifier(inner)) return false;
  const uses = context.file.bindings.get(inner)?.uses ?? [];
  const used = uses.filter((use) => use !== inner);
  const isHashed = used.some((use) => {
    let current: ts.Node = use;
    while (current.parent && !ts.isStatement(current.parent)) {
      current = current.parent;
      if (ts.isCallExpression(current) && /sha256|createHash|digest|hash/i.test(calleeName(current) ?? '')) return true;
    }
    return false;
  });
  return used.length > 0 && !isHashed;
}
