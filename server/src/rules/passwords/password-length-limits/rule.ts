import type { FileContext } from '../../../core/context';
import { isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import type { Report } from '../../../core/rule';
import { calleeName, memberOf, propertyName, textOf, ts, unwrap, walk } from '../../../core/syntax';
import { lengthLimitFix } from '../../_shared/length-fix';
import type { LengthLimit } from '../../_shared/length-fix';
import { numberOf } from '../../_shared/parameters';

const MIN = 8;
const MAX = 64;

export default defineRule<LengthLimit>({
  id: 'password-length-limits',
  family: 'passwords',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 521,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A schema or check lets passwords of fewer than 8 characters through, or refuses ones of 64.',
    why: 'Short passwords are guessed first. A low maximum keeps people from using long phrases and what their password manager makes.',
    how: 'Require at least 8 characters and allow at least 64. With bcrypt, refuse more than 72 bytes, for it ignores the rest.',
    limits:
      "Looks at schemas (zod-like builders, JSON Schema, class-validator) and at comparisons of a password's length with a number, on sign-up and on change alike.",
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
    const bound = (kind: 'min' | 'max', limit: ts.Node): void => {
      const n = numberOf(context, context.ref(limit));
      if (n === undefined || (kind === 'min' && n === 1 && isOfKnown(limit))) return;
      const wanted = kind === 'min' ? MIN : MAX;
      if (n < wanted)
        report({ at: limit, message: kind, data: { n }, state: { kind, limit, wanted, characters: [n, wanted] } });
    };
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const [first, second] = call.arguments;
      const kind = boundOf(calleeName(call));
      if (kind && first && isSchemaOfPassword(call)) bound(kind, first);
      // @Length(6, 20), @MinLength(6): class-validator.
      if (first && ts.isDecorator(call.parent) && isPasswordProperty(call.parent.parent)) {
        const name = calleeName(call);
        if (name === 'MinLength' || name === 'Length') bound('min', first);
        if (name === 'MaxLength') bound('max', first);
        if (name === 'Length' && second) bound('max', second);
      }
    }
    // { minLength: 6, maxLength: 20 }: JSON Schema and the builders that take its keywords.
    for (const object of context.file.objects) {
      if (!isSchemaOfPassword(object)) continue;
      for (const property of object.properties) {
        if (!ts.isPropertyAssignment(property)) continue;
        const name = propertyName(property.name);
        if (name === 'minLength') bound('min', property.initializer);
        if (name === 'maxLength') bound('max', property.initializer);
      }
    }
    for (const binary of context.file.binaries) check(context, binary, report);
  },
  fixes: (limit, context) => lengthLimitFix(limit, context),
});

/** Whether a password is asked for that somebody has already: there a minimum of one only says that it may not be left out. */
function isOfKnown(limit: ts.Node): boolean {
  for (let node = limit; !ts.isSourceFile(node); node = node.parent) {
    const name =
      ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)
        ? node.name.getText()
        : ts.isClassLike(node)
          ? (node.name?.text ?? '')
          : '';
    if (/^(?:current|old|existing)|log_?in|sign_?in|authenticat|delet/i.test(name)) return true;
  }
  return false;
}

function boundOf(name: string | undefined): 'min' | 'max' | undefined {
  if (name === 'min' || name === 'minLength') return 'min';
  return name === 'max' || name === 'maxLength' ? 'max' : undefined;
}

/** `password: z.string().min(6)`: the node is in the initializer of a property called password. */
function isSchemaOfPassword(node: ts.Node): boolean {
  let current = node;
  while (current.parent && (ts.isPropertyAccessExpression(current.parent) || ts.isCallExpression(current.parent)))
    current = current.parent;
  return isPasswordProperty(current.parent);
}

function isPasswordProperty(node: ts.Node | undefined): boolean {
  const isHolder =
    node && (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node));
  const name = isHolder && ts.isIdentifier(node.name) ? node.name.text.replace(/Schema$/, '') : undefined;
  return name !== undefined && isPasswordName(name);
}

/** `password.length < 6` and its mirror images. */
function check(
  context: FileContext,
  binary: ts.BinaryExpression,
  report: (finding: Report<LengthLimit>) => void,
): void {
  const length = memberOf(unwrap(binary.left));
  if (length?.name !== 'length' || !context.roles.isPassword(context.ref(length.object))) return;
  const n = numberOf(context, context.ref(binary.right));
  if (n === undefined || n === 0) return;
  const limit = binary.right;
  switch (binary.operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
      if (n < MIN)
        report({
          at: binary,
          message: 'min',
          data: { n },
          state: { kind: 'min', limit, wanted: MIN, characters: [n, MIN] },
        });
      break;
    case ts.SyntaxKind.LessThanEqualsToken:
      if (n + 1 < MIN)
        report({
          at: binary,
          message: 'min',
          data: { n: n + 1 },
          state: { kind: 'min', limit, wanted: MIN - 1, characters: [n + 1, MIN] },
        });
      break;
    case ts.SyntaxKind.GreaterThanToken:
      if (n > 1 && n < MAX && isRefusal(binary))
        report({
          at: binary,
          message: 'max',
          data: { n },
          state: { kind: 'max', limit, wanted: MAX, characters: [n, MAX] },
        });
      break;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      if (n < MIN && isRange(binary))
        report({
          at: binary,
          message: 'min',
          data: { n },
          state: { kind: 'min', limit, wanted: MIN, characters: [n, MIN] },
        });
      break;
    default:
      break;
  }
  if (binary.operatorToken.kind === ts.SyntaxKind.LessThanEqualsToken && n >= MIN && n < MAX && isRange(binary))
    report({
      at: binary,
      message: 'max',
      data: { n },
      state: { kind: 'max', limit, wanted: MAX, characters: [n, MAX] },
    });
}

/** `length >= 6 && length <= 32`: what lies between the two is let through. */
function isRange(binary: ts.BinaryExpression): boolean {
  const { parent } = binary;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken)
    return false;
  let chain: ts.Node = parent;
  while (ts.isBinaryExpression(chain.parent) && chain.parent.operatorToken.kind === parent.operatorToken.kind)
    chain = chain.parent;
  const isLower = binary.operatorToken.kind === ts.SyntaxKind.GreaterThanEqualsToken;
  const subject = textOf(binary.left);
  let found = false;
  walk(chain, (node) => {
    if (!ts.isBinaryExpression(node) || node === binary || textOf(node.left) !== subject) return true;
    const { kind } = node.operatorToken;
    if (isLower) found ||= kind === ts.SyntaxKind.LessThanEqualsToken || kind === ts.SyntaxKind.LessThanToken;
    else found ||= kind === ts.SyntaxKind.GreaterThanEqualsToken || kind === ts.SyntaxKind.GreaterThanToken;
    return true;
  });
  return found;
}

/** In `length > 4` that lets a password through, the number is a minimum; alone or after || it refuses. */
function isRefusal(binary: ts.BinaryExpression): boolean {
  const { parent } = binary;
  return (
    ts.isIfStatement(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  );
}
