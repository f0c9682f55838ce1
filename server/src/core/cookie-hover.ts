import type { Analysis } from './context';
import { cookieReference } from './cookie-reference';
import type { CookieWriter } from './cookie-reference';
import type { CookieOp } from './cookies';
import type { FrameworkName } from './framework';
import type { FileModel } from './model';
import type { HoverInfo } from './service.types';
import { propertyName, ts } from './syntax';
import type { Ref, Values } from './values';

const MAX_SPREADS = 4;

/**
 * The reference of the cookie attribute under the cursor: the name of a property of an object that is the session cookie
 * of a Lucia instance, or the attributes of a cookie that is written, wherever in the file that object stands.
 */
export function cookieReferenceAt(analysis: Analysis, file: FileModel, offset: number): HoverInfo | undefined {
  const property = propertyAt(file, offset);
  const name = property && propertyName(property.name);
  if (!property || name === undefined) return undefined;
  const role = roleOf(analysis, file, property.parent);
  const markdown = role && cookieReference(name, role.writer, role.of);
  if (markdown === undefined) return undefined;
  return { start: property.name.getStart(file.sourceFile), end: property.name.end, markdown };
}

type Property = (ts.PropertyAssignment | ts.ShorthandPropertyAssignment) & {
  readonly parent: ts.ObjectLiteralExpression;
};

function propertyAt(file: FileModel, offset: number): Property | undefined {
  let found: Property | undefined;
  const visit = (node: ts.Node): void => {
    if (offset < node.pos || offset > node.end) return;
    if (
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
      ts.isObjectLiteralExpression(node.parent) &&
      node.name.getStart(file.sourceFile) <= offset &&
      offset <= node.name.end
    ) {
      found = node as Property;
    }
    ts.forEachChild(node, visit);
  };
  visit(file.sourceFile);
  return found;
}

function roleOf(
  { roles, values, ops, frameworks }: Analysis,
  file: FileModel,
  object: ts.ObjectLiteralExpression,
): { readonly writer: CookieWriter; readonly of: 'attributes' | 'sessionCookie' } | undefined {
  // The file's own come first: the index of the project may not hold it yet.
  for (const { options } of [...roles.instances(file), ...roles.projectInstances(file.path)]) {
    if (!options) continue;
    if (leadsTo(values, options, ['sessionCookie'], object)) return { writer: 'lucia', of: 'sessionCookie' };
    if (leadsTo(values, options, ['sessionCookie', 'attributes'], object)) return { writer: 'lucia', of: 'attributes' };
  }
  for (const node of file.calls) {
    for (const op of ops.of({ node, file })) {
      if (op.kind === 'cookie' && op.attributes && leadsTo(values, op.attributes, [], object)) {
        return { writer: writerOf(op, (name) => frameworks.has(file.path, name)), of: 'attributes' };
      }
    }
  }
  return undefined;
}

/** Whether an expression's value is the object, or takes it in with `...`. */
function leadsTo(
  values: Values,
  from: Ref,
  path: readonly string[],
  object: ts.ObjectLiteralExpression,
  depth = 0,
): boolean {
  return values.deepRoots(from, path).some(({ ref, path: rest }) => {
    if (rest.length > 0 || !ts.isObjectLiteralExpression(ref.node)) return false;
    if (ref.node === object) return true;
    if (depth >= MAX_SPREADS) return false;
    return ref.node.properties.some(
      (part) =>
        ts.isSpreadAssignment(part) && leadsTo(values, { ...ref, node: part.expression }, [], object, depth + 1),
    );
  });
}

const JARS: readonly (readonly [FrameworkName, CookieWriter])[] = [
  ['next', 'next'],
  ['sveltekit', 'sveltekit'],
  ['astro', 'astro'],
];
const FUNCTIONS: readonly (readonly [FrameworkName, CookieWriter])[] = [
  ['nuxt', 'h3'],
  ['hono', 'hono'],
];

function writerOf({ api }: CookieOp, has: (name: FrameworkName) => boolean): CookieWriter {
  if (api === 'express') return has('fastify') ? 'other' : 'express';
  const known = (api === 'jar' ? JARS : api === 'function' ? FUNCTIONS : []).filter(([name]) => has(name));
  return known.length === 1 ? known[0]![1] : 'other';
}
