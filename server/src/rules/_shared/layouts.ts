import type { FileContext } from '../../core/context';
import type { Exit } from '../../core/flow';
import type { EntryPoint } from '../../core/framework';
import type { FileModel } from '../../core/model';
import { basename, dirname, isUnder } from '../../core/paths';
import { memberOf, ts, unwrap } from '../../core/syntax';
import { memoizedWithCallers } from '../../core/values';
import type { FunctionRef, Ref } from '../../core/values';
import { isGuarded, isGuardedAround, mentionsSession, speaksOfSession } from './guards';

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
  return !mentionsSession(context, entry.fn) && !isGuardedAround(context, entry);
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
