import type { FileContext } from '../../../core/context';
import { isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, ts, unwrap } from '../../../core/syntax';
import { numberOf } from '../../_shared/parameters';

const MIN = 8;
const MAX = 64;

export default defineRule({
  id: 'password-length-limits',
  family: 'passwords',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 521,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A schema or check lets passwords of fewer than 8 characters through, or refuses ones of 64.',
    why: 'Short passwords are guessed first. A low maximum keeps people from using long phrases and what their password manager makes.',
    how: 'Require at least 8 characters and allow at least 64. With bcrypt, refuse more than 72 bytes, for it ignores the rest.',
    limits:
      "Looks at zod-like schemas and at comparisons of a password's length with a number, on sign-up and on change alike.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 6.2.1 and 6.2.9',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md',
    },
    {
      title: 'OWASP Authentication Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#implement-proper-password-strength-controls',
    },
  ],
  messages: {
    min: 'Passwords of {n} characters pass here; require at least 8.',
    max: 'Passwords of more than {n} characters are refused here; allow at least 64.',
  },
  words: ['assw', 'pwd'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call);
      if (
        (name !== 'min' && name !== 'max' && name !== 'minLength' && name !== 'maxLength' && name !== 'length') ||
        !call.arguments[0]
      )
        continue;
      if (!isSchemaOfPassword(call)) continue;
      const n = numberOf(context, context.ref(call.arguments[0]));
      if (n === undefined) continue;
      if (name.startsWith('min') && n < MIN) report({ at: call.arguments[0], message: 'min', data: { n } });
      if (name.startsWith('max') && n < MAX) report({ at: call.arguments[0], message: 'max', data: { n } });
    }
    for (const binary of context.file.binaries) check(context, binary, report);
  },
});

/** `password: z.string().min(6)`: the call is in the initializer of a property called password. */
function isSchemaOfPassword(call: ts.CallExpression): boolean {
  let current: ts.Node = call;
  while (current.parent && (ts.isPropertyAccessExpression(current.parent) || ts.isCallExpression(current.parent)))
    current = current.parent;
  const holder = current.parent as ts.Node | undefined;
  const name =
    holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder)) && ts.isIdentifier(holder.name)
      ? holder.name.text.replace(/Schema$/, '')
      : undefined;
  return name !== undefined && isPasswordName(name);
}

/** `password.length < 6` and its mirror images. */
function check(
  context: FileContext,
  binary: ts.BinaryExpression,
  report: (finding: { at: ts.Node; message: string; data: { n: number } }) => void,
): void {
  const length = memberOf(unwrap(binary.left));
  if (length?.name !== 'length' || !context.roles.isPassword(context.ref(length.object))) return;
  const n = numberOf(context, context.ref(binary.right));
  if (n === undefined || n === 0) return;
  switch (binary.operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
      if (n < MIN) report({ at: binary, message: 'min', data: { n } });
      break;
    case ts.SyntaxKind.LessThanEqualsToken:
      if (n + 1 < MIN) report({ at: binary, message: 'min', data: { n: n + 1 } });
      break;
    case ts.SyntaxKind.GreaterThanToken:
      if (n > 1 && n < MAX && isRefusal(binary)) report({ at: binary, message: 'max', data: { n } });
      break;
    default:
      break;
  }
}

/** In `length > 4` that lets a password through, the number is a minimum; alone or after || it refuses. */
function isRefusal(binary: ts.BinaryExpression): boolean {
  const { parent } = binary;
  return (
    ts.isIfStatement(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  );
}
