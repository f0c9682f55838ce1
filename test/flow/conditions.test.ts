import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createAnalysis } from '../../server/src/core/analysis';
import { memoryHost } from '../../server/src/core/host';
import { calleeName, ts } from '../../server/src/core/syntax';
import type { Ref } from '../../server/src/core/values';

/** What is known where `here()` is called in a.ts: source text, `!` before what is false. */
function knownHere(files: Readonly<Record<string, string>>): readonly string[] {
  const { conditions, at } = open(files, 'here');
  return conditions
    .known(at)
    .map(({ ref, truth }) => `${truth ? '' : '!'}${ref.node.getText(ref.file.sourceFile).replace(/\s+/g, ' ')}`);
}

function open(files: Readonly<Record<string, string>>, name: string) {
  const all = { 'package.json': '{"dependencies":{"lucia":"3.2.2","next":"15.0.0"}}', ...files };
  const analysis = createAnalysis(memoryHost(new Map(Object.entries(all).map(([path, text]) => [`/p/${path}`, text]))));
  const file = analysis.project.model('/p/a.ts');
  const call = file?.calls.find((made) => calleeName(made) === name);
  ok(file && call && ts.isCallExpression(call), `no call of ${name}`);
  const at: Ref<ts.CallExpression> = { node: call, file };
  return { ...analysis, at };
}

const includes = (known: readonly string[], ...facts: string[]): void => {
  for (const fact of facts) ok(known.includes(fact), `${fact} is not among ${known.join(' · ')}`);
};

describe('conditions', () => {
  it('see through a variable that holds a test', () => {
    const known = knownHere({
      'a.ts': 'export function f(user: any) { const allowed = user && user.admin; if (!allowed) return; here(); }',
    });
    includes(known, 'user', 'user.admin');
  });

  it('forget a test of a variable that has been written since', () => {
    const known = knownHere({
      'a.ts': 'export function f(user: any, other: any) { let ok = !!user; ok = other; if (!ok) return; here(); }',
    });
    ok(!known.includes('user'), known.join(' · '));
  });

  it('take what a helper has checked before it came back', () => {
    const known = knownHere({
      'guard.ts':
        "export function need(user: any) { if (!user) throw new Error('no'); if (user.banned) throw new Error('no'); return user; }",
      'a.ts': "import { need } from './guard';\nexport function f(user: any) { need(user); here(); }",
    });
    includes(known, 'user', '!user.banned');
  });

  it('take what a helper says by its answer, and only for that answer', () => {
    const guard = 'export const isOwner = (user: any, item: any) => user.id === item.ownerId;';
    const inside = (body: string) =>
      knownHere({
        'guard.ts': guard,
        'a.ts': `import { isOwner } from './guard';\nexport function f(user: any, item: any) { ${body} }`,
      });
    includes(inside('if (isOwner(user, item)) here();'), 'user.id === item.ownerId');
    includes(inside('if (!isOwner(user, item)) return; here();'), 'user.id === item.ownerId');
    includes(inside('if (isOwner(user, item)) return; here();'), '!user.id === item.ownerId');
    ok(!inside('isOwner(user, item); here();').includes('user.id === item.ownerId'));
  });

  it('know in an inline callback what held where it was handed over', () => {
    const known = knownHere({
      'a.ts':
        'export function f(user: any, list: any[]) { if (!user) return; list.forEach((x) => { if (x) here(); }); }',
    });
    includes(known, 'user', 'x');
  });

  it('stop at the functions that do not come back', () => {
    const never = (text: string) => {
      const { conditions, at } = open({ 'a.ts': text }, 'leave');
      return conditions.neverReturns(at);
    };
    strictEqual(never("import { redirect as leave } from 'next/navigation';\nleave('/');"), true);
    strictEqual(never("function leave(): never { throw new Error('x'); }\nleave();"), true);
    strictEqual(never("function leave(a?: any) { if (a) throw new Error('x'); }\nleave();"), false);
    strictEqual(never("import { redirect as leave } from './mine';\nleave('/');"), false);
  });

  it('split a condition into what follows from it', () => {
    const { conditions, at } = open({ 'a.ts': 'export function f(a: any, b: any) { test(a && !b); }' }, 'test');
    const facts = (truth: boolean) =>
      conditions
        .implied({ ...at, node: at.node.arguments[0]! }, truth)
        .map((fact) => `${fact.truth ? '' : '!'}${fact.ref.node.getText(at.file.sourceFile)}`);
    includes(facts(true), 'a', '!b');
    deepStrictEqual(
      facts(false).filter((fact) => fact === '!a' || fact === 'b'),
      [],
    );
  });
});
