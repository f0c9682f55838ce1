import type { FileContext } from '../../core/context';
import type { Exit } from '../../core/flow';
import type { EntryPoint } from '../../core/framework';
import type { FileModel } from '../../core/model';
import { basename, dirname, isUnder } from '../../core/paths';
import { calleeName, memberOf, ts, unwrap, walk } from '../../core/syntax';
import { memoizedWithCallers } from '../../core/values';
import type { FunctionRef, Ref } from '../../core/values';
import { isGuarded, isGuardedAround, mentionsSession, mentionsSessionIn, speaksOfSession } from './guards';

/** A check that seems to stand before an entry point and does not run with it. */
export interface ApparentGuard {
  readonly node: ts.Node;
  readonly file: FileModel;
  readonly kind: 'layout' | 'load';
  /** Set when the page is closed by a setting rather than for visitors: the expression that decides. */
  readonly setting?: string;
}

/**
 * The layout, or the load of the same page, that keeps visitors out while the entry point, which does not look at the
 * session itself, runs without it.
 */
export function apparentGuard(context: FileContext, entry: EntryPoint): ApparentGuard | undefined {
  if (ts.isSourceFile(entry.fn.node)) return undefined;
  if (entry.framework === 'next') {
    if (entry.kind !== 'page' && entry.kind !== 'route' && entry.kind !== 'action') return undefined;
    const layout = guardingLayout(context, /^layout\.[jt]sx?$/);
    return layout && isOnItsOwn(context, entry) ? layout : undefined;
  }
  if (entry.framework !== 'sveltekit') return undefined;
  if (entry.kind === 'action') {
    const loads = context.entryPoints.filter((other) => other.kind === 'load');
    const load = loads.find((other) => leaves(context, other));
    const guard: ApparentGuard | undefined = load
      ? { node: load.fn.node, file: context.file, kind: 'load' }
      : guardingLayout(context, /^\+layout\.server\.[jt]s$/);
    if (guard && isOnItsOwn(context, entry)) return guard;
    for (const other of loads) {
      const setting = closedBy(context, other);
      if (setting !== undefined && !entry.fn.node.getText().includes(setting))
        return { node: other.fn.node, file: context.file, kind: 'load', setting };
    }
    return undefined;
  }
  // load() of a page that awaits parent() runs after the layout's.
  if (entry.kind !== 'route' && (entry.kind !== 'load' || /\bparent\s*\(/.test(entry.fn.node.getText())))
    return undefined;
  const layout = guardingLayout(context, /^\+layout\.server\.[jt]s$/);
  return layout && isOnItsOwn(context, entry) ? layout : undefined;
}

function isOnItsOwn(context: FileContext, entry: EntryPoint): boolean {
  return (!mentionsSession(context, entry.fn) || onlyShowsUser(context, entry)) && !isGuardedAround(context, entry);
}

/** Whether a page of Next asks who is there for nothing but to show it: it is the same page for those who are not signed in. */
function onlyShowsUser(context: FileContext, entry: EntryPoint): boolean {
  const { node, file } = entry.fn;
  if (entry.framework !== 'next' || entry.kind !== 'page' || ts.isSourceFile(node)) return false;
  const names: ts.Identifier[] = [];
  for (const call of context.ops.callsIn(file, node)) {
    if (!ts.isCallExpression(call)) continue;
    if (!context.roles.sessionPart({ node: call, file })) {
      if (mentionsSessionIn(context, entry.fn, call)) return false;
      continue;
    }
    const holder = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
    if (!ts.isVariableDeclaration(holder) || !comesBackWithout(context, { node: call, file })) return false;
    if (ts.isIdentifier(holder.name)) names.push(holder.name);
    else
      for (const element of holder.name.elements)
        if (ts.isBindingElement(element) && ts.isIdentifier(element.name)) names.push(element.name);
  }
  return (
    names.length > 0 &&
    names.every((name) =>
      (file.bindings.get(name)?.uses ?? []).every((use) => use === name || isShown(context, { node: use, file })),
    )
  );
}

/** Whether a wrapper of the project that can be read gives back something, whoever asks. */
function comesBackWithout(context: FileContext, call: Ref<ts.CallExpression>, depth = 0): boolean {
  const targets = context.values.targets(call);
  return (
    (targets.length > 0 || depth > 0) &&
    targets.every(({ node, file }) => {
      let leaves = false;
      walk(node, (inner) => {
        leaves ||= ts.isThrowStatement(inner);
        if (ts.isCallExpression(inner))
          leaves ||=
            /^(?:redirect|permanentRedirect|notFound|unauthorized|forbidden)$/.test(calleeName(inner) ?? '') ||
            (depth < 2 && !comesBackWithout(context, { node: inner, file }, depth + 1));
        return !leaves;
      });
      return !leaves;
    })
  );
}

/** `<Menu name={user?.name} />`: an element without children gets it, which keeps no other data back for its sake. */
function isShown(context: FileContext, { node, file }: Ref): boolean {
  let current = node;
  let isOptional = false;
  for (; memberOf(current.parent)?.object === current; current = current.parent) {
    isOptional ||= ts.isPropertyAccessExpression(current.parent) && current.parent.questionDotToken !== undefined;
    if (!isOptional) return false;
  }
  while (
    (ts.isBinaryExpression(current.parent) &&
      current.parent.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) ||
    ts.isParenthesizedExpression(current.parent) ||
    ts.isJsxExpression(current.parent)
  )
    current = current.parent;
  const attribute = current.parent;
  if (!ts.isJsxAttribute(attribute) && !ts.isJsxSpreadAttribute(attribute)) return false;
  const element = attribute.parent.parent;
  if (!ts.isJsxSelfClosingElement(element)) return false;
  const isAlone = attribute.parent.properties.every(
    (other) =>
      other === attribute ||
      (ts.isJsxAttribute(other) && (!other.initializer || ts.isStringLiteral(other.initializer))),
  );
  const components = context.values.functions({ node: element.tagName, file });
  return isAlone || (components.length > 0 && components.every((made) => made.file.directive === 'use client'));
}

/** Whether a layout of SvelteKit above this file turns visitors away, whether or not a load waits for it. */
export function isBelowGuard(context: FileContext): boolean {
  return guardingLayout(context, /^\+layout\.server\.[jt]s$/) !== undefined;
}

/** A layout above this file whose code leaves when there is no session. */
function guardingLayout(context: FileContext, name: RegExp): ApparentGuard | undefined {
  for (const path of context.project.filesNear(context.path)) {
    if (!name.test(basename(path)) || !isUnder(context.path, dirname(path))) continue;
    const file = context.project.model(path);
    for (const entry of file ? context.frameworks.entryPoints(file) : []) {
      if (entry.kind === 'layout' && leaves(context, entry))
        return { node: entry.fn.node, file: file!, kind: 'layout' };
    }
  }
  return undefined;
}

/** Whether an entry point ends early because nobody (or nobody entitled) is signed in. */
function leaves(context: FileContext, entry: EntryPoint): boolean {
  const fn = entry.fn as FunctionRef;
  return memoizedWithCallers(fn.file, fn.node, 'leavesWithoutSession', () => {
    const flow = context.conditions.flow(fn);
    const isOut = flow.branches.some(({ edge }) => {
      if (!edge.condition) return false;
      const ref = { ...fn, node: edge.condition.expression };
      const test = context.roles.missing({ ref, truth: edge.condition.truth });
      if (!test?.missing || !speaksOfSession(context, ref)) return false;
      const exits = flow.exitsFrom(edge.to);
      if (exits.length > 0 && exits.every((exit) => exit.kind === 'never' || exit.kind === 'throw')) return true;
      // A layout of Next that shows something else than its children.
      return (
        entry.framework === 'next' &&
        exits.length > 0 &&
        exits.length < flow.exits.length &&
        exits.every((exit) => exit.kind !== 'end' && !/\bchildren\b/.test(exit.syntax.getText()))
      );
    });
    if (isOut) return true;
    // A helper that does not come back without a session.
    const normal = flow.exits.filter((exit) => exit.kind === 'return' || exit.kind === 'end');
    return (
      normal.length > 0 &&
      normal.every((exit) => exit.kind === 'return' && isGuarded(context, { ...fn, node: exit.syntax }))
    );
  });
}

/** The setting of the build or the environment for which a load always leaves. */
function closedBy(context: FileContext, entry: EntryPoint): string | undefined {
  const fn = entry.fn as FunctionRef;
  const flow = context.conditions.flow(fn);
  for (const { edge } of flow.branches) {
    if (!edge.condition) continue;
    const node = unwrap(edge.condition.expression);
    if (!isSetting(context, { ...fn, node })) continue;
    // Where the other side leaves as well, the setting decides something else.
    const other = flow.branches.find(
      ({ edge: { condition } }) =>
        condition?.expression === edge.condition!.expression && condition.truth !== edge.condition!.truth,
    );
    if (always(flow.exitsFrom(edge.to)) && !(other && always(flow.exitsFrom(other.edge.to)))) return node.getText();
  }
  return undefined;

  function always(exits: readonly Exit[]): boolean {
    return exits.length > 0 && exits.every((exit) => exit.kind === 'never' || exit.kind === 'throw');
  }
}

function isSetting(context: FileContext, ref: Ref): boolean {
  if (!ts.isIdentifier(ref.node) && !memberOf(ref.node)) return false;
  const text = ref.node.getText();
  if (/^(?:process|import\.meta)\.env\b/.test(text)) return true;
  return context.values
    .roots(ref)
    .some((value) => value.external && /^\$(?:app\/environment|env\/)/.test(value.external.module));
}
