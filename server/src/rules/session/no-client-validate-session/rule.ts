import type { FileContext } from '../../../core/context';
import { hasServerDirective } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, stringValue, ts, unwrap } from '../../../core/syntax';
import type { FunctionNode } from '../../../core/syntax';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { saysSession } from '../../_shared/session';

export default defineRule({
  id: 'no-client-validate-session',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 749,
  frameworks: ['next', 'solidstart'],
  fixable: 'none',
  docs: {
    what: "A function exported from a 'use server' file takes a session id and hands it to Lucia, or a client component imports the Lucia instance or a helper that calls it.",
    why: "Every export of a 'use server' file is a public endpoint: whoever calls it chooses the session id, learns whether it is valid, or ends somebody's session. In a client component the instance would carry the database adapter into the browser.",
    how: "Keep such helpers in a module without 'use server' (with `import \"server-only\"`), and let server functions read the id from the request's own cookie.",
    limits: 'Server functions without a session id among their parameters are fine, as are type imports.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    { title: 'Next.js: Server Functions security', url: 'https://nextjs.org/docs/app/guides/data-security' },
  ],
  messages: {
    endpoint:
      "`{name}` is a public endpoint and takes a session id from the caller: read it from the request's cookie instead.",
    through: 'This client component calls `{name}()`, which is no server function and brings the Lucia instance along.',
    client: 'This client component imports the Lucia instance; keep it in server code.',
  },
  words: ['use server', 'use client'],
  check(context, report) {
    if (context.file.directive === 'use client') {
      for (const declaration of context.file.imports) {
        if (declaration.importClause?.phaseModifier) continue;
        if (importsInstance(context, declaration)) {
          report({ at: declaration.moduleSpecifier, message: 'client' });
          continue;
        }
        const helper = helperOf(context, declaration);
        if (helper) report({ at: declaration.moduleSpecifier, message: 'through', data: { name: helper } });
      }
      return;
    }
    for (const entry of context.entryPoints) {
      if (
        entry.kind !== 'action' ||
        ts.isSourceFile(entry.fn.node) ||
        (entry.framework !== 'next' && entry.framework !== 'solidstart')
      )
        continue;
      const hit = takesSessionId(context, entry.fn as FunctionRef);
      if (hit)
        report({
          at: hit.use,
          message: 'endpoint',
          data: { name: nameOf(entry.fn.node) },
          related: [context.related({ ...entry.fn, node: hit.parameter }, 'The id comes from the caller here.')],
        });
    }
  },
});

/** Methods that only an instance of Lucia has. */
const DISTINCTIVE = /^(?:validateSession|createSessionCookie|createBlankSessionCookie|invalidate\w*Sessions?)$/;

/** The parameter that ends up as the session id of a Lucia call, and the call, or that of the helper which makes it. */
function takesSessionId(
  context: FileContext,
  fn: FunctionRef,
): { readonly parameter: ts.Node; readonly use: ts.Node } | undefined {
  for (const { op, at } of context.ops.sites(fn)) {
    if (op.kind !== 'lucia' || (op.method !== 'validateSession' && op.method !== 'invalidateSession')) continue;
    const [id] = op.call.node.arguments;
    if (!id) continue;
    for (const value of inputs(context, { ...op.call, node: id })) {
      const parameter = value.ref.node;
      if (
        ts.isParameter(parameter) &&
        parameter.parent === fn.node &&
        // What the builder of the action has put beside the input: handler(({ input, ctx }) => …).
        !/^(?:ctx|context)$/.test(value.path[0] ?? '') &&
        !isFromBuilder(parameter, value.path[0]) &&
        !/^FormData\b/.test(parameter.type?.getText() ?? '') &&
        !isOwn(context, { ...fn, node: at }, parameter)
      ) {
        return { parameter: parameter.name, use: at };
      }
    }
  }
  return undefined;
}

/** The session that a builder's middleware hands to an action behind the input: action(schema, (input, { session }) => …). */
function isFromBuilder(parameter: ts.ParameterDeclaration, part: string | undefined): boolean {
  const fn = parameter.parent;
  return (
    (part === 'session' || part === 'user') &&
    fn.parameters.indexOf(parameter) > 0 &&
    ts.isCallExpression(fn.parent) &&
    fn.parent.expression !== fn
  );
}

/** Where a value comes from, behind what looks at it or cleans it: `schema.parse(raw).session`, `String(raw).trim()`. */
function inputs(context: FileContext, ref: Ref, depth = 0): readonly Value[] {
  return context.values.roots(ref).flatMap((value) => {
    const { node } = value.ref;
    if (!ts.isCallExpression(node) || depth > 3) return [value];
    const member = memberOf(unwrap(node.expression));
    const passes = /^(?:String|decodeURIComponent|(?:safe)?parse(?:Async)?|validate|assert)$/.test(
      calleeName(node) ?? '',
    );
    const from = /^(?:trim|toString|toLowerCase)$/.test(member?.name ?? '')
      ? [member!.object]
      : passes
        ? [...node.arguments]
        : [];
    return from.length ? from.flatMap((part) => inputs(context, { ...value.ref, node: part }, depth + 1)) : [value];
  });
}

/** Whether a test that names the id has passed for somebody who is signed in: `own.some(({ id }) => id === sessionId)`. */
function isOwn(context: FileContext, at: Ref, parameter: ts.ParameterDeclaration): boolean {
  const facts = context.conditions.known(at);
  const names = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node)) {
      const isIt = inputs(context, { ...at, node }).some((value) => value.ref.node === parameter);
      if (isIt || context.file.bindings.get(node)?.declaration === parameter) return true;
    }
    return ts.forEachChild(node, (child) => names(child) || undefined) ?? false;
  };
  const isCompared = facts.some((fact) => {
    const node = unwrap(fact.ref.node);
    return fact.ref.file === context.file && !ts.isIdentifier(node) && names(node);
  });
  return isCompared && facts.some((fact) => saysSession(context, fact));
}

function importsInstance(context: FileContext, declaration: ts.ImportDeclaration): boolean {
  const clause = declaration.importClause;
  const names: ts.Node[] = clause?.name ? [clause.name] : [];
  const named = clause?.namedBindings;
  if (named && ts.isNamedImports(named))
    names.push(...named.elements.filter((element) => !element.isTypeOnly).map((element) => element.name));
  if (stringValue(declaration.moduleSpecifier) === 'lucia') {
    return names.some((name) => ts.isIdentifier(name) && name.text === 'Lucia' && isUsedAsValue(context, name));
  }
  return names.some(
    (name) =>
      ts.isIdentifier(name) &&
      isUsedAsValue(context, name) &&
      (context.values.deepRoots(context.ref(use(context, name))).some((value) => context.ops.isInstance(value)) ||
        isCalledAsInstance(context, name)),
  );
}

/** The name of an imported function that is called here and runs in the browser then, with the instance that it calls. */
function helperOf(context: FileContext, declaration: ts.ImportDeclaration): string | undefined {
  const named = declaration.importClause?.namedBindings;
  const names = named && ts.isNamedImports(named) ? named.elements.map((element) => element.name) : [];
  return names.find((name) =>
    (context.file.bindings.get(name)?.uses ?? []).some((candidate) => {
      const call = candidate.parent;
      return (
        ts.isCallExpression(call) &&
        call.expression === candidate &&
        context.values.targets(context.ref(call)).some((target) => callsInstance(context, target, 0))
      );
    }),
  )?.text;
}

/** Whether a function calls an instance of Lucia where it runs: what a server function does happens on the server. */
function callsInstance(context: FileContext, { node, file }: FunctionRef, depth: number): boolean {
  if (depth > 2 || file.directive === 'use server' || hasServerDirective(node)) return false;
  return context.ops.callsIn(file, node).some((inner) => {
    const call = { node: inner, file };
    if (context.ops.of(call).some((op) => op.kind === 'lucia' && op.resolved && !op.own)) return true;
    return context.values.targets(call).some((target) => callsInstance(context, target, depth + 1));
  });
}

/** A module that cannot be seen, out of which something is imported that Lucia's own methods are called on. */
function isCalledAsInstance(context: FileContext, name: ts.Identifier): boolean {
  return (context.file.bindings.get(name)?.uses ?? []).some((candidate) => {
    const member = candidate.parent as ts.Node | undefined;
    if (!member || memberOf(member)?.object !== candidate || !ts.isCallExpression(member.parent)) return false;
    return context.ops
      .of(context.ref(member.parent))
      .some((op) => op.kind === 'lucia' && !op.own && DISTINCTIVE.test(op.method));
  });
}

/** A use of the imported name: the declaration itself has no value. */
function use(context: FileContext, name: ts.Identifier): ts.Node {
  return context.file.bindings.get(name)?.uses.find((candidate) => !isTypeUse(candidate)) ?? name;
}

function isUsedAsValue(context: FileContext, name: ts.Identifier): boolean {
  return (context.file.bindings.get(name)?.uses ?? []).some((candidate) => !isTypeUse(candidate));
}

function isTypeUse(node: ts.Node): boolean {
  return ts.isTypeNode(node.parent) || ts.isTypeQueryNode(node.parent) || ts.isExportSpecifier(node.parent);
}

function nameOf(fn: FunctionNode): string {
  if (fn.name && ts.isIdentifier(fn.name)) return fn.name.text;
  const holder = fn.parent as ts.Node | undefined;
  return holder && ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)
    ? holder.name.text
    : 'This server function';
}
