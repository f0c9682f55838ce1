import type { FileContext } from '../../core/context';
import { calleeName, memberOf, ts, unwrap } from '../../core/syntax';
import type { Ref } from '../../core/values';

const MOUNT = /^(?:use|route|mount|register)$/;

/** The calls of the project that mount what a router's constructor makes: `app.route('/notes', notes)`. */
export function mountsOf(context: FileContext, router: ts.Node): readonly Ref<ts.CallExpression>[] {
  const found: Ref<ts.CallExpression>[] = [];
  for (const path of new Set([context.path, ...context.project.filesNear(context.path)])) {
    if (!/\.(?:use|route|mount|register)\(/.test(context.project.text(path) ?? '')) continue;
    const file = path === context.path ? context.file : context.project.model(path);
    for (const node of file?.calls ?? []) {
      if (!ts.isCallExpression(node) || !MOUNT.test(calleeName(node) ?? '') || !memberOf(unwrap(node.expression)))
        continue;
      if (node.arguments.some((argument) => madeBy(context, { node: argument, file: file! }) === router))
        found.push({ node, file: file! });
    }
  }
  return found;
}

/** The constructor of the router that an expression stands for: a chain of its methods gives it back. */
export function madeBy(context: FileContext, ref: Ref, depth = 0): ts.Node | undefined {
  for (const value of context.values.roots(ref)) {
    if (value.path.length || value.external) continue;
    let start = unwrap(value.ref.node);
    while (ts.isCallExpression(start)) {
      const member = memberOf(unwrap(start.expression));
      if (!member) break;
      start = unwrap(member.object);
    }
    if (ts.isNewExpression(start) || ts.isCallExpression(start)) return start;
    const inner =
      ts.isIdentifier(start) && depth < 3 ? madeBy(context, { ...value.ref, node: start }, depth + 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
