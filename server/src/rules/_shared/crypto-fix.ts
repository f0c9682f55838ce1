import type { FileContext } from '../../core/context';
import { addImport, importedAs, insertAt, insertAfter } from '../../core/edit';
import { isFunctionNode, memberOf, stringValue, textOf, ts, unwrap, walk } from '../../core/syntax';
import type { FunctionNode } from '../../core/syntax';
import { isCommonJs, isJavaScript, isTaken, requiredModule } from './insert-fix';
import type { Imported } from './insert-fix';

const NODE_CRYPTO = ['node:crypto', 'crypto'] as const;

/** Packages that say that code runs where Node's modules are not there as a matter of course. */
const EDGE_PACKAGES = [
  'wrangler',
  '@cloudflare/workers-types',
  '@sveltejs/adapter-cloudflare',
  '@sveltejs/adapter-cloudflare-workers',
  '@astrojs/cloudflare',
  '@opennextjs/cloudflare',
  '@cloudflare/next-on-pages',
];

/** A function of Node's crypto module, by what the file imports already; undefined where the file may not run on Node. */
export function nodeCrypto(context: FileContext, name: string): Imported | undefined {
  const { file } = context;
  for (const module of NODE_CRYPTO) {
    const local = importedAs(file, module, name);
    if (local) return { text: local };
  }
  for (const declaration of file.imports) {
    if (!isNodeCrypto(stringValue(declaration.moduleSpecifier))) continue;
    const clause = declaration.importClause;
    if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    const named = clause.namedBindings;
    if (named && ts.isNamespaceImport(named)) return { text: `${named.name.text}.${name}` };
    if (named) {
      const edit = addImport(file, stringValue(declaration.moduleSpecifier)!, name);
      return edit && { text: name, edit };
    }
    if (clause.name) return { text: `${clause.name.text}.${name}` };
  }
  const required = fromRequire(context, name);
  if (required) return required;
  if (isEdge(context)) return undefined;
  if (!isCommonJs(context)) {
    const edit = isTaken(context, name) ? undefined : addImport(file, 'node:crypto', name);
    return edit && { text: name, edit };
  }
  const last = [...file.sourceFile.statements].reverse().find((statement) => requiredModule(statement) !== undefined);
  if (!last || isTaken(context, name)) return undefined;
  return { text: name, edit: insertAfter(file, last, `const { ${name} } = require('node:crypto');`) };
}

/** Whether the file may run where Node's modules are missing. */
function isEdge(context: FileContext): boolean {
  return (
    EDGE_PACKAGES.some((name) => context.version(name) !== undefined) ||
    /\bruntime\b\s*[:=]\s*['"](?:experimental-)?edge['"]/.test(context.file.text) ||
    /\/middleware\.[cm]?[jt]s$/.test(context.path)
  );
}

function isNodeCrypto(module: string | undefined): boolean {
  return module === 'node:crypto' || module === 'crypto';
}

function fromRequire(context: FileContext, name: string): Imported | undefined {
  for (const statement of context.file.sourceFile.statements) {
    if (!isNodeCrypto(requiredModule(statement)) || !ts.isVariableStatement(statement)) continue;
    const binding = statement.declarationList.declarations[0]!.name;
    if (ts.isIdentifier(binding)) return { text: `${binding.text}.${name}` };
    if (!ts.isObjectBindingPattern(binding)) continue;
    const known = binding.elements.find((element) => textOf(element.propertyName ?? element.name) === name);
    if (known) return ts.isIdentifier(known.name) ? { text: known.name.text } : undefined;
    const last = binding.elements[binding.elements.length - 1];
    if (last && !last.dotDotDotToken && !isTaken(context, name))
      return { text: name, edit: insertAt(last.end, `, ${name}`) };
  }
  return undefined;
}

/** A function of this file that compares two texts in constant time and takes whatever it is given. */
export function textComparer(context: FileContext): string | undefined {
  for (const statement of context.file.sourceFile.statements) {
    const named: { readonly name: string; readonly fn: FunctionNode } | undefined =
      ts.isFunctionDeclaration(statement) && statement.name
        ? { name: statement.name.text, fn: statement }
        : constFunction(statement);
    if (named && comparesTexts(named.fn, isJavaScript(context.path))) return named.name;
  }
  return undefined;
}

function constFunction(statement: ts.Statement): { readonly name: string; readonly fn: FunctionNode } | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const initializer = declaration?.initializer && unwrap(declaration.initializer);
  return declaration && ts.isIdentifier(declaration.name) && initializer && isFunctionNode(initializer)
    ? { name: declaration.name.text, fn: initializer }
    : undefined;
}

function comparesTexts({ parameters, body }: FunctionNode, isUntyped: boolean): boolean {
  if (parameters.length !== 2 || !body) return false;
  const names = parameters.map((parameter) => (ts.isIdentifier(parameter.name) ? parameter.name.text : ''));
  if (parameters.some(({ type }) => (isUntyped ? type : type?.kind !== ts.SyntaxKind.UnknownKeyword))) return false;
  let compares = false;
  const turned = new Set<string>();
  walk(body, (node) => {
    if (!ts.isCallExpression(node)) return;
    const callee = unwrap(node.expression);
    const name = ts.isIdentifier(callee) ? callee.text : memberOf(callee)?.name;
    if (name === 'timingSafeEqual' || name === 'constantTimeEqual') compares = true;
    for (const argument of node.arguments) if (ts.isIdentifier(argument)) turned.add(argument.text);
  });
  return compares && names.every((name) => turned.has(name));
}
