import { bindingOf } from './model';
import type { FileModel, Memo } from './model';
import type { Project } from './project';
import type { Binding } from './scope';
import {
  argumentsOf,
  hasModifier,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
} from './syntax';
import type { CallLike, FunctionNode } from './syntax';
import { createWiring } from './wiring';

/**
 * An expression in its place: in which file, and (inside a called helper) what the helper's parameters stand for.
 */
export interface Ref<N extends ts.Node = ts.Node> {
  readonly node: N;
  readonly file: FileModel;
  readonly env?: Env;
}

/** The arguments of one call of a function. */
export interface Env {
  readonly fn: FunctionNode;
  readonly args: readonly Ref[];
  /** The environment of the scope that the function was made in: closures see it. */
  readonly outer?: Env;
  readonly depth: number;
}

/**
 * Where a value comes from: an expression that no longer is a mere name for another (a call, a literal, a parameter, an
 * import from a package, …), and the properties taken from it since. `[]` stands for an element of unknown index, `...`
 * for what a rest pattern leaves of an object.
 */
export interface Value {
  readonly ref: Ref;
  readonly path: readonly string[];
  /** Set when the value is exported by a package. */
  readonly external?: { readonly module: string; readonly name: string };
}

/** Whether a value is imported from a module of the project's own that is not there to be read: `@/lib/auth`, `$lib/x`. */
export function isUnseen(value: Value): boolean {
  return value.external !== undefined && /^(?:\.|@\/|[~#$])/.test(value.external.module);
}

export type FunctionRef = Ref<FunctionNode>;

export interface Values {
  /** Where an expression's value may come from. Own helper functions are not entered. */
  roots(ref: Ref, path?: readonly string[]): readonly Value[];
  /** Like roots, but a call of an own function is replaced by what that function returns. */
  deepRoots(ref: Ref, path?: readonly string[]): readonly Value[];
  /** The own functions that an expression may stand for, through imports, members, classes and wrappers such as cache(fn). */
  functions(ref: Ref): readonly FunctionRef[];
  /** What a call's callee may be. */
  callees(call: Ref<CallLike>): readonly Value[];
  /** The own functions that a call may run, with their parameters bound to its arguments. */
  targets(call: Ref<CallLike>): readonly FunctionRef[];
  /** What a name exported by a file stands for. */
  exported(file: FileModel, name: string): Ref | Value | undefined;
  /** The class that a class-typed value belongs to: by construction or by its type annotation. */
  classOf(value: Value): Ref<ts.ClassLikeDeclaration> | undefined;
  /** The values returned by a function. */
  returned(fn: FunctionRef): readonly Ref[];
}

const MAX_STEPS = 48;
const MAX_DEPTH = 6;

interface Walk {
  readonly deep: boolean;
  steps: number;
  readonly seen: Set<string>;
  readonly out: Value[];
}

let nextId = 1;
const ids = new WeakMap<object, number>();
function idOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) ids.set(object, (id = nextId++));
  return id;
}

/** Keeps an answer that follows from a file and the files that it uses, not from who uses it. */
export function memoized<T>(file: FileModel, node: object, slot: string, compute: () => T): T {
  return kept(file.memo, node, slot, compute);
}

/** Keeps an answer that asks for callers, or for anything else beyond what the file itself uses. */
export function memoizedWithCallers<T>(file: FileModel, node: object, slot: string, compute: () => T): T {
  return kept((file.callerMemo ??= new Map()), node, slot, compute);
}

/** The slot of an answer about an expression that may stand inside a called helper. */
function slotOf(slot: string, ref: Ref): string {
  return ref.env ? `${slot}:${idOf(ref.env)}` : slot;
}

/** Like `memoized`, for an expression in its environment. */
export function memoizedRef<T>(ref: Ref, slot: string, compute: () => T): T {
  return memoized(ref.file, ref.node, slotOf(slot, ref), compute);
}

/** Like `memoizedWithCallers`, for an expression in its environment. */
export function memoizedRefWithCallers<T>(ref: Ref, slot: string, compute: () => T): T {
  return memoizedWithCallers(ref.file, ref.node, slotOf(slot, ref), compute);
}

function kept<T>(memo: Memo, node: object, slot: string, compute: () => T): T {
  let answers = memo.get(slot);
  if (!answers) memo.set(slot, (answers = new Map()));
  const known = answers.get(node);
  if (known !== undefined || answers.has(node)) return known as T;
  const value = compute();
  answers.set(node, value);
  return value;
}

/** Packages whose functions turn a promise into `[error, value]`. */
const TUPLE_PACKAGES = /^(?:await-to-[jt]s|go-go-try|safe-await|catchify)$/;

export function createValues(project: Project): Values {
  const active = new Set<ts.Node>();
  const wiring = createWiring(project, (ref) => {
    const value = run(ref, [], false).find((v) => ts.isClassLike(v.ref.node));
    return value?.ref as Ref<ts.ClassLikeDeclaration> | undefined;
  });
  const roots = (ref: Ref, path: readonly string[] = []): readonly Value[] => {
    const slot = path.length ? `roots.${path.join('.')}` : 'roots';
    return memoizedRef(ref, slot, () => run(ref, path, false));
  };

  const deepRoots = (ref: Ref, path: readonly string[] = []): readonly Value[] => {
    const slot = path.length ? `deep.${path.join('.')}` : 'deep';
    return memoizedRef(ref, slot, () => run(ref, path, true));
  };

  const run = (ref: Ref, path: readonly string[], deep: boolean): readonly Value[] => {
    const walk: Walk = { deep, steps: 0, seen: new Set(), out: [] };
    step(ref, path, walk);
    return walk.out;
  };

  const leaf = (ref: Ref, path: readonly string[], walk: Walk, external?: Value['external']): void => {
    walk.out.push(external ? { ref, path, external } : { ref, path });
  };

  const step = (from: Ref, path: readonly string[], walk: Walk): void => {
    const node = unwrap(from.node);
    const ref: Ref = node === from.node ? from : { ...from, node };
    const key = `${idOf(node)}:${ref.env ? idOf(ref.env) : 0}:${path.join('.')}`;
    if (walk.seen.has(key)) return;
    walk.seen.add(key);
    if (++walk.steps > MAX_STEPS * 4 || path.length > 12) {
      leaf(ref, path, walk);
      return;
    }
    const at = (next: ts.Node): Ref => ({ ...ref, node: next });
    switch (node.kind) {
      case ts.SyntaxKind.Identifier:
        identifier(ref as Ref<ts.Identifier>, path, walk);
        return;
      case ts.SyntaxKind.PropertyAccessExpression:
      case ts.SyntaxKind.ElementAccessExpression: {
        const member = memberOf(node);
        if (member) step(at(member.object), [member.name, ...path], walk);
        else {
          const access = node as ts.ElementAccessExpression;
          step(at(access.expression), [constantKey(at(access.argumentExpression)) ?? '[]', ...path], walk);
        }
        return;
      }
      case ts.SyntaxKind.ConditionalExpression: {
        const conditional = node as ts.ConditionalExpression;
        step(at(conditional.whenTrue), path, walk);
        step(at(conditional.whenFalse), path, walk);
        return;
      }
      case ts.SyntaxKind.BinaryExpression: {
        const binary = node as ts.BinaryExpression;
        switch (binary.operatorToken.kind) {
          case ts.SyntaxKind.BarBarToken:
          case ts.SyntaxKind.QuestionQuestionToken: {
            const before = walk.out.length;
            step(at(binary.left), path, walk);
            // What is never passed on: `'' || x` is x.
            if (binary.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
              const left = walk.out.splice(before);
              walk.out.push(...left.filter((value) => value.path.length > 0 || !isFalsyConstant(value.ref.node)));
            }
            step(at(binary.right), path, walk);
            return;
          }
          case ts.SyntaxKind.AmpersandAmpersandToken:
          case ts.SyntaxKind.CommaToken:
          case ts.SyntaxKind.EqualsToken:
          case ts.SyntaxKind.QuestionQuestionEqualsToken:
          case ts.SyntaxKind.BarBarEqualsToken:
            step(at(binary.right), path, walk);
            return;
          default:
            leaf(ref, path, walk);
            return;
        }
      }
      case ts.SyntaxKind.ObjectLiteralExpression:
        objectLiteral(ref as Ref<ts.ObjectLiteralExpression>, path, walk);
        return;
      case ts.SyntaxKind.ArrayLiteralExpression: {
        const elements = (node as ts.ArrayLiteralExpression).elements;
        const [first, ...rest] = path;
        if (first === undefined) {
          leaf(ref, path, walk);
        } else if (first === '[]') {
          for (const element of elements) step(at(element), rest, walk);
        } else if (/^\d+$/.test(first) && elements[Number(first)]) {
          step(at(elements[Number(first)]!), rest, walk);
        } else leaf(ref, path, walk);
        return;
      }
      case ts.SyntaxKind.CallExpression:
        call(ref as Ref<ts.CallExpression>, path, walk);
        return;
      case ts.SyntaxKind.NewExpression:
        if (path.length && instanceMember(ref, (node as ts.NewExpression).expression, path, walk)) return;
        leaf(ref, path, walk);
        return;
      case ts.SyntaxKind.ThisKeyword:
        if (path.length) {
          const cls = enclosingClass(node);
          if (cls && classMember({ ...ref, node: cls }, path, walk)) return;
        }
        leaf(ref, path, walk);
        return;
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression:
        if (path.length && staticMember(ref as Ref<ts.ClassLikeDeclaration>, path, walk)) return;
        leaf(ref, path, walk);
        return;
      case ts.SyntaxKind.SourceFile: {
        // export * as accounts from './accounts'
        const [first, ...rest] = path;
        if (first === undefined) leaf(ref, path, walk);
        else exportedStep(ref.file, first, rest, walk, ref);
        return;
      }
      case ts.SyntaxKind.EnumDeclaration: {
        const member = (node as ts.EnumDeclaration).members.find((entry) => propertyName(entry.name) === path[0]);
        if (member?.initializer) step(at(member.initializer), path.slice(1), walk);
        else leaf(ref, path, walk);
        return;
      }
      default:
        leaf(ref, path, walk);
    }
  };

  /** The text that a key such as `cookies[NAME]` stands for, when it can only be one. */
  const constantKey = (ref: Ref): string | undefined => {
    const node = unwrap(ref.node);
    if (!ts.isIdentifier(node) && !memberOf(node)) return undefined;
    if (active.has(node) || active.size > 40) return undefined;
    active.add(node);
    const found = roots({ ...ref, node });
    active.delete(node);
    const [only] = found;
    return found.length === 1 && only && !only.path.length ? stringValue(only.ref.node) : undefined;
  };

  const identifier = (ref: Ref<ts.Identifier>, path: readonly string[], walk: Walk): void => {
    const binding = bindingOf(ref.file, ref.node);
    if (!binding) {
      const auto = project.autoImported(ref.file, ref.node.text);
      if (auto) exportedStep(auto.file, auto.name, path, walk, ref);
      else leaf(ref, path, walk);
      return;
    }
    follow(ref, binding, path, walk);
  };

  const follow = (ref: Ref, binding: Binding, path: readonly string[], walk: Walk): void => {
    const { declaration } = binding;
    const at = (node: ts.Node): Ref => ({ ...ref, node });
    switch (binding.kind) {
      case 'import':
        importStep(ref, declaration, path, walk);
        return;
      case 'function':
      case 'class':
        step(at(declaration), path, walk);
        return;
      case 'const':
      case 'let': {
        const before = walk.out.length;
        declared(ref, declaration, path, walk);
        const own = fieldsAssigned(binding, path);
        for (const { value, rest } of own) step(at(value), rest, walk);
        for (const value of elementsPushed(binding, path)) step(at(value), path.slice(1), walk);
        for (const value of binding.assigned) step(at(value), path, walk);
        for (const part of binding.assignedParts) step(at(part.value), [...part.path, ...path], walk);
        if (walk.out.length === before) leaf(at(binding.identifier), path, walk);
        return;
      }
      case 'param':
        parameter(ref, declaration, path, walk);
        return;
      default:
        leaf(at(binding.identifier), path, walk);
    }
  };

  /** `x.name = value` anywhere in the file, for objects that are filled after they were made. */
  const fieldsAssigned = (
    binding: Binding,
    path: readonly string[],
  ): readonly { value: ts.Expression; rest: readonly string[] }[] => {
    if (!path.length) return [];
    const found: { value: ts.Expression; rest: readonly string[] }[] = [];
    for (const use of binding.uses) {
      const member = use.parent;
      if (!ts.isPropertyAccessExpression(member) || member.expression !== use || member.name.text !== path[0]) continue;
      const assignment = member.parent;
      if (!ts.isBinaryExpression(assignment) || assignment.left !== member) continue;
      if (assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
        found.push({ value: assignment.right, rest: path.slice(1) });
      }
    }
    return found;
  };

  /** `list.push(value)`: the elements of a list that is filled after it was made. */
  const elementsPushed = (binding: Binding, path: readonly string[]): readonly ts.Expression[] => {
    const [first] = path;
    if (first === undefined || !(first === '[]' || /^\d+$/.test(first))) return [];
    return binding.uses.flatMap((use) => {
      const member = use.parent;
      const call =
        ts.isPropertyAccessExpression(member) && member.expression === use && member.name.text === 'push'
          ? member.parent
          : undefined;
      return call && ts.isCallExpression(call) ? [...call.arguments] : [];
    });
  };

  const declared = (ref: Ref, declaration: ts.Node, path: readonly string[], walk: Walk): void => {
    const at = (node: ts.Node): Ref => ({ ...ref, node });
    if (ts.isVariableDeclaration(declaration)) {
      const list = declaration.parent;
      if (declaration.initializer) step(at(declaration.initializer), path, walk);
      else if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) {
        step(at(list.parent.expression), ['[]', ...path], walk);
      }
      return;
    }
    if (ts.isBindingElement(declaration)) {
      const pattern = declaration.parent;
      const inside = patternPath(declaration);
      if (declaration.initializer) step(at(declaration.initializer), path, walk);
      if (inside) destructured(ref, pattern, [...inside, ...path], walk);
      return;
    }
    leaf(at(declaration), path, walk);
  };

  const destructured = (ref: Ref, pattern: ts.BindingPattern, path: readonly string[], walk: Walk): void => {
    const holder = pattern.parent;
    if (ts.isBindingElement(holder)) {
      const inside = patternPath(holder);
      if (inside) destructured(ref, holder.parent, [...inside, ...path], walk);
    } else if (ts.isParameter(holder)) parameter(ref, holder, path, walk);
    else declared(ref, holder, path, walk);
  };

  const parameter = (ref: Ref, declaration: ts.Node, path: readonly string[], walk: Walk): void => {
    if (ts.isBindingElement(declaration)) {
      const inside = patternPath(declaration);
      if (declaration.initializer) step({ ...ref, node: declaration.initializer }, path, walk);
      if (inside) destructured(ref, declaration.parent, [...inside, ...path], walk);
      return;
    }
    if (!ts.isParameter(declaration)) return;
    const fn = declaration.parent;
    if (!isFunctionNode(fn)) {
      leaf({ ...ref, node: declaration }, path, walk);
      return;
    }
    const index = fn.parameters.indexOf(declaration);
    let env = ref.env;
    while (env && env.fn !== fn) env = env.outer;
    if (env) {
      const arg = env.args[index];
      if (arg) step(arg, path, walk);
      else if (declaration.initializer) step({ ...ref, node: declaration.initializer }, path, walk);
      else leaf({ ...ref, node: declaration }, path, walk);
      return;
    }
    if (declaration.initializer) step({ ...ref, node: declaration.initializer }, path, walk);
    const source = callbackSource(fn, index);
    if (source) step({ ...ref, node: source.node }, [...source.path, ...path], walk);
    else if (ts.isConstructorDeclaration(fn) && path.length && injected(ref, declaration, index, path, walk)) return;
    else if (!handedMember(ref, /^(?:server|app|var)$/.test(path[0] ?? '') ? path.slice(1) : path, walk))
      leaf({ ...ref, node: declaration }, path, walk);
  };

  /** Follows `users.find` of what a handler is handed, where its file, or else the project, puts one class under that name. */
  const handedMember = (ref: Ref, [name, ...rest]: readonly string[], walk: Walk): boolean => {
    if (name === undefined || !rest.length) return false;
    const classesOf = (given: readonly Ref[]): readonly Ref<ts.ClassLikeDeclaration>[] => {
      const classes = new Map<ts.Node, Ref<ts.ClassLikeDeclaration>>();
      for (const value of given) {
        // set('users', get('users').cached)
        if (active.has(value.node)) continue;
        active.add(value.node);
        const made = run(value, [], false)
          .map(classOf)
          .find((cls) => cls);
        active.delete(value.node);
        if (made) classes.set(made.node, made);
      }
      return [...classes.values()];
    };
    const given = wiring.handed(ref.file, name);
    const near = classesOf(given.filter(({ file }) => file === ref.file));
    const [only, ...others] = near.length ? near : classesOf(given);
    return !!only && !others.length && classMember(only, rest, walk);
  };

  /** Follows a member of what a constructor is given: by the type that it asks for, or by the places that call it. */
  const injected = (
    ref: Ref,
    parameter: ts.ParameterDeclaration,
    index: number,
    path: readonly string[],
    walk: Walk,
  ): boolean => {
    const cls = parameter.type && classBehind(ref.file, parameter.type);
    if (cls && classMember(cls, path, walk)) return true;
    const made = wiring.constructions(ref.file, parameter.parent.parent as ts.ClassLikeDeclaration);
    const given = made.flatMap(({ node, file }) =>
      node.arguments?.[index] ? [{ node: node.arguments[index], file }] : [],
    );
    for (const argument of given) step(argument, path, walk);
    return given.length > 0;
  };

  const objectLiteral = (ref: Ref<ts.ObjectLiteralExpression>, path: readonly string[], walk: Walk): void => {
    const [first, ...rest] = path[0] === '...' ? path.slice(1) : path;
    if (first === undefined) {
      leaf(ref, path, walk);
      return;
    }
    if (
      first === '[]' &&
      ref.node.properties.every(
        (property) => ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property),
      )
    ) {
      for (const property of ref.node.properties) {
        step({ ...ref, node: ts.isPropertyAssignment(property) ? property.initializer : property.name! }, rest, walk);
      }
      return;
    }
    const found = propertyOf(ref.node, first);
    if (found) {
      if (isFunctionNode(found) && ts.isGetAccessorDeclaration(found)) {
        for (const value of returned({ ...ref, node: found })) step(value, rest, walk);
      } else step({ ...ref, node: found }, rest, walk);
      return;
    }
    const before = walk.out.length;
    for (const property of ref.node.properties) {
      if (ts.isSpreadAssignment(property)) step({ ...ref, node: property.expression }, path, walk);
    }
    if (walk.out.length === before) leaf(ref, path, walk);
  };

  const call = (ref: Ref<ts.CallExpression>, path: readonly string[], walk: Walk): void => {
    const { node } = ref;
    const callee = unwrap(node.expression);
    const member = memberOf(callee);
    const at = (next: ts.Node): Ref => ({ ...ref, node: next });
    const [firstArgument] = node.arguments;
    // `const [rows, total] = await prisma.$transaction([…, …])`, `db.batch([…])`
    if (member && /^(?:\$transaction|batch)$/.test(member.name) && firstArgument && path.length) {
      const list = unwrap(firstArgument);
      if (ts.isArrayLiteralExpression(list)) {
        step(at(list), path, walk);
        return;
      }
    }
    if (member && ts.isIdentifier(member.object)) {
      const owner = member.object.text;
      if (owner === 'Promise' && firstArgument && (member.name === 'all' || member.name === 'resolve')) {
        step(at(firstArgument), path, walk);
        return;
      }
      if (
        owner === 'Object' &&
        firstArgument &&
        path[0] === '[]' &&
        (member.name === 'values' || (member.name === 'entries' && path[1] === '1'))
      ) {
        step(at(firstArgument), ['[]', ...path.slice(member.name === 'values' ? 1 : 2)], walk);
        return;
      }
      if (owner === 'Object' && firstArgument && member.name === 'freeze') {
        step(at(firstArgument), path, walk);
        return;
      }
    }
    if (
      node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(callee) && callee.text === 'require')
    ) {
      if (firstArgument && ts.isStringLiteralLike(firstArgument)) {
        const [name, ...rest] = path;
        moduleStep(ref, firstArgument.text, name ?? '*', name === undefined ? [] : rest, walk);
        return;
      }
    }
    // `use(promise)` of React gives what `await` does.
    if (firstArgument && isUseOfReact(ref, callee)) {
      step(at(firstArgument), path, walk);
      return;
    }
    // [error, value] = await to(promise)
    if (firstArgument && path[0] === '1' && ts.isIdentifier(callee) && isTupleOf(ref, callee)) {
      step(at(firstArgument), path.slice(1), walk);
      return;
    }
    if (member && firstArgument) {
      const callback = unwrap(firstArgument);
      if (member.name === 'then' && isFunctionNode(callback)) {
        for (const value of returned({ ...ref, node: callback })) step(value, path, walk);
        return;
      }
      if (member.name === 'bind') {
        step(at(member.object), path, walk);
        return;
      }
    }
    if (member && (member.name === 'catch' || member.name === 'finally')) {
      step(at(member.object), path, walk);
      return;
    }
    if (
      member &&
      ['at', 'find', 'pop', 'shift'].includes(member.name) &&
      !isUnknownFinder(member.object) &&
      !isOwnFinder(ref, member.name)
    ) {
      step(at(member.object), ['[]', ...path], walk);
      return;
    }
    // The same elements in another order, or fewer of them.
    if (
      member &&
      (path[0] === '[]' || /^\d+$/.test(path[0] ?? '')) &&
      ['sort', 'toSorted', 'reverse', 'toReversed', 'filter', 'slice'].includes(member.name) &&
      !isUnknownFinder(member.object)
    ) {
      step(at(member.object), ['[]', ...path.slice(1)], walk);
      return;
    }
    // c.get('users').find(id)
    if (member?.name === 'get' && node.arguments.length === 1 && path.length) {
      const name = stringValue(firstArgument);
      if (name !== undefined && handedMember(ref, [name, ...path], walk)) return;
    }
    if (walk.deep && (ref.env?.depth ?? 0) < MAX_DEPTH && walk.steps < MAX_STEPS * 3) {
      // A transaction gives what its callback gives.
      const body = member && firstArgument && /^\$?transaction$/.test(member.name) ? unwrap(firstArgument) : undefined;
      const entered = body && isFunctionNode(body) ? [{ ...ref, node: body }] : targets(ref);
      if (entered.length) {
        const before = walk.out.length;
        for (const fn of entered) for (const value of returned(fn)) step(value, path, walk);
        if (walk.out.length > before) return;
      }
    }
    leaf(ref, path, walk);
  };

  /** `users.find(email)` of a class of the project is no search in an array, which takes a function. */
  const isOwnFinder = (ref: Ref<ts.CallExpression>, name: string): boolean => {
    const [given] = ref.node.arguments;
    return name === 'find' && !!given && !isFunctionNode(unwrap(given)) && targets(ref).length > 0;
  };

  const isUseOfReact = (ref: Ref, callee: ts.Node): boolean => {
    const member = memberOf(callee);
    const name = member ? unwrap(member.object) : callee;
    const declaration = ts.isIdentifier(name) ? bindingOf(ref.file, name)?.declaration : undefined;
    const imported = declaration && importedName(declaration);
    return imported?.specifier === 'react' && (member ?? imported).name === 'use';
  };

  /** Whether a function of a package gives what a promise comes to as the second of two. */
  const isTupleOf = (ref: Ref, callee: ts.Identifier): boolean => {
    const declaration = bindingOf(ref.file, callee)?.declaration;
    return TUPLE_PACKAGES.test((declaration && importedName(declaration)?.specifier) ?? '');
  };

  const importStep = (ref: Ref, declaration: ts.Node, path: readonly string[], walk: Walk): void => {
    if (ts.isImportEqualsDeclaration(declaration)) {
      const reference = declaration.moduleReference;
      if (ts.isExternalModuleReference(reference) && ts.isStringLiteralLike(reference.expression)) {
        moduleStep(ref, reference.expression.text, '*', path, walk);
      } else leaf({ ...ref, node: declaration }, path, walk);
      return;
    }
    const found = importedName(declaration);
    if (!found) {
      leaf({ ...ref, node: declaration }, path, walk);
      return;
    }
    moduleStep({ ...ref, node: declaration }, found.specifier, found.name, path, walk);
  };

  const moduleStep = (ref: Ref, specifier: string, name: string, path: readonly string[], walk: Walk): void => {
    const target = project.modules.resolve(ref.file.path, specifier);
    if (target.kind === 'file') {
      const file = project.imported(ref.file, specifier);
      if (file) {
        if (name === '*') {
          const [first, ...rest] = path;
          if (first !== undefined) exportedStep(file, first, rest, walk, ref);
          else leaf({ node: file.sourceFile, file }, path, walk);
        } else exportedStep(file, name, path, walk, ref);
        return;
      }
    }
    let member = name;
    let rest = path;
    if ((name === '*' || name === 'default') && path.length) {
      member = path[0] === 'default' && path.length > 1 ? path[1]! : path[0]!;
      rest = path.slice(path[0] === 'default' && path.length > 1 ? 2 : 1);
    }
    leaf(ref, rest, walk, { module: packageModule(target.kind === 'package' ? target.name : specifier), name: member });
  };

  const exportedStep = (file: FileModel, name: string, path: readonly string[], walk: Walk, from: Ref): void => {
    const found = exported(file, name);
    if (!found) {
      leaf(from, path, walk);
    } else if ('ref' in found) {
      walk.out.push({ ...found, path: [...found.path, ...path] });
    } else step(found, path, walk);
  };

  const exported = (file: FileModel, name: string): Ref | Value | undefined => {
    const seen = new Set<string>();
    const find = (current: FileModel, wanted: string): Ref | Value | undefined => {
      const key = `${current.path}\0${wanted}`;
      if (seen.has(key)) return undefined;
      seen.add(key);
      const entry = current.exports.get(wanted);
      if (entry?.kind === 'local') return { node: entry.node, file: current };
      if (entry) {
        const next = project.imported(current, entry.specifier);
        if (next) return entry.name === '*' ? { node: next.sourceFile, file: next } : find(next, entry.name);
        const module = project.modules.resolve(current.path, entry.specifier);
        return {
          ref: { node: current.sourceFile, file: current },
          path: [],
          external: { module: module.kind === 'package' ? module.name : entry.specifier, name: entry.name },
        };
      }
      if (wanted !== 'default') {
        for (const specifier of current.starExports) {
          const next = project.imported(current, specifier);
          const hit = next && find(next, wanted);
          if (hit) return hit;
        }
      } else {
        const whole = current.exports.get('export=');
        if (whole?.kind === 'local') return { node: whole.node, file: current };
      }
      return undefined;
    };
    return find(file, name);
  };

  const instanceMember = (ref: Ref, constructor: ts.Expression, path: readonly string[], walk: Walk): boolean => {
    const cls = run({ ...ref, node: constructor }, [], false).find((value) => ts.isClassLike(value.ref.node));
    return !!cls && classMember(cls.ref as Ref<ts.ClassLikeDeclaration>, path, walk);
  };

  /** Follows `instance.a.b` into the class. False when the class does not say what the member is. */
  const classMember = (cls: Ref<ts.ClassLikeDeclaration>, path: readonly string[], walk: Walk, depth = 0): boolean => {
    const [first, ...rest] = path as [string, ...string[]];
    const at = (node: ts.Node): Ref => ({ ...cls, node });
    for (const member of cls.node.members) {
      if (hasModifier(member, ts.SyntaxKind.StaticKeyword)) continue;
      if (ts.isConstructorDeclaration(member)) {
        const parameterProperty = member.parameters.find(
          (p) => ts.isIdentifier(p.name) && p.name.text === first && ts.isParameterPropertyDeclaration(p, member),
        );
        if (parameterProperty?.initializer) {
          step(at(parameterProperty.initializer), rest, walk);
          return true;
        }
        if (parameterProperty) {
          parameter(cls, parameterProperty, rest, walk);
          return true;
        }
        continue;
      }
      if (propertyName(member.name) !== first) continue;
      if (ts.isMethodDeclaration(member)) {
        step(at(member), rest, walk);
        return true;
      }
      if (ts.isGetAccessorDeclaration(member)) {
        for (const value of returned(at(member) as FunctionRef)) step(value, rest, walk);
        return true;
      }
      if (ts.isPropertyDeclaration(member)) {
        if (member.initializer) {
          step(at(member.initializer), rest, walk);
          return true;
        }
        const assigned = assignedInConstructor(cls.node, first);
        if (assigned) {
          step(at(assigned), rest, walk);
          return true;
        }
        return typedMember(at(member), member.type, rest, walk);
      }
    }
    const assigned = assignedInConstructor(cls.node, first);
    if (assigned) {
      step(at(assigned), rest, walk);
      return true;
    }
    const base = depth < 4 ? baseOf(cls) : undefined;
    return (
      !!base &&
      ts.isClassLike(base.ref.node) &&
      classMember(base.ref as Ref<ts.ClassLikeDeclaration>, path, walk, depth + 1)
    );
  };

  const typedMember = (ref: Ref, type: ts.TypeNode | undefined, rest: readonly string[], walk: Walk): boolean => {
    const cls = type && rest.length ? classBehind(ref.file, type) : undefined;
    if (cls && classMember(cls, rest, walk)) return true;
    leaf(ref, rest, walk);
    return true;
  };

  const staticMember = (cls: Ref<ts.ClassLikeDeclaration>, path: readonly string[], walk: Walk): boolean => {
    const [first, ...rest] = path as [string, ...string[]];
    for (const member of cls.node.members) {
      if (!hasModifier(member, ts.SyntaxKind.StaticKeyword) || propertyName(member.name) !== first) continue;
      if (ts.isMethodDeclaration(member)) step({ ...cls, node: member }, rest, walk);
      else if (ts.isPropertyDeclaration(member) && member.initializer)
        step({ ...cls, node: member.initializer }, rest, walk);
      else return false;
      return true;
    }
    return false;
  };

  const baseOf = (cls: Ref<ts.ClassLikeDeclaration>): Value | undefined => {
    const clause = cls.node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
    const expression = clause?.types[0]?.expression;
    return expression && run({ ...cls, node: expression }, [], false)[0];
  };

  /** The class that does what a type promises: the type's own, or the only one that implements it. */
  const classBehind = (file: FileModel, type: ts.TypeNode): Ref<ts.ClassLikeDeclaration> | undefined =>
    wiring.implementer(file, type) ?? classOfType(file, type);

  const classOfType = (file: FileModel, type: ts.TypeNode): Ref<ts.ClassLikeDeclaration> | undefined => {
    if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    const value = run({ node: type.typeName, file }, [], false).find((v) => ts.isClassLike(v.ref.node));
    return value?.ref as Ref<ts.ClassLikeDeclaration> | undefined;
  };

  const classOf = (value: Value): Ref<ts.ClassLikeDeclaration> | undefined => {
    if (value.path.length) return undefined;
    const { node, file } = value.ref;
    if (ts.isNewExpression(node)) {
      const made = run({ ...value.ref, node: node.expression }, [], false).find((v) => ts.isClassLike(v.ref.node));
      return made?.ref as Ref<ts.ClassLikeDeclaration> | undefined;
    }
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      const cls = enclosingClass(node);
      return cls && { ...value.ref, node: cls };
    }
    const type = typeOf(node);
    return type && classOfType(file, type);
  };

  const functions = (ref: Ref): readonly FunctionRef[] => {
    const found: FunctionRef[] = [];
    for (const value of deepRoots(ref)) collectFunctions(value, found, 0);
    return found;
  };

  const collectFunctions = (value: Value, found: FunctionRef[], depth: number): void => {
    if (value.path.length && !(value.path.length === 1 && (value.path[0] === 'call' || value.path[0] === 'apply')))
      return;
    const { node } = value.ref;
    if (value.external) return;
    if (isFunctionNode(node)) {
      if (!found.some((other) => other.node === node && other.env === value.ref.env))
        found.push(value.ref as FunctionRef);
      return;
    }
    // cache(async () => …), wrap(handler), builder.handler(fn): what a library makes of a function still runs it.
    if (ts.isCallExpression(node) && depth < 4) {
      for (const argument of node.arguments) {
        const inner = unwrap(argument);
        if (!isFunctionNode(inner) && !ts.isIdentifier(inner) && !ts.isCallExpression(inner)) continue;
        for (const next of run({ ...value.ref, node: inner }, [], true)) collectFunctions(next, found, depth + 1);
      }
    }
  };

  const callees = (callRef: Ref<CallLike>): readonly Value[] => {
    const { node } = callRef;
    return deepRoots({ ...callRef, node: ts.isTaggedTemplateExpression(node) ? node.tag : node.expression });
  };

  const targets = (callRef: Ref<CallLike>): readonly FunctionRef[] => {
    const compute = (): readonly FunctionRef[] => {
      const { node } = callRef;
      const depth = (callRef.env?.depth ?? 0) + 1;
      if (depth > MAX_DEPTH) return [];
      if (ts.isNewExpression(node)) return [];
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) return [];
      const expression = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression;
      if (isPlainlyForeign(expression)) return [];
      // A callee that is asked for while it is being worked out (recursive helpers, routers built in chains).
      if (active.has(node) || active.size > 40) return [];
      active.add(node);
      const args = argumentsOf(node).map((argument): Ref => ({ ...callRef, node: argument }));
      const found = functions({ ...callRef, node: expression }).map((fn) => {
        const env: Env = fn.env ? { fn: fn.node, args, depth, outer: fn.env } : { fn: fn.node, args, depth };
        return { ...fn, env };
      });
      active.delete(node);
      return found;
    };
    return memoizedRef(callRef, 'targets', compute);
  };

  const returned = (fn: FunctionRef): readonly Ref[] => {
    const nodes = memoized(fn.file, fn.node, 'returned', () => {
      const found: ts.Expression[] = [];
      const { body } = fn.node;
      if (!body) return found;
      if (!ts.isBlock(body)) return [body];
      const visit = (node: ts.Node): void => {
        if (isFunctionNode(node) || ts.isClassLike(node)) return;
        if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
        ts.forEachChild(node, visit);
      };
      visit(body);
      return found;
    });
    return nodes.map((node) => ({ ...fn, node }));
  };

  return { roots, deepRoots, functions, callees, targets, exported, classOf, returned };
}

/** The properties that lead from a pattern's value to one of its elements. Undefined for a computed name. */
function patternPath(element: ts.BindingElement): readonly string[] | undefined {
  const pattern = element.parent;
  // The rest of an object is the object without what the pattern names: marked, so that nobody takes it for the whole.
  if (element.dotDotDotToken) return ts.isArrayBindingPattern(pattern) ? [] : ['...'];
  if (ts.isArrayBindingPattern(pattern)) return [String(pattern.elements.indexOf(element))];
  const name = element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined);
  const text = propertyName(name);
  return text === undefined ? undefined : [text];
}

/** Lucia has all that it exports in one place: `lucia/dist/core.js` is a way around its entry. */
function packageModule(name: string): string {
  return /^lucia\/dist\//.test(name) ? 'lucia' : name;
}

/** The module and the exported name behind an import's declaration. `*` is the whole module. */
export function importedName(declaration: ts.Node): { specifier: string; name: string } | undefined {
  if (ts.isImportSpecifier(declaration)) {
    return {
      specifier: stringValue(declaration.parent.parent.parent.moduleSpecifier) ?? '',
      name: (declaration.propertyName ?? declaration.name).text,
    };
  }
  if (ts.isImportClause(declaration)) {
    return { specifier: stringValue(declaration.parent.moduleSpecifier) ?? '', name: 'default' };
  }
  if (ts.isNamespaceImport(declaration)) {
    return { specifier: stringValue(declaration.parent.parent.moduleSpecifier) ?? '', name: '*' };
  }
  return undefined;
}

function isFalsyConstant(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return node.text === '';
  if (ts.isNumericLiteral(node)) return Number(node.text) === 0;
  return node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

/** For a callback's parameter: the value that the caller of the callback passes in, for methods every reader knows. */
function callbackSource(fn: FunctionNode, index: number): { node: ts.Node; path: readonly string[] } | undefined {
  const call = fn.parent as ts.Node | undefined;
  if (!call || !ts.isCallExpression(call) || call.arguments[0] !== fn) return undefined;
  const member = memberOf(unwrap(call.expression));
  if (!member || index !== (member.name === 'reduce' ? 1 : 0)) return undefined;
  if (member.name === 'then') return { node: member.object, path: [] };
  if (['map', 'forEach', 'find', 'filter', 'some', 'every', 'flatMap', 'findLast', 'reduce'].includes(member.name)) {
    return { node: member.object, path: ['[]'] };
  }
  return undefined;
}

/** `User.find({…})` of a database library is no search in an array. */
function isUnknownFinder(object: ts.Expression): boolean {
  const inner = unwrap(object);
  return ts.isIdentifier(inner) && /^[A-Z]/.test(inner.text);
}

function isPlainlyForeign(expression: ts.Expression): boolean {
  let current = unwrap(expression);
  for (;;) {
    const member = memberOf(current);
    if (!member) break;
    current = unwrap(member.object);
  }
  return (
    ts.isIdentifier(current) &&
    /^(?:console|JSON|Math|Object|Array|Number|String|Promise|Date|process)$/.test(current.text)
  );
}

export function enclosingClass(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  let current = node.parent as ts.Node | undefined;
  while (current) {
    if (ts.isClassLike(current)) return current;
    if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
    current = current.parent;
  }
  return undefined;
}

function assignedInConstructor(cls: ts.ClassLikeDeclaration, name: string): ts.Expression | undefined {
  for (const member of cls.members) {
    if (!ts.isConstructorDeclaration(member) || !member.body) continue;
    for (const statement of member.body.statements) {
      if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
      const { left, right, operatorToken } = statement.expression;
      if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
      const target = memberOf(left);
      if (target?.name === name && target.object.kind === ts.SyntaxKind.ThisKeyword) return right;
    }
  }
  return undefined;
}

/** The type written at a declaration. */
export function typeOf(node: ts.Node): ts.TypeNode | undefined {
  if (ts.isParameter(node) || ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) return node.type;
  const parent = node.parent as ts.Node | undefined;
  if (ts.isIdentifier(node) && parent && ts.isVariableDeclaration(parent)) return parent.type;
  return undefined;
}

export function sameRoot(a: Value, b: Value): boolean {
  return a.ref.node === b.ref.node && a.ref.file === b.ref.file;
}
