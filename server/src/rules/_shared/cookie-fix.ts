import type { FileContext } from '../../core/context';
import { insertAt, replaceNode, setProperty } from '../../core/edit';
import { argumentsOf, propertyName, ts, unwrap } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { codeStyleOf, indentAt } from '../../core/text';

/** How code of this project asks whether it runs in production; `true` where nothing says so in each runtime. */
export function productionFlag(context: FileContext): string {
  const { frameworks, path } = context;
  const quote = context.style().quote;
  if (frameworks.has(path, 'astro') || frameworks.has(path, 'solidstart')) return 'import.meta.env.PROD';
  if (frameworks.has(path, 'nuxt')) return '!import.meta.dev';
  if (
    /\bprocess\.env\b/.test(context.file.text) ||
    ['next', 'express', 'fastify', 'nestjs'].some((name) => frameworks.has(path, name as 'next'))
  ) {
    return `process.env.NODE_ENV === ${quote}production${quote}`;
  }
  return 'true';
}

/** Sets several properties of an object literal at once. */
export function setProperties(
  object: ts.ObjectLiteralExpression,
  entries: readonly (readonly [string, string])[],
): readonly TextEdit[] {
  if (!object.properties.length)
    return [replaceNode(object, `{ ${entries.map(([name, value]) => `${name}: ${value}`).join(', ')} }`)];
  const existing = entries.filter(([name]) =>
    object.properties.some((property) => property.name && propertyName(property.name) === name),
  );
  const added = entries.filter((entry) => !existing.includes(entry));
  return [...existing.map(([name, value]) => setProperty(object, name, value)), ...joined(object, added)];
}

/** One insertion for all new properties, in the layout of the object. */
function joined(
  object: ts.ObjectLiteralExpression,
  entries: readonly (readonly [string, string])[],
): readonly TextEdit[] {
  if (!entries.length) return [];
  const { text } = object.getSourceFile();
  const last = object.properties[object.properties.length - 1]!;
  const isMultiLine = /\n/.test(text.slice(object.getStart(), last.getStart()));
  const comma = /^\s*,/.exec(text.slice(last.end, object.end));
  if (!isMultiLine) {
    const list = entries.map(([name, value]) => `${name}: ${value}`).join(', ');
    return [comma ? insertAt(last.end + comma[0].length, ` ${list},`) : insertAt(last.end, `, ${list}`)];
  }
  const { lineEnd } = codeStyleOf(text);
  const indent = indentAt(text, last.getStart());
  const lines = entries.map(([name, value]) => `${lineEnd}${indent}${name}: ${value}`);
  return [
    comma
      ? insertAt(last.end + comma[0].length, lines.map((line) => `${line},`).join(''))
      : insertAt(last.end, `,${lines.join(',')}`),
  ];
}

/** Gives a call that writes a cookie without options an options argument. */
export function addOptions(call: CallLike, entries: readonly (readonly [string, string])[]): TextEdit | undefined {
  const args = argumentsOf(call);
  const last = args[args.length - 1];
  if (!last || !ts.isCallExpression(call)) return undefined;
  const list = entries.map(([name, value]) => `${name}: ${value}`).join(', ');
  return insertAt(last.end, `, { ${list} }`);
}

/** Whether an object literal is an argument itself, or keeps its literal types by `as const` or `satisfies`. */
export function keepsLiteralTypes(object: ts.ObjectLiteralExpression): boolean {
  const { parent } = object;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isSatisfiesExpression(parent)) return true;
  if (ts.isAsExpression(parent)) return unwrap(parent) === object;
  if (ts.isVariableDeclaration(parent)) return !!parent.type;
  return ts.isSpreadAssignment(parent) || ts.isPropertyAssignment(parent);
}
