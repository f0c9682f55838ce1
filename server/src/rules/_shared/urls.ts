import type { FileContext } from '../../core/context';
import { calleeName, memberOf, propertyName, ts, unwrap } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** Functions that send the browser to another address. */
export const REDIRECT = /^(?:redirect|sendRedirect|permanentRedirect)$/;

/** What a URL is made of: itself, the arguments of `new URL(…)` and of `new URLSearchParams(…)`. */
export function urlParts(context: FileContext, ref: Ref, depth = 0): readonly Ref[] {
  if (depth > 4) return [ref];
  return context.roles.parts(ref).flatMap((part): readonly Ref[] => {
    const made = context.values.roots(part).flatMap((value): readonly Ref[] => {
      const { node } = value.ref;
      const inside = value.path.every((step) => step === 'href' || step === 'pathname');
      if (ts.isNewExpression(node) && inside && /^URL(?:SearchParams)?$/.test(calleeName(node) ?? ''))
        return (node.arguments ?? []).map((argument) => ({ ...value.ref, node: argument }));
      return ts.isTemplateExpression(node) && node !== part.node && !value.path.length ? [value.ref] : [];
    });
    return made.length ? made.flatMap((inner) => urlParts(context, inner, depth + 1)) : [part];
  });
}

/** Whether the browser is sent to the URL that search parameters belong to. */
export function isRedirectedTo(context: FileContext, params: ts.Node): boolean {
  const member = memberOf(unwrap(params));
  const url = unwrap(member?.name === 'searchParams' ? member.object : params);
  if (!ts.isIdentifier(url)) return false;
  const isUrl = context.values
    .roots(context.ref(url))
    .some(({ ref }) => ts.isNewExpression(ref.node) && /^URL(?:SearchParams)?$/.test(calleeName(ref.node) ?? ''));
  if (!isUrl) return false;
  return (context.file.bindings.get(url)?.uses ?? []).some((use) => {
    let current: ts.Node = use;
    while (current.parent && !ts.isStatement(current.parent)) {
      current = current.parent;
      if (ts.isCallExpression(current) && REDIRECT.test(calleeName(current) ?? '')) return true;
      if (ts.isPropertyAssignment(current) && /^location$/i.test(propertyName(current.name) ?? '')) return true;
    }
    return false;
  });
}
