import { isEquality } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import { argumentsOf, memberOf, ts, unwrap } from '../../core/syntax';
import { sameRoot } from '../../core/values';
import type { Ref, Value } from '../../core/values';
import { isEnvironmentSecret } from './environment';

/**
 * Whether a value is used where it is known not to be the secret of the environment that it was compared with. A header
 * that is read for such a secret is no session's, and a wrong one opens nothing.
 */
export function isRefusedSecret(context: FileContext, ref: Ref): boolean {
  const wanted = origins(context, ref);
  const holds = (side: Ref): boolean =>
    origins(context, side).some((value) =>
      wanted.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')),
    );
  const refuses = (condition: Ref, truth: boolean, depth = 0): boolean => {
    const node = unwrap(condition.node);
    const at = (next: ts.Node): Ref => ({ ...condition, node: next });
    if (depth > 6) return false;
    if (ts.isPrefixUnaryExpression(node)) return refuses(at(node.operand), !truth, depth + 1);
    if (ts.isCallExpression(node)) {
      const given = argumentsOf(node).map(at);
      return !truth && given.some(holds) && given.some((argument) => isEnvironmentSecret(context, argument));
    }
    if (!ts.isBinaryExpression(node)) return false;
    const operator = node.operatorToken.kind;
    const sides = [at(node.left), at(node.right)];
    // `!SECRET || header !== SECRET`: without a secret nothing is accepted either.
    if (operator === (truth ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken))
      return sides.some((side) => refuses(side, truth, depth + 1));
    const equality = isEquality(operator);
    return (
      equality === (truth ? 'unequal' : 'equal') &&
      sides.some(holds) &&
      sides.some((side) => isEnvironmentSecret(context, side))
    );
  };
  let current = ref.node;
  for (let parent = current.parent as ts.Node | undefined; parent; current = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || current === parent.expression) continue;
    if (refuses({ ...ref, node: parent.expression }, current === parent.thenStatement)) return true;
  }
  return context.conditions.known(ref).some((fact) => refuses(fact.ref, fact.truth));
}

/** Where a text comes from, and what it was taken out of: `header.slice(7)`, `header.split(' ')[1]`. */
function origins(context: FileContext, ref: Ref, depth = 0): readonly Value[] {
  return context.values.roots(ref).flatMap((value): readonly Value[] => {
    const { node } = value.ref;
    const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
    const isPart = !!member && /^(?:slice|substring|substr|split|replace|trim)$/.test(member.name);
    return isPart && depth < 3 ? origins(context, { ...value.ref, node: member.object }, depth + 1) : [value];
  });
}
