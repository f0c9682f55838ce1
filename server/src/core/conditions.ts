import { buildFlow } from './flow';
import type { Flow, FlowEdge } from './flow';
import type { Ops, Owner } from './ops';
import { NEVER_RETURNING } from './packages';
import type { Project } from './project';
import { bindingOf } from './model';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  isFunctionNode,
  memberOf,
  own,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  wrapped,
} from './syntax';
import { memoized, memoizedRef } from './values';
import type { FunctionRef, Ref, Values } from './values';

/** Something known to be true or false, in the place where it is written (which may be a called helper). */
export interface Fact {
  readonly ref: Ref<ts.Expression>;
  readonly truth: boolean;
  /** For a case of a switch: what the expression equals. */
  readonly equals?: ts.Expression;
}

export interface Conditions {
  /** The control-flow graph of a function or of a file's top level. */
  flow(owner: Owner): Flow;
  /** The function or file that a node's control flow belongs to. */
  ownerOf(ref: Ref): Owner;
  /** Whether a call does not come back: redirect(), notFound(), a helper that always throws, … */
  neverReturns(call: Ref<ts.CallExpression>): boolean;
  /**
   * Everything that is known when control gets to the node: conditions on the way, what the variables in them stand
   * for, and what called helpers have checked before they returned (or by what they returned).
   */
  known(ref: Ref): readonly Fact[];
  /** What follows from an expression being true or false. */
  implied(ref: Ref<ts.Expression>, truth: boolean): readonly Fact[];
  /** What is known by taking each of the branches of a function or file. */
  branches(owner: Owner): readonly { readonly edge: FlowEdge; readonly facts: readonly Fact[] }[];
}

const MAX_HELPER_DEPTH = 3;

export function createConditions(project: Project, values: Values, ops: Ops): Conditions {
  const neverReturns = (call: Ref<ts.CallExpression>): boolean =>
    memoized(call.file, call.node, 'never', () => computeNever(call, 0));

  const computeNever = (call: Ref<ts.CallExpression>, depth: number): boolean => {
    const callee = unwrap(call.node.expression);
    const member = memberOf(callee);
    if (member && ts.isIdentifier(member.object) && member.object.text === 'process' && member.name === 'exit')
      return true;
    for (const value of values.callees(call)) {
      if (!value.external || value.path.length) continue;
      const entry = own(NEVER_RETURNING, value.external.module)?.find((known) => known.name === value.external!.name);
      if (!entry) continue;
      if (entry.from === undefined || !entry.package) return true;
      const version = project.modules.versionOf(call.file.path, entry.package);
      if (version === undefined || Number.parseInt(version, 10) >= entry.from) return true;
    }
    if (depth >= 3) return false;
    const targets = values.targets(call);
    return targets.length > 0 && targets.every((target) => alwaysThrows(target, depth + 1));
  };

  const alwaysThrows = (fn: FunctionRef, depth: number): boolean => {
    const { node, file } = fn;
    if (!node.body || !ts.isBlock(node.body)) {
      const body = node.body && unwrap(node.body);
      return !!body && ts.isCallExpression(body) && computeNever({ node: body, file }, depth);
    }
    if (ts.isConstructorDeclaration(node)) return false;
    return memoized(file, node, 'alwaysThrows', () => {
      const flow = buildFlow(node, (inner) => computeNever({ node: inner, file }, depth));
      return flow.exits.length > 0 && flow.exits.every((exit) => exit.kind === 'throw' || exit.kind === 'never');
    });
  };

  const flow = (owner: Owner): Flow =>
    memoized(owner.file, owner.node, 'flow', () =>
      buildFlow(owner.node, (call) => neverReturns({ node: call, file: owner.file })),
    );

  const ownerOf = (ref: Ref): Owner => {
    const fn = isFunctionNode(ref.node) ? ref.node : enclosingFunction(ref.node);
    return { ...ref, node: fn ?? ref.file.sourceFile } as Owner;
  };

  const known = (ref: Ref): readonly Fact[] => knownAt(ref, 0);

  const knownAt = (ref: Ref, depth: number): readonly Fact[] => {
    const found: Fact[] = [];
    let place: Ref = ref;
    for (let level = 0; level < 4; level++) {
      const owner = ownerOf(place);
      const graph = flow(owner);
      for (const { expression, truth, equals } of graph.known(place.node)) {
        if (equals) found.push({ ref: { ...place, node: expression }, truth, equals });
        else expand({ ...place, node: expression }, truth, depth, found);
      }
      if (depth < MAX_HELPER_DEPTH) {
        for (const call of ops.callsIn(owner.file, owner.node)) {
          if (call === place.node || !ts.isCallExpression(call)) continue;
          if (!mayAssert({ ...owner, node: call }) || isFloating({ ...owner, node: call })) continue;
          if (!graph.dominates(call, place.node) || graph.at(call) === graph.at(place.node)) continue;
          for (const fact of byReturning({ ...owner, node: call }, depth)) found.push(fact);
        }
      }
      // An inline callback runs where it is given: what held there holds in it.
      if (ts.isSourceFile(owner.node)) break;
      const outer = owner.node.parent as ts.Node | undefined;
      if (!outer || !enclosingFunction(owner.node) || !(ts.isCallExpression(outer) || ts.isNewExpression(outer))) break;
      place = { ...place, node: outer };
    }
    return found;
  };

  /** Only a helper that can leave by throwing says anything by coming back. */
  const mayAssert = (call: Ref<ts.CallExpression>): boolean =>
    values
      .targets(call)
      .some((target) =>
        memoized(target.file, target.node, 'mayAssert', () =>
          flow({ node: target.node, file: target.file }).exits.some(
            (exit) => exit.kind === 'throw' || exit.kind === 'never',
          ),
        ),
      );

  /** An async helper that nobody waits for: its rejection stops nothing. */
  const isFloating = (call: Ref<ts.CallExpression>): boolean => {
    const outer = wrapped(call.node, false);
    const isLoose = ts.isExpressionStatement(outer.parent) || ts.isVoidExpression(outer.parent);
    return isLoose && values.targets(call).every((target) => isAsync(target.node));
  };

  const byReturning = (call: Ref<ts.CallExpression>, depth: number): readonly Fact[] => {
    const targets = values.targets(call);
    if (targets.length !== 1) return [];
    const target = targets[0]!;
    const graph = flow(target);
    const normal = graph.exits.filter((exit) => exit.kind === 'return' || exit.kind === 'end');
    return intersect(
      normal.map((exit) =>
        exit.kind === 'end' ? endFacts(target, depth) : knownAt({ ...target, node: exit.syntax }, depth + 1),
      ),
    );
  };

  /** What is known where a function falls off its end. */
  const endFacts = (target: FunctionRef, depth: number): readonly Fact[] => {
    const graph = flow(target);
    const found: Fact[] = [];
    const ends = graph.exits.filter((exit) => exit.kind === 'end');
    for (const { from, edge } of graph.branches) {
      if (!edge.condition || !ends.length) continue;
      const other = graph.branches.find(
        (branch) =>
          branch.from === from &&
          branch.edge !== edge &&
          branch.edge.condition?.expression === edge.condition!.expression,
      );
      if (!other) continue;
      const avoid = new Set([edge.to]);
      const still = ends.some((end) => graph.reaches(other.edge.to, end.node, avoid)) && other.edge.to !== edge.to;
      if (!still) expand({ ...target, node: edge.condition.expression }, edge.condition.truth, depth + 1, found);
    }
    return found;
  };

  const implied = (ref: Ref<ts.Expression>, truth: boolean): readonly Fact[] => {
    const found: Fact[] = [];
    expand(ref, truth, 0, found);
    return found;
  };

  const expand = (
    ref: Ref<ts.Expression>,
    truth: boolean,
    depth: number,
    found: Fact[],
    seen = new Set<ts.Node>(),
    awaited = false,
  ): void => {
    const node = unwrap(ref.node) as ts.Expression;
    const isAwaited = awaited || unwrap(ref.node, false) !== node;
    if (seen.has(node)) return;
    seen.add(node);
    const at = (next: ts.Expression): Ref<ts.Expression> => ({ ...ref, node: next });
    found.push({ ref: at(node), truth });
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      expand(at(node.operand), !truth, depth, found, seen);
      return;
    }
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      const splits =
        (operator === ts.SyntaxKind.AmpersandAmpersandToken && truth) ||
        (operator === ts.SyntaxKind.BarBarToken && !truth);
      if (splits) {
        expand(at(node.left), truth, depth, found, seen);
        expand(at(node.right), truth, depth, found, seen);
      }
      const compares = isEquality(operator);
      if (compares) {
        for (const [side, other] of [
          [node.left, node.right],
          [node.right, node.left],
        ] as const) {
          const literal = unwrap(other).kind;
          if (literal === ts.SyntaxKind.TrueKeyword || literal === ts.SyntaxKind.FalseKeyword) {
            const equal = compares === 'equal' ? truth : !truth;
            expand(at(side), equal === (literal === ts.SyntaxKind.TrueKeyword), depth, found, seen);
          }
        }
      }
      if (depth < MAX_HELPER_DEPTH) found.push(...byShape(ref, node, truth, depth));
      return;
    }
    if (ts.isIdentifier(node)) {
      const binding = bindingOf(ref.file, node);
      const declaration = binding?.declaration;
      if (
        binding &&
        declaration &&
        ts.isVariableDeclaration(declaration) &&
        declaration.initializer &&
        !binding.assigned.length &&
        !binding.assignedParts.length
      ) {
        expand(at(declaration.initializer), truth, depth, found, seen, isAwaited);
      } else if (binding && declaration && ts.isBindingElement(declaration) && binding.kind !== 'param') {
        if (depth < MAX_HELPER_DEPTH) byMember(at(node), truth, depth, found);
      } else if (binding?.kind === 'param') {
        for (const value of values.roots(ref)) {
          if (value.ref.node !== node && !value.path.length && ts.isExpression(value.ref.node)) {
            expand(value.ref as Ref<ts.Expression>, truth, depth, found, seen, isAwaited);
          }
        }
      }
      return;
    }
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      if ((name === 'Boolean' || name === 'Promise.resolve') && node.arguments[0]) {
        expand(at(node.arguments[0]), truth, depth, found, seen);
        return;
      }
      if (depth < MAX_HELPER_DEPTH)
        found.push(...byResult(at(node) as Ref<ts.CallExpression>, truth, depth, undefined, isAwaited));
      return;
    }
    if (memberOf(node) && depth < MAX_HELPER_DEPTH) byMember(at(node), truth, depth, found);
  };

  /** result.success, or `success` taken out of the result: what the helper checked before it returned that value. */
  const byMember = (ref: Ref<ts.Expression>, truth: boolean, depth: number, found: Fact[]): void => {
    for (const value of values.roots(ref)) {
      if (ts.isCallExpression(value.ref.node) && value.path.length === 1) {
        found.push(...byResult(value.ref as Ref<ts.CallExpression>, truth, depth, value.path[0]));
      }
    }
  };

  /** `'error' in result`, `result instanceof Response`, `result.type === 'error'`, `result === null`. */
  const byShape = (ref: Ref, node: ts.BinaryExpression, truth: boolean, depth: number): readonly Fact[] => {
    const operator = node.operatorToken.kind;
    const equality = isEquality(operator);
    let side: ts.Expression = node.left;
    let judge: Judge | undefined;
    let expected = truth;
    if (operator === ts.SyntaxKind.InKeyword) {
      const key = stringValue(node.left);
      side = node.right;
      judge = (value) =>
        value && ts.isObjectLiteralExpression(value)
          ? value.properties.some((property) => propertyName(property.name) === key) ||
            undefinedIf(value.properties.some(ts.isSpreadAssignment))
          : undefined;
    } else if (operator === ts.SyntaxKind.InstanceOfKeyword) {
      const wanted = node.right.getText();
      judge = (value) => {
        if (
          !value ||
          ts.isObjectLiteralExpression(value) ||
          ts.isLiteralExpression(value) ||
          value.kind === ts.SyntaxKind.NullKeyword
        )
          return false;
        if (ts.isNewExpression(value))
          return (
            value.expression.getText() === wanted ||
            (wanted === 'Response' && /Response$/.test(value.expression.getText())) ||
            undefined
          );
        const made = ts.isCallExpression(value) ? memberOf(unwrap(value.expression)) : undefined;
        return made &&
          (made.object.getText() === wanted || (wanted === 'Response' && /Response$/.test(made.object.getText())))
          ? true
          : undefined;
      };
    } else if (equality) {
      expected = equality === 'equal' ? truth : !truth;
      const [literal, other] = isPlain(unwrap(node.right))
        ? [unwrap(node.right), node.left]
        : [unwrap(node.left), node.right];
      if (!isPlain(literal)) return [];
      side = other;
      const text = stringValue(literal);
      judge = (value) => {
        if (text !== undefined) return !value ? false : ts.isStringLiteralLike(value) ? value.text === text : undefined;
        if (
          !value ||
          value.kind === ts.SyntaxKind.NullKeyword ||
          (ts.isIdentifier(value) && value.text === 'undefined')
        )
          return true;
        return constantTruth(value) === undefined ? undefined : false;
      };
    }
    if (!judge) return [];
    const found: Fact[] = [];
    for (const value of values.roots({ ...ref, node: side })) {
      if (!ts.isCallExpression(value.ref.node) || value.path.length > 1) continue;
      found.push(
        ...byOutcome(value.ref as Ref<ts.CallExpression>, depth, value.path[0], (result) => {
          const answer = judge(result);
          return answer === undefined || answer === expected;
        }),
      );
    }
    return found;
  };

  /** What follows from a helper's result (or one property of it) being truthy or falsy. */
  const byResult = (
    call: Ref<ts.CallExpression>,
    truth: boolean,
    depth: number,
    property?: string,
    awaited = true,
  ): readonly Fact[] => {
    // A promise is truthy, whatever comes of it.
    if (!awaited && values.targets(call).some((target) => isAsync(target.node))) return [];
    return byOutcome(
      call,
      depth,
      property,
      (value) => {
        const constant = value === undefined ? false : constantTruth(value);
        return constant === undefined || constant === truth;
      },
      truth,
    );
  };

  /** What is known in all those ways out of a helper whose result may be the one seen. */
  const byOutcome = (
    call: Ref<ts.CallExpression>,
    depth: number,
    property: string | undefined,
    isPossible: (value: ts.Node | undefined) => boolean,
    truth?: boolean,
  ): readonly Fact[] => {
    const targets = values.targets(call);
    if (targets.length !== 1) return [];
    const target = targets[0]!;
    const { body } = target.node;
    if (!body || target.node.asteriskToken) return [];
    const lists: (readonly Fact[])[] = [];
    for (const exit of flow(target).exits) {
      if (exit.kind !== 'return' && exit.kind !== 'end') continue;
      const result = ts.isReturnStatement(exit.syntax)
        ? exit.syntax.expression
        : exit.kind === 'return' && exit.syntax === body
          ? (body as ts.Expression)
          : undefined;
      for (const branch of branchesOf(result)) {
        const whole = branch.value && unwrap(branch.value);
        let value: ts.Node | undefined = whole;
        // Undefined where the helper hands on an object that is not written here.
        let isWritten = true;
        if (property !== undefined && whole) {
          const member = ts.isObjectLiteralExpression(whole) ? propertyOf(whole, property) : undefined;
          value = member && unwrap(member);
          isWritten =
            !!member ||
            isPlain(whole) ||
            (ts.isObjectLiteralExpression(whole) && !whole.properties.some(ts.isSpreadAssignment));
        }
        if (isWritten && !isPossible(value)) continue;
        const facts: Fact[] = [
          ...(exit.kind === 'end' ? endFacts(target, depth) : knownAt({ ...target, node: exit.syntax }, depth + 1)),
        ];
        for (const { expression, holds } of branch.given)
          expand({ ...target, node: expression }, holds, depth + 1, facts);
        if (truth !== undefined && isWritten && value && constantTruth(value) === undefined) {
          expand({ ...target, node: value as ts.Expression }, truth, depth + 1, facts, new Set(), true);
        }
        if (truth !== undefined && !isWritten && whole && ts.isCallExpression(whole) && depth + 1 < MAX_HELPER_DEPTH) {
          facts.push(...byResult({ ...target, node: whole }, truth, depth + 1, property));
        }
        lists.push(facts);
      }
    }
    return intersect(lists);
  };

  const branches: Conditions['branches'] = (owner) =>
    memoizedRef(owner, 'branches', () =>
      flow(owner).branches.flatMap(({ edge }) => {
        if (!edge.condition) return [];
        const { expression, truth, equals } = edge.condition;
        const ref = { ...owner, node: expression };
        return [{ edge, facts: equals ? [{ ref, truth, equals }] : implied(ref, truth) }];
      }),
    );

  return { flow, ownerOf, neverReturns, known, implied, branches };
}

type Judge = (value: ts.Node | undefined) => boolean | undefined;

function undefinedIf(condition: boolean): false | undefined {
  return condition ? undefined : false;
}

/** null, undefined or a string. */
function isPlain(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined') ||
    ts.isStringLiteralLike(node)
  );
}

interface ResultBranch {
  readonly value: ts.Expression | undefined;
  readonly given: readonly { readonly expression: ts.Expression; readonly holds: boolean }[];
}

/** The values that a returned expression may have, each with what decides for it. */
function branchesOf(expression: ts.Expression | undefined): readonly ResultBranch[] {
  const inner = expression && (unwrap(expression) as ts.Expression);
  if (!inner || !ts.isConditionalExpression(inner)) return [{ value: expression, given: [] }];
  const { condition } = inner;
  return [
    ...branchesOf(inner.whenTrue).map((branch) => ({
      ...branch,
      given: [{ expression: condition, holds: true }, ...branch.given],
    })),
    ...branchesOf(inner.whenFalse).map((branch) => ({
      ...branch,
      given: [{ expression: condition, holds: false }, ...branch.given],
    })),
  ];
}

function intersect(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  const [first, ...rest] = lists;
  if (!first) return [];
  return first.filter((fact) => rest.every((list) => list.some((other) => sameFact(fact, other))));
}

function sameFact(a: Fact, b: Fact): boolean {
  if (a.truth !== b.truth) return false;
  return a.ref.node === b.ref.node || a.ref.node.getText() === b.ref.node.getText();
}

export function isEquality(kind: ts.SyntaxKind): 'equal' | 'unequal' | undefined {
  switch (kind) {
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return 'equal';
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return 'unequal';
    default:
      return undefined;
  }
}

/** Whether an expression is always truthy or always falsy; undefined when that cannot be told. */
export function constantTruth(node: ts.Node): boolean | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.ObjectLiteralExpression:
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.NewExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.FunctionExpression:
      return true;
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.VoidExpression:
      return false;
    case ts.SyntaxKind.Identifier:
      return (node as ts.Identifier).text === 'undefined' ? false : undefined;
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
      return (node as ts.StringLiteralLike).text !== '';
    case ts.SyntaxKind.NumericLiteral:
      return Number((node as ts.NumericLiteral).text) !== 0;
    default:
      return undefined;
  }
}
