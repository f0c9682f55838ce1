import type { FileContext } from '../../core/context';
import { addImport, freshName, importedAs, insertAt } from '../../core/edit';
import { stringValue, ts } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { indentAt, restyle } from '../../core/text';

/** Something of a package as this file can call it, and the edit that brings it in. */
export interface Imported {
  readonly text: string;
  readonly edit?: TextEdit;
}

/** A name that a package exports; undefined where the name is taken or packages are required. */
export function importOf(context: FileContext, module: string, name: string): Imported | undefined {
  const known = importedAs(context.file, module, name);
  if (known) return { text: known };
  if (isTaken(context, name) || isCommonJs(context)) return undefined;
  const edit = addImport(context.file, module, name);
  return edit && { text: name, edit };
}

/** Whether a name means something in the file already. */
export function isTaken(context: FileContext, name: string): boolean {
  return freshName(context.file, name) !== name;
}

/** The module of `const x = require('module')`. */
export function requiredModule(statement: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const call = statement.declarationList.declarations[0]?.initializer;
  if (!call || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || call.expression.text !== 'require')
    return undefined;
  return stringValue(call.arguments[0]);
}

/** Whether the file takes its packages by require(). */
export function isCommonJs(context: FileContext): boolean {
  return (
    !context.file.imports.length &&
    context.file.sourceFile.statements.some((statement) => requiredModule(statement) !== undefined)
  );
}

export function isJavaScript(path: string): boolean {
  return /\.[cm]?jsx?$/.test(path);
}

/** Puts a declaration before the statement of the file that holds a node, before that statement's own comments. */
export function declareBefore(context: FileContext, node: ts.Node, code: string): TextEdit | undefined {
  const { file } = context;
  let top: ts.Node = node;
  while (top.parent && !ts.isSourceFile(top.parent)) top = top.parent;
  if (!ts.isStatement(top)) return undefined;
  const style = context.style();
  const start = top.getFullStart() + /^\s*/.exec(file.text.slice(top.getFullStart(), top.end))![0].length;
  const indent = indentAt(file.text, start);
  const text = restyle(code, style)
    .split(style.lineEnd)
    .join(style.lineEnd + indent);
  const isApart = /^\s*$/.test(file.text.slice(0, start)) || /\n[ \t]*\r?\n[ \t]*$/.test(file.text.slice(0, start));
  return insertAt(start, `${isApart ? '' : style.lineEnd}${text}${style.lineEnd}${style.lineEnd}${indent}`);
}
