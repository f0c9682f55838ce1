import { inFile, insertAt } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { enclosingFunction, isAsync, memberOf, textOf, ts, unwrap, wrapped } from '../../../core/syntax';

interface State {
  readonly call: ts.CallExpression;
}

/** The first canary of Next 15 in which cookies() gives a promise; the release candidates 0 and 1 are older. */
const FIRST_CANARY = 171;

/** A pre-release of Next 15 from before the change. */
function isSynchronous(version: string): boolean {
  const [, stage, count] = /^15\.0\.0-(rc|canary)\.(\d+)$/.exec(version) ?? [];
  return stage !== undefined && Number(count) < (stage === 'rc' ? 2 : FIRST_CANARY);
}

export default defineRule<State>({
  id: 'next-async-cookies',
  family: 'integrity',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 'a crash, not a vulnerability in itself: sessions cannot be read or written',
  frameworks: ['next'],
  fixable: 'safe',
  docs: {
    what: 'cookies(), headers() or draftMode() is used without await in a project with Next 15 or later.',
    why: 'They return promises since Next 15. In 15 the old use still runs with a type error; from 16 on `.get` is not a function and every request that needs a session fails.',
    how: 'Write `(await cookies()).get(…)`; the function around it must be async. The same form also works in Next 14.',
    limits:
      'Looks at calls whose result is used at once or through a variable; a promise that is handed to functions of packages is not followed.',
  },
  sources: [{ title: 'Next.js: cookies', url: 'https://nextjs.org/docs/app/api-reference/functions/cookies' }],
  messages: {
    crash: '{name}() is asynchronous since Next 15; without await this crashes in Next {major}.',
    type: '{name}() is asynchronous since Next 15; without await this will crash from Next 16 on.',
  },
  words: ['next/headers'],
  check(context, report) {
    const major = context.frameworks.major(context.path, 'next');
    if (major === undefined || major < 15 || isSynchronous(context.version('next') ?? '')) return;
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      // cookies() by its own name, or as a member of the whole module.
      const [callee] = context.values.callees(context.ref(call));
      const external = callee?.external;
      const name = callee?.path.length ? callee.path[0]! : external?.name;
      if (external?.module !== 'next/headers' || !/^(?:cookies|headers|draftMode)$/.test(name ?? '')) continue;
      if ((callee?.path.length ?? 0) > 1 || (callee?.path.length && external.name !== '*')) continue;
      if (!usedAsValue(call)) continue;
      report({
        at: call,
        message: major >= 16 ? 'crash' : 'type',
        data: { name: name!, major },
        severity: major >= 16 ? 'error' : 'warning',
        state: { call },
      });
    }

    /** Whether a property of the result is used without waiting for it. */
    function usedAsValue(call: ts.CallExpression): boolean {
      const outer = wrapped(call, false);
      const parent = outer.parent;
      if (ts.isAwaitExpression(parent)) return false;
      const member = memberOf(parent);
      if (member && unwrap(member.object, false) === call) return !/^(?:then|catch|finally)$/.test(member.name);
      if (isReadByHelper(call)) return true;
      if (!ts.isVariableDeclaration(parent) || parent.initializer !== outer) return false;
      if (!ts.isIdentifier(parent.name)) return true;
      const binding = context.file.bindings.get(parent.name);
      return !!binding?.uses.some((use) => isRead(use) || isReadByHelper(use));
    }

    function isRead(use: ts.Node): boolean {
      const used = memberOf(wrapped(use, false).parent);
      return !!used && unwrap(used.object, false) === use && !/^(?:then|catch|finally)$/.test(used.name);
    }

    /** Handed to an own function that takes properties of its parameter without waiting. */
    function isReadByHelper(use: ts.Node): boolean {
      const argument = wrapped(use, false);
      const { parent } = argument;
      if (!ts.isCallExpression(parent)) return false;
      const index = parent.arguments.findIndex((candidate) => candidate === argument);
      return (
        index >= 0 &&
        context.values.targets(context.ref(parent)).some(({ node, file }) => {
          const name = node.parameters[index]?.name;
          const uses = name && ts.isIdentifier(name) ? (file.bindings.get(name)?.uses ?? []) : [];
          return uses.some(isRead);
        })
      );
    }
  },
  fixes: ({ call }, context) => {
    const fn = enclosingFunction(call);
    const title = `Await ${textOf(call.expression)}()`;
    const edits = (): ReturnType<typeof inFile> => {
      const outer = wrapped(call, false);
      const isMember = memberOf(outer.parent) !== undefined && outer === call;
      const start = call.getStart();
      if (!isMember) return inFile(context.file, insertAt(start, 'await '));
      return inFile(context.file, insertAt(start, '(await '), insertAt(call.end, ')'));
    };
    if (!fn || !isAsync(fn)) return [];
    return [{ title, kind: 'safe', edits }];
  },
});
