import type { FileContext } from '../../core/context';
import { addImport, importedAs, inFile, insertBefore } from '../../core/edit';
import type { Fix } from '../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyName,
  statementOf,
  textOf,
  ts,
  unwrap,
} from '../../core/syntax';
import type { CallLike, FunctionNode } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import type { Ref } from '../../core/values';
import { stateCookies } from './oauth-cookies';
import type { Chain, Comparison } from './oauth-state';

/** An exchange that a wrong state gets to. */
export interface StateGap {
  readonly chain: Chain;
  readonly at: Ref<CallLike>;
  readonly comparison: Comparison | undefined;
  readonly missingOnly: boolean;
}

/** Inserts the check before the exchange, with the variables in scope or by reading cookie and query the way the file does. */
export function stateCheckFix(gap: StateGap, context: FileContext): readonly Fix[] {
  return [
    {
      title: 'Insert the state check before the exchange',
      kind: 'suggested',
      edits: () => {
        const statement = statementOf(gap.at.node);
        if (!statement || (!ts.isBlock(statement.parent) && !ts.isSourceFile(statement.parent))) return undefined;
        const fn = enclosingFunction(gap.at.node);
        const imports: (TextEdit | undefined)[] = [];
        const declarations: string[] = [];
        const names = visibleNames(context, statement);
        let state = sideName(context, gap, 'query', statement) ?? names.find((id) => isStateInput(context, id))?.text;
        let stored = sideName(context, gap, 'stored', statement) ?? storedName(context, gap, names);
        if (!state) {
          const read = stateRead(context, gap);
          if (!read) return undefined;
          state = unused(names, 'state');
          declarations.push(`const ${state} = ${read};`);
        }
        if (!stored) {
          const read = storedRead(context, gap, fn);
          if (!read) return undefined;
          stored = unused(names, 'storedState');
          if (read.import) imports.push(addImport(context.file, read.import.module, read.import.name));
          declarations.push(`const ${stored} = ${read.text};`);
        }
        const leave = rejection(context, gap, fn);
        if (leave.import) imports.push(addImport(context.file, leave.import.module, leave.import.name));
        const check = `if (!${state} || !${stored} || ${state} !== ${stored}) {\n  ${leave.text}\n}`;
        return inFile(
          context.file,
          insertBefore(context.file, statement, [...declarations, check].join('\n')),
          ...imports,
        );
      },
    },
  ];
}

/** The variables of the function that are declared before a statement, nearest first. */
function visibleNames(context: FileContext, statement: ts.Statement): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  for (const [identifier, binding] of context.file.bindings) {
    if (
      binding.identifier !== identifier ||
      (binding.kind !== 'const' && binding.kind !== 'let' && binding.kind !== 'param')
    )
      continue;
    if (identifier.pos >= statement.pos) continue;
    let scope: ts.Node = binding.declaration;
    while (scope.parent && !ts.isBlock(scope) && !isFunctionNode(scope) && !ts.isSourceFile(scope))
      scope = scope.parent;
    if (isInside(statement, scope)) found.push(identifier);
  }
  return found.reverse();
}

function unused(names: readonly ts.Identifier[], wanted: string): string {
  let name = wanted;
  for (let i = 2; names.some((id) => id.text === name); i++) name = `${wanted}${i}`;
  return name;
}

function isStateInput(context: FileContext, id: ts.Identifier): boolean {
  const ref = context.ref(id);
  return (
    /^state$/i.test(context.roles.inputName(ref) ?? '') &&
    !context.roles.readsCookie(ref) &&
    context.roles.readsQuery(ref)
  );
}

function storedName(context: FileContext, gap: StateGap, names: readonly ts.Identifier[]): string | undefined {
  const { verifier } = gap.chain.exchange;
  const read = names.filter((id) => {
    const roots = context.values.roots(context.ref(id));
    return roots.length > 0 && roots.some((root) => context.roles.cookieRead(root)) && isText(context, id);
  });
  const kept = read.filter(
    (id) => !/verifier/i.test(id.text) && !(verifier && textOf(unwrap(verifier.node)) === id.text),
  );
  return (
    kept.find((id) => /state/i.test(id.text) || stateNamed(context, id)) ?? (kept.length === 1 ? kept[0] : undefined)
  )?.text;
}

/** Not the jar and not the cookie object, whose `value` it is. */
function isText(context: FileContext, id: ts.Identifier): boolean {
  return context.values.roots(context.ref(id)).every((root) => {
    if (!ts.isCallExpression(root.ref.node) || root.path.length) return true;
    const isObject =
      ['next', 'astro', 'elysia'].some((name) => context.frameworks.has(context.path, name as 'next')) &&
      calleeName(root.ref.node) === 'get';
    return !isObject;
  });
}

function stateNamed(context: FileContext, id: ts.Identifier): boolean {
  return context.values.roots(context.ref(id)).some((root) => {
    const name = context.roles.cookieRead(root)?.name;
    return /state/i.test(name ? textOf(name.node) : root.path.join('.'));
  });
}

/** A side of an existing comparison, when it is a name (or a chain of names) that can be written again. */
function sideName(
  context: FileContext,
  gap: StateGap,
  kind: 'query' | 'stored',
  statement: ts.Statement,
): string | undefined {
  const { comparison } = gap;
  if (!comparison?.sides || comparison.at.file !== context.file) return undefined;
  if (enclosingFunction(comparison.at.node) !== enclosingFunction(gap.at.node)) return undefined;
  for (const side of comparison.sides) {
    const isStored = context.roles.readsCookie(side);
    if (isStored !== (kind === 'stored')) continue;
    const node = unwrap(side.node);
    if (!ts.isIdentifier(node) && !memberOf(node)) continue;
    let base = node;
    for (let member = memberOf(base); member; member = memberOf(base)) base = unwrap(member.object);
    if (!ts.isIdentifier(base)) continue;
    const declared = context.file.bindings.get(base)?.identifier;
    if (declared && declared.pos >= statement.pos) continue;
    return textOf(node);
  }
  return undefined;
}

/** The code's own reading with `state` in the place of `code`. */
function stateRead(context: FileContext, gap: StateGap): string | undefined {
  const code = gap.at.node === gap.chain.exchange.call.node ? gap.chain.exchange.code : undefined;
  const from =
    code ??
    (ts.isCallExpression(gap.at.node) && gap.at.node.arguments[0]
      ? { ...gap.at, node: gap.at.node.arguments[0] }
      : undefined);
  if (!from) return undefined;
  const node = unwrap(from.node);
  const declaration = ts.isIdentifier(node) ? context.file.bindings.get(node)?.declaration : undefined;
  if (declaration && ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent)) {
    const key = propertyName(
      declaration.propertyName ?? (ts.isIdentifier(declaration.name) ? declaration.name : undefined),
    );
    const holder = declaration.parent.parent;
    if (key !== 'code' || !ts.isVariableDeclaration(holder) || !holder.initializer) return undefined;
    const source = holder.initializer;
    if (ts.isAwaitExpression(source)) return undefined;
    return ts.isAsExpression(source) || ts.isBinaryExpression(source)
      ? `(${textOf(source)}).state`
      : `${textOf(source)}.state`;
  }
  const source =
    declaration && ts.isVariableDeclaration(declaration)
      ? declaration.initializer
      : ts.isIdentifier(node)
        ? undefined
        : node;
  if (!source || ts.isAwaitExpression(source)) return undefined;
  const text = textOf(source);
  const replaced = text.replace(/(['"])code\1/, '$1state$1').replace(/\.code\b/, '.state');
  return replaced === text ? undefined : replaced;
}

interface Snippet {
  readonly text: string;
  readonly import?: { readonly module: string; readonly name: string };
}

/** Reads the state cookie the framework's way, under the name that the project writes it by. */
function storedRead(context: FileContext, gap: StateGap, fn: FunctionNode | undefined): Snippet | undefined {
  const { frameworks, path, file } = context;
  const cookies = stateCookies(context).filter((cookie) => cookie.kind === 'state' && cookie.name !== undefined);
  const client = gap.chain.exchange.call.node.expression;
  const provider = memberOf(unwrap(client))?.object;
  const key = provider ? textOf(provider).replace(/^.*\./, '').toLowerCase() : '';
  const named = cookies.filter((cookie) => key && cookie.name!.toLowerCase().includes(key));
  const names = new Set((named.length ? named : cookies).map((cookie) => cookie.name!));
  if (names.size !== 1) return undefined;
  const [name] = [...names] as [string];
  const literal = `'${name}'`;
  const parameter = (index: number): string | undefined => {
    const declared = fn?.parameters[index]?.name;
    return declared && ts.isIdentifier(declared) ? declared.text : undefined;
  };
  if (frameworks.has(path, 'next') && fn && /\/app\//.test(path)) {
    const local = importedAs(file, 'next/headers', 'cookies') ?? 'cookies';
    const isAsync = (frameworks.major(path, 'next') ?? 15) >= 15;
    const jar = isAsync ? `(await ${local}())` : `${local}()`;
    return { text: `${jar}.get(${literal})?.value`, import: { module: 'next/headers', name: 'cookies' } };
  }
  if (frameworks.has(path, 'sveltekit')) {
    const event = parameter(0);
    if (event) return { text: `${event}.cookies.get(${literal})` };
    const pattern = fn?.parameters[0]?.name;
    const hasJar =
      pattern &&
      ts.isObjectBindingPattern(pattern) &&
      pattern.elements.some((element) => ts.isIdentifier(element.name) && element.name.text === 'cookies');
    return hasJar ? { text: `cookies.get(${literal})` } : undefined;
  }
  if (frameworks.has(path, 'astro')) {
    const context0 = parameter(0);
    return context0 ? { text: `${context0}.cookies.get(${literal})?.value` } : undefined;
  }
  const first = parameter(0);
  if (!first) return undefined;
  if (frameworks.has(path, 'hono'))
    return { text: `getCookie(${first}, ${literal})`, import: { module: 'hono/cookie', name: 'getCookie' } };
  if (frameworks.has(path, 'nuxt')) {
    const explicit = file.imports.some((declaration) => textOf(declaration.moduleSpecifier).slice(1, -1) === 'h3');
    return {
      text: `getCookie(${first}, ${literal})`,
      ...(explicit ? { import: { module: 'h3', name: 'getCookie' } } : {}),
    };
  }
  if (frameworks.has(path, 'express') || frameworks.has(path, 'fastify'))
    return { text: /^[A-Za-z_$][\w$]*$/.test(name) ? `${first}.cookies.${name}` : `${first}.cookies[${literal}]` };
  return undefined;
}

/** How this kind of handler refuses a request. */
function rejection(context: FileContext, gap: StateGap, fn: FunctionNode | undefined): Snippet {
  const { frameworks, path, file } = context;
  const throwing = { text: `throw new Error('OAuth state mismatch');` };
  const isRoot = fn !== undefined && (gap.chain.root.node === fn || isInside(fn, gap.chain.root.node));
  if (!isRoot) return throwing;
  const entry = frameworks.entryAround(file, gap.at.node);
  const name = (index: number): string | undefined => {
    const declared = fn.parameters[index]?.name;
    return declared && ts.isIdentifier(declared) ? declared.text : undefined;
  };
  switch (entry?.framework) {
    case 'express': {
      const response = name(1);
      return response ? { text: `${response}.status(400).end();\n  return;` } : throwing;
    }
    case 'fastify': {
      const reply = name(1);
      return reply ? { text: `return ${reply}.code(400).send();` } : throwing;
    }
    case 'hono': {
      const c = name(0);
      return c ? { text: `return ${c}.body(null, 400);` } : throwing;
    }
    case 'nuxt': {
      const explicit = file.imports.some((declaration) => textOf(declaration.moduleSpecifier).slice(1, -1) === 'h3');
      return {
        text: 'throw createError({ statusCode: 400 });',
        ...(explicit ? { import: { module: 'h3', name: 'createError' } } : {}),
      };
    }
    case 'next':
      if (entry.kind !== 'route') return throwing;
      return /\/pages\/api\//.test(path)
        ? { text: name(1) ? `return ${name(1)!}.status(400).end();` : throwing.text }
        : { text: 'return new Response(null, { status: 400 });' };
    case 'sveltekit':
      if (entry.kind === 'route') return { text: 'return new Response(null, { status: 400 });' };
      return {
        text: `${importedAs(file, '@sveltejs/kit', 'error') ?? 'error'}(400, 'OAuth state mismatch');`,
        import: { module: '@sveltejs/kit', name: 'error' },
      };
    case 'astro':
    case 'solidstart':
    case 'remix':
    case 'elysia':
      return entry.kind === 'procedure' || entry.kind === 'page'
        ? throwing
        : { text: 'return new Response(null, { status: 400 });' };
    default:
      return throwing;
  }
}
