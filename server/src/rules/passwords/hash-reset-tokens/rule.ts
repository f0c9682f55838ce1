import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, isFunctionNode, propertyName, ts, unwrap } from '../../../core/syntax';
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
  words: ['token', 'Token', 'TOKEN', 'key', 'Key', 'link', 'Link', 'secret', 'Secret'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const { op, direct } of context.ops.sites(owner)) {
        if (!direct || op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) continue;
        // Tokens are also kept in a column of the account: user.resetToken.
        const columns = TABLE.test(op.tableName ?? '')
          ? op.verb === 'insert'
            ? tokenColumns(context, op)
            : []
          : namedColumns(context, op);
        for (const value of columns) {
          if (reported.has(value.node) || !isStoredAsItIs(context, value)) continue;
          reported.add(value.node);
          report({ at: value.node, message: 'stored', related: [context.related(op.call, 'It is stored here.')] });
        }
      }
    }
  },
});

/** Made here and handed out, or made by a caller that hands it to this function. */
function isStoredAsItIs(context: FileContext, value: Ref): boolean {
  if (isRandomToken(context, value)) return isHandedOut(value);
  for (const { ref, path } of context.values.roots(value)) {
    const parameter = ref.node;
    if (path.length || !ts.isParameter(parameter) || !isFunctionNode(parameter.parent)) continue;
    const fn = parameter.parent;
    const index = fn.parameters.indexOf(parameter);
    const callers = context.roles.callersOf({ node: fn, file: ref.file });
    if (
      callers.some((call) => {
        const argument = argumentsOf(call.node)[index];
        const given = argument && { ...call, node: argument };
        return !!given && isRandomToken(context, given) && isHandedOut(given);
      })
    )
      return true;
  }
  return false;
}

const COLUMN =
  /^(?:\w+_)?(?:reset|recover\w*|verif\w*|magic|invit\w*|confirm\w*|activation|forgot\w*|api|access)_?(?:pass(?:word)?_?|e?mail_?|link_?)?(?:token|key|secret)$/i;

/** What is written into columns that are called after such a token. */
function namedColumns(context: FileContext, op: DatabaseOp): readonly Ref[] {
  return op.data.flatMap((data) =>
    context.values.roots(data).flatMap(({ ref, path }) => {
      const object = ref.node;
      if (!ts.isObjectLiteralExpression(object) || path.length || ref.file !== context.file) return [];
      return object.properties.flatMap((property): readonly Ref[] => {
        const name = propertyName(property.name);
        if (name === undefined || !COLUMN.test(name)) return [];
        if (ts.isPropertyAssignment(property)) return [{ ...ref, node: property.initializer }];
        return ts.isShorthandPropertyAssignment(property) ? [{ ...ref, node: property.name }] : [];
      });
    }),
  );
}

/** What is written into a column called token, id, key or hash of such a table. */
function tokenColumns(context: FileContext, op: DatabaseOp): readonly Ref[] {
  if (op.sql !== undefined) return op.data;
  const found: Ref[] = [];
  for (const data of op.data) {
    for (const value of context.values.roots(data)) {
      const object = value.ref.node;
      if (!ts.isObjectLiteralExpression(object) || value.path.length || value.ref.file !== context.file) continue;
      // With a code that people type, the id alone opens nothing.
      const hasCode = object.properties.some((property) => /^(?:code|otp)$/i.test(propertyName(property.name) ?? ''));
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
          !/user|expires|type/i.test(name) &&
          !(name === 'id' && hasCode)
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
    if (!RANDOM.test(name)) return isRandomText(context, value.ref as Ref<ts.CallExpression>);
    const length = node.arguments[0] ? numberOf(context, { ...value.ref, node: node.arguments[0] }) : undefined;
    // generateRandomString(8, alphabet('0-9')): a code that people type.
    if (name === 'generateRandomString' && (length ?? 0) < 12) return false;
    return true;
  });
}

/** An encoding of random bytes, or an own function that returns one. */
function isRandomText(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  return context.values.deepRoots(call).some(({ ref, path }) => {
    if (path.length || !ts.isCallExpression(ref.node)) return false;
    const name = calleeName(ref.node) ?? '';
    if (ref.node !== call.node && RANDOM.test(name) && name !== 'generateRandomString') return true;
    const [bytes] = ref.node.arguments;
    if (!bytes || !/^(?:encode\w*|base32|base64\w*|hex|toHex)$/.test(name)) return false;
    return context.values.roots({ ...ref, node: bytes }).some((value) => {
      const made = value.ref.node;
      if (value.path.length) return false;
      return ts.isNewExpression(made)
        ? calleeName(made) === 'Uint8Array'
        : ts.isCallExpression(made) && /^(?:getRandomValues|randomBytes)$/.test(calleeName(made) ?? '');
    });
  });
}

/** The variable is used beyond the insert: somebody gets the token. */
function isHandedOut(ref: Ref): boolean {
  const inner = unwrap(ref.node);
  if (!ts.isIdentifier(inner)) return false;
  const uses = ref.file.bindings.get(inner)?.uses ?? [];
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
