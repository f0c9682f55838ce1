import type { FileContext } from '../../core/context';
import { calleeName, memberOf, ts, unwrap } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** The verifier that a challenge is the digest of, or that is sent as it is. */
export function verifierBehind(context: FileContext, challenge: Ref, depth = 0): Ref | undefined {
  const found = context.values.deepRoots(challenge);
  const [only] = found;
  if (!only || found.length !== 1 || only.path.length || depth > 3) return found.length ? challenge : undefined;
  const { node } = only.ref;
  const parts = ts.isCallExpression(node) ? derivedFrom(context, only.ref as Ref<ts.CallExpression>) : undefined;
  if (parts?.length === 1) return verifierBehind(context, { ...only.ref, node: parts[0]! }, depth + 1);
  return challenge;
}

/** For an unkeyed digest or an encoding: what it is made of. */
export function derivedFrom(context: FileContext, call: Ref<ts.CallExpression>): readonly ts.Node[] | undefined {
  const { node } = call;
  const name = calleeName(node) ?? '';
  const member = memberOf(unwrap(node.expression));
  if (member && name === 'digest' && !/\bsubtle$/.test(member.object.getText())) {
    const parts: ts.Node[] = [];
    for (const value of context.values.roots({ ...call, node: member.object })) {
      let inner: ts.Node = value.ref.node;
      for (let next = updateOf(inner); next; next = updateOf(inner)) {
        parts.push(...next.input);
        inner = next.object;
      }
      if (!ts.isCallExpression(inner) || calleeName(inner) !== 'createHash') return undefined;
    }
    return parts.length ? parts : undefined;
  }
  const [first] = node.arguments;
  if (!first) return undefined;
  if (member && name === 'from' && ts.isIdentifier(unwrap(member.object)) && member.object.getText() === 'Buffer')
    return [first];
  return context.values
    .callees(call)
    .some(
      (callee) =>
        /^@?oslo/.test(callee.external?.module ?? '') &&
        /^(?:encode(?:Base|Hex)|base(?:32|64)|sha(?:1|256|512)$)/.test(callee.external!.name),
    )
    ? [first]
    : undefined;
}

function updateOf(node: ts.Node): { readonly object: ts.Node; readonly input: readonly ts.Node[] } | undefined {
  const inner = unwrap(node);
  if (!ts.isCallExpression(inner) || calleeName(inner) !== 'update') return undefined;
  const member = memberOf(unwrap(inner.expression));
  return member && { object: unwrap(member.object), input: inner.arguments.slice(0, 1) };
}
