import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { buildFlow } from '../../server/src/core/flow';
import type { Flow } from '../../server/src/core/flow';
import { isFunctionNode, parse, ts } from '../../server/src/core/syntax';
import type { FunctionNode } from '../../server/src/core/syntax';

interface Graph {
  readonly flow: Flow;
  /** The first call of a function of that name. */
  call(name: string): ts.CallExpression;
  /** Whether control can go from one call to another, without passing the calls to avoid. */
  reaches(from: string, to: string, ...avoid: string[]): boolean;
  /** What is known when control gets to a call, as source text; `!` before what is false. */
  known(name: string): readonly string[];
  exits(): readonly string[];
}

/** The graph of the first function in the text; `die()` never returns. */
function graphOf(body: string): Graph {
  const source = parse('/p/a.ts', `async function f(a: any, b: any, list: any[]) {\n${body}\n}`);
  const calls: ts.CallExpression[] = [];
  let owner: FunctionNode | undefined;
  const visit = (node: ts.Node): void => {
    if (!owner && isFunctionNode(node)) owner = node;
    if (ts.isCallExpression(node)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const flow = buildFlow(owner!, (made) => made.expression.getText(source) === 'die');
  const call = (name: string): ts.CallExpression => {
    const found = calls.find((made) => made.expression.getText(source) === name);
    ok(found, `no call of ${name}`);
    return found;
  };
  const at = (name: string) => {
    const point = flow.at(call(name));
    ok(point, `${name} has no point`);
    return point;
  };
  return {
    flow,
    call,
    reaches: (from, to, ...avoid) => flow.reaches(at(from), at(to), new Set(avoid.map(at))),
    known: (name) =>
      flow
        .known(call(name))
        .map(({ expression, truth, equals }) => {
          const text = expression.getText(source) + (equals ? ` is ${equals.getText(source)}` : '');
          return truth ? text : `!${text}`;
        })
        .sort(),
    exits: () => flow.exits.map(({ kind }) => kind).sort(),
  };
}

describe('control flow', () => {
  it('joins the two sides of an if', () => {
    const graph = graphOf('one(); if (a) { two(); } else { three(); } four();');
    ok(graph.reaches('one', 'four', 'two'));
    ok(!graph.reaches('two', 'three'));
    ok(!graph.reaches('one', 'four', 'two', 'three'));
    ok(graph.flow.dominates(graph.call('one'), graph.call('four')));
    ok(!graph.flow.dominates(graph.call('two'), graph.call('four')));
    deepStrictEqual(graph.known('two'), ['a']);
    deepStrictEqual(graph.known('three'), ['!a']);
    deepStrictEqual(graph.known('four'), []);
  });

  it('keeps what an early return has ruled out', () => {
    const graph = graphOf('if (!a || b.gone) return 1; two();');
    deepStrictEqual(graph.known('two'), ['!b.gone', 'a']);
    deepStrictEqual(graph.exits(), ['end', 'return']);
  });

  it('does not go on after a throw or a call that never returns', () => {
    const graph = graphOf('if (!a) die(); if (!b) throw new Error(why()); two();');
    deepStrictEqual(graph.known('two'), ['a', 'b']);
    ok(!graph.reaches('die', 'two'));
    ok(!graph.reaches('why', 'two'));
    deepStrictEqual(graph.exits(), ['end', 'never', 'throw']);
  });

  it('takes the right side of a short-circuit only when the left side asks for it', () => {
    const graph = graphOf('const x = a && one(); const y = b ?? two(); const z = a ? three() : four(); five(x, y, z);');
    deepStrictEqual(graph.known('one'), ['a']);
    deepStrictEqual(graph.known('three'), ['a']);
    deepStrictEqual(graph.known('four'), ['!a']);
    ok(!graph.flow.dominates(graph.call('two'), graph.call('five')));
    ok(!graph.reaches('three', 'four'));
  });

  it('knows nothing of a part of a condition with or', () => {
    const graph = graphOf('if (a || b) one(); else two();');
    deepStrictEqual(graph.known('one'), []);
    deepStrictEqual(graph.known('two'), ['!a', '!b']);
  });

  it('may run a loop not at all, and again', () => {
    const graph = graphOf('for (const x of list) { if (x.skip) continue; if (x.last) break; one(); two(); } three();');
    ok(graph.reaches('two', 'one'));
    ok(!graph.flow.dominates(graph.call('one'), graph.call('three')));
    deepStrictEqual(graph.known('one'), ['!x.last', '!x.skip']);
  });

  it('runs the body of do … while at least once', () => {
    const graph = graphOf('do { one(); } while (a); two();');
    ok(graph.flow.dominates(graph.call('one'), graph.call('two')));
    deepStrictEqual(graph.known('two'), ['!a']);
  });

  it('leaves an endless loop only by break or return', () => {
    const graph = graphOf('for (;;) { if (a) break; if (b) return one(); } two();');
    deepStrictEqual(graph.known('two'), ['a']);
    ok(!graph.reaches('one', 'two'));
  });

  it('breaks out of the loop that the label names', () => {
    const graph = graphOf(
      'outer: for (const x of list) { for (const y of x) { if (y) break outer; one(); } two(); } three();',
    );
    ok(graph.reaches('one', 'two'));
    ok(graph.reaches('one', 'three', 'two'));
  });

  it('goes from every point of a try block to its catch', () => {
    const graph = graphOf('try { one(); two(); } catch (e) { three(); return; } four();');
    ok(graph.reaches('one', 'three', 'two'));
    ok(!graph.reaches('three', 'four'));
    ok(graph.flow.dominates(graph.call('two'), graph.call('four')));
  });

  it('runs finally after both, and after a return', () => {
    const graph = graphOf('try { one(); if (a) return; } finally { two(); } three();');
    ok(graph.reaches('one', 'two'));
    ok(graph.flow.dominates(graph.call('two'), graph.call('three')));
  });

  it('says what a case of a switch equals', () => {
    const graph = graphOf(
      "switch (a.kind) { case 'x': one(); break; case 'y': case 'z': two(); break; default: three(); } four();",
    );
    deepStrictEqual(graph.known('one'), ["a.kind is 'x'"]);
    ok(!graph.reaches('one', 'two'));
    ok(graph.reaches('two', 'four'));
    ok(!graph.flow.dominates(graph.call('three'), graph.call('four')));
  });

  it('finds code that nothing reaches', () => {
    const graph = graphOf('return one(); two();');
    strictEqual(graph.flow.isReachable(graph.call('one')), true);
    strictEqual(graph.flow.isReachable(graph.call('two')), false);
  });
});
