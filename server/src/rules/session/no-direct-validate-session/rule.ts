import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import type { Related } from '../../../core/rule';
import { isFunctionNode, textOf, ts } from '../../../core/syntax';
import type { FunctionRef } from '../../../core/values';
import { directValidations, projectValidations } from '../../_shared/direct-validation';
import type { Central, DirectValidation } from '../../_shared/direct-validation';
import { isGuardMiddleware, isGuardedAround } from '../../_shared/guards';
import { useCentralFix } from '../../_shared/direct-validation-fix';
import { saysSession } from '../../_shared/session';

interface State {
  readonly found: DirectValidation;
  /** Who could have validated the session for this handler. */
  readonly centrals: readonly Central[];
}

export default defineRule<State>({
  id: 'no-direct-validate-session',
  family: 'session',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 'A matter of structure: a copy that leaves out renewal or clearing is a defect, not a vulnerability.',
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A page, action or route validates the session itself instead of through the one place of the project that does it.',
    why: 'This is no vulnerability by itself. But each copy has to read the cookie, renew it when the session is fresh and clear it when it is invalid; sooner or later one does not, and users are signed out early or a change to the check misses a route.',
    how: "Call the project's session wrapper, or read user and session from where the middleware has put them. When there is no wrapper yet, write one.",
    limits:
      'Hooks, middleware, context factories, wrappers, bearer tokens and WebSocket code are the right place for validateSession() and are not reported.',
  },
  sources: [
    {
      title: 'Lucia v3: Validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/tree/v3/docs/pages/guides/validate-session-cookies',
    },
  ],
  messages: {
    wrapper: 'Call {wrapper} instead of {call}, so that renewal and clearing happen in one place.',
    middleware: '{call} is called again here: {wrapper} has validated the session of this request already.',
    none: '{call} is called in a handler: validate in one wrapper, so that renewal and clearing happen in one place.',
  },
  words: ['validateSession'],
  check(context, report) {
    const found = directValidations(context, context.file);
    if (!found.length) return;
    const project = projectValidations(context);
    for (const validation of found) {
      const reaching = project.central.filter((candidate) => comesBefore(context, candidate, validation));
      const strict = reaching.filter(({ kind, fn }) => kind === 'wrapper' && turnsAway(context, fn));
      // What nobody else does for it, it does itself.
      const isOptional = strict.length > 0 && goesOnAnyway(context, validation);
      const centrals = isOptional ? reaching.filter((candidate) => !strict.includes(candidate)) : reaching;
      if (isOptional && !centrals.length) continue;
      const central = centrals.find((candidate) => candidate.kind === 'wrapper') ?? centrals[0];
      if (!central && (validation.isGivenId || (project.direct.length < 3 && validation.isComplete))) continue;
      const { call } = validation;
      report({
        at: call.node,
        message: central ? central.kind : 'none',
        data: { call: `${textOf(call.node.expression).slice(-40)}()`, wrapper: central ? shown(central) : '' },
        related: related(context, central, project.direct, validation),
        state: { found: validation, centrals },
      });
    }
  },
  // What is given an id alone has no context to read from instead.
  fixes: ({ found, centrals }, context) => (found.isGivenId ? [] : useCentralFix(context, found, centrals)),
});

/** A wrapper can be called anywhere; a middleware that turns strangers away has done so only where it guards the route. */
function comesBefore(context: FileContext, central: Central, { entry, isGivenId }: DirectValidation): boolean {
  if (isGivenId) return runsForAll(context, central);
  if (central.kind === 'wrapper' || !entry || !/^(?:express|hono|fastify|elysia)$/.test(entry.framework)) return true;
  return !isGuardMiddleware(context, central.fn) || isGuardedAround(context, entry);
}

/** A hook or middleware that nobody has to put before a handler. */
function runsForAll(context: FileContext, { fn }: Central): boolean {
  return context.frameworks
    .entryPoints(fn.file)
    .some(
      (entry) =>
        entry.fn.node === fn.node &&
        entry.kind === 'middleware' &&
        /^(?:sveltekit|astro|nuxt|solidstart)$/.test(entry.framework),
    );
}

/** A wrapper that answers those who are not signed in itself: nobody else gets anything back from it. */
function turnsAway(context: FileContext, fn: FunctionRef): boolean {
  const returned = context.values.returned({ node: fn.node, file: fn.file });
  return (
    returned.some((ref) => isRefusal(ref.node)) &&
    returned.every(
      (ref) => isRefusal(ref.node) || context.conditions.known(ref).some((fact) => saysSession(context, fact)),
    )
  );
}

/** Whether a handler has an answer for visitors who are not signed in, other than to refuse them. */
function goesOnAnyway(context: FileContext, { call, handler }: DirectValidation): boolean {
  const flow = context.conditions.flow(handler);
  const start = flow.at(call.node);
  return (
    !!start &&
    flow.exitsFrom(start).some(({ kind, syntax }) => {
      if (kind !== 'return' || !ts.isReturnStatement(syntax) || isInCatch(syntax) || isRefusal(syntax)) return false;
      return !context.conditions.known({ ...handler, node: syntax }).some((fact) => saysSession(context, fact));
    })
  );
}

function isRefusal(node: ts.Node): boolean {
  return /\b[45]\d\d\b|redirect|nauthori[sz]ed|orbidden/.test(node.getText());
}

function isInCatch(node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current); current = current.parent)
    if (ts.isCatchClause(current)) return true;
  return false;
}

function shown(central: Central): string {
  return central.name ? `\`${central.name}()\`` : 'the middleware';
}

function related(
  context: FileContext,
  central: Central | undefined,
  all: readonly DirectValidation[],
  own: DirectValidation,
): readonly Related[] {
  if (central) {
    const { node } = central.fn;
    const named =
      ts.isFunctionDeclaration(node) && node.name
        ? node.name
        : ts.isVariableDeclaration(node.parent)
          ? node.parent.name
          : central.at;
    return [
      context.related(
        { node: named, file: central.fn.file },
        central.kind === 'wrapper'
          ? "The project's session wrapper is here."
          : 'The session is validated here for every request.',
      ),
    ];
  }
  return all
    .filter((other) => other.call.node !== own.call.node)
    .slice(0, 8)
    .map((other) => context.related(other.call, 'The session is validated here as well.'));
}
