import type { FileContext } from '../../../core/context';
import type { FlowNode } from '../../../core/flow';
import { inFile, insertAt } from '../../../core/edit';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyOf,
  textOf,
  ts,
  unwrap,
  wrapped,
} from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { lastName } from '../../../core/cookies';
import { saysNoSession } from '../../_shared/session';

interface State {
  readonly statement: ts.ExpressionStatement;
  readonly rejection: Rejection;
}

interface Rejection {
  readonly keyword: 'return' | 'throw';
  /** The call has an effect of its own: it sends, or sets a status for what follows. */
  readonly acts?: true;
  /** It turns down what was sent, whoever sent it: a mistake only when the handler goes on with that. */
  readonly plain?: true;
  /** What is missing after the status: `.end()` of Express, `.send()` of Fastify. */
  readonly tail: string;
}

export default defineRule<State>({
  id: 'no-unreturned-rejection',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 862,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'An answer that rejects a request is made but neither returned nor thrown, and the handler goes on.',
    why: 'The check is there and has no effect: fail(401), new Response(…) or createError(…) only make a value. What comes after it runs for everybody, signed in or not.',
    how: 'Return the answer, or throw it where the framework asks for that. In Express and Fastify also send it.',
    limits:
      'Statuses from 400 to 499 are looked at, in Express and Fastify 401 and 403, and answers given where the session is known to be missing.',
  },
  sources: [
    { title: 'CWE-862: Missing Authorization', url: 'https://cwe.mitre.org/data/definitions/862.html' },
    {
      title: 'OWASP ASVS 5.0, 8.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
  ],
  messages: {
    return: '`{call}` is made but not returned: the handler goes on as if the check had passed.',
    lost: '`{call}` is made but not returned: the client is never told of the rejection.',
    guard: '`{call}` gives back the answer that rejects, and nothing is done with it: return it when there is one.',
    throw: '`{call}` is made but not thrown: the handler goes on as if the check had passed.',
  },
  words: [
    '40',
    '42',
    'fail(',
    'rror(',
    'json(',
    'redirect',
    'Redirect',
    'xception(',
    'UNAUTHORIZED',
    'FORBIDDEN',
    'nauthor',
    'orbid',
    'deny',
    'reject',
  ],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path) || context.file.directive === 'use client') return;
    for (const node of context.file.calls) {
      if (ts.isTaggedTemplateExpression(node)) continue;
      const lost = lostGuard(context, context.ref(node));
      if (lost) {
        report({ at: node, message: 'guard', data: { call: shown(node) } });
        continue;
      }
      const statement = listOf(node).parent as ts.Node | undefined;
      if (!statement || !ts.isExpressionStatement(statement)) continue;
      const around = aroundOf(context, node);
      if (!around || !guardAround(statement, around)) continue;
      const made = rejectionOf(context, context.ref(node));
      if (!made) continue;
      // What stands in a list is handed on as a value.
      const rejection: Rejection = listOf(node) === node ? made : { keyword: 'return', tail: '' };
      const isMendable = goesOn(context, statement);
      if ((rejection.acts || rejection.plain) && !isMendable) continue;
      report({
        at: listOf(node),
        message:
          rejection.keyword === 'return' && !isMendable && isCaught(statement, around) ? 'lost' : rejection.keyword,
        data: { call: shown(listOf(node)) },
        ...(isMendable ? { state: { statement, rejection } } : {}),
      });
    }
  },
  fixes: ({ statement, rejection }, context) => [
    {
      title: rejection.keyword === 'throw' ? 'Throw it' : 'Return it',
      kind: 'safe',
      edits: () =>
        inFile(
          context.file,
          insertAt(statement.getStart(), `${rejection.keyword} `),
          rejection.tail ? insertAt(statement.expression.end, rejection.tail) : undefined,
        ),
    },
  ],
});

/**
 * `await checkUser(c); …`: whether an own helper gives back an answer that rejects, or nothing when all is well, and the
 * handler goes on in either case.
 */
function lostGuard(context: FileContext, call: Ref<CallLike>): boolean {
  const { parent } = call.node;
  const statement = ts.isAwaitExpression(parent) ? parent.parent : parent;
  if (!ts.isCallExpression(call.node) || !ts.isExpressionStatement(statement)) return false;
  const targets = context.values.targets(call);
  const isGuard = targets.every((target) => {
    const { exits } = context.conditions.flow(target);
    const given = context.values.returned(target).map(({ node, ...ref }) => ({ ...ref, node: unwrap(node) }));
    const isRejection = (ref: Ref): boolean => {
      if (!ts.isCallExpression(ref.node) && !ts.isNewExpression(ref.node)) return false;
      const made = rejectionOf(context, ref as Ref<ts.CallExpression | ts.NewExpression>, 1);
      return made?.keyword === 'return' && !made.acts;
    };
    return exits.some(({ kind }) => kind === 'end') && given.length > 0 && given.every(isRejection);
  });
  return targets.length > 0 && isGuard && goesOn(context, statement, statement);
}

/** `[new TRPCError(…), null]`: the list that an answer is put into, to be returned with it. */
function listOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const isIn =
    ts.isArrayLiteralExpression(parent) &&
    parent.elements.find((element) => ts.isCallExpression(element) || ts.isNewExpression(element)) === node;
  const list = isIn ? wrapped(parent) : node;
  return ts.isExpressionStatement(list.parent) ? list : node;
}

function shown(call: ts.Node): string {
  const text = textOf(call).replace(/\s+/g, ' ');
  return text.length > 50 ? `${text.slice(0, 47)}…` : text;
}

/** Whether the statement is in a catch clause rather than behind a test. */
function isCaught(statement: ts.Statement, fn: ts.Node): boolean {
  const branch = guardAround(statement, fn);
  return !!branch && ts.isCatchClause(branch);
}

/** The branch of an if or switch statement, or the catch clause, that the statement is in. */
function guardAround(statement: ts.Statement, fn: ts.Node): ts.Node | undefined {
  let current: ts.Node = statement;
  while (current.parent && current.parent !== fn) {
    const { parent } = current;
    if (ts.isIfStatement(parent) && (parent.thenStatement === current || parent.elseStatement === current))
      return parent;
    if (ts.isCaseOrDefaultClause(parent) || ts.isCatchClause(parent)) return parent;
    if (!ts.isBlock(parent)) return undefined;
    current = parent;
  }
  return undefined;
}

/** The function that a node is in, or the frontmatter of an Astro page, which can return as well. */
function aroundOf(context: FileContext, node: ts.Node): FunctionNode | ts.SourceFile | undefined {
  return enclosingFunction(node) ?? (context.path.endsWith('.astro') ? context.file.sourceFile : undefined);
}

/** Whether other work than leaving can follow after the branch. */
function goesOn(context: FileContext, statement: ts.Statement, branch = branchOf(statement)): boolean {
  const around = aroundOf(context, statement);
  if (!around) return false;
  const flow = context.conditions.flow({ node: around, file: context.file } as Owner);
  const from = flow.at(statement);
  if (!from || !flow.isReachable(statement)) return false;
  const seen = new Set<FlowNode>([from]);
  const queue = [from];
  let leaves = false;
  while (queue.length) {
    const point = queue.pop()!;
    for (const { to, throws } of point.next) {
      // An answer that fails to be made ends in a catch clause: that is not going on.
      if (throws || seen.has(to)) continue;
      const { syntax } = to;
      if (syntax && isInside(syntax, branch)) {
        // A return or throw in the same branch: the handler stops after all.
        if (ts.isReturnStatement(syntax) || ts.isThrowStatement(syntax)) continue;
        if (ts.isCallExpression(syntax) && context.conditions.neverReturns({ node: syntax, file: context.file }))
          continue;
      } else if (
        syntax &&
        (ts.isCallExpression(syntax) ||
          ts.isAwaitExpression(syntax) ||
          (ts.isReturnStatement(syntax) && syntax.expression) ||
          isEffect(syntax))
      )
        leaves = true;
      seen.add(to);
      queue.push(to);
    }
  }
  return leaves;
}

function isEffect(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function branchOf(statement: ts.Statement): ts.Node {
  let current: ts.Node = statement;
  while (
    current.parent &&
    !(ts.isIfStatement(current.parent) && current.parent.expression !== current) &&
    !ts.isCaseOrDefaultClause(current)
  )
    current = current.parent;
  return current;
}

const THROWN_CLASSES =
  /^(?:HTTPException|TRPCError|UnauthorizedException|ForbiddenException|HttpException|HTTPError|H3Error|ActionError|GraphQLError)$/;
const THROWN_MODULES =
  /^(?:hono\/http-exception|@trpc\/server|@nestjs\/common|h3|#imports|http-errors|astro:actions|@sveltejs\/kit|graphql)$/;

/** What a bare call should have been, when it makes an answer that rejects the request. */
function rejectionOf(
  context: FileContext,
  call: Ref<ts.CallExpression | ts.NewExpression>,
  depth = 0,
): Rejection | undefined {
  const { node } = call;
  if (ts.isCallExpression(node) && depth < 2) {
    // An own helper that does nothing but make the answer: `const forbidden = () => new Response(null, { status: 403 })`.
    const made = context.values.targets(call as Ref<CallLike>).flatMap((target) => context.values.returned(target));
    const inner = made.map(({ node: answer, ...ref }) => {
      const expression = unwrap(answer);
      return ts.isCallExpression(expression) || ts.isNewExpression(expression)
        ? rejectionOf(context, { ...ref, node: expression }, depth + 1)
        : undefined;
    });
    if (inner.length && inner.every((rejection) => rejection && !rejection.acts)) return inner[0];
  }
  const name = calleeName(node);
  if (name === undefined) return undefined;
  const args = node.arguments ?? ts.factory.createNodeArray<ts.Expression>();
  const external = context.values.callees(call as Ref<CallLike>).find((value) => value.external)?.external;
  const member = memberOf(unwrap(node.expression));
  const at = (argument: ts.Node | undefined): Ref | undefined => argument && { ...call, node: argument };
  const isDenied = (status: Ref | undefined): boolean =>
    isStatus(context, status) || (!!status && withoutSession(context, call));
  const returned: Rejection = { keyword: 'return', tail: '' };
  const answer = (status: Ref | undefined): Rejection | undefined =>
    isDenied(status) ? returned : isRefusal(status?.node) ? { ...returned, plain: true } : undefined;
  const thrown: Rejection = { keyword: 'throw', tail: '' };

  if (ts.isNewExpression(node)) {
    if (name === 'Response' || name === 'NextResponse') return answer(at(option(context, at(args[1]), 'status')));
    if (external && THROWN_CLASSES.test(name) && THROWN_MODULES.test(external.module))
      return isException(context, name, args, at) || withoutSession(context, call) ? thrown : undefined;
    return undefined;
  }
  // Elysia's error() and status(), taken out of the context.
  if ((name === 'error' || name === 'status') && !external && context.frameworks.has(context.path, 'elysia')) {
    const isTaken = context.values
      .callees(call as Ref<CallLike>)
      .some((value) => ts.isParameter(value.ref.node) && value.path.length === 1);
    if (isTaken) return isDenied(at(args[0])) ? returned : undefined;
  }
  if (name === 'fail' && /^(?:@sveltejs\/kit|sveltekit-superforms(?:\/server)?)$/.test(external?.module ?? ''))
    return answer(at(args[0]));
  if (external?.module === '@sveltejs/kit') {
    if (name === 'json' || name === 'text')
      return withoutSession(context, call) ? returned : answer(at(option(context, at(args[1]), 'status')));
    const isOld = (context.frameworks.major(context.path, 'sveltekit') ?? 2) < 2;
    if ((name === 'error' || name === 'redirect') && isOld) return isDenied(at(args[0])) ? thrown : undefined;
    return undefined;
  }
  if (
    name === 'createError' &&
    (!external || /^(?:h3|#imports|nitropack.*|http-errors|vinxi\/http)$/.test(external.module)) &&
    !context.values.targets(call as Ref<CallLike>).length
  ) {
    const status = at(option(context, at(args[0]), 'statusCode') ?? option(context, at(args[0]), 'status') ?? args[0]);
    return isDenied(status) ? thrown : undefined;
  }
  // h3 sends it itself, whatever the status; a login that fails is refused by any.
  if (
    name === 'sendError' &&
    !member &&
    (external
      ? /^(?:h3|#imports|nitropack.*|vinxi\/http)$/.test(external.module)
      : context.frameworks.has(context.path, 'nuxt')) &&
    !context.values.targets(call as Ref<CallLike>).length
  )
    return { ...returned, acts: true };
  if (name === 'json' || name === 'redirect' || name === 'rewrite' || name === 'error') {
    const owner = member && unwrap(member.object);
    const isClass = owner && ts.isIdentifier(owner) && /^(?:Response|NextResponse)$/.test(owner.text);
    const isRemix =
      !member && external && /^(?:@remix-run\/(?:node|server-runtime|cloudflare)|react-router)$/.test(external.module);
    if (isClass || isRemix) {
      if (name === 'redirect') return withoutSession(context, call) ? returned : undefined;
      return answer(
        at(option(context, at(args[1]), 'status') ?? (ts.isNumericLiteral(args[1] ?? node) ? args[1] : undefined)),
      );
    }
  }
  return member ? onContext(context, call as Ref<ts.CallExpression>, name, member.object, returned) : undefined;
}

/** c.json(…, 401), Astro.redirect(…), res.status(401), reply.code(403). */
function onContext(
  context: FileContext,
  call: Ref<ts.CallExpression>,
  name: string,
  object: ts.Expression,
  returned: Rejection,
): Rejection | undefined {
  const args = call.node.arguments;
  const at = (argument: ts.Node | undefined): Ref | undefined => argument && { ...call, node: argument };
  // res.status(401).json(…): sent, but the handler goes on.
  const before = unwrap(object);
  if (
    /^(?:json|send|end)$/.test(name) &&
    ts.isCallExpression(before) &&
    /^(?:status|code)$/.test(calleeName(before) ?? '')
  ) {
    const inner = memberOf(unwrap(before.expression));
    return inner && onContext(context, { ...call, node: before }, calleeName(before)!, inner.object, returned)
      ? { ...returned, acts: true }
      : undefined;
  }
  const roots = context.values.roots({ ...call, node: object });
  const isParam = roots.some(
    (value) => ts.isParameter(value.ref.node) || (ts.isIdentifier(value.ref.node) && value.ref.node.text === 'Astro'),
  );
  if (!isParam) return undefined;
  const has = (framework: 'hono' | 'astro' | 'express' | 'fastify'): boolean =>
    context.frameworks.has(context.path, framework);
  if (has('hono') && /^(?:json|text|html|body)$/.test(name) && isFirstParameter(roots))
    return isStatus(context, at(args[1])) || isRefusal(args[1]) ? returned : undefined;
  if (name === 'redirect' && isFirstParameter(roots) && (has('hono') || has('astro')))
    return withoutSession(context, call) ? returned : undefined;
  const holder = roots.map(lastName).find((value) => value !== undefined);
  if (
    (name === 'status' || name === 'code' || name === 'sendStatus') &&
    args.length === 1 &&
    holder &&
    /^(?:res|response|reply|rep|_res)$/.test(holder) &&
    isStatus(context, at(args[0]))
  ) {
    if (name === 'sendStatus') return { ...returned, acts: true };
    if (/^(?:reply|rep)$/.test(holder) || has('fastify')) return { keyword: 'return', tail: '.send()', acts: true };
    return { keyword: 'return', tail: '.end()', acts: true };
  }
  return undefined;
}

function isFirstParameter(roots: readonly { ref: Ref }[]): boolean {
  return roots.some(
    ({ ref }) =>
      (ts.isParameter(ref.node) && isFunctionNode(ref.node.parent) && ref.node.parent.parameters[0] === ref.node) ||
      (ts.isIdentifier(ref.node) && ref.node.text === 'Astro'),
  );
}

function option(context: FileContext, object: Ref | undefined, key: string): ts.Node | undefined {
  if (!object) return undefined;
  const node = unwrap(object.node);
  if (ts.isObjectLiteralExpression(node)) return propertyOf(node, key);
  const value = context.values
    .roots(object)
    .find((candidate) => !candidate.path.length && ts.isObjectLiteralExpression(candidate.ref.node));
  return value && propertyOf(value.ref.node as ts.ObjectLiteralExpression, key);
}

/** The value is 401 or 403, as a number or a constant of that name. */
function isStatus(context: FileContext, status: Ref | undefined): boolean {
  if (!status) return false;
  const roots = context.values.roots(status);
  return roots.some((value) => {
    const { node } = value.ref;
    if (ts.isNumericLiteral(node) && !value.path.length) return node.text === '401' || node.text === '403';
    const last = value.path[value.path.length - 1] ?? value.external?.name ?? '';
    return /^(?:HTTP_)?(?:STATUS_)?(?:401_|403_)?(?:UNAUTHORI[SZ]ED|FORBIDDEN)(?:_40[13])?$/i.test(last);
  });
}

/** A status that tells the client that nothing was done: 400, 404, 409, 422, … */
function isRefusal(status: ts.Node | undefined): boolean {
  return !!status && ts.isNumericLiteral(status) && /^4\d\d$/.test(status.text);
}

function isException(
  context: FileContext,
  name: string,
  args: readonly ts.Expression[],
  at: (node: ts.Node | undefined) => Ref | undefined,
): boolean {
  if (/^(?:Unauthorized|Forbidden)/.test(name)) return true;
  if (isStatus(context, at(args[0])) || isStatus(context, at(args[1]))) return true;
  const code = option(context, at(args[0]), 'code');
  return !!code && ts.isStringLiteralLike(code) && /^(?:UNAUTHORIZED|FORBIDDEN)$/.test(code.text);
}

function withoutSession(context: FileContext, call: Ref): boolean {
  return context.conditions.known(call).some((fact) => saysNoSession(context, fact));
}
