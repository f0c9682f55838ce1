import type { FileContext } from '../../core/context';
import { addImports, freshName, insertAt, insertBefore, specifierTo } from '../../core/edit';
import type { EntryPoint } from '../../core/framework';
import type { Fix } from '../../core/rule';
import { isAsync, isFunctionNode, ts } from '../../core/syntax';
import type { FunctionNode } from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { projectValidations } from './direct-validation';
import type { Central } from './direct-validation';
import { argumentsFor, isTaken, localNameOf, storeInHandler, storeOf, wrapperKeys } from './direct-validation-fix';

/** What ends a request: a statement, and the names that it needs from a package. */
export interface Ending {
  readonly code: string;
  readonly from?: string;
  readonly names?: readonly string[];
}

/** The statement with which a handler of a framework turns a request down. */
export function endingOf(context: FileContext, entry: EntryPoint, status: 400 | 401 | 403): Ending | undefined {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return undefined;
  const name = (index: number): string | undefined => {
    const parameter = node.parameters[index]?.name;
    return parameter && ts.isIdentifier(parameter) ? parameter.text : undefined;
  };
  const text = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden' }[status];
  switch (entry.framework) {
    case 'next':
      if (entry.kind === 'action') return { code: `throw new Error('${text}');` };
      if (/\/pages\/api\//.test(entry.route)) {
        const res = name(1);
        return res ? { code: `return ${res}.status(${status}).end();` } : undefined;
      }
      return { code: `return new Response(null, { status: ${status} });` };
    case 'astro':
      if (entry.kind === 'action')
        return {
          code: `throw new ActionError({ code: '${text.toUpperCase().replace(' ', '_')}' });`,
          from: 'astro:actions',
          names: ['ActionError'],
        };
      return { code: `return new Response(null, { status: ${status} });` };
    case 'solidstart':
      return entry.kind === 'route' ? { code: `return new Response(null, { status: ${status} });` } : undefined;
    case 'sveltekit': {
      if (entry.kind === 'action') return { code: `return fail(${status});`, from: '@sveltejs/kit', names: ['fail'] };
      const throws = (context.frameworks.major(context.path, 'sveltekit') ?? 2) < 2 ? 'throw ' : '';
      return { code: `${throws}error(${status}, '${text}');`, from: '@sveltejs/kit', names: ['error'] };
    }
    case 'nuxt': {
      const code = `throw createError({ statusCode: ${status} });`;
      const isAuto = [...context.file.free].some((identifier) =>
        /^(?:defineEventHandler|eventHandler|createError)$/.test(identifier.text),
      );
      return isAuto ? { code } : { code, from: 'h3', names: ['createError'] };
    }
    case 'remix':
      return { code: `throw new Response(null, { status: ${status} });` };
    case 'express': {
      const res = name(1);
      return res ? { code: `{\n  ${res}.status(${status}).end();\n  return;\n}` } : undefined;
    }
    case 'hono': {
      const c = name(0);
      return c ? { code: `return ${c}.body(null, ${status});` } : undefined;
    }
    case 'fastify': {
      const reply = name(1);
      return reply ? { code: `return ${reply}.code(${status}).send();` } : undefined;
    }
    default:
      return undefined;
  }
}

/** The edit that puts code first in a function, behind directives. */
export function insertFirst(context: FileContext, fn: FunctionNode, code: string): TextEdit | undefined {
  if (!fn.body || !ts.isBlock(fn.body)) return undefined;
  const first = fn.body.statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first && insertBefore(context.file, first, code);
}

/** Lets a handler ask who is signed in, by what the project has for it, and turn everybody else down. */
export function askForUserFix(context: FileContext, entry: EntryPoint): readonly Fix[] {
  const { node } = entry.fn;
  if (!isFunctionNode(node) || !node.body || !ts.isBlock(node.body)) return [];
  const ending = endingOf(context, entry, 401);
  if (!ending) return [];
  for (const central of projectValidations(context).central) {
    const asked = central.kind === 'wrapper' ? byWrapper(context, node, central) : byStore(entry, central);
    if (!asked) continue;
    return [
      {
        title: asked.title,
        kind: 'suggested',
        edits() {
          const guard = `if (!${asked.user}) ${ending.code}`;
          const code = asked.before ? `${asked.before}\n${guard}` : guard;
          const edits = [
            insertFirst(context, node, code),
            ...asked.edits,
            ending.from ? addImports(context.file, ending.from, ending.names ?? []) : undefined,
          ];
          return [{ path: context.path, edits: edits.filter((edit) => edit !== undefined) }];
        },
      },
    ];
  }
  return [];
}

interface Asked {
  readonly title: string;
  readonly user: string;
  readonly before?: string;
  readonly edits: readonly TextEdit[];
}

function byWrapper(context: FileContext, handler: FunctionNode, wrapper: Central): Asked | undefined {
  const exported = wrapper.exports.find((name) => name !== 'default');
  if (!exported || !isAsync(handler) || !wrapperKeys(context, wrapper)?.has('user')) return undefined;
  const body = handler.body && ts.isBlock(handler.body) ? handler.body.statements[0] : undefined;
  const args = body && argumentsFor(wrapper, body);
  if (!args) return undefined;
  const known = localNameOf(context, wrapper) ?? (wrapper.fn.file === context.file ? exported : undefined);
  if (!known && isTaken(context, exported)) return undefined;
  const user = freshName(context.file, 'user');
  const addition = known ? undefined : addImports(context.file, specifierTo(context, wrapper.fn.file.path), [exported]);
  return {
    title: `Call ${known ?? exported}() first and turn down who is not signed in`,
    user,
    before: `const { ${user === 'user' ? user : `user: ${user}`} } = await ${known ?? exported}(${args.join(', ')});`,
    edits: addition ? [addition] : [],
  };
}

function byStore(entry: EntryPoint, middleware: Central): Asked | undefined {
  const stored = storeOf(middleware);
  const key = stored?.keys.has('user') ? 'user' : stored?.keys.has('session') ? 'session' : undefined;
  const { node } = entry.fn;
  if (!stored || !key || ts.isSourceFile(node)) return undefined;
  let source = storeInHandler(entry.fn, stored.holder);
  if (!source && !node.parameters.length) {
    if (stored.holder === 'context') source = { text: 'event.context', edit: insertAt(node.parameters.pos, 'event') };
    else if (stored.holder === 'locals') source = { text: 'locals', edit: insertAt(node.parameters.pos, '{ locals }') };
  }
  if (!source) return undefined;
  return {
    title: `Turn down who is not signed in (${source.text}.${key})`,
    user: `${source.text}.${key}`,
    edits: source.edit ? [source.edit] : [],
  };
}
