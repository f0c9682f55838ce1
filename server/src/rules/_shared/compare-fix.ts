import type { FileContext } from '../../core/context';
import { freshName, inFile, insertAt } from '../../core/edit';
import type { Fix } from '../../core/rule';
import { calleeName, memberOf, stringValue, textOf, ts, unwrap } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { nodeCrypto, textComparer } from './crypto-fix';
import { declareBefore, importOf, isJavaScript } from './insert-fix';

/** Replaces `a === b` by a comparison in constant time that is false when either side is no text. */
export function constantTimeCompareFix(context: FileContext, binary: ts.BinaryExpression): readonly Fix[] {
  const edits = rewrite(context, binary);
  return edits
    ? [
        {
          title: 'Compare in constant time',
          kind: 'suggested',
          edits: () => inFile(context.file, ...edits),
        },
      ]
    : [];
}

function rewrite(context: FileContext, binary: ts.BinaryExpression): readonly (TextEdit | undefined)[] | undefined {
  const { file } = context;
  const { left, right, operatorToken } = binary;
  if ([left, right].some((side) => isBytes(context, side))) return undefined;
  // A comment between the sides would go with the operator.
  const gap = file.text.slice(left.end, right.getStart());
  if (gap.trim() !== textOf(operatorToken)) return undefined;
  const not =
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken
      ? '!'
      : '';
  const own = textComparer(context);
  const name = own ?? freshName(file, 'isSameText');
  const brought = own ? [] : comparer(context, binary, name);
  if (!brought) return undefined;
  return [
    ...brought,
    insertAt(binary.getStart(), `${not}${name}(`),
    { start: left.end, end: right.getStart(), newText: ', ' },
    insertAt(binary.end, ')'),
  ];
}

/** A buffer is never equal to another by `===`: such a comparison is broken in another way. */
function isBytes(context: FileContext, side: ts.Expression): boolean {
  return context.values.deepRoots(context.ref(side)).some(({ ref: { node } }) => {
    if (!ts.isCallExpression(node)) return false;
    const name = calleeName(node) ?? '';
    if (name === 'digest') return !node.arguments.length;
    if (name === 'from' || name === 'alloc') return memberOf(unwrap(node.expression))?.object.getText() === 'Buffer';
    return /^(?:scrypt|pbkdf2)/i.test(name);
  });
}

/** The function that compares, with what it needs: Node's crypto, or the constant-time comparison of Oslo elsewhere. */
function comparer(context: FileContext, at: ts.Node, name: string): readonly (TextEdit | undefined)[] | undefined {
  const { file } = context;
  const [parameters, result] = isJavaScript(context.path) ? ['a, b', ''] : ['a: unknown, b: unknown', ': boolean'];
  const write = (bytes: (text: string) => string, compare: string): TextEdit | undefined =>
    declareBefore(
      context,
      at,
      `/** Whether two texts are the same, in a time that does not tell where they differ. */
function ${name}(${parameters})${result} {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const left = ${bytes('a')};
  const right = ${bytes('b')};
  return left.length === right.length && ${compare}(left, right);
}`,
    );
  const isOslo = context.version('@oslojs/crypto') !== undefined;
  const usesOslo = file.imports.some((declaration) =>
    /^@oslojs\/crypto\//.test(stringValue(declaration.moduleSpecifier) ?? ''),
  );
  const node = isOslo && usesOslo ? undefined : nodeCrypto(context, 'timingSafeEqual');
  if (node) {
    const declared = write((text) => `Buffer.from(${text})`, node.text);
    return declared && [node.edit, declared];
  }
  const oslo = isOslo ? importOf(context, '@oslojs/crypto/subtle', 'constantTimeEqual') : undefined;
  const declared = oslo && write((text) => `new TextEncoder().encode(${text})`, oslo.text);
  return oslo && declared && [oslo.edit, declared];
}
