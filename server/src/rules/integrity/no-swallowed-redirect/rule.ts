import type { FileContext } from '../../../core/context';
import { addImports, inFile, insertAt } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  isFunctionNode,
  isInside,
  memberOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import { codeStyleOf, indentAt } from '../../../core/text';
import type { FunctionRef, Ref } from '../../../core/values';

interface State {
  readonly clause: ts.CatchClause;
  readonly framework: 'next' | 'sveltekit';
}

export default defineRule<State>({
  id: 'no-swallowed-redirect',
  family: 'integrity',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 755,
  frameworks: ['next', 'sveltekit'],
  fixable: 'suggested',
  docs: {
    what: 'redirect(), notFound() or error() is called inside a try block whose catch neither rethrows nor tests for it.',
    why: 'These functions work by throwing. The catch takes the redirect for a failure: a login that succeeded shows an error, and a guard that should send visitors away lets the code after the try run.',
    how: 'Move the call behind the try statement, or rethrow in the catch what is no error of yours.',
    limits:
      'A catch that hands the error to a function of another package is taken to handle it, and one that always leaves the same way as the call in the try block loses nothing. Of own helpers that leave only sometimes, those that redirect are followed.',
  },
  sources: [
    { title: 'Next.js: redirect', url: 'https://nextjs.org/docs/app/api-reference/functions/redirect' },
    { title: 'SvelteKit: redirects', url: 'https://svelte.dev/docs/kit/load#Redirects' },
  ],
  messages: {
    swallowed: "{name}() throws, and this try block's catch swallows it.",
    swallowedWithin: "{name}() may redirect, which throws, and this try block's catch swallows it.",
  },
  words: ['redirect', 'notFound', 'error(', 'Redirect', 'forbidden', 'unauthorized'],
  check(context, report) {
    for (const statement of context.file.tries) {
      const clause = statement.catchClause;
      if (!clause || letsThrough(context, clause)) continue;
      walk(statement.tryBlock, (node) => {
        if (isFunctionNode(node)) return false;
        if (
          ts.isTryStatement(node) &&
          node !== statement &&
          node.catchClause &&
          !letsThrough(context, node.catchClause)
        )
          return false;
        if (!ts.isCallExpression(node)) return true;
        const framework = throwingCall(context, node);
        const within = framework || isRepeated(context, statement, node) ? undefined : redirectWithin(context, node);
        if (((framework && !leavesAlike(context, clause, node)) || within) && !answersFor(context, clause, node)) {
          report({
            at: node,
            message: within ? 'swallowedWithin' : 'swallowed',
            data: { name: calleeName(node) ?? 'redirect' },
            related: [
              context.related(context.ref(clause), 'Caught here.'),
              ...(within ? [context.related(within.at, 'It redirects here.')] : []),
            ],
            state: { clause, framework: framework ?? within!.framework },
          });
        }
        return true;
      });
    }
  },
  fixes: ({ clause, framework }, context) => {
    // unstable_rethrow came with Next.js 15, isRedirect and isHttpError with SvelteKit 2.
    const major = context.frameworks.major(context.path, framework);
    if (major !== undefined && major < (framework === 'next' ? 15 : 2)) return [];
    return [
      {
        title: framework === 'next' ? 'Rethrow what Next throws' : 'Rethrow redirects and errors of SvelteKit',
        kind: 'suggested',
        edits: () => {
          const { file } = context;
          const style = codeStyleOf(file.text);
          const variable = clause.variableDeclaration;
          if (variable && !ts.isIdentifier(variable.name)) return undefined;
          const name = variable ? (variable.name as ts.Identifier).text : 'error';
          const first = clause.block.statements[0];
          const outer = indentAt(file.text, clause.block.end - 1);
          const indent = first ? indentAt(file.text, first.getStart()) : outer + style.indent;
          const semicolon = style.semicolon ? ';' : '';
          const line =
            framework === 'next'
              ? `unstable_rethrow(${name})${semicolon}`
              : `if (isRedirect(${name}) || isHttpError(${name})) throw ${name}${semicolon}`;
          const module = framework === 'next' ? 'next/navigation' : '@sveltejs/kit';
          const edits = [
            insertAt(
              clause.block.getStart() + 1,
              `${style.lineEnd}${indent}${line}${first ? '' : style.lineEnd + outer}`,
            ),
          ];
          if (!variable) edits.unshift(insertAt(clause.getStart() + 'catch'.length, ` (${name})`));
          const names = framework === 'next' ? ['unstable_rethrow'] : ['isRedirect', 'isHttpError'];
          return inFile(file, addImports(file, module, names), ...edits);
        },
      },
    ];
  },
});

/** redirect() and its kin, called directly or by an own helper that always throws them. */
function throwingCall(
  context: FileContext,
  call: ts.CallExpression,
  ref: Ref<ts.CallExpression> = context.ref(call),
): State['framework'] | undefined {
  // SvelteKit 1 makes what is then thrown.
  const isThrown =
    ts.isThrowStatement(wrapped(call, false).parent) && /^(?:redirect|error)$/.test(calleeName(call) ?? '');
  if (!isThrown && !context.conditions.neverReturns(ref)) return undefined;
  const direct = context.values.callees(ref).find((value) => value.external);
  const module = direct?.external?.module;
  if (module?.startsWith('next')) return 'next';
  if (module?.startsWith('@sveltejs') || module?.startsWith('sveltekit')) return 'sveltekit';
  for (const target of context.values.targets(ref)) {
    // A server action that a browser asks for redirects there by its answer, whatever the caller does about errors.
    if (context.file.directive === 'use client' && target.file.directive === 'use server') continue;
    for (const node of context.ops.callsIn(target.file, target.node)) {
      const inner = context.values.callees({ node, file: target.file }).find((value) => value.external);
      if (inner?.external?.module === 'next/navigation') return 'next';
      if (inner?.external?.module === '@sveltejs/kit') return 'sveltekit';
    }
  }
  return undefined;
}

/** The redirect of an own helper that makes it only sometimes: a guard that is awaited, or runs at once. */
function redirectWithin(
  context: FileContext,
  call: ts.CallExpression,
): { readonly at: Ref; readonly framework: State['framework'] } | undefined {
  // A browser that calls an action is sent on by the router, whatever its code catches.
  if (context.file.directive === 'use client') return undefined;
  const isAwaited = ts.isAwaitExpression(wrapped(call, false).parent);
  const [target, ...others] = context.values.targets(context.ref(call));
  if (!target || others.length || (isAsync(target.node) && !isAwaited)) return undefined;
  return redirectIn(context, target, 0);
}

function redirectIn(context: FileContext, fn: FunctionRef, depth: number): ReturnType<typeof redirectWithin> {
  const { file, node } = fn;
  const flow = context.conditions.flow(fn);
  for (const exit of flow.exits) {
    if (exit.kind !== 'never' && exit.kind !== 'throw') continue;
    const thrown = unwrap(ts.isThrowStatement(exit.syntax) ? exit.syntax.expression : exit.syntax);
    if (!ts.isCallExpression(thrown) || !/redirect/i.test(calleeName(thrown) ?? '')) continue;
    const at = { node: thrown, file };
    const framework = throwingCall(context, thrown, at);
    if (framework) return { at, framework };
  }
  if (depth >= 2) return undefined;
  for (const inner of context.ops.callsIn(file, node)) {
    // What is caught in between is another matter.
    if (!ts.isCallExpression(inner) || isTried(inner) || !flow.isReachable(inner)) continue;
    const [target, ...others] = context.values.targets({ node: inner, file });
    if (!target || others.length || target.node === node) continue;
    if (isAsync(target.node) && !ts.isAwaitExpression(wrapped(inner, false).parent)) continue;
    const found = redirectIn(context, target, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Whether the same helper is called again behind the try statement, where nothing catches what it throws. */
function isRepeated(context: FileContext, statement: ts.TryStatement, call: ts.CallExpression): boolean {
  const targets = context.values.targets(context.ref(call));
  return context.ops
    .callsIn(context.file, enclosingFunction(statement) ?? context.file.sourceFile)
    .some(
      (other) =>
        other.pos >= statement.end &&
        context.values
          .targets(context.ref(other))
          .some((target) => targets.some((candidate) => candidate.node === target.node)),
    );
}

function isTried(node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current); current = current.parent) {
    if (ts.isTryStatement(current.parent) && current.parent.catchClause && current.parent.tryBlock === current)
      return true;
  }
  return false;
}

/** Whether a catch always leaves as the call in the try block does: the same redirect, or an error of the same status. */
function leavesAlike(context: FileContext, clause: ts.CatchClause, call: ts.CallExpression): boolean {
  const { statements } = clause.block;
  const last = statements[statements.length - 1];
  const end =
    last && (ts.isThrowStatement(last) || ts.isExpressionStatement(last)) ? unwrap(last.expression) : undefined;
  if (!end || !ts.isCallExpression(end) || !throwingCall(context, end)) return false;
  let isAlike = true;
  walk(clause.block, (node) => {
    if (!isAlike || isFunctionNode(node)) return false;
    if (ts.isReturnStatement(node)) isAlike = false;
    else if (ts.isThrowStatement(node) && !ts.isCallExpression(unwrap(node.expression))) isAlike = false;
    else if (ts.isCallExpression(node) && throwingCall(context, node)) isAlike = sameLeave(node, call);
    return true;
  });
  return isAlike;
}

/** Whether a catch knows what the call has thrown when it sees it, and answers with its location or status itself. */
function answersFor(context: FileContext, clause: ts.CatchClause, call: ts.CallExpression): boolean {
  const variable = clause.variableDeclaration?.name;
  const binding = variable && ts.isIdentifier(variable) ? context.file.bindings.get(variable) : undefined;
  if (!binding) return false;
  const isError = calleeName(call) === 'error';
  const isCaught = (node: ts.Node): boolean => {
    const inner = unwrap(node);
    const own = ts.isIdentifier(inner) ? context.file.bindings.get(inner) : undefined;
    if (own === binding) return true;
    const declaration = own?.declaration;
    return (
      !!declaration &&
      ts.isVariableDeclaration(declaration) &&
      !!declaration.initializer &&
      isInside(declaration, clause) &&
      isCaught(declaration.initializer)
    );
  };
  const reads = (node: ts.Node, key: string): boolean => {
    const member = memberOf(unwrap(node));
    return member?.name === key && isCaught(member.object);
  };
  /** `e instanceof Redirect`, `'location' in e`, `e.constructor.name === 'Redirect'`, or a look at its location or status. */
  const knows = (test: ts.Node): boolean => {
    let found = false;
    walk(test, (node) => {
      if (found || isFunctionNode(node)) return false;
      if (ts.isBinaryExpression(node)) {
        const { left, right, operatorToken } = node;
        const made = memberOf(unwrap(left));
        const named = made?.name === 'name' ? memberOf(unwrap(made.object)) : undefined;
        if (operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
          found = isCaught(left) && right.getText() === (isError ? 'HttpError' : 'Redirect');
        else if (operatorToken.kind === ts.SyntaxKind.InKeyword)
          found = isCaught(right) && stringValue(left) === (isError ? 'status' : 'location');
        else if (named?.name === 'constructor')
          found = isCaught(named.object) && stringValue(right) === (isError ? 'HttpError' : 'Redirect');
      } else if (ts.isPropertyAccessExpression(node)) found = reads(node, isError ? 'status' : 'location');
      return !found;
    });
    return found;
  };
  /** What was thrown goes into the answer. */
  const passesOn = (branch: ts.Node): boolean => {
    let found = false;
    walk(branch, (node) => {
      if (found || isFunctionNode(node)) return false;
      if (ts.isReturnStatement(node) && node.expression)
        walk(node.expression, (inner) => {
          found ||= reads(inner, isError ? 'status' : 'location');
          return !found;
        });
      return !found;
    });
    return found;
  };
  let answers = false;
  walk(clause.block, (node) => {
    if (answers || isFunctionNode(node)) return false;
    if (ts.isIfStatement(node) && knows(node.expression) && passesOn(node.thenStatement)) answers = true;
    return !answers;
  });
  return answers;
}

function sameLeave(a: ts.CallExpression, b: ts.CallExpression): boolean {
  if (calleeName(a) !== calleeName(b)) return false;
  const deciding = (call: ts.CallExpression): readonly string[] =>
    (calleeName(call) === 'error' ? call.arguments.slice(0, 1) : call.arguments).map(
      (argument) => stringValue(argument) ?? textOf(argument),
    );
  const [left, right] = [deciding(a), deciding(b)];
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** Whether a catch rethrows, tests what it caught, or hands it on to something that may. */
function letsThrough(context: FileContext, clause: ts.CatchClause): boolean {
  const variable = clause.variableDeclaration?.name;
  const binding = variable && ts.isIdentifier(variable) ? context.file.bindings.get(variable) : undefined;
  let passes = false;
  walk(clause.block, (node) => {
    if (passes) return false;
    if (isFunctionNode(node)) return false;
    if (ts.isThrowStatement(node)) {
      if (binding && rethrows(node, binding.uses)) passes = !isOtherThanRedirect(context, clause, node, binding.uses);
    } else if (ts.isReturnStatement(node) && node.expression && binding?.uses.some((use) => use === node.expression)) {
      passes = !isOtherThanRedirect(context, clause, node, binding.uses);
    } else if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      if (
        /rethrow|isRedirect|isNextRedirect|isHttpError|isActionFailure|isNotFound|isNextRouterError|unstable_/i.test(
          name,
        )
      )
        passes = true;
      // error(caught.status, …) throws again what was thrown.
      const [first] = node.arguments;
      const status = first && memberOf(unwrap(ts.isBinaryExpression(first) ? first.left : first));
      if (
        status?.name === 'status' &&
        binding?.uses.some((use) => use === unwrap(status.object)) &&
        throwingCall(context, node)
      )
        passes = true;
      const hands = binding?.uses.some((use) => node.arguments.some((argument) => argument === use));
      if (hands) {
        for (const target of context.values.targets(context.ref(node))) {
          if (
            context.conditions
              .flow({ node: target.node, file: target.file })
              .exits.some((exit) => exit.kind === 'throw')
          )
            passes = true;
        }
      }
    } else if (ts.isBinaryExpression(node) && /NEXT_REDIRECT|NEXT_NOT_FOUND|digest/.test(node.getText())) passes = true;
    return true;
  });
  return passes;
}

/**
 * Whether what is caught was found to be of a class that no redirect has: none is a Response, as they are in Remix,
 * and those of SvelteKit are no Error either.
 */
function isOtherThanRedirect(
  context: FileContext,
  clause: ts.CatchClause,
  node: ts.Node,
  uses: readonly ts.Identifier[],
): boolean {
  if (!/\binstanceof\s+(?:Response|Error)\b/.test(clause.getText())) return false;
  const isPlain = context.frameworks.has(context.path, 'sveltekit');
  return context.conditions.known(context.ref(node)).some(({ ref, truth }) => {
    const test = ref.node;
    if (!truth || !ts.isBinaryExpression(test) || test.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword)
      return false;
    const { left, right } = test;
    return (
      uses.some((use) => use === left) &&
      ts.isIdentifier(right) &&
      !ref.file.bindings.has(right) &&
      (right.text === 'Response' || (right.text === 'Error' && isPlain))
    );
  });
}

function rethrows(statement: ts.ThrowStatement, uses: readonly ts.Identifier[]): boolean {
  const { expression } = statement;
  if (uses.some((use) => use === expression)) return true;
  // throw new Error(…, { cause: e }) does not let a redirect through.
  return uses.some((use) => isInside(use, expression) && ts.isConditionalExpression(expression));
}
