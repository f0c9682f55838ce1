import type { FileContext } from '../../core/context';
import { calleeName, ts } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** `process.env.CRON_SECRET`, `useRuntimeConfig().cronSecret`, `Bearer ${SECRET}`. */
export function isEnvironmentSecret(context: FileContext, ref: Ref, depth = 0): boolean {
  if (depth > 3) return false;
  return context.values.roots(ref).some((value) => {
    const { node } = value.ref;
    const last = value.path[value.path.length - 1] ?? value.external?.name;
    const isEnvironment =
      value.path.includes('env') ||
      /^\$env\//.test(value.external?.module ?? '') ||
      (ts.isCallExpression(node) && calleeName(node) === 'useRuntimeConfig' && !value.path.includes('public')) ||
      (ts.isIdentifier(node) && /^(?:process|env|import)$/.test(node.text));
    if (last !== undefined && isEnvironment && /SECRET|KEY|TOKEN|PASSWORD/i.test(last)) return true;
    if (ts.isTemplateExpression(node))
      return node.templateSpans.some((span) =>
        isEnvironmentSecret(context, { ...value.ref, node: span.expression }, depth + 1),
      );
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return isEnvironmentSecret(context, { ...value.ref, node: node.right }, depth + 1);
    }
    return false;
  });
}
