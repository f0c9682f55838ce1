import { isEquality } from '../../core/conditions';
import type { Fact } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import { isInlineCallback } from '../../core/ops';
import type { ExchangeOp, Owner } from '../../core/ops';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { sameRoot, typeOf } from '../../core/values';
import type { FunctionRef, Ref, Value } from '../../core/values';
import { bindingOf } from '../../core/model';
import { isOutsideProduction } from './cookie-flags';

/** One way from code that a client reaches to the exchange of an OAuth code: a call in each function on the way. */
export interface Chain {
  readonly root: Owner;
  /** From the call in the root down to validateAuthorizationCode itself, parameters bound. */
  readonly calls: readonly Ref<CallLike>[];
  readonly exchange: ExchangeOp;
}

/** A comparison of two values: one that came back from the provider, one that was kept since the start. */
export interface Comparison {
  readonly at: Ref;
  readonly sides: readonly [Ref, Ref] | undefined;
  readonly loose: boolean;
}

const MAX_CHAIN = 5;

/** All ways to exchanges that pass through a file. */
export function chainsThrough(context: FileContext): readonly Chain[] {
  const { file, roles } = context;
  return chainsTo(
    context,
    roles
      .owners(file)
      .filter(
        (owner) =>
          ts.isSourceFile(owner.node) ||
          !isInlineCallback(owner.node) ||
          !enclosingFunction(owner.node) ||
          wrappedRuns(context, owner).length > 0,
      ),
  );
}

/** All ways to one exchange. */
export function chainsToExchange(context: FileContext, exchange: ExchangeOp): readonly Chain[] {
  const direct = enclosingFunction(exchange.call.node);
  const owners: Owner[] = [outermost(exchange.call), ...(direct ? [{ node: direct, file: exchange.call.file }] : [])];
  return chainsTo(context, owners).filter((chain) => chain.exchange.call.node === exchange.call.node);
}

function chainsTo(context: FileContext, owners: readonly Owner[]): readonly Chain[] {
  const { ops, roles } = context;
  const found: Chain[] = [];
  const seen = new Set<ts.Node>();
  const climb = (owner: Owner, depth: number): void => {
    if (seen.has(owner.node) || depth > MAX_CHAIN) return;
    seen.add(owner.node);
    if (!ops.sites(owner).some((site) => site.op.kind === 'exchange')) return;
    const wrapped = wrappedRuns(context, owner);
    if (wrapped.length) {
      for (const run of wrapped) {
        for (const target of context.values.targets(run)) {
          if (target.node !== owner.node) continue;
          const root = context.conditions.ownerOf(run);
          for (const chain of chainsFrom(context, root, target, 0))
            found.push({ ...chain, calls: [run, ...chain.calls] });
        }
      }
      return;
    }
    const bare = { node: owner.node, file: owner.file } as Owner;
    if (isRoot(context, bare)) {
      found.push(...chainsFrom(context, bare, bare, 0).filter((chain) => !isInWrapped(context, chain)));
      return;
    }
    for (const call of roles.callersOf(bare as FunctionRef)) {
      const caller = outermost(call);
      climb(caller, depth + 1);
    }
  };
  for (const owner of owners) climb(owner, 0);
  return found;
}

/**
 * For a handler given to an own function that makes another handler of it (withState(async (request, code) => …)): the
 * calls of the handler in there, with the wrapper's parameters bound.
 */
function wrappedRuns(context: FileContext, owner: Owner): readonly Ref<CallLike>[] {
  const { values, ops } = context;
  if (ts.isSourceFile(owner.node)) return [];
  const parent = owner.node.parent as ts.Node | undefined;
  if (!parent || !ts.isCallExpression(parent)) return [];
  const index = parent.arguments.indexOf(owner.node as ts.Expression);
  if (index < 0) return [];
  const found: Ref<CallLike>[] = [];
  for (const wrapper of values.targets({ node: parent, file: owner.file })) {
    const parameter = wrapper.node.parameters[index]?.name;
    if (!parameter || !ts.isIdentifier(parameter)) continue;
    for (const use of bindingOf(wrapper.file, parameter)?.uses ?? []) {
      const call = use.parent;
      if (!ts.isCallExpression(call) || call.expression !== use || enclosingFunction(call) === wrapper.node) continue;
      if (ops.callsIn(wrapper.file, enclosingFunction(call) ?? wrapper.file.sourceFile).includes(call))
        found.push({ ...wrapper, node: call });
    }
  }
  return found;
}

/** A chain that begins in a wrapped handler is told with the wrapper, not without it. */
function isInWrapped(context: FileContext, chain: Chain): boolean {
  const place = chain.calls[0]!;
  for (let fn = enclosingFunction(place.node); fn; fn = enclosingFunction(fn)) {
    if (wrappedRuns(context, { node: fn, file: place.file }).length) return true;
    if (fn === chain.root.node) return false;
  }
  return false;
}

/** The function that a call belongs to, past the callbacks that run as part of it. */
function outermost(call: Ref): Owner {
  let fn = enclosingFunction(call.node);
  while (fn && isInlineCallback(fn)) {
    const outer = enclosingFunction(fn);
    if (!outer) break;
    fn = outer;
  }
  return { node: fn ?? call.file.sourceFile, file: call.file } as Owner;
}

function isRoot(context: FileContext, owner: Owner): boolean {
  if (ts.isSourceFile(owner.node)) return true;
  const { frameworks, roles } = context;
  if (frameworks.isAuxiliary(owner.file.path)) return false;
  if (frameworks.entryPoints(owner.file).some((entry) => entry.fn.node === owner.node)) return true;
  return !roles.callersOf(owner as FunctionRef).length;
}

function chainsFrom(context: FileContext, root: Owner, owner: Owner, depth: number): readonly Chain[] {
  const { ops, values } = context;
  const found: Chain[] = [];
  for (const site of ops.sites(owner)) {
    if (site.op.kind !== 'exchange') continue;
    const exchange = site.op;
    const wanted = exchange.call.node;
    if (site.direct) {
      found.push({ root, calls: [exchange.call], exchange });
      continue;
    }
    if (depth >= MAX_CHAIN) continue;
    const places: ts.Node[] = [];
    walk(site.at, (node) => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node))
        places.push(node);
    });
    for (const place of places) {
      const call = { ...owner, node: place } as Ref<CallLike>;
      for (const target of values.targets(call)) {
        if (!ops.sites(target).some((inner) => inner.op.kind === 'exchange' && inner.op.call.node === wanted)) continue;
        for (const chain of chainsFrom(context, root, target, depth + 1)) {
          if (chain.exchange.call.node === wanted)
            found.push({ root, calls: [call, ...chain.calls], exchange: chain.exchange });
        }
      }
    }
  }
  const distinct = new Set<string>();
  return found.filter((chain) => {
    const key = chain.calls.map((call) => `${call.file.path}:${call.node.pos}`).join('|');
    return !distinct.has(key) && !!distinct.add(key);
  });
}

/** What is known when a chain's exchange runs: in each function on the way, and in route middleware before the handler. */
export function factsOf(context: FileContext, chain: Chain): readonly Fact[] {
  const facts = chain.calls.flatMap((call) => [
    ...context.conditions.known(call),
    ...factsWhereConfigured(context, call),
    ...switchFacts(call),
  ]);
  return [...facts, ...middlewareFacts(context, chain.root)];
}

/**
 * What a check says that is made only for those providers that keep a state: `provider.stateCookie && state !== stored`.
 * What the request sends does not decide whether it is made.
 */
function factsWhereConfigured(context: FileContext, call: Ref): readonly Fact[] {
  const found: Fact[] = [];
  let current: ts.Node = call.node;
  while (current.parent && !isFunctionNode(current)) {
    const { parent } = current;
    for (const statement of ts.isBlock(parent) ? parent.statements : []) {
      if (statement === current) break;
      if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement)) continue;
      for (const part of operandsOf(statement.expression, ts.SyntaxKind.BarBarToken)) {
        const [setting, ...rest] = operandsOf(part, ts.SyntaxKind.AmpersandAmpersandToken);
        if (setting && rest.length === 1 && isSetting(context, { ...call, node: setting }))
          found.push(...context.conditions.implied({ ...call, node: rest[0]! }, false));
      }
    }
    current = parent;
  }
  return found;
}

function operandsOf(expression: ts.Expression, operator: ts.SyntaxKind): readonly ts.Expression[] {
  const node = unwrap(expression) as ts.Expression;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== operator) return [node];
  return [...operandsOf(node.left, operator), ...operandsOf(node.right, operator)];
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements[statement.statements.length - 1] : statement;
  return !!last && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** A property that tells of the state's cookie, and is no part of the request. */
function isSetting(context: FileContext, ref: Ref): boolean {
  const member = memberOf(unwrap(ref.node));
  return (
    !!member &&
    /cookie|state/i.test(member.name) &&
    ![...kindsOf(context, ref)].some((kind) => kind === 'query' || kind === 'stored') &&
    !context.values.roots(ref).some((value) => ts.isCallExpression(value.ref.node))
  );
}

/** Whether what is known on the way cannot be: it takes a value for granted that the caller leaves out. */
export function isNeverReached(context: FileContext, facts: readonly Fact[]): boolean {
  return facts.some((fact) => {
    const values = fact.truth && !fact.equals && fact.ref.env ? context.values.roots(fact.ref) : [];
    return values.length > 0 && values.every(isLeftOut);
  });
}

/** A property that an object written out here does not have. */
function isLeftOut({ ref: { node }, path }: Value): boolean {
  return (
    path.length === 1 &&
    ts.isObjectLiteralExpression(node) &&
    !node.properties.some((property) => ts.isSpreadAssignment(property) || propertyName(property.name) === undefined) &&
    !propertyOf(node, path[0]!)
  );
}

/** Whether one side may have been set to the other before: `stored = state ?? stored`. Then the two are equal by themselves. */
export function isOverwritten(context: FileContext, { at, sides }: Comparison): boolean {
  if (!sides) return false;
  return [sides, [sides[1], sides[0]] as const].some(([side, other]) => {
    const node = unwrap(side.node);
    const assigned = ts.isIdentifier(node) ? (bindingOf(side.file, node)?.assigned ?? []) : [];
    return assigned.some((value) => {
      let first: ts.Node = unwrap(value);
      while (ts.isBinaryExpression(first) && isFallback(first.operatorToken.kind)) first = unwrap(first.left);
      const isBefore = at.file !== side.file || value.pos < at.node.pos;
      return (
        isBefore &&
        isSame(context, { ...side, node: first }, other) &&
        !isOutsideProduction(context, { ...side, node: first })
      );
    });
  });
}

function isFallback(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
}

/** In `switch (state) { case stored: … }` the two are equal in the clause. */
function switchFacts(call: Ref): readonly Fact[] {
  const found: Fact[] = [];
  let current: ts.Node = call.node;
  while (current.parent && !isFunctionNode(current)) {
    const { parent } = current;
    if (ts.isCaseClause(parent) && current !== parent.expression)
      found.push({ ref: { ...call, node: parent } as unknown as Ref<ts.Expression>, truth: true });
    current = parent;
  }
  return found;
}

/** Handlers given before the root in the same registration have run: what held when they called next() holds. */
function middlewareFacts(context: FileContext, root: Owner): readonly Fact[] {
  if (ts.isSourceFile(root.node)) return [];
  const { values, conditions } = context;
  const registration = registrationOf(context, root);
  if (!registration) return [];
  const found: Fact[] = [];
  for (const argument of registration.node.arguments) {
    if (argument === registration.handler) break;
    for (const fn of values.functions({ node: argument, file: registration.file })) {
      if (!fn.node.body) continue;
      const next = fn.node.parameters[fn.node.parameters.length - 1];
      const name = next && ts.isIdentifier(next.name) ? next.name.text : undefined;
      const calls: ts.CallExpression[] = [];
      walk(fn.node.body, (node) => {
        if (
          ts.isCallExpression(node) &&
          ts.isIdentifier(node.expression) &&
          node.expression.text === name &&
          !node.arguments.length
        )
          calls.push(node);
      });
      if (calls.length === 1) found.push(...conditions.known({ ...fn, node: calls[0]! }));
    }
  }
  return found;
}

interface Registration {
  readonly node: ts.CallExpression;
  readonly file: Ref['file'];
  readonly handler: ts.Node;
}

function registrationOf(context: FileContext, root: Owner): Registration | undefined {
  const parent = root.node.parent as ts.Node | undefined;
  if (parent && ts.isCallExpression(parent)) return { node: parent, file: root.file, handler: root.node };
  for (const call of root.file.calls) {
    if (!ts.isCallExpression(call) || call.arguments.length < 2 || !memberOf(unwrap(call.expression))) continue;
    const last = call.arguments[call.arguments.length - 1]!;
    if (
      ts.isIdentifier(last) &&
      context.values.functions({ node: last, file: root.file }).some((fn) => fn.node === root.node)
    ) {
      return { node: call, file: root.file, handler: last };
    }
  }
  return undefined;
}

type Kind = 'query' | 'stored' | 'constant' | 'unknown';

/** What a value is made of: from the request's query or body, from a cookie, or from elsewhere. */
function kindsOf(context: FileContext, ref: Ref, depth = 0): ReadonlySet<Kind> {
  const { roles, values } = context;
  const kinds = new Set<Kind>();
  for (const value of values.deepRoots(ref)) {
    const { node } = value.ref;
    if (roles.cookieRead(value)) kinds.add('stored');
    else if (isConstant(value)) kinds.add('constant');
    else if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && depth < 4 && !roles.readsQuery(value.ref)) {
      if (ts.isCallExpression(node) && roles.readsCookie(value.ref)) {
        kinds.add('stored');
        continue;
      }
      const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
      const before = kinds.size;
      for (const part of [...(member ? [member.object] : []), ...argumentsOf(node)]) {
        for (const kind of kindsOf(context, { ...value.ref, node: part }, depth + 1))
          if (kind === 'query' || kind === 'stored') kinds.add(kind);
      }
      if (kinds.size === before) kinds.add('unknown');
    } else if (ts.isTemplateExpression(node) && depth < 4) {
      for (const span of node.templateSpans)
        for (const kind of kindsOf(context, { ...value.ref, node: span.expression }, depth + 1)) kinds.add(kind);
    } else if (roles.readsQuery(value.path.length ? ref : value.ref)) kinds.add('query');
    else kinds.add('unknown');
  }
  return kinds;
}

function isConstant(value: Value): boolean {
  const { node } = value.ref;
  if (value.path.includes('env')) return true;
  if (value.path.length) return false;
  switch (node.kind) {
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NumericLiteral:
      return true;
    case ts.SyntaxKind.Identifier:
      return (node as ts.Identifier).text === 'undefined';
    default:
      return ts.isStringLiteralLike(node);
  }
}

const OTHER_INPUT =
  /^(?:code|provider|error|error_description|scope|redirect|redirect_?(?:to|uri|url)|return_?to|next|method|iss|prompt|type|flow|id|email|name|length)$/i;

/** Whether two values are what came back from the provider and what was kept for it. */
function isStatePair(context: FileContext, left: Ref, right: Ref): boolean {
  const a = kindsOf(context, left);
  const b = kindsOf(context, right);
  const only = (kinds: ReadonlySet<Kind>, kind: Kind): boolean => [...kinds].every((k) => k === kind);
  if (only(a, 'constant') || only(b, 'constant')) return false;
  if (isSame(context, left, right)) return false;
  const [fromQuery, other] =
    a.has('query') && !a.has('stored')
      ? [left, b]
      : b.has('query') && !b.has('stored')
        ? [right, a]
        : [undefined, undefined];
  if (fromQuery) {
    const name = context.roles.inputName(fromQuery);
    if (name !== undefined && OTHER_INPUT.test(name)) return false;
    return !!other && (other.has('stored') || other.has('unknown'));
  }
  // One side is a cookie and the other is not known to be one: a query parameter read in a way that is not recognised.
  if (a.has('stored') !== b.has('stored')) return !namesOther(left) && !namesOther(right);
  return !a.has('stored') && (isStateText(left) || isStateText(right));
}

function namesOther(ref: Ref): boolean {
  const node = unwrap(ref.node);
  const name = ts.isIdentifier(node) ? node.text : memberOf(node)?.name;
  return name !== undefined && OTHER_INPUT.test(name);
}

function isStateText(ref: Ref): boolean {
  return /state|csrf|nonce/i.test(ref.node.getText(ref.file.sourceFile));
}

function isSame(context: FileContext, left: Ref, right: Ref): boolean {
  const a = context.values.deepRoots(left);
  const b = context.values.deepRoots(right);
  return a.length > 0 && a.every((value) => b.some((other) => sameValue(value, other)));
}

/** The same read: the same expression, or the same text in the same function with the same properties taken. */
function sameValue(a: Value, b: Value): boolean {
  if (a.path.join('.') !== b.path.join('.')) return false;
  if (sameRoot(a, b)) return true;
  return (
    a.ref.file === b.ref.file &&
    enclosingFunction(a.ref.node) === enclosingFunction(b.ref.node) &&
    a.ref.node.getText() === b.ref.node.getText()
  );
}

/** The comparison of state and stored state that a fact stands for, when it says that they are equal. */
export function comparisonOf(context: FileContext, fact: Fact): Comparison | undefined {
  const node = unwrap(fact.ref.node) as ts.Node;
  const at = (next: ts.Node): Ref => ({ ...fact.ref, node: next });
  if (!ts.isCaseClause(node)) {
    const test = context.roles.missing(fact);
    for (const { ref } of test && !test.missing ? test.values : []) {
      const record = lookedUpByState(context, ref);
      if (record) return record;
    }
  }
  if (ts.isCaseClause(node)) {
    const sides = [at(node.parent.parent.expression), at(node.expression)] as const;
    return isStatePair(context, ...sides) ? { at: at(node.expression), sides, loose: false } : undefined;
  }
  if (ts.isBinaryExpression(node)) {
    const equality = isEquality(node.operatorToken.kind);
    if (!equality) return undefined;
    const equal = equality === 'equal' ? fact.truth : !fact.truth;
    if (!equal) return undefined;
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const inner = unwrap(side);
      const literal = unwrap(other);
      // a.localeCompare(b) === 0, Buffer.compare(a, b) === 0
      if (
        ts.isNumericLiteral(literal) &&
        literal.text === '0' &&
        ts.isCallExpression(inner) &&
        /compare/i.test(calleeName(inner) ?? '')
      ) {
        return comparingCall(context, at(inner) as Ref<ts.CallExpression>);
      }
    }
    const sides = [at(node.left), at(node.right)] as const;
    if (!isStatePair(context, ...sides)) return undefined;
    const kind = node.operatorToken.kind;
    return {
      at: at(node),
      sides,
      loose: kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken,
    };
  }
  if (ts.isCallExpression(node) && fact.truth) return comparingCall(context, at(node) as Ref<ts.CallExpression>);
  return fact.truth ? lookedUpByState(context, fact.ref) : undefined;
}

/** timingSafeEqual(a, b), stored.equals(state), states.includes(state): any call that gets both and says yes. */
function comparingCall(context: FileContext, call: Ref<ts.CallExpression>): Comparison | undefined {
  const targets = context.values.targets(call);
  if (targets.length && !targets.every(comparesByParts)) return undefined;
  const member = memberOf(unwrap(call.node.expression));
  const parts = [...(member ? [member.object] : []), ...call.node.arguments].map((part): Ref => ({
    ...call,
    node: part,
  }));
  const kinds = parts.map((part) => kindsOf(context, part));
  const query = kinds.findIndex((kind) => kind.has('query'));
  const stored = kinds.findIndex((kind, index) => index !== query && kind.has('stored'));
  if (query >= 0 && stored >= 0) return { at: call, sides: [parts[query]!, parts[stored]!], loose: false };
  const unknown = kinds.findIndex(
    (kind, index) =>
      index !== query &&
      index !== stored &&
      kind.has('unknown') &&
      call.node.arguments.includes(parts[index]!.node as ts.Expression),
  );
  const known = query >= 0 ? query : stored;
  if (
    known >= 0 &&
    unknown >= 0 &&
    /equal|compare|match|same|verify|check|valid|cmp/i.test(calleeName(call.node) ?? '')
  ) {
    return { at: call, sides: [parts[known]!, parts[unknown]!], loose: false };
  }
  return query >= 0 ? lookedUpByState(context, call) : undefined;
}

/** An own comparison that goes character by character, or that hands both values to a library. */
function comparesByParts(fn: FunctionRef): boolean {
  let found = false;
  if (fn.node.body) {
    walk(fn.node.body, (node) => {
      if (
        ts.isBinaryExpression(node) &&
        (node.operatorToken.kind === ts.SyntaxKind.CaretToken ||
          node.operatorToken.kind === ts.SyntaxKind.CaretEqualsToken)
      )
        found = true;
    });
  }
  return found;
}

/**
 * A record found under the state: `const pending = await redis.get(`oauth:${state}`); if (!pending) …`. A signed state that
 * an own or foreign function verified counts as well: whether it is bound to the browser cannot be told from here.
 */
function lookedUpByState(context: FileContext, ref: Ref): Comparison | undefined {
  for (const value of context.values.roots(ref)) {
    const { node } = value.ref;
    if (!ts.isCallExpression(node) && !ts.isTaggedTemplateExpression(node)) continue;
    if (ts.isCallExpression(node) && NOT_A_LOOKUP.test(calleeName(node) ?? '')) continue;
    if (context.roles.readsQuery(value.ref) || context.roles.readsCookie(value.ref)) continue;
    if (context.values.targets(value.ref as Ref<CallLike>).some((target) => !asksElsewhere(context, target))) continue;
    if (argumentsInChain(node).some((argument) => mentionsState(context, { ...value.ref, node: argument }))) {
      return { at: value.ref, sides: undefined, loose: false };
    }
  }
  return undefined;
}

/** All arguments of a chain such as db.select().from(t).where(eq(t.state, state)). */
function argumentsInChain(node: CallLike): readonly ts.Expression[] {
  let outer: ts.Node = node;
  while (
    ts.isPropertyAccessExpression(outer.parent) ||
    (ts.isCallExpression(outer.parent) && outer.parent.expression === outer)
  )
    outer = outer.parent;
  const found: ts.Expression[] = [];
  for (let current: ts.Node = outer; ;) {
    if (ts.isCallExpression(current) || ts.isTaggedTemplateExpression(current)) {
      found.push(...argumentsOf(current));
      current = unwrap(ts.isCallExpression(current) ? current.expression : current.tag);
    } else if (ts.isPropertyAccessExpression(current)) current = unwrap(current.expression);
    else return found;
  }
}

function mentionsState(context: FileContext, argument: Ref): boolean {
  let found = false;
  walk(argument.node, (inner) => {
    if (found) return false;
    if (ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) {
      const part: Ref = { ...argument, node: inner };
      if (/state|csrf|nonce/i.test(context.roles.inputName(part) ?? '') && kindsOf(context, part).has('query'))
        found = true;
    }
    return true;
  });
  return found;
}

const NOT_A_LOOKUP =
  /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|fromEntries|String|Boolean|trim|toString|isNil|isString|isEmpty|log|info|warn|error|json|stringify|has)$/;

/** Whether an own function asks a store or a library for its answer, rather than looking at its arguments alone. */
function asksElsewhere(context: FileContext, fn: FunctionRef): boolean {
  let found = false;
  if (fn.node.body) {
    walk(fn.node.body, (node) => {
      if (ts.isAwaitExpression(node)) found = true;
      if (
        ts.isCallExpression(node) &&
        /verify|decrypt|unseal|unsign|get|find|consume|take|select/i.test(calleeName(node) ?? '')
      ) {
        if (!context.roles.readsCookie({ ...fn, node }) && !context.roles.readsQuery({ ...fn, node })) found = true;
      }
    });
  }
  return found;
}

/** Calls that leave unless the two are equal, though nothing is known of them but their name: assert(a === b), strictEqual(a, b). */
export function assertedComparisons(context: FileContext, chain: Chain): readonly Comparison[] {
  const found: Comparison[] = [];
  for (const call of chain.calls) {
    const owner = context.conditions.ownerOf(call);
    const flow = context.conditions.flow(owner);
    for (const node of context.ops.callsIn(owner.file, owner.node)) {
      if (!ts.isCallExpression(node) || node === call.node || !flow.dominates(node, call.node)) continue;
      const ref: Ref<ts.CallExpression> = { ...owner, node };
      const name = calleeName(node) ?? '';
      const isForeign = !context.values.targets(ref).length;
      if (
        isForeign &&
        /^(?:assert|invariant|ok|ensure|must|tiny_?invariant|check|expect|precondition)/i.test(name) &&
        node.arguments[0]
      ) {
        for (const fact of context.conditions.implied({ ...ref, node: node.arguments[0] }, true)) {
          const comparison = comparisonOf(context, fact);
          if (comparison) found.push(comparison);
        }
      }
      if (
        isForeign &&
        /^(?:strictEqual|equal|equals|assertEquals?|deepStrictEqual)$/.test(name) &&
        node.arguments.length >= 2
      ) {
        const sides = [
          { ...ref, node: node.arguments[0]! },
          { ...ref, node: node.arguments[1]! },
        ] as const;
        if (isStatePair(context, ...sides)) found.push({ at: ref, sides, loose: false });
      }
      const validated = validatedTogether(context, ref);
      if (validated) found.push(validated);
      // jwt.verify(state, key), unseal(state): a library that throws on a state that it did not make.
      if (
        isForeign &&
        /verify|unseal|decrypt|unsign/i.test(name) &&
        node.arguments.some((argument) => isStateInput(context, { ...ref, node: argument }))
      ) {
        found.push({ at: ref, sides: undefined, loose: false });
      }
    }
  }
  return found;
}

function isStateInput(context: FileContext, ref: Ref): boolean {
  return /state/i.test(context.roles.inputName(ref) ?? '') && kindsOf(context, ref).has('query');
}

/** schema.parse({ state, storedState }) where the schema refines one by the other. */
function validatedTogether(context: FileContext, call: Ref<ts.CallExpression>): Comparison | undefined {
  const member = memberOf(unwrap(call.node.expression));
  const argument = call.node.arguments[0] && unwrap(call.node.arguments[0]);
  if (!member || !/^(?:parse|parseAsync|safeParse|safeParseAsync)$/.test(member.name)) return undefined;
  if (!argument || !ts.isObjectLiteralExpression(argument)) return undefined;
  const refined = context.values.roots({ ...call, node: member.object }).some((value) => {
    let found = false;
    walk(value.ref.node, (node) => {
      if (ts.isCallExpression(node) && /^(?:refine|superRefine|check|transform|pipe)$/.test(calleeName(node) ?? '')) {
        walk(node, (inner) => {
          if (ts.isBinaryExpression(inner) && isEquality(inner.operatorToken.kind)) found = true;
        });
      }
    });
    return found;
  });
  if (!refined) return undefined;
  const parts = argument.properties.flatMap((property): Ref[] =>
    ts.isPropertyAssignment(property)
      ? [{ ...call, node: property.initializer }]
      : ts.isShorthandPropertyAssignment(property)
        ? [{ ...call, node: property.name }]
        : [],
  );
  const stored = parts.find((part) => kindsOf(context, part).has('stored'));
  return stored ? { at: call, sides: undefined, loose: false } : undefined;
}

type Absent = 'null' | 'undefined' | 'empty' | 'any';

/** Whether a comparison also holds when neither value was sent. */
export function holdsWhenMissing(
  context: FileContext,
  comparison: Comparison,
  facts: readonly Fact[],
  chain: Chain,
): boolean {
  const { sides } = comparison;
  if (!sides) return false;
  if (sides.some((side) => isKnownPresent(context, side, facts, chain))) return false;
  const [a, b] = sides.map((side) => absentForms(context, side, chain, 0)) as [Set<Absent>, Set<Absent>];
  if (!a.size || !b.size) return false;
  if (ts.isCallExpression(unwrap(comparison.at.node))) {
    // Comparing functions are given strings: only a default makes both sides one when they are missing.
    return a.has('empty') && b.has('empty');
  }
  if (a.has('any') || b.has('any')) return true;
  if (comparison.loose && (a.has('null') || a.has('undefined')) && (b.has('null') || b.has('undefined'))) return true;
  return [...a].some((form) => b.has(form));
}

function isKnownPresent(context: FileContext, side: Ref, facts: readonly Fact[], chain: Chain): boolean {
  const wanted = sourcesOf(context, side, 0);
  return facts.some((fact) => {
    if (ts.isCaseClause(fact.ref.node as ts.Node)) return false;
    const test = context.roles.missing(fact);
    if (!test || test.missing || asksForOtherForm(context, fact, chain)) return false;
    const deep = test.values.flatMap((value) => [value, ...context.values.deepRoots(value.ref, value.path)]);
    return deep.some((value) => wanted.some((other) => covers(value, other)));
  });
}

/** `stored !== null` of a cookie that is undefined when it was not sent: it holds all the same. */
function asksForOtherForm(context: FileContext, { ref }: Fact, chain: Chain): boolean {
  const node = unwrap(ref.node);
  if (
    !ts.isBinaryExpression(node) ||
    (node.operatorToken.kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken &&
      node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken)
  )
    return false;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  const form = [left, right].map(nothingOf).find((found) => found !== undefined);
  const asked = nothingOf(left) ? right : left;
  if (!form) return false;
  const forms = absentForms(context, { ...ref, node: asked }, chain, 0);
  return forms.size > 0 && !forms.has('any') && !forms.has(form);
}

function nothingOf(node: ts.Node): 'null' | 'undefined' | undefined {
  if (node.kind === ts.SyntaxKind.NullKeyword) return 'null';
  return ts.isIdentifier(node) && node.text === 'undefined' ? 'undefined' : undefined;
}

/** The reads that a value is made of: itself, or what a digest or decoding of it was given. */
function sourcesOf(context: FileContext, side: Ref, depth: number): readonly Value[] {
  return context.values.deepRoots(side).flatMap((value): readonly Value[] => {
    if (isConstant(value)) return [];
    const { node } = value.ref;
    if (
      !ts.isCallExpression(node) ||
      depth > 3 ||
      context.roles.cookieRead(value) ||
      context.roles.readsQuery(value.ref)
    )
      return [value];
    const member = memberOf(unwrap(node.expression));
    return [
      value,
      ...[...(member ? [member.object] : []), ...node.arguments].flatMap((part) =>
        sourcesOf(context, { ...value.ref, node: part }, depth + 1),
      ),
    ];
  });
}

/** Whether the presence of the one says that the other is present: the same value, or the cookie that the other is the value of. */
function covers(known: Value, wanted: Value): boolean {
  if (sameValue(known, wanted)) return true;
  // { valid, value } of a signed cookie, { success, data } of a schema.
  const flag = known.path[known.path.length - 1];
  if (
    flag !== undefined &&
    /^(?:valid|success|ok)$/.test(flag) &&
    sameValue({ ...known, path: [] }, { ...wanted, path: [] })
  )
    return true;
  if (known.path.length + 1 !== wanted.path.length || wanted.path[wanted.path.length - 1] !== 'value') return false;
  return sameValue(known, { ...wanted, path: wanted.path.slice(0, -1) });
}

/** In which forms a missing value arrives at an expression. Empty when it is known to be there. */
function absentForms(context: FileContext, ref: Ref, chain: Chain, depth: number): Set<Absent> {
  const node = unwrap(ref.node);
  const at = (next: ts.Node): Ref => ({ ...ref, node: next });
  const forms = new Set<Absent>();
  if (depth > 8) return new Set<Absent>(['any']);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) {
      const left = absentForms(context, at(node.left), chain, depth + 1);
      return left.size ? absentForms(context, at(node.right), chain, depth + 1) : left;
    }
  }
  if (ts.isConditionalExpression(node)) {
    for (const branch of [node.whenTrue, node.whenFalse])
      for (const form of absentForms(context, at(branch), chain, depth + 1)) forms.add(form);
    return forms;
  }
  if (node.kind === ts.SyntaxKind.NullKeyword) return new Set<Absent>(['null']);
  if (ts.isStringLiteralLike(node)) return node.text === '' ? new Set<Absent>(['empty']) : forms;
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined') return new Set<Absent>(['undefined']);
    const binding = bindingOf(ref.file, node);
    const declaration = binding?.declaration;
    if (
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer &&
      ts.isIdentifier(declaration.name)
    ) {
      for (const source of [declaration.initializer, ...binding!.assigned])
        for (const form of absentForms(context, at(source), chain, depth + 1)) forms.add(form);
      return forms;
    }
    if (declaration && ts.isBindingElement(declaration) && declaration.initializer)
      return absentForms(context, at(declaration.initializer), chain, depth + 1);
  }
  if (ts.isCallExpression(node)) {
    const name = calleeName(node) ?? '';
    const member = memberOf(unwrap(node.expression));
    if (member && /^(?:toString|trim|valueOf|slice)$/.test(name)) {
      const base = absentForms(context, at(member.object), chain, depth + 1);
      // `x?.toString()` is undefined for a missing x; `x.toString()` throws.
      const optional =
        ts.isPropertyAccessExpression(unwrap(node.expression)) &&
        !!(unwrap(node.expression) as ts.PropertyAccessExpression).questionDotToken;
      if (base.has('empty')) forms.add('empty');
      if (optional && base.size) forms.add('undefined');
      return forms;
    }
    if (name === 'String' && node.arguments[0]) return new Set<Absent>(['any']);
  }
  for (const value of context.values.roots(ref)) {
    if (
      value.ref.node !== node &&
      !value.path.length &&
      ts.isExpression(value.ref.node) &&
      !ts.isIdentifier(value.ref.node) &&
      value.ref.file === ref.file
    ) {
      for (const form of absentForms(context, value.ref, chain, depth + 1)) forms.add(form);
      continue;
    }
    for (const form of formsOfValue(context, value, chain, depth)) forms.add(form);
  }
  return forms;
}

function formsOfValue(context: FileContext, value: Value, chain: Chain, depth: number): readonly Absent[] {
  const { roles, values } = context;
  const { node } = value.ref;
  const last = value.path[value.path.length - 1];
  if (ts.isParameter(node) && !value.path.length) {
    if (isDecorated(node)) return ['undefined'];
    const type = typeOf(node);
    if (type?.kind === ts.SyntaxKind.StringKeyword && !node.questionToken) return [];
    if (!type) return ['any'];
    const text = type.getText();
    return [
      ...(/\bnull\b/.test(text) ? (['null'] as const) : []),
      ...(/\bundefined\b/.test(text) || node.questionToken ? (['undefined'] as const) : []),
    ];
  }
  if (isValidated(context, value, chain)) return [];
  if (ts.isCallExpression(node)) {
    const name = calleeName(node) ?? '';
    const own = value.path.length || depth > 4 ? [] : values.targets(value.ref as Ref<CallLike>);
    if (own.length) {
      return own.flatMap((fn) =>
        values.returned(fn).flatMap((returned) => [...absentForms(context, returned, chain, depth + 2)]),
      );
    }
    if (roles.cookieRead(value)) return ['undefined'];
    if (name === 'get' && !value.path.length) return ['null'];
    if (value.path.length || /^(?:query|param|getCookie|getQuery|input)$/.test(name)) {
      const deep = value.path.length ? values.deepRoots(value.ref, value.path) : [];
      const through = deep.filter((other) => other.ref.node !== node);
      if (through.length && depth < 5)
        return through.flatMap((other) => formsOfValue(context, other, chain, depth + 1));
      return ['undefined'];
    }
    return ['any'];
  }
  if (last !== undefined) return ['undefined'];
  return ['any'];
}

function isDecorated(parameter: ts.ParameterDeclaration): boolean {
  return (ts.getDecorators(parameter) ?? []).length > 0;
}

/** Values that a schema let through: there, unless the schema says that they need not be. */
function isValidated(context: FileContext, value: Value, chain: Chain): boolean {
  const { node } = value.ref;
  const key = value.path[value.path.length - 1];
  if (ts.isCallExpression(node)) {
    const name = calleeName(node) ?? '';
    if (
      !/^(?:parse|parseAsync|safeParse|safeParseAsync|valid|validate|getValidatedQuery|readValidatedBody|validateSync|assert)$/.test(
        name,
      ) ||
      !value.path.length
    )
      return false;
    const member = memberOf(unwrap(node.expression));
    // JSON.parse and cookie.parse know no schema.
    if (
      member &&
      ts.isIdentifier(member.object) &&
      /^(?:JSON|cookie|qs|querystring|Cookies|Date)$/.test(member.object.text)
    )
      return false;
    if (name === 'valid') {
      const schema = schemaOfPart(context, chain, stringValue(node.arguments[0]));
      return !schema || !isOptionalIn(context, schema, key);
    }
    const schema = /^(?:getValidatedQuery|readValidatedBody)$/.test(name) ? node.arguments[1] : member?.object;
    return !schema || !isOptionalIn(context, { ...value.ref, node: schema }, key);
  }
  if (value.path[0] === 'input' || value.path[0] === 'parsedInput') return true;
  const registration = registrationOf(context, chain.root);
  return !!registration?.node.arguments.some((argument) => {
    const object = unwrap(argument);
    if (!ts.isObjectLiteralExpression(object)) return false;
    const schema = propertyOf(object, 'schema') ?? object;
    const inner = unwrap(schema);
    const query = ts.isObjectLiteralExpression(inner)
      ? (propertyOf(inner, 'query') ?? propertyOf(inner, 'querystring'))
      : undefined;
    return (
      !!query &&
      /^(?:query|querystring)$/.test(value.path[value.path.length - 2] ?? '') &&
      !isOptionalIn(context, { node: query, file: registration.file }, key)
    );
  });
}

/** The schema that a route's validator has for a part of the request: `zValidator('query', schema)`. */
function schemaOfPart(context: FileContext, chain: Chain, part: string | undefined): Ref | undefined {
  const registration = part === undefined ? undefined : registrationOf(context, chain.root);
  for (const argument of registration?.node.arguments ?? []) {
    const made = unwrap(argument);
    if (ts.isCallExpression(made) && made.arguments.length > 1 && stringValue(made.arguments[0]) === part)
      return { node: made.arguments[1]!, file: registration!.file };
  }
  return undefined;
}

function isOptionalIn(context: FileContext, schema: Ref, key: string | undefined): boolean {
  for (const value of context.values.roots(schema)) {
    let optional = false;
    walk(value.ref.node, (node) => {
      if (!ts.isPropertyAssignment(node) || stringOrName(node.name) !== key) return;
      if (
        /\b(?:optional|nullish|nullable|default|catch|any|unknown|Optional|Nullable|maybe)\b/.test(
          node.initializer.getText(),
        )
      )
        optional = true;
    });
    if (optional) return true;
  }
  return false;
}

function stringOrName(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) ? name.text : stringValue(name);
}

/** The comparisons written in the functions of a chain, wherever they stand. */
export function comparisonsIn(context: FileContext, chain: Chain): readonly Comparison[] {
  const found: Comparison[] = [];
  for (const call of chain.calls) {
    const owner = context.conditions.ownerOf(call);
    for (const node of owner.file.binaries) {
      if (!isEquality(node.operatorToken.kind) || !isInside(node, owner.node)) continue;
      const sides = [
        { ...owner, node: node.left },
        { ...owner, node: node.right },
      ] as const;
      if (isStatePair(context, ...sides)) found.push({ at: { ...owner, node }, sides, loose: false });
    }
  }
  return found;
}
