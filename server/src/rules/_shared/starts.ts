import { isEquality } from '../../core/conditions';
import { memberOf, stringValue, ts, unwrap } from '../../core/syntax';

/** What is known of the start of an address. */
export interface Start {
  /** It is a slash. */
  readonly slash: boolean;
  /** It is not two of them. */
  readonly single: boolean;
  /** It is not the scheme of another site. */
  readonly plain: boolean;
}

export const UNKNOWN: Start = { slash: false, single: false, plain: false };

/** What a condition says of an address: that it is one of ours, or how it starts. */
export type Saying = 'checked' | keyof Start;

/** Undefined when enough is known: the value cannot lead to another site. */
export function added(before: Start, said: ReadonlySet<Saying>): Start | undefined {
  const slash = before.slash || said.has('slash');
  const single = before.single || said.has('single');
  const plain = before.plain || said.has('plain');
  return said.has('checked') || (single && (slash || plain)) ? undefined : { slash, single, plain };
}

interface StartTest {
  readonly of: ts.Expression;
  /** Undefined where it is not written out. */
  readonly text: string | undefined;
  readonly from: number;
  /** Whether this is how the text starts. */
  readonly holds: boolean;
}

/** A test of how a text starts: `to.startsWith('/')`, `to[1] === '/'`, `to.slice(0, 2) !== '//'`. */
export function startTest(node: ts.Node, truth: boolean): StartTest | undefined {
  if (ts.isCallExpression(node)) {
    const member = memberOf(unwrap(node.expression));
    const text = stringValue(node.arguments[0]);
    if (member?.name === 'startsWith') return { of: member.object, text, from: 0, holds: truth };
    // Without two slashes anywhere there are none at its start.
    return member?.name === 'includes' && text === '//' && !truth
      ? { of: member.object, text, from: 0, holds: false }
      : undefined;
  }
  const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
  if (!equality || !ts.isBinaryExpression(node)) return undefined;
  const holds = truth === (equality === 'equal');
  const piece = unwrap(node.left);
  const text = stringValue(node.right);
  if (text !== undefined && ts.isElementAccessExpression(piece) && ts.isNumericLiteral(piece.argumentExpression))
    return { of: piece.expression, text, from: Number(piece.argumentExpression.text), holds };
  const member = ts.isCallExpression(piece) ? memberOf(unwrap(piece.expression)) : undefined;
  if (!member || !ts.isCallExpression(piece)) return undefined;
  const [first] = piece.arguments;
  if (
    text !== undefined &&
    first &&
    /^(?:charAt|at|slice|substring|substr)$/.test(member.name) &&
    ts.isNumericLiteral(first)
  )
    return { of: member.object, text, from: Number(first.text), holds };
  return member.name === 'indexOf' && node.right.getText() === '0'
    ? { of: member.object, text: stringValue(first), from: 0, holds }
    : undefined;
}

export function saidByStart({ text, from, holds }: StartTest): readonly Saying[] {
  if (from > 0) return from === 1 && !holds && (text === '/' || text === '\\') ? ['single'] : [];
  if (text === '/') return holds ? ['slash'] : [];
  if (text === '//' || text === '/\\') return holds ? [] : ['single'];
  if (text !== undefined && /^https?(?::\/{0,2})?$/i.test(text)) return holds ? [] : ['plain'];
  return holds ? ['checked'] : [];
}
