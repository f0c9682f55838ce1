import { isFunctionNode, ts, unwrap } from './syntax';
import type { FunctionNode } from './syntax';

/** What owns a control-flow graph: a function, or a file for its top-level code. */
export type FlowOwner = FunctionNode | ts.SourceFile;

export interface Condition {
  readonly expression: ts.Expression;
  readonly truth: boolean;
  /** For a case of a switch: what the expression equals. */
  readonly equals?: ts.Expression;
}

export interface FlowEdge {
  readonly to: FlowNode;
  /** Holds when control takes this edge. */
  readonly condition?: Condition;
  /** Taken only when what stands at the point throws. */
  readonly throws?: true;
}

export interface FlowNode {
  readonly syntax: ts.Node | undefined;
  readonly next: FlowEdge[];
}

export type ExitKind = 'return' | 'throw' | 'never' | 'end';

export interface Exit {
  readonly kind: ExitKind;
  /** The return or throw statement, or the call that never returns; the owner for falling off the end. */
  readonly syntax: ts.Node;
  readonly node: FlowNode;
}

export interface Flow {
  readonly owner: FlowOwner;
  readonly entry: FlowNode;
  readonly exits: readonly Exit[];
  /** The point at which a node is evaluated: its own, or that of the nearest expression around it. */
  at(node: ts.Node): FlowNode | undefined;
  /**
   * Whether control can go from one point to another without passing the avoided ones (the ends may be among them) and
   * without the edges that are left out.
   */
  reaches(from: FlowNode, to: FlowNode, avoid?: ReadonlySet<FlowNode>, without?: ReadonlySet<FlowEdge>): boolean;
  /** Whether every way to `later` passes `earlier`. */
  dominates(earlier: ts.Node, later: ts.Node): boolean;
  /** Elementary conditions that hold whenever control gets to the node. */
  known(node: ts.Node): readonly Condition[];
  /** The exits that can be reached from a point without passing the avoided ones. */
  exitsFrom(from: FlowNode, avoid?: ReadonlySet<FlowNode>): readonly Exit[];
  /** All edges with a condition. */
  readonly branches: readonly { readonly from: FlowNode; readonly edge: FlowEdge }[];
  /** Whether control can get to the node at all. */
  isReachable(node: ts.Node): boolean;
}

interface Targets {
  readonly breakTo: FlowNode;
  readonly continueTo: FlowNode | undefined;
  readonly label: string | undefined;
}

/**
 * Builds the control-flow graph of a function. Short-circuit operators and conditional expressions branch, every point
 * of a try block may go to its catch, and calls that `never` answers true for do not go on.
 */
export function buildFlow(owner: FlowOwner, never: (call: ts.CallExpression) => boolean): Flow {
  const exits: Exit[] = [];
  const branches: { from: FlowNode; edge: FlowEdge }[] = [];
  const points = new Map<ts.Node, FlowNode>();
  const targets: Targets[] = [];
  const handlers: FlowNode[] = [];
  const node = (syntax?: ts.Node): FlowNode => {
    const made: FlowNode = { syntax, next: [] };
    if (syntax) points.set(syntax, made);
    return made;
  };
  const entry = node();
  let current: FlowNode | undefined = entry;
  let pendingLabel: string | undefined;

  const link = (from: FlowNode | undefined, to: FlowNode, condition?: Condition): void => {
    if (!from) return;
    const edge: FlowEdge = condition ? { to, condition } : { to };
    from.next.push(edge);
    if (condition) branches.push({ from, edge });
  };
  const emit = (syntax: ts.Node): FlowNode => {
    const made = node(syntax);
    link(current, made);
    const handler = handlers[handlers.length - 1];
    if (handler) made.next.push({ to: handler, throws: true });
    current = made;
    return made;
  };
  const start = (at: FlowNode): void => {
    current = at;
  };
  const leave = (kind: ExitKind, syntax: ts.Node): void => {
    const handler = handlers[handlers.length - 1];
    const from = current;
    if (from && handler && (kind === 'throw' || kind === 'never')) link(from, handler);
    else if (from) exits.push({ kind, syntax, node: from });
    current = undefined;
  };

  /** Evaluates a condition and goes on at one of two points. */
  const condition = (expression: ts.Expression, whenTrue: FlowNode, whenFalse: FlowNode): void => {
    const inner = unwrap(expression, false) as ts.Expression;
    if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
      condition(inner.operand, whenFalse, whenTrue);
      return;
    }
    if (ts.isBinaryExpression(inner)) {
      const operator = inner.operatorToken.kind;
      if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
        const right = node();
        condition(inner.left, right, whenFalse);
        start(right);
        condition(inner.right, whenTrue, whenFalse);
        return;
      }
      if (operator === ts.SyntaxKind.BarBarToken) {
        const right = node();
        condition(inner.left, whenTrue, right);
        start(right);
        condition(inner.right, whenTrue, whenFalse);
        return;
      }
    }
    value(inner);
    const from = points.get(inner) ?? emit(inner);
    if (current) {
      const at = current === from ? from : emitJoin();
      link(at, whenTrue, { expression: inner, truth: true });
      link(at, whenFalse, { expression: inner, truth: false });
    }
    current = undefined;
  };
  const emitJoin = (): FlowNode => {
    const join = node();
    link(current, join);
    current = join;
    return join;
  };

  /** Evaluates an expression for its value; afterwards the expression has a point. */
  const value = (expression: ts.Node): void => {
    if (isFunctionNode(expression) || ts.isClassLike(expression)) {
      emit(expression);
      return;
    }
    if (ts.isBinaryExpression(expression)) {
      const operator = expression.operatorToken.kind;
      const isAnd = operator === ts.SyntaxKind.AmpersandAmpersandToken;
      if (isAnd || operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) {
        const right = node();
        const join = node();
        condition(expression.left, isAnd ? right : join, isAnd ? join : right);
        start(right);
        value(expression.right);
        standAt(expression.right, right);
        link(current, join);
        start(join);
        emit(expression);
        return;
      }
    }
    if (ts.isConditionalExpression(expression)) {
      const whenTrue = node();
      const whenFalse = node();
      const join = node();
      condition(expression.condition, whenTrue, whenFalse);
      start(whenTrue);
      value(expression.whenTrue);
      standAt(expression.whenTrue, whenTrue);
      link(current, join);
      start(whenFalse);
      value(expression.whenFalse);
      standAt(expression.whenFalse, whenFalse);
      link(current, join);
      start(join);
      emit(expression);
      return;
    }
    ts.forEachChild(expression, (child) => {
      if (!ts.isTypeNode(child)) value(child);
    });
    if (!isTrivial(expression)) emit(expression);
    if (ts.isCallExpression(expression) && never(expression)) leave('never', expression);
  };

  /** A mere name in a branch has no point of its own: it stands where the branch begins. */
  const standAt = (expression: ts.Expression, branch: FlowNode): void => {
    const inner = unwrap(expression);
    if (!points.has(inner)) points.set(inner, branch);
  };

  const statements = (list: readonly ts.Statement[]): void => {
    for (const statement of list) visit(statement);
  };

  const loop = (
    label: string | undefined,
    build: (body: (continueTo: FlowNode) => void, after: FlowNode) => void,
  ): void => {
    const after = node();
    build((continueTo) => targets.push({ breakTo: after, continueTo, label }), after);
    targets.pop();
    start(after);
  };

  const visit = (statement: ts.Statement): void => {
    const label = pendingLabel;
    pendingLabel = undefined;
    if (ts.isBlock(statement)) {
      statements(statement.statements);
    } else if (ts.isIfStatement(statement)) {
      const whenTrue = node();
      const whenFalse = node();
      const join = node();
      points.set(statement, whenTrue);
      condition(statement.expression, whenTrue, whenFalse);
      start(whenTrue);
      visit(statement.thenStatement);
      link(current, join);
      start(whenFalse);
      if (statement.elseStatement) visit(statement.elseStatement);
      link(current, join);
      start(join);
    } else if (ts.isReturnStatement(statement)) {
      if (statement.expression) value(statement.expression);
      emit(statement);
      leave('return', statement);
    } else if (ts.isThrowStatement(statement)) {
      value(statement.expression);
      emit(statement);
      leave('throw', statement);
    } else if (ts.isWhileStatement(statement)) {
      loop(label, (body, after) => {
        const test = node();
        const inner = node();
        link(current, test);
        start(test);
        condition(statement.expression, inner, after);
        start(inner);
        body(test);
        visit(statement.statement);
        link(current, test);
      });
    } else if (ts.isDoStatement(statement)) {
      loop(label, (body, after) => {
        const inner = node();
        const test = node();
        link(current, inner);
        start(inner);
        body(test);
        visit(statement.statement);
        link(current, test);
        start(test);
        condition(statement.expression, inner, after);
      });
    } else if (ts.isForStatement(statement)) {
      if (statement.initializer) initializer(statement.initializer);
      loop(label, (body, after) => {
        const test = node();
        const inner = node();
        const step = node();
        link(current, test);
        start(test);
        if (statement.condition) condition(statement.condition, inner, after);
        else link(current, inner);
        start(inner);
        body(step);
        visit(statement.statement);
        link(current, step);
        start(step);
        if (statement.incrementor) value(statement.incrementor);
        link(current, test);
      });
    } else if (ts.isForOfStatement(statement) || ts.isForInStatement(statement)) {
      value(statement.expression);
      loop(label, (body, after) => {
        const test = node();
        const inner = node();
        link(current, test);
        link(test, inner);
        link(test, after);
        start(inner);
        body(test);
        visit(statement.statement);
        link(current, test);
      });
    } else if (ts.isSwitchStatement(statement)) {
      switchStatement(statement, label);
    } else if (ts.isTryStatement(statement)) {
      tryStatement(statement);
    } else if (ts.isBreakStatement(statement) || ts.isContinueStatement(statement)) {
      const isBreak = ts.isBreakStatement(statement);
      const wanted = statement.label?.text;
      for (let i = targets.length - 1; i >= 0; i--) {
        const target = targets[i]!;
        if (wanted !== undefined ? target.label !== wanted : !isBreak && !target.continueTo) continue;
        link(current, isBreak ? target.breakTo : (target.continueTo ?? target.breakTo));
        break;
      }
      current = undefined;
    } else if (ts.isLabeledStatement(statement)) {
      pendingLabel = statement.label.text;
      visit(statement.statement);
    } else if (ts.isVariableStatement(statement)) {
      initializer(statement.declarationList);
    } else if (ts.isExpressionStatement(statement)) {
      value(statement.expression);
      if (current) emit(statement);
    } else if (ts.isExportAssignment(statement)) {
      value(statement.expression);
    }
  };

  const initializer = (list: ts.ForInitializer): void => {
    if (!ts.isVariableDeclarationList(list)) {
      value(list);
      return;
    }
    for (const declaration of list.declarations) {
      if (declaration.initializer) value(declaration.initializer);
      if (current) emit(declaration);
    }
  };

  const switchStatement = (statement: ts.SwitchStatement, label: string | undefined): void => {
    const subject = unwrap(statement.expression).kind;
    if (subject === ts.SyntaxKind.TrueKeyword || subject === ts.SyntaxKind.FalseKeyword) {
      conditionSwitch(statement, label, subject === ts.SyntaxKind.TrueKeyword);
      return;
    }
    value(statement.expression);
    const head = current;
    loop(label, (_, after) => {
      targets.push({ breakTo: after, continueTo: undefined, label });
      let hasDefault = false;
      current = undefined;
      for (const clause of statement.caseBlock.clauses) {
        const body = node();
        link(current, body);
        if (ts.isCaseClause(clause))
          link(head, body, { expression: statement.expression, truth: true, equals: clause.expression });
        else {
          link(head, body);
          hasDefault = true;
        }
        start(body);
        statements(clause.statements);
      }
      link(current, after);
      if (!hasDefault) link(head, after);
    });
  };

  /** `switch (true)`: its cases are conditions, tried in order. */
  const conditionSwitch = (statement: ts.SwitchStatement, label: string | undefined, wanted: boolean): void => {
    loop(label, (_, after) => {
      targets.push({ breakTo: after, continueTo: undefined, label });
      const { clauses } = statement.caseBlock;
      const bodies = clauses.map(() => node());
      for (const [index, clause] of clauses.entries()) {
        if (!ts.isCaseClause(clause) || !current) continue;
        const otherwise = node();
        condition(clause.expression, wanted ? bodies[index]! : otherwise, wanted ? otherwise : bodies[index]!);
        start(otherwise);
      }
      const byDefault = clauses.findIndex((clause) => ts.isDefaultClause(clause));
      link(current, byDefault < 0 ? after : bodies[byDefault]!);
      current = undefined;
      for (const [index, clause] of clauses.entries()) {
        link(current, bodies[index]!);
        start(bodies[index]!);
        statements(clause.statements);
      }
      link(current, after);
    });
  };

  const tryStatement = (statement: ts.TryStatement): void => {
    const join = node();
    const handler = node();
    link(current, handler);
    const catches = !!statement.catchClause;
    if (catches) handlers.push(handler);
    statements(statement.tryBlock.statements);
    if (catches) handlers.pop();
    link(current, join);
    if (statement.catchClause) {
      start(handler);
      statements(statement.catchClause.block.statements);
      link(current, join);
    }
    start(join);
    if (!join.next.length && !hasIncoming(join)) current = undefined;
    if (statement.finallyBlock) {
      if (!current) {
        // Control left the try by a return or throw; the finally block still runs, on a path of its own.
        const aside = node();
        link(handler, aside);
        start(aside);
        statements(statement.finallyBlock.statements);
        current = undefined;
      } else statements(statement.finallyBlock.statements);
    }
  };
  const hasIncoming = (target: FlowNode): boolean => {
    for (const point of reachableFrom(entry)) if (point.next.some((edge) => edge.to === target)) return true;
    return false;
  };

  if (ts.isSourceFile(owner)) statements(owner.statements);
  else {
    for (const parameter of owner.parameters) if (parameter.initializer) value(parameter.initializer);
    if (owner.body && ts.isBlock(owner.body)) statements(owner.body.statements);
    else if (owner.body) {
      value(owner.body);
      if (current) leave('return', owner.body);
    }
  }
  if (current) leave('end', owner);

  const reachableSet = reachableFrom(entry);
  const live = exits.filter((exit) => reachableSet.has(exit.node));

  const at = (wanted: ts.Node): FlowNode | undefined => {
    let candidate: ts.Node | undefined = wanted;
    while (candidate) {
      const found = points.get(candidate);
      if (found) return found;
      if (candidate === owner) return undefined;
      candidate = candidate.parent as ts.Node | undefined;
    }
    return undefined;
  };
  const reaches = (
    from: FlowNode,
    to: FlowNode,
    avoid?: ReadonlySet<FlowNode>,
    without?: ReadonlySet<FlowEdge>,
  ): boolean => reachableFrom(from, avoid, without).has(to);
  const knownCache = new Map<FlowNode, readonly Condition[]>();

  return {
    owner,
    entry,
    exits: live,
    branches,
    at,
    reaches,
    dominates(earlier, later) {
      const a = at(earlier);
      const b = at(later);
      if (!a || !b) return false;
      if (a === b) return true;
      return reachableSet.has(b) && !reachableFrom(entry, new Set([a])).has(b);
    },
    known(wanted) {
      const point = at(wanted);
      if (!point || !reachableSet.has(point)) return [];
      let found = knownCache.get(point);
      if (!found) {
        const held: Condition[] = [];
        for (const { edge } of branches) {
          if (edge.condition && !reachableFrom(entry, undefined, new Set([edge])).has(point)) held.push(edge.condition);
        }
        knownCache.set(point, (found = held));
      }
      return found;
    },
    exitsFrom(from, avoid) {
      const seen = reachableFrom(from, avoid);
      return live.filter((exit) => seen.has(exit.node));
    },
    isReachable(wanted) {
      const point = at(wanted);
      return !!point && reachableSet.has(point);
    },
  };
}

function reachableFrom(from: FlowNode, avoid?: ReadonlySet<FlowNode>, without?: ReadonlySet<FlowEdge>): Set<FlowNode> {
  const seen = new Set<FlowNode>([from]);
  const stack = [from];
  while (stack.length) {
    const point = stack.pop()!;
    if (avoid?.has(point)) continue;
    for (const edge of point.next) {
      if (seen.has(edge.to) || without?.has(edge)) continue;
      seen.add(edge.to);
      stack.push(edge.to);
    }
  }
  if (avoid) for (const point of avoid) if (point !== from) seen.delete(point);
  return seen;
}

function isTrivial(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.Identifier:
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.ShorthandPropertyAssignment:
    case ts.SyntaxKind.SpreadAssignment:
    case ts.SyntaxKind.SpreadElement:
    case ts.SyntaxKind.TemplateHead:
    case ts.SyntaxKind.TemplateMiddle:
    case ts.SyntaxKind.TemplateTail:
    case ts.SyntaxKind.TemplateSpan:
    case ts.SyntaxKind.ComputedPropertyName:
      return true;
    default:
      return ts.isToken(node);
  }
}
