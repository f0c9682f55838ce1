import ts from 'typescript';
import { changedWindow } from './text';

/** The parser's API. Every other file takes it from here, so that a change of parser touches one file. */
export { ts };

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration;

export type CallLike = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

const SOURCE_EXTENSION = /\.(?:d\.)?[cm]?[jt]sx?$/;

export function isSourcePath(path: string): boolean {
  return SOURCE_EXTENSION.test(path) || path.endsWith('.astro');
}

export function isDeclarationPath(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** package.json is checked too: it says which deprecated packages a project stands on. */
export function isManifestPath(path: string): boolean {
  return path.endsWith('/package.json');
}

function scriptKindOf(path: string): ts.ScriptKind {
  if (path.endsWith('.json')) return ts.ScriptKind.JSON;
  if (/\.[cm]?tsx$/.test(path) || path.endsWith('.astro')) return ts.ScriptKind.TSX;
  if (/\.[cm]?jsx?$/.test(path)) return ts.ScriptKind.JSX;
  return ts.ScriptKind.TS;
}

/**
 * The TypeScript of a file at unchanged offsets: for .astro the frontmatter with everything around it blanked,
 * for other files the text itself.
 */
export function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.astro')) return text;
  const fence = /^\uFEFF?\s*---[ \t]*\r?\n/.exec(text);
  if (!fence) return blank(text, 0, text.length);
  const start = fence[0].length;
  const close = /^---[ \t]*$/m.exec(text.slice(start));
  const end = close ? start + close.index : text.length;
  return blank(text, 0, start) + text.slice(start, end) + blank(text, end, text.length);
}

function blank(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\r\n]/g, ' ');
}

/**
 * Parses a file. With the previous tree of the same path, only what changed is parsed again
 * (the previous tree must not be used afterwards). Syntax errors never throw: the parser recovers.
 */
export function parse(path: string, text: string, previous?: ts.SourceFile): ts.SourceFile {
  const script = scriptOf(path, text);
  if (previous && previous.text !== script) {
    const { start, oldEnd, newEnd } = changedWindow(previous.text, script);
    return ts.updateSourceFile(previous, script, {
      span: { start, length: oldEnd - start },
      newLength: newEnd - start,
    });
  }
  if (previous) return previous;
  return ts.createSourceFile(
    path,
    script,
    { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    scriptKindOf(path),
  );
}

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return true;
    default:
      return false;
  }
}

/** The function that directly contains the node, or undefined at the top level of the file. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  let current = node.parent as ts.Node | undefined;
  while (current) {
    if (isFunctionNode(current)) return current;
    current = current.parent;
  }
  return undefined;
}

export function isInside(node: ts.Node, ancestor: ts.Node): boolean {
  let current: ts.Node | undefined = node;
  while (current) {
    if (current === ancestor) return true;
    current = current.parent as ts.Node | undefined;
  }
  return false;
}

/** The expression without parentheses, type assertions, `!` and, when asked, `await`. */
export function unwrap(node: ts.Node, awaits = true): ts.Node {
  let current = node;
  for (;;) {
    if (
      ts.isParenthesizedExpression(current) ||
      ts.isAsExpression(current) ||
      ts.isNonNullExpression(current) ||
      ts.isSatisfiesExpression(current) ||
      ts.isTypeAssertionExpression(current)
    ) {
      current = current.expression;
    } else if (awaits && ts.isAwaitExpression(current)) {
      current = current.expression;
    } else {
      return current;
    }
  }
}

/** The outermost node around an expression that only wraps it: parentheses, assertions, `!` and, when asked, `await`. */
export function wrapped(node: ts.Node, awaits = true): ts.Node {
  let current = node;
  for (;;) {
    const parent = current.parent as ts.Node | undefined;
    if (!parent) return current;
    const wraps =
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isTypeAssertionExpression(parent) ||
      (awaits && ts.isAwaitExpression(parent));
    if (!wraps) return current;
    current = parent;
  }
}

/** The text of a string literal or of a template without substitutions. */
export function stringValue(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  return ts.isStringLiteralLike(inner) ? inner.text : undefined;
}

/** The name of a property, also for `['name']` and `"name":`. Undefined when it is computed. */
export function propertyName(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isComputedPropertyName(node)) return stringValue(node.expression);
  return undefined;
}

/** For `a.b`, `a?.b` and `a['b']`: the object and the name. */
export function memberOf(node: ts.Node): { object: ts.Expression; name: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { object: node.expression, name: node.name.text };
  if (ts.isElementAccessExpression(node)) {
    const name = ts.isNumericLiteral(node.argumentExpression)
      ? node.argumentExpression.text
      : stringValue(node.argumentExpression);
    if (name !== undefined) return { object: node.expression, name };
  }
  return undefined;
}

/** `null` or `undefined`. */
export function isNullish(node: ts.Node): boolean {
  const inner = unwrap(node);
  return inner.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(inner) && inner.text === 'undefined');
}

/** The last name of a call's callee: `verify` for `verify(…)`, `argon2.verify(…)` and `new Argon2id().verify(…)`. */
export function calleeName(call: CallLike): string | undefined {
  const callee = unwrap(ts.isTaggedTemplateExpression(call) ? call.tag : call.expression);
  if (ts.isIdentifier(callee)) return callee.text;
  return memberOf(callee)?.name;
}

export function argumentsOf(call: CallLike): readonly ts.Expression[] {
  if (ts.isTaggedTemplateExpression(call)) {
    return ts.isTemplateExpression(call.template) ? call.template.templateSpans.map((span) => span.expression) : [];
  }
  return call.arguments ?? [];
}

/** The initializer of a property of an object literal, also for shorthand and methods. Spreads are not looked into. */
export function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  for (let i = object.properties.length - 1; i >= 0; i--) {
    const property = object.properties[i]!;
    if (ts.isSpreadAssignment(property) || propertyName(property.name) !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
    return property;
  }
  return undefined;
}

/** Start of a node's own text, after comments and white space. */
export function startOf(node: ts.Node, sourceFile?: ts.SourceFile): number {
  return node.getStart(sourceFile);
}

export function textOf(node: ts.Node): string {
  const sourceFile = node.getSourceFile();
  return sourceFile.text.slice(node.getStart(sourceFile), node.end);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}

export function isAsync(fn: FunctionNode): boolean {
  return hasModifier(fn, ts.SyntaxKind.AsyncKeyword);
}

/** The statement that directly contains the node. */
export function statementOf(node: ts.Node): ts.Statement | undefined {
  let current: ts.Node | undefined = node;
  while (current) {
    const parent = current.parent as ts.Node | undefined;
    if (ts.isStatement(current) && !ts.isBlock(current)) return current;
    if (parent && isFunctionNode(parent) && !ts.isBlock(current)) return undefined;
    current = parent;
  }
  return undefined;
}

/** Visits the node and everything below it; return false from the visitor to leave out what is below a node. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | void): void {
  if (visit(node) === false) return;
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Parses JSON with comments and trailing commas. Undefined when it is beyond recovery. */
export function parseJson(path: string, text: string): unknown {
  const { config, error } = ts.parseConfigFileTextToJson(path, text);
  return error && !config ? undefined : (config as unknown);
}

/** A record's own entry: names of code such as `toString` and `constructor` must not find what every object inherits. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
