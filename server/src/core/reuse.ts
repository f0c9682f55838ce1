import type { FileModel, Memo } from './model';
import type { Binding, Bound } from './scope';
import { ts } from './syntax';

/**
 * The answers about a file that outlive an edit: those about top-level statements that the edit left alone and that use
 * nothing which it touched, directly or through others. Answers never look from a statement to those that use it, except
 * for what fills or replaces a variable; callers are asked for elsewhere (`callerMemo`).
 * @param before the file as the memo knows it; its statements that the parser could keep are in `after` too
 */
export function survivingAnswers(before: FileModel, after: Bound, sourceFile: ts.SourceFile): Memo {
  const kept: Memo = new Map();
  if (!before.memo.size) return kept;
  const was = new Set<ts.Node>(before.sourceFile.statements);
  const affected = new Set<ts.Node>(sourceFile.statements.filter((statement) => !was.has(statement)));
  const is = new Set<ts.Node>(sourceFile.statements);
  const gone = new Set<ts.Node>(before.sourceFile.statements.filter((statement) => !is.has(statement)));
  if (!sameNames(before.top, after.top)) return kept;
  const queue = [...affected];
  const touch = (node: ts.Node): void => {
    const statement = statementOf(node);
    if (affected.has(statement)) return;
    affected.add(statement);
    queue.push(statement);
  };
  for (const name of writtenIn(before.top, gone)) touch(after.top.get(name)!.declaration);
  const declaredBy = new Map<ts.Node, Binding[]>();
  for (const binding of after.top.values()) {
    const statement = statementOf(binding.declaration);
    (declaredBy.get(statement) ?? declaredBy.set(statement, []).get(statement)!).push(binding);
  }
  for (const statement of queue) {
    for (const binding of declaredBy.get(statement) ?? []) binding.uses.forEach(touch);
    for (const name of writtenIn(after.top, new Set([statement]))) touch(after.top.get(name)!.declaration);
  }
  if (affected.size === is.size) return kept;
  for (const [slot, answers] of before.memo) {
    const own = new Map<object, unknown>();
    for (const [node, answer] of answers) {
      const statement = statementOf(node as ts.Node);
      if (is.has(statement) && !affected.has(statement)) own.set(node, answer);
    }
    if (own.size) kept.set(slot, own);
  }
  return kept;
}

function sameNames(before: ReadonlyMap<string, Binding>, after: ReadonlyMap<string, Binding>): boolean {
  return before.size === after.size && [...before.keys()].every((name) => after.has(name));
}

/** Names of the file's variables that some statements assign, fill or extend. */
function* writtenIn(top: ReadonlyMap<string, Binding>, statements: ReadonlySet<ts.Node>): Generator<string> {
  if (!statements.size) return;
  for (const { name, kind, uses } of top.values()) {
    if (kind !== 'const' && kind !== 'let') continue;
    if (uses.some((use) => isWrite(use) && statements.has(statementOf(use)))) yield name;
  }
}

/** `x = …`, `x.name = …` and `x.push(…)`. */
function isWrite(use: ts.Identifier): boolean {
  const { parent } = use;
  if (ts.isBinaryExpression(parent)) return parent.left === use;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== use) return false;
  const outer = parent.parent;
  return ts.isBinaryExpression(outer)
    ? outer.left === parent
    : ts.isCallExpression(outer) && parent.name.text === 'push';
}

/** The top-level statement that holds a node; the node itself when none does. */
function statementOf(node: ts.Node): ts.Node {
  let current = node;
  let parent = current.parent as ts.Node | undefined;
  while (parent && parent.kind !== ts.SyntaxKind.SourceFile) {
    current = parent;
    parent = current.parent as ts.Node | undefined;
  }
  return current;
}
