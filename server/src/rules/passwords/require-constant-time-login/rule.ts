import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { Flow, FlowEdge, FlowNode } from '../../../core/flow';
import type { Owner, PasswordOp, Site } from '../../../core/ops';
import { isHashName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, isFunctionNode, isInside, ts, walk } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { constantTimeFix } from '../../_shared/login-fix';
import type { LoginLeak } from '../../_shared/login-fix';
import { accountsBehind, isLogin, isOwnAccount, isSwapped, PUBLIC_NAME } from '../../_shared/accounts';
import { isGuarded } from '../../_shared/guards';
import { saysMissing, throwWhenMissing } from '../../_shared/missing';
import { readBehind } from '../../_shared/rows';

export default defineRule<LoginLeak>({
  id: 'require-constant-time-login',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 208,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A login leaves without verifying a password when the account does not exist.',
    why: 'Verifying a password takes tens of milliseconds. Whoever can measure answers learns which e-mail addresses have an account, and can go on with those.',
    how: 'Verify exactly once on every path: against a dummy hash with the same parameters when there is no account or it has no password. Then give one answer for all failures, and limit attempts.',
    limits:
      'The official examples accept this leak and ask for throttling instead. Lookups and verifications hidden in code outside of the project are not seen.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 6.3.8',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md',
    },
    {
      title: 'OWASP Authentication Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    },
  ],
  messages: {
    early: 'This login leaves before it verifies a password when {what} is missing: unknown accounts answer faster.',
    throwing: '{what} throws when there is no account, before a password is verified: unknown accounts answer faster.',
  },
  words: [
    'verify',
    'Verify',
    'compare',
    'Compare',
    'check',
    'Check',
    'valid',
    'Valid',
    'login',
    'Login',
    'signin',
    'signIn',
    'auth',
    'assword',
  ],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      const sites = context.ops.sites(owner);
      if (!sites.some((site) => site.op.kind === 'verify')) continue;
      const flow = context.conditions.flow(owner);
      const work = new Set<FlowNode>();
      for (const site of sites) {
        if (site.op.kind !== 'verify' && site.op.kind !== 'hash') continue;
        const point = flow.at(site.at);
        if (point && (site.direct || alwaysWorks(context, owner, site))) work.add(point);
      }
      for (const site of sites) {
        if (site.op.kind !== 'verify' || !site.op.hash || !isLoginVerify(context, site.op)) continue;
        // Whoever is signed in already is no visitor who guesses accounts; a login may still look at the session.
        if (!isLogin(sites) && isGuarded(context, { ...owner, node: site.at })) continue;
        const verifyPoint = flow.at(site.at);
        if (!verifyPoint) continue;
        const hash = isSwapped(context, site.op) ? site.op.password! : site.op.hash;
        for (const account of accountsBehind(context, context.values.roots(hash))) {
          if (!isLookedUp(account) || reported.has(account.ref.node) || isOwnAccount(context, account, isLogin(sites)))
            continue;
          const leak =
            earlyExit(context, owner, flow, work, verifyPoint, account) ??
            throwingLookup(context, flow, work, account) ??
            throwingCheck(context, owner, flow, work, verifyPoint, account) ??
            emptyLoop(context, owner, work, site, account);
          if (!leak || leak.at.getSourceFile() !== context.file.sourceFile) continue;
          reported.add(account.ref.node);
          report({
            at: leak.at,
            message: leak.message,
            data: { what: leak.what },
            related: [
              ...(ts.isCallExpression(account.ref.node)
                ? [context.related(account.ref, 'The account is looked up here.')]
                : []),
              context.related({ ...owner, node: site.at }, 'A password is verified only here.'),
            ],
            state: { owner, account, verify: site, exit: leak.at, condition: leak.condition },
          });
        }
      }
    }
  },
  fixes: (leak, context) => constantTimeFix(leak, context),
});

/** The hash is a property of something that was looked up: a call's result, or an account handed in. */
function isLookedUp(value: Value): boolean {
  if (value.external) return false;
  const { node } = value.ref;
  const hashPath = value.path.filter((part) => part !== '[]' && !/^\d+$/.test(part));
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) return hashPath.length > 0;
  return (ts.isParameter(node) || ts.isIdentifier(node)) && hashPath.length > 0;
}

function isLoginVerify(context: FileContext, op: PasswordOp): boolean {
  if ([op.password, isSwapped(context, op) ? op.hash : undefined].some((ref) => ref && context.roles.isPassword(ref)))
    return true;
  return (
    !!op.hash && context.values.roots(op.hash).some((value) => isHashName(value.path[value.path.length - 1] ?? ''))
  );
}

/** A helper counts as password work only when it verifies or hashes on each way through it. */
function alwaysWorks(context: FileContext, owner: Owner, site: Site): boolean {
  const targets = context.values.targets({ ...owner, node: site.at });
  if (!targets.length) return true;
  return targets.every((target) => {
    const flow = context.conditions.flow(target);
    const points = new Set<FlowNode>();
    for (const inner of context.ops.sites(target)) {
      if (inner.op.kind !== 'verify' && inner.op.kind !== 'hash') continue;
      const point = flow.at(inner.at);
      if (point) points.add(point);
    }
    return points.size > 0;
  });
}

interface Leak {
  readonly at: ts.Node;
  readonly message: 'early' | 'throwing';
  readonly what: string;
  readonly condition: ts.Expression | undefined;
}

function isPrefix(path: readonly string[], of: readonly string[]): boolean {
  return path.every((part, index) => part === of[index] || part === '[]' || of[index] === '[]');
}

function earlyExit(
  context: FileContext,
  owner: Owner,
  flow: Flow,
  work: ReadonlySet<FlowNode>,
  verify: FlowNode,
  account: Value,
): Leak | undefined {
  for (const { from, edge } of flow.branches) {
    const { condition } = edge;
    if (!condition) continue;
    const fact = { ...condition, ref: { ...owner, node: condition.expression } };
    if (!saysMissing(context, fact, (value) => isAccountOrTwin(context, value, account))) continue;
    if (!flow.reaches(from, verify) || !flow.reaches(flow.entry, from, work)) continue;
    const exit = firstExit(context, owner, edge, work);
    if (!exit) continue;
    // `if (err)`: what is tested is there when the account is not.
    const what = context.roles.missing(fact)?.missing ? shortName(condition.expression) : 'the account';
    return { at: exit, message: 'early', what, condition: condition.expression };
  }
  return undefined;
}

/** The account, or a row of the same table that the same input has found before it. */
function isAccountOrTwin(context: FileContext, value: Value, account: Value): boolean {
  if (sameRoot(value, account)) return isPrefix(value.path, account.path);
  if (value.path.length > 1) return false;
  if (isSameLookup(context, value, account)) return true;
  const [found, wanted] = [readThrough(context, value), readThrough(context, account)];
  if (!found?.tableName || found.tableName !== wanted?.tableName) return false;
  const inputs = (op: DatabaseOp): readonly Value[] => {
    const values: Value[] = [];
    for (const filter of op.filter)
      walk(filter.node, (node) => {
        if (ts.isIdentifier(node) && !ts.isPropertyAssignment(node.parent))
          values.push(...context.values.roots({ ...filter, node }));
        return true;
      });
    return values.filter((root) => context.roles.isRequestInput(root.ref) || ts.isParameter(root.ref.node));
  };
  const known = inputs(wanted);
  return inputs(found).some((input) =>
    known.some((other) => sameRoot(input, other) && input.path.join('.') === other.path.join('.')),
  );
}

/** The query of a row, or the only one of a helper: `exists(email)`. */
function readThrough(context: FileContext, value: Value): DatabaseOp | undefined {
  const read = readBehind(context, value);
  if (read || !ts.isCallExpression(value.ref.node)) return read;
  const [only, ...others] = context.values
    .targets(value.ref as Ref<CallLike>)
    .flatMap((target) => context.ops.sites(target))
    .flatMap(({ op }) => (op.kind === 'database' ? [op] : []));
  return only?.verb === 'read' && !others.length ? only : undefined;
}

/** Two calls of one helper with the same input: one before the verify, one by what verifies. */
function isSameLookup(context: FileContext, { ref }: Value, other: Value): boolean {
  const [call, second] = [ref.node, other.ref.node];
  if (!ts.isCallExpression(call) || !ts.isCallExpression(second) || !call.arguments[0] || !second.arguments[0])
    return false;
  const known = context.values.targets(other.ref as Ref<CallLike>);
  if (!context.values.targets(ref as Ref<CallLike>).some((target) => known.some(({ node }) => node === target.node)))
    return false;
  const given = context.values.roots({ ...other.ref, node: second.arguments[0] });
  return context.values
    .roots({ ...ref, node: call.arguments[0] })
    .some((input) => given.some((same) => sameRoot(input, same) && input.path.join('.') === same.path.join('.')));
}

function firstExit(
  context: FileContext,
  owner: Owner,
  edge: FlowEdge,
  work: ReadonlySet<FlowNode>,
): ts.Node | undefined {
  const seen = new Set<FlowNode>([edge.to]);
  const queue = [edge.to];
  while (queue.length) {
    const point = queue.shift()!;
    if (work.has(point)) continue;
    const { syntax } = point;
    if (syntax && (ts.isReturnStatement(syntax) || ts.isThrowStatement(syntax))) return syntax;
    if (syntax && ts.isCallExpression(syntax) && context.conditions.neverReturns({ node: syntax, file: owner.file }))
      return syntax;
    if (!point.next.length) return syntax ?? edge.condition?.expression;
    for (const next of point.next) {
      // That something fails on the way is no answer to an unknown account.
      if (next.throws || seen.has(next.to)) continue;
      seen.add(next.to);
      queue.push(next.to);
    }
  }
  return undefined;
}

/** findUniqueOrThrow, or an own lookup that throws when it finds nothing. */
function throwingLookup(
  context: FileContext,
  flow: Flow,
  work: ReadonlySet<FlowNode>,
  account: Value,
): Leak | undefined {
  const { node } = account.ref;
  if (!ts.isCallExpression(node)) return undefined;
  const point = flow.at(node);
  if (!point || !flow.reaches(flow.entry, point, work)) return undefined;
  const name = calleeName(node) ?? '';
  const throws =
    /Or(?:Throw|Fail)$|ThrowError$/.test(name) ||
    context.values.targets(account.ref as Ref<ts.CallExpression>).some((target) => throwWhenMissing(context, target));
  if (!throws || caughtWithWork(node, work)) return undefined;
  return { at: node, message: 'throwing', what: `${name}()`, condition: undefined };
}

/** A helper that throws when the account that it is given is missing: `assertKnown(user)`. */
function throwingCheck(
  context: FileContext,
  owner: Owner,
  flow: Flow,
  work: ReadonlySet<FlowNode>,
  verify: FlowNode,
  account: Value,
): Leak | undefined {
  for (const node of context.ops.callsIn(owner.file, owner.node)) {
    const point = ts.isCallExpression(node) && node !== account.ref.node ? flow.at(node) : undefined;
    if (!point || work.has(point) || !flow.reaches(point, verify) || !flow.reaches(flow.entry, point, work)) continue;
    const call: Ref<CallLike> = { ...owner, node };
    const isAccount = (value: Value): boolean => sameRoot(value, account) && isPrefix(value.path, account.path);
    const given = argumentsOf(node).some((argument) =>
      context.values.roots({ ...call, node: argument }).some(isAccount),
    );
    if (!given || caughtWithWork(node, work)) continue;
    const throws =
      context.values
        .callees(call)
        .some(({ external }) =>
          /^(?:(?:node:)?assert(?:\/strict)?|(?:tiny-)?invariant)$/.test(external?.module ?? ''),
        ) || context.values.targets(call).some((target) => throwWhenMissing(context, target, isAccount));
    if (throws) return { at: node, message: 'throwing', what: `${calleeName(node) ?? ''}()`, condition: undefined };
  }
  return undefined;
}

/** `for (const user of users) if (await verify(user.hash, password))`: nothing is verified when no row is found. */
function emptyLoop(
  context: FileContext,
  owner: Owner,
  work: ReadonlySet<FlowNode>,
  { at, op }: Site,
  account: Value,
): Leak | undefined {
  // Of codes and keys, which are no accounts, many are gone through as well.
  if (op.kind !== 'verify' || !op.password || !context.roles.isPassword(op.password)) return undefined;
  if (!readBehind(context, account)?.filter.some(({ node }) => PUBLIC_NAME.test(node.getText()))) return undefined;
  for (let node: ts.Node = at; node !== owner.node && (node.parent as ts.Node | undefined); node = node.parent) {
    if (isFunctionNode(node)) return undefined;
    if (!ts.isForOfStatement(node) || !isInside(at, node.statement)) continue;
    const isOver = context.values
      .roots({ ...owner, node: node.expression })
      .some((value) => sameRoot(value, account) && isPrefix(value.path, account.path));
    // Work beside the loop may well be there for the case that there is no row.
    const loop = node.statement;
    const isAll = [...work].every(({ syntax }) => syntax && isInside(syntax, loop));
    return isOver && isAll ? { at, message: 'early', what: 'the account', condition: undefined } : undefined;
  }
  return undefined;
}

function caughtWithWork(node: ts.Node, work: ReadonlySet<FlowNode>): boolean {
  let current = node.parent as ts.Node | undefined;
  while (current) {
    if (ts.isTryStatement(current) && current.catchClause && isInside(node, current.tryBlock)) {
      const { catchClause } = current;
      for (const point of work) if (point.syntax && isInside(point.syntax, catchClause)) return true;
    }
    current = current.parent as ts.Node | undefined;
  }
  return false;
}

function shortName(expression: ts.Expression): string {
  const text = expression.getText().replace(/\s+/g, ' ');
  const named = /^!?\s*([\w$.?[\]]+)/.exec(text)?.[1];
  return `\`${(named ?? text).slice(0, 30)}\``;
}
