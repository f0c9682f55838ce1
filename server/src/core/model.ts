import { survivingAnswers } from './reuse';
import { bind } from './scope';
import type { Binding, Bound } from './scope';
import { hasModifier, isFunctionNode, memberOf, parse, propertyName, stringValue, ts } from './syntax';
import type { FunctionNode } from './syntax';

/** What a module offers under a name. */
export type Export =
  | { readonly kind: 'local'; readonly node: ts.Node }
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string };

/** Answers by what was asked, and of which node. */
export type Memo = Map<string, Map<object, unknown>>;

/** One parsed file: apart from what is kept about it, a pure function of its path and text. */
export interface FileModel extends Bound {
  readonly path: string;
  readonly text: string;
  readonly sourceFile: ts.SourceFile;
  readonly exports: ReadonlyMap<string, Export>;
  /** Specifiers of `export * from`. */
  readonly starExports: readonly string[];
  /** Every module specifier that the file names, in imports, re-exports, dynamic imports and requires. */
  readonly specifiers: readonly string[];
  /** The directive at the top of the file. */
  readonly directive: 'use server' | 'use client' | undefined;
  /** Answers that follow from this file and the files that it uses. Dropped when one of those changes. */
  memo: Memo;
  /** Answers that also follow from the files that use this one. Dropped with every change. */
  callerMemo: Memo | undefined;
}

export function createModel(path: string, text: string): FileModel {
  const sourceFile = parse(path, text);
  return { ...read(path, text, sourceFile, bind(sourceFile)), memo: new Map() };
}

/**
 * Brings a file up to date with its text. It stays the same object, as other files' answers point to it, and keeps the
 * answers that the edit could not change.
 */
export function updateModel(model: FileModel, text: string): void {
  const sourceFile = parse(model.path, text, model.sourceFile);
  const bound = bind(sourceFile);
  const memo = survivingAnswers(model, bound, sourceFile);
  Object.assign(model, read(model.path, text, sourceFile, bound), { memo });
}

function read(path: string, text: string, sourceFile: ts.SourceFile, bound: Bound): Omit<FileModel, 'memo'> {
  const exports = new Map<string, Export>();
  const starExports: string[] = [];
  const specifiers = new Set<string>();
  for (const declaration of bound.imports) specifiers.add(stringValue(declaration.moduleSpecifier) ?? '');
  for (const call of bound.dynamicImports) specifiers.add(stringValue(call.arguments[0])!);
  for (const statement of sourceFile.statements) {
    collectExports(statement, exports, starExports, specifiers);
  }
  return {
    ...bound,
    path,
    text,
    sourceFile,
    exports,
    starExports,
    specifiers: [...specifiers],
    directive: directiveOf(sourceFile.statements),
    callerMemo: undefined,
  };
}

function collectExports(
  statement: ts.Statement,
  exports: Map<string, Export>,
  starExports: string[],
  specifiers: Set<string>,
): void {
  if (ts.isExportDeclaration(statement)) {
    const specifier = stringValue(statement.moduleSpecifier);
    if (specifier !== undefined) specifiers.add(specifier);
    const clause = statement.exportClause;
    if (!clause) {
      if (specifier !== undefined) starExports.push(specifier);
    } else if (ts.isNamespaceExport(clause)) {
      if (specifier !== undefined) exports.set(clause.name.text, { kind: 'from', specifier, name: '*' });
    } else {
      for (const element of clause.elements) {
        const local = element.propertyName ?? element.name;
        exports.set(
          element.name.text,
          specifier !== undefined ? { kind: 'from', specifier, name: local.text } : { kind: 'local', node: local },
        );
      }
    }
    return;
  }
  if (ts.isExportAssignment(statement)) {
    exports.set(statement.isExportEquals ? 'export=' : 'default', { kind: 'local', node: statement.expression });
    return;
  }
  if (ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)) {
    collectCommonJs(statement.expression, exports);
    return;
  }
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return;
  const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
  if (ts.isVariableStatement(statement)) {
    for (const declaration of statement.declarationList.declarations) {
      forEachName(declaration.name, (identifier) => exports.set(identifier.text, { kind: 'local', node: identifier }));
    }
  } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    if (isDefault) exports.set('default', { kind: 'local', node: statement });
    else if (statement.name) exports.set(statement.name.text, { kind: 'local', node: statement.name });
  } else if (ts.isEnumDeclaration(statement)) {
    exports.set(statement.name.text, { kind: 'local', node: statement.name });
  }
}

function collectCommonJs(expression: ts.BinaryExpression, exports: Map<string, Export>): void {
  if (expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
  const left = memberOf(expression.left);
  if (!left) return;
  const target = left.object;
  const isModule = ts.isIdentifier(target) && target.text === 'module' && left.name === 'exports';
  if (isModule) {
    exports.set('export=', { kind: 'local', node: expression.right });
    if (ts.isObjectLiteralExpression(expression.right)) {
      for (const property of expression.right.properties) {
        const name = propertyName(property.name);
        if (name === undefined) continue;
        const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
        if (value) exports.set(name, { kind: 'local', node: value });
      }
    }
    return;
  }
  const inner = memberOf(target);
  const isExports =
    (ts.isIdentifier(target) && target.text === 'exports') ||
    (inner?.name === 'exports' && ts.isIdentifier(inner.object) && inner.object.text === 'module');
  if (isExports) exports.set(left.name, { kind: 'local', node: expression.right });
}

function forEachName(name: ts.BindingName, visit: (identifier: ts.Identifier) => void): void {
  if (ts.isIdentifier(name)) {
    visit(name);
    return;
  }
  for (const element of name.elements) if (ts.isBindingElement(element)) forEachName(element.name, visit);
}

function directiveOf(statements: ts.NodeArray<ts.Statement>): 'use server' | 'use client' | undefined {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return undefined;
    const { text } = statement.expression;
    if (text === 'use server' || text === 'use client') return text;
  }
  return undefined;
}

/** Whether a function's body starts with the directive 'use server'. */
export function hasServerDirective(fn: FunctionNode): boolean {
  return !!fn.body && ts.isBlock(fn.body) && directiveOf(fn.body.statements) === 'use server';
}

export function bindingOf(model: FileModel, identifier: ts.Identifier): Binding | undefined {
  return model.bindings.get(identifier);
}

/** The names under which a file offers a node (or the variable that the node initializes). */
export function exportNamesOf(model: FileModel, node: ts.Node): readonly string[] {
  const names: string[] = [];
  for (const [name, entry] of model.exports) {
    if (entry.kind !== 'local') continue;
    if (entry.node === node) {
      names.push(name);
      continue;
    }
    if (ts.isIdentifier(entry.node)) {
      const declaration = bindingOf(model, entry.node)?.declaration;
      if (declaration === node) names.push(name);
      else if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer === node)
        names.push(name);
    }
  }
  return names;
}

/** The identifier that names a function: its own name, the variable or the property that holds it. */
export function nameOfFunction(fn: FunctionNode): ts.Identifier | undefined {
  if (fn.name && ts.isIdentifier(fn.name)) return fn.name;
  let current: ts.Node = fn;
  let parent = fn.parent as ts.Node | undefined;
  while (parent) {
    if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? parent.name : undefined;
    if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) {
      return ts.isIdentifier(parent.name) ? parent.name : undefined;
    }
    const passesThrough =
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      (ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === current));
    if (!passesThrough || isFunctionNode(parent)) return undefined;
    current = parent;
    parent = parent.parent as ts.Node | undefined;
  }
  return undefined;
}
