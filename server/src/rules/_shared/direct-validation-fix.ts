import type { FileContext } from '../../core/context';
import { addImport, insertAt, replaceNode, specifierTo } from '../../core/edit';
import { exportNamesOf } from '../../core/model';
import type { Owner } from '../../core/ops';
import type { Instance } from '../../core/roles';
import type { Fix } from '../../core/rule';
import {
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyName,
  statementOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import { dirname } from '../../core/paths';
import { codeStyleOf } from '../../core/text';
import type { FileEdit, TextEdit } from '../../core/text';
import type { WrapperRequest, WriteWrapper } from '../../core/wrapper';
import { returnedKeys } from './direct-validation';
import type { Central, DirectValidation } from './direct-validation';
import { dropUnusedImports, mergeEdits } from './imports';
import { cookieExpires, expiresFalse } from './wrappers';

/** Replaces a direct validation by what the project has for it, or by a new wrapper. */
export function useCentralFix(
  context: FileContext,
  found: DirectValidation,
  central: readonly Central[],
): readonly Fix[] {
  for (const candidate of central) {
    const fix = candidate.kind === 'wrapper' ? callFix(context, found, candidate) : storeFix(context, found, candidate);
    if (fix) return [fix];
  }
  const created = central.length ? undefined : createFix(context, found);
  return created ? [created] : [];
}

function suggested(title: string, edits: () => readonly FileEdit[] | undefined): Fix {
  return { title, kind: 'suggested', edits };
}

function callFix(context: FileContext, found: DirectValidation, wrapper: Central): Fix | undefined {
  const exported = wrapper.exports.find((candidate) => candidate !== 'default') ?? wrapper.exports[0];
  const name = exported === 'default' ? wrapper.name || 'validateRequest' : exported;
  if (!exported || !name || !hasKeys(wrapperKeys(context, wrapper), usedKeys(context, found.call.node)))
    return undefined;
  const args = argumentsFor(wrapper, found.call.node);
  if (!args) return undefined;
  return suggested(`Call ${name}() instead`, () => {
    const { file } = context;
    const known = localNameOf(context, wrapper);
    const local = known ?? name;
    if (!known && isTaken(context, name)) return undefined;
    const edits = [
      replaceNode(found.call.node, `${local}(${args.join(', ')})`),
      ...tidy(context, found),
      known ? undefined : addImport(file, specifierTo(context, wrapper.fn.file.path), exported, name),
    ];
    return [{ path: file.path, edits: mergeEdits(file, edits) }];
  });
}

/** Whether a name means something in the file already. */
export function isTaken(context: FileContext, name: string): boolean {
  for (const identifier of context.file.bindings.keys()) if (identifier.text === name) return true;
  return false;
}

/** The name that the file has for a function of another file. */
export function localNameOf(context: FileContext, wrapper: Central): string | undefined {
  for (const declaration of context.file.imports) {
    const clause = declaration.importClause;
    const named = clause?.namedBindings;
    const names = [
      ...(clause?.name ? [clause.name] : []),
      ...(named && ts.isNamedImports(named) ? named.elements.map((element) => element.name) : []),
    ];
    const local = names.find((candidate) =>
      context.values.functions(context.ref(candidate)).some((fn) => fn.node === wrapper.fn.node),
    );
    if (local) return local.text;
  }
  return undefined;
}

/** What every result of a wrapper has: `user`, `session`. */
export function wrapperKeys(context: FileContext, wrapper: Central): ReadonlySet<string> | undefined {
  let keys: Set<string> | undefined;
  for (const ref of context.values.returned({ node: wrapper.fn.node, file: wrapper.fn.file })) {
    const own = returnedKeys(context, ref);
    if (!own) return undefined;
    keys = keys ? new Set([...keys].filter((name) => own.has(name))) : new Set(own);
  }
  return keys;
}

function hasKeys(keys: ReadonlySet<string> | undefined, wanted: ReadonlySet<string>): boolean {
  return !!keys && [...wanted].every((name) => keys.has(name));
}

/** The parts of the validation's result that the code takes. */
function usedKeys(context: FileContext, call: ts.CallExpression): ReadonlySet<string> {
  let outer: ts.Node = call;
  while (
    ts.isAwaitExpression(outer.parent) ||
    ts.isParenthesizedExpression(outer.parent) ||
    ts.isConditionalExpression(outer.parent)
  )
    outer = outer.parent;
  const { parent } = outer;
  const member = memberOf(parent);
  if (member && member.object === outer) return new Set([member.name]);
  const pattern = ts.isVariableDeclaration(parent)
    ? parent.name
    : ts.isBinaryExpression(parent)
      ? unwrap(parent.left)
      : undefined;
  if (pattern && ts.isObjectBindingPattern(pattern)) {
    return new Set(
      pattern.elements.map(
        (element) =>
          propertyName(element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)) ?? 'session',
      ),
    );
  }
  if (pattern && ts.isIdentifier(pattern)) {
    const names = (context.file.bindings.get(pattern)?.uses ?? [])
      .map((use) => memberOf(use.parent)?.name)
      .filter((name) => name !== undefined);
    return new Set(names);
  }
  return new Set(['user', 'session']);
}

interface Known {
  readonly name: string;
  readonly type: string | undefined;
}

/** Parameters, and what is destructured from them, of the functions around a node. */
function parametersAround(node: ts.Node): readonly Known[] {
  const found: Known[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    for (const parameter of fn.parameters) {
      if (ts.isIdentifier(parameter.name))
        found.push({ name: parameter.name.text, type: parameter.type && textOf(parameter.type) });
      else if (ts.isObjectBindingPattern(parameter.name)) {
        for (const element of parameter.name.elements)
          if (ts.isIdentifier(element.name)) found.push({ name: element.name.text, type: undefined });
      }
    }
  }
  return found;
}

/** Arguments for a wrapper's parameters, from the handler's own parameters of the same type or name. */
export function argumentsFor(wrapper: Central, at: ts.Node): readonly string[] | undefined {
  const known = parametersAround(at);
  const args: string[] = [];
  for (const parameter of wrapper.fn.node.parameters) {
    if (parameter.initializer || parameter.questionToken || parameter.dotDotDotToken) break;
    if (!ts.isIdentifier(parameter.name)) return undefined;
    const name = parameter.name.text;
    const type = parameter.type && textOf(parameter.type);
    const match =
      known.find((candidate) => type !== undefined && candidate.type === type) ??
      known.find((candidate) => candidate.name === name);
    if (!match) return undefined;
    args.push(match.name);
  }
  return args;
}

/** Reads user and session from where a middleware has put them. */
function storeFix(context: FileContext, found: DirectValidation, middleware: Central): Fix | undefined {
  const stored = storeOf(middleware);
  if (!stored || !hasKeys(stored.keys, usedKeys(context, found.call.node))) return undefined;
  const { node } = found.call;
  if (!ts.isAwaitExpression(node.parent)) return undefined;
  const source = storeInHandler(found.handler, stored.holder);
  if (!source) return undefined;
  return suggested(`Take the session from ${source.text} instead`, () => {
    let outer: ts.Node = node.parent;
    if (ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
    return [
      {
        path: context.path,
        edits: mergeEdits(context.file, [replaceNode(outer, source.text), source.edit, ...tidy(context, found)]),
      },
    ];
  });
}

export type Holder = 'locals' | 'context' | 'res.locals' | 'var';

/** Where a middleware keeps user and session: `event.locals`, `event.context`, `res.locals` or Hono's variables. */
export function storeOf(
  middleware: Central,
): { readonly holder: Holder; readonly keys: ReadonlySet<string> } | undefined {
  const keys = new Set<string>();
  let holder: Holder | undefined;
  const { node } = middleware.fn;
  walk(node, (inner) => {
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const left = memberOf(inner.left);
      const object = left && memberOf(unwrap(left.object));
      if (!left || !object || !ts.isIdentifier(object.object)) return true;
      if (object.name === 'locals')
        holder = /^(?:res|response|_res)$/.test(object.object.text) ? 'res.locals' : 'locals';
      else if (object.name === 'context') holder = 'context';
      else return true;
      keys.add(left.name);
    } else if (
      ts.isCallExpression(inner) &&
      memberOf(inner.expression)?.name === 'set' &&
      inner.arguments.length === 2
    ) {
      const key = stringValue(inner.arguments[0]);
      if (key === 'user' || key === 'session') {
        holder ??= 'var';
        keys.add(key);
      }
    }
    return true;
  });
  return holder && { holder, keys };
}

/** How a handler reaches what a middleware has stored, and what has to be taken from its parameter for that. */
export function storeInHandler(
  { node }: Owner,
  holder: Holder,
): { readonly text: string; readonly edit?: TextEdit } | undefined {
  if (ts.isSourceFile(node)) return holder === 'locals' ? { text: 'Astro.locals' } : undefined;
  const [first, second] = node.parameters;
  if (holder === 'res.locals')
    return second && ts.isIdentifier(second.name) ? { text: `${second.name.text}.locals` } : undefined;
  if (!first) return undefined;
  if (ts.isIdentifier(first.name)) return { text: `${first.name.text}.${holder}` };
  if (!ts.isObjectBindingPattern(first.name) || holder !== 'locals') return undefined;
  const { elements } = first.name;
  const existing = elements.find(
    (element) =>
      propertyName(element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)) === 'locals',
  );
  if (existing) return ts.isIdentifier(existing.name) ? { text: existing.name.text } : undefined;
  const last = elements[elements.length - 1];
  return last && !last.dotDotDotToken ? { text: 'locals', edit: insertAt(last.end, ', locals') } : undefined;
}

/** A new wrapper file, for projects without one, and its first use. */
function createFix(context: FileContext, found: DirectValidation): Fix | undefined {
  const { project, writeWrapper } = context;
  const own = project.packageOf(context.path);
  if (!writeWrapper || !own) return undefined;
  const instance = context.roles
    .projectInstances(context.path)
    .find((candidate) => project.packageOf(candidate.call.file.path)?.dir === own.dir);
  const name = instance && instanceExport(instance);
  if (!instance || !name || /\.[cm]?jsx?$/.test(instance.call.file.path)) return undefined;
  const { file: home } = instance.call;
  const isFree = (path: string): boolean => project.text(`${own.dir}/${path}`) === undefined;
  const folder = dirname(home.path).slice(own.dir.length + 1);
  const free = ['session', 'validate-request', 'lucia-session']
    .map((base) => `${folder ? `${folder}/` : ''}${base}.ts`)
    .find(isFree);
  if (!free || isTaken(context, 'validateRequest')) return undefined;
  const write = (framework: WrapperRequest['framework'], path: string, major?: number) => ({
    ...writeWrapper({
      framework,
      ...(major === undefined ? {} : { frameworkMajor: major }),
      instanceImport: project.modules.specifierFor(`${own.dir}/${path}`, home.path, false),
      instanceName: name,
      path,
      styleFrom: home.text,
    }),
    path: `${own.dir}/${path}`,
  });
  if (!context.frameworks.has(context.path, 'next'))
    return createStore(context, found, { dir: own.dir, free, isFree, write });
  const isPages = /\/pages\//.test(context.path.slice(own.dir.length));
  const args = isPages ? pagesArguments(found) : [];
  if (!args) return undefined;
  return suggested(`Create validateRequest() in ${free} and use it here`, () => {
    const made = write(isPages ? 'next-pages' : 'next-app', free, context.frameworks.major(context.path, 'next'));
    const own = mergeEdits(context.file, [
      replaceNode(found.call.node, `${made.exportName ?? 'validateRequest'}(${args.join(', ')})`),
      ...tidy(context, found),
      addImport(context.file, specifierTo(context, made.path), made.exportName ?? 'validateRequest'),
    ]);
    // Written while a page renders, a renewed cookie would be lost: the cookie has to outlive the session.
    const change = !isPages && cookieExpires(context, instance) === true ? expiresFalse(context, instance) : undefined;
    const edits: FileEdit[] = [{ path: made.path, create: true, edits: [insertAt(0, made.text)] }];
    if (change && change.file.path === context.path) edits.push({ path: context.path, edits: [...own, change.edit] });
    else {
      edits.push({ path: context.path, edits: own });
      if (change) edits.push({ path: change.file.path, edits: [change.edit] });
    }
    return edits;
  });
}

interface NewFile {
  /** Of the package. */
  readonly dir: string;
  /** Where the file can go, beside the instance. */
  readonly free: string;
  isFree(path: string): boolean;
  write(framework: WrapperRequest['framework'], path: string): ReturnType<WriteWrapper>;
}

/** Where the frameworks run middleware, and where it keeps user and session. */
const STORES = {
  sveltekit: { holder: 'locals', entry: 'src/hooks.server.ts', as: 'handle' },
  astro: { holder: 'locals', entry: 'src/middleware.ts', as: 'onRequest' },
  nuxt: { holder: 'context' },
  express: { holder: 'res.locals' },
  hono: { holder: 'var' },
} as const;

/** A middleware that validates the session of each request, put to work, and the handler that reads what it stores. */
function createStore(
  context: FileContext,
  found: DirectValidation,
  { dir, free, isFree, write }: NewFile,
): Fix | undefined {
  const { node } = found.call;
  const framework = found.entry?.framework;
  if (!framework || !isStoring(framework) || !ts.isAwaitExpression(node.parent)) return undefined;
  const store = STORES[framework];
  const source = storeInHandler(found.handler, store.holder);
  if (!source || ![...usedKeys(context, node)].every((key) => key === 'user' || key === 'session')) return undefined;
  const path = framework === 'nuxt' ? 'server/middleware/session.ts' : free;
  if (!isFree(path)) return undefined;
  const entry = 'entry' in store ? store.entry : undefined;
  if (
    entry &&
    (!isFree(entry) || !isFree(entry.replace(/\.ts$/, '.js')) || !isFree(entry.replace(/\.ts$/, '/index.ts')))
  )
    return undefined;
  const isRouted = framework === 'express' || framework === 'hono';
  const registration = found.handler.node.parent as ts.Node | undefined;
  if (isRouted && !(registration && ts.isCallExpression(registration))) return undefined;
  return suggested(`Create validateRequest() in ${path} and use it here`, () => {
    const made = write(framework, path);
    const exported = made.exportName ?? 'validateRequest';
    const edits: FileEdit[] = [{ path: made.path, create: true, edits: [insertAt(0, made.text)] }];
    if (entry && 'as' in store) {
      const { quote, semicolon, lineEnd } = codeStyleOf(context.file.text);
      const specifier = context.project.modules.specifierFor(`${dir}/${entry}`, made.path, false);
      const text = `export { ${exported} as ${store.as} } from ${quote}${specifier}${quote}${semicolon ? ';' : ''}${lineEnd}`;
      edits.push({ path: `${dir}/${entry}`, create: true, edits: [insertAt(0, text)] });
    }
    let outer: ts.Node = node.parent;
    if (ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
    const own = mergeEdits(context.file, [
      replaceNode(outer, source.text),
      source.edit,
      isRouted ? insertAt(found.handler.node.getStart(), `${exported}, `) : undefined,
      isRouted ? addImport(context.file, specifierTo(context, made.path), exported) : undefined,
      ...tidy(context, found),
    ]);
    return [...edits, { path: context.path, edits: own }];
  });
}

function isStoring(framework: string): framework is keyof typeof STORES {
  return Object.hasOwn(STORES, framework);
}

function pagesArguments(found: DirectValidation): readonly string[] | undefined {
  const known = parametersAround(found.call.node).map(({ name }) => name);
  const { node } = found.handler;
  const [first] = ts.isSourceFile(node) ? [] : node.parameters;
  if (known.includes('req') && known.includes('res')) return ['req', 'res'];
  return first && ts.isIdentifier(first.name) && found.entry?.kind === 'load'
    ? [`${first.name.text}.req`, `${first.name.text}.res`]
    : undefined;
}

function instanceExport(instance: Instance): string | undefined {
  const { file, node } = instance.call;
  return exportNamesOf(file, node).find((name) => name !== 'default');
}

/**
 * Removes what only served the validation: the variable with the session id, with a guard on it when the same guard on the
 * result follows, and imports that nothing else uses.
 */
function tidy(context: FileContext, found: DirectValidation): readonly TextEdit[] {
  const { file } = context;
  const { node } = found.call;
  const removed: { start: number; end: number }[] = [{ start: node.getStart(file.sourceFile), end: node.end }];
  const edits: TextEdit[] = [];
  const drop = (statement: ts.Statement): void => {
    const start = statement.getStart(file.sourceFile);
    const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
    const from = file.text.slice(lineStart, start).trim() === '' ? lineStart : start;
    const lineEnd = /^[ \t]*\r?\n/.exec(file.text.slice(statement.end))?.[0].length ?? 0;
    removed.push({ start, end: statement.end });
    edits.push({ start: from, end: statement.end + (from === lineStart ? lineEnd : 0), newText: '' });
  };
  const given = node.arguments[0] && unwrap(node.arguments[0]);
  const name = given && ts.isBinaryExpression(given) ? unwrap(given.left) : given;
  const binding = name && ts.isIdentifier(name) ? file.bindings.get(name) : undefined;
  const declaration = binding?.declaration;
  const statement = statementOf(node);
  if (
    binding &&
    declaration &&
    statement &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    !binding.assigned.length &&
    !binding.assignedParts.length
  ) {
    const own = statementOf(declaration);
    const others = binding.uses.filter((use) => !isInside(use, node));
    const guard = others.length === 1 ? guardOf(others[0]!, statement) : undefined;
    const isAlone =
      own &&
      ts.isVariableStatement(own) &&
      own.declarationList.declarations.length === 1 &&
      !exportNamesOf(file, declaration.name).length;
    if (isAlone && !hasComment(file.text, own) && (!others.length || guard)) {
      drop(own);
      if (guard) drop(guard);
    }
  }
  return [...edits, ...dropUnusedImports(file, removed), ...dropUnusedElements(context, found, removed)];
}

/** What the handler takes out of its parameter only for the validation. The last element stays: others may be put after it. */
function dropUnusedElements(
  context: FileContext,
  found: DirectValidation,
  removed: readonly { start: number; end: number }[],
): readonly TextEdit[] {
  const { node } = found.handler;
  const pattern = ts.isSourceFile(node) ? undefined : node.parameters[0]?.name;
  if (!pattern || !ts.isObjectBindingPattern(pattern)) return [];
  return pattern.elements.flatMap((element, index) => {
    const next = pattern.elements[index + 1];
    const uses = ts.isIdentifier(element.name) ? (context.file.bindings.get(element.name)?.uses ?? []) : [];
    const isUnused =
      uses.length > 0 &&
      uses.every((use) => removed.some((range) => use.getStart() >= range.start && use.end <= range.end));
    return next && isUnused ? [{ start: element.getStart(), end: next.getStart(), newText: '' }] : [];
  });
}

function hasComment(text: string, statement: ts.Statement): boolean {
  return (
    /\/[/*]/.test(text.slice(statement.pos, statement.getStart())) ||
    /\/[/*]/.test(textOf(statement).replace(/['"`][^'"`]*['"`]/g, ''))
  );
}

/** `if (!id) leave;` right before the validation, when `if (!user) leave;` follows it. */
function guardOf(use: ts.Node, validation: ts.Statement): ts.IfStatement | undefined {
  const test = use.parent;
  if (
    !ts.isPrefixUnaryExpression(test) ||
    test.operator !== ts.SyntaxKind.ExclamationToken ||
    !ts.isIfStatement(test.parent)
  )
    return undefined;
  const guard = test.parent;
  const { parent } = validation;
  if (guard.elseStatement || guard.parent !== parent || !ts.isBlock(parent)) return undefined;
  const next = parent.statements[parent.statements.indexOf(validation) + 1];
  if (!next || !ts.isIfStatement(next) || !ts.isPrefixUnaryExpression(unwrap(next.expression))) return undefined;
  const plain = (statement: ts.Statement): string => textOf(statement).replace(/[\s{};]/g, '');
  return plain(guard.thenStatement) === plain(next.thenStatement) && !isFunctionNode(guard.thenStatement)
    ? guard
    : undefined;
}
