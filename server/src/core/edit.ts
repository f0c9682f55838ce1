import type { FileContext } from './context';
import type { FileModel } from './model';
import { dirname } from './paths';
import { stringValue, ts } from './syntax';
import type { FileEdit, TextEdit } from './text';
import { codeStyleOf, indentAt, restyle } from './text';

/** One file's edits as a fix result. */
export function inFile(file: FileModel, ...edits: readonly (TextEdit | undefined)[]): readonly FileEdit[] {
  return [{ path: file.path, edits: edits.filter((edit) => edit !== undefined) }];
}

export function replaceNode(node: ts.Node, newText: string): TextEdit {
  return { start: node.getStart(), end: node.end, newText };
}

export function insertAt(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

/**
 * Inserts a statement before another one, on a line of its own with the same indentation. The code is written with
 * single quotes, semicolons and two spaces, and takes on the file's habits.
 */
export function insertBefore(file: FileModel, statement: ts.Node, code: string): TextEdit {
  const start = statement.getStart(file.sourceFile);
  const style = codeStyleOf(file.text);
  const indent = indentAt(file.text, start);
  const text = restyle(code, style)
    .split(style.lineEnd)
    .join(style.lineEnd + indent);
  return insertAt(start, `${text}${style.lineEnd}${indent}`);
}

/** Inserts a statement after another one, on a line of its own with the same indentation. */
export function insertAfter(file: FileModel, statement: ts.Node, code: string): TextEdit {
  const style = codeStyleOf(file.text);
  const indent = indentAt(file.text, statement.getStart(file.sourceFile));
  const text = restyle(code, style)
    .split(style.lineEnd)
    .join(style.lineEnd + indent);
  return insertAt(statement.end, `${style.lineEnd}${indent}${text}`);
}

/** The local name of something imported from a module, if the file imports it already. */
export function importedAs(file: FileModel, module: string, name: string): string | undefined {
  for (const declaration of file.imports) {
    if (stringValue(declaration.moduleSpecifier) !== module || isTypeOnly(declaration)) continue;
    const clause = declaration.importClause;
    if (name === 'default') {
      if (clause?.name) return clause.name.text;
      continue;
    }
    const named = clause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    const element = named.elements.find((candidate) => (candidate.propertyName ?? candidate.name).text === name);
    if (element && !element.isTypeOnly) return element.name.text;
  }
  return undefined;
}

/**
 * The edit that imports a name, joining an existing import of the module. Undefined when it is imported already.
 * @param as the local name of a default import
 */
export function addImport(file: FileModel, module: string, name: string, as?: string): TextEdit | undefined {
  if (importedAs(file, module, name) !== undefined) return undefined;
  const style = codeStyleOf(file.text);
  for (const declaration of file.imports) {
    if (stringValue(declaration.moduleSpecifier) !== module || isTypeOnly(declaration)) continue;
    const named = declaration.importClause?.namedBindings;
    if (name === 'default' || !named || !ts.isNamedImports(named)) continue;
    const last = named.elements[named.elements.length - 1];
    if (last) return insertAt(last.end, `, ${name}`);
  }
  const clause = name === 'default' ? (as ?? module.replace(/^.*\//, '')) : `{ ${name} }`;
  const semicolon = style.semicolon ? ';' : '';
  const line = `import ${clause} from ${style.quote}${module}${style.quote}${semicolon}`;
  const last = file.imports[file.imports.length - 1];
  if (last) return insertAt(last.end, `${style.lineEnd}${line}`);
  return insertAt(topOfCode(file), `${line}${style.lineEnd}${style.lineEnd}`);
}

/** One edit that imports several names of a module; several insertions would meet at one offset. */
export function addImports(file: FileModel, module: string, names: readonly string[]): TextEdit | undefined {
  const missing = names.filter((name) => importedAs(file, module, name) === undefined);
  const edit = missing[0] === undefined ? undefined : addImport(file, module, missing[0]);
  if (!edit) return undefined;
  const all = missing.join(', ');
  return { ...edit, newText: edit.newText.replace(missing[0]!, () => all) };
}

function isTypeOnly(declaration: ts.ImportDeclaration): boolean {
  return declaration.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** After a shebang, directives such as 'use server', and the fence of an .astro file. */
function topOfCode(file: FileModel): number {
  if (file.path.endsWith('.astro')) return /^\uFEFF?\s*---[ \t]*\r?\n/.exec(file.text)?.[0].length ?? 0;
  let offset = /^#!.*\r?\n/.exec(file.text)?.[0].length ?? 0;
  for (const statement of file.sourceFile.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    offset = statement.end + (/^\r?\n/.exec(file.text.slice(statement.end))?.[0].length ?? 0);
  }
  return offset;
}

/** How this file would import another: by alias when it imports by alias already, else relatively. */
export function specifierTo(context: FileContext, path: string): string {
  const { file, project } = context;
  const usesAlias = file.imports.some((declaration) => {
    const specifier = stringValue(declaration.moduleSpecifier) ?? '';
    return !specifier.startsWith('.') && project.modules.resolve(file.path, specifier).kind === 'file';
  });
  const sameFolder = dirname(file.path) === dirname(path);
  const specifier = project.modules.specifierFor(file.path, path, usesAlias && !sameFolder);
  const keepsExtension = file.imports.some((declaration) =>
    /^\.{1,2}\/.*\.js$/.test(stringValue(declaration.moduleSpecifier) ?? ''),
  );
  return keepsExtension && specifier.startsWith('.') ? `${specifier}.js` : specifier;
}

/** A name that the file does not use yet. */
export function freshName(file: FileModel, wanted: string): string {
  const used = new Set<string>();
  for (const identifier of file.bindings.keys()) used.add(identifier.text);
  for (const identifier of file.free) used.add(identifier.text);
  let name = wanted;
  for (let i = 2; used.has(name); i++) name = `${wanted}${i}`;
  return name;
}

/** Adds or replaces a property of an object literal, keeping its layout. */
export function setProperty(object: ts.ObjectLiteralExpression, name: string, value: string): TextEdit {
  const sourceFile = object.getSourceFile();
  const existing = object.properties.find(
    (property) => property.name && ts.isIdentifier(property.name) && property.name.text === name,
  );
  if (existing && ts.isPropertyAssignment(existing)) return replaceNode(existing.initializer, value);
  if (existing) return replaceNode(existing, `${name}: ${value}`);
  const last = object.properties[object.properties.length - 1];
  if (!last) return replaceNode(object, `{ ${name}: ${value} }`);
  const { text } = sourceFile;
  const isMultiLine = /\n/.test(text.slice(object.getStart(sourceFile), last.getStart(sourceFile)));
  const tail = text.slice(last.end, object.end);
  const comma = /^\s*,/.exec(tail);
  if (!isMultiLine) return insertAt(last.end, `, ${name}: ${value}`);
  const style = codeStyleOf(text);
  const indent = indentAt(text, last.getStart(sourceFile));
  if (comma) return insertAt(last.end + comma[0].length, `${style.lineEnd}${indent}${name}: ${value},`);
  return insertAt(last.end, `,${style.lineEnd}${indent}${name}: ${value}`);
}
