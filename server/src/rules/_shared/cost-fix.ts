import type { FileContext } from '../../core/context';
import type { Fix } from '../../core/rule';
import { calleeName, ts, unwrap } from '../../core/syntax';
import type { FileEdit, TextEdit } from '../../core/text';
import type { Ref } from '../../core/values';
import { constantOf, replaced } from './constant-fix';
import { ARGON2_NAMES, bcryptCost, projectHashes } from './parameters';
import type { Argon2Parameters } from './parameters';

/** A password hash whose cost stands in the hash itself, so that hashes made before go on to verify. */
export type WeakCost =
  | { readonly kind: 'bcrypt'; readonly options: Ref; readonly cost: number }
  | { readonly kind: 'argon2'; readonly options: Ref; readonly memory: number; readonly time: number }
  | { readonly kind: 'variant'; readonly at: ts.Node };

/** What the packages recommend by now. */
const BCRYPT_COST = 12;
const MEMORY = 19456;
const TIME = 2;

const COST_NAME = /round|cost|salt|factor|strength|memory|iteration|time/i;

/** Raises the cost where it is written. */
export function strongerCostFix(weak: WeakCost | undefined, context: FileContext): readonly Fix[] {
  if (!weak) return [];
  if (weak.kind === 'variant') {
    const edit = asArgon2id(weak.at);
    const edits = edit && [{ path: context.path, edits: [edit] }];
    return edits ? [{ title: 'Use Argon2id', kind: 'suggested', edits: () => edits }] : [];
  }
  const cost = weak.kind === 'bcrypt' ? bcryptTarget(context) : undefined;
  const edits =
    weak.kind === 'bcrypt' ? bcryptEdits(context, weak.options, cost!) : argon2Edits(context, weak.options, weak);
  // A dummy hash of the same cost would tell unknown accounts from known ones.
  if (!edits || hasPlaceholder(context, weak)) return [];
  const title = cost === undefined ? `Use m=${MEMORY},t=${TIME}` : `Raise the cost to ${cost}`;
  return [{ title, kind: 'suggested', edits: () => edits }];
}

function asArgon2id(at: ts.Node): TextEdit | undefined {
  const chosen = unwrap(at);
  if (ts.isNumericLiteral(chosen)) return { start: chosen.getStart(), end: chosen.end, newText: '2' };
  // An imported constant is one name among others: only a member of the package says the whole choice.
  if (!ts.isPropertyAccessExpression(chosen)) return undefined;
  const name = chosen.name.text.replace(/([aA]rgon2)[id]$/, '$1id');
  return name === chosen.name.text ? undefined : { start: chosen.name.getStart(), end: chosen.name.end, newText: name };
}

/** The cost that the project uses elsewhere, when that is enough. */
function bcryptTarget(context: FileContext): number {
  const costs = projectHashes(context)
    .filter((hash) => hash.scheme === 'bcrypt' && hash.options)
    .map((hash) => bcryptCost(context, hash) ?? 0);
  const most = Math.max(0, ...costs);
  return most >= 10 && most <= 14 ? most : BCRYPT_COST;
}

function bcryptEdits(context: FileContext, options: Ref, cost: number): readonly FileEdit[] | undefined {
  const salts = context.values
    .roots(options)
    .filter(({ ref }) => ts.isCallExpression(ref.node) && /^genSalt(?:Sync)?$/.test(calleeName(ref.node) ?? ''));
  const given = salts
    .map(({ ref }) => ts.isCallExpression(ref.node) && ref.node.arguments[0] && { ...ref, node: ref.node.arguments[0] })
    .find((argument) => !!argument);
  const at =
    (given && constantOf(context, given, COST_NAME)) ??
    constantOf(context, options, COST_NAME) ??
    constantOf(context, options, COST_NAME, 'cost') ??
    constantOf(context, options, COST_NAME, 'rounds');
  return at && [{ path: at.file.path, edits: [replaced(at, cost)] }];
}

function argon2Edits(context: FileContext, options: Ref, weak: Pick<Argon2Parameters, 'memory' | 'time'>) {
  const edits: FileEdit[] = [];
  for (const [key, least] of [
    ['memory', MEMORY],
    ['time', TIME],
  ] as const) {
    if (weak[key] >= least) continue;
    const at = ARGON2_NAMES[key]
      .map((name) => constantOf(context, options, COST_NAME, name))
      .find((found) => found !== undefined);
    if (!at) return undefined;
    edits.push({ path: at.file.path, edits: [replaced(at, least)] });
  }
  if (new Set(edits.map(({ path }) => path)).size > 1) return undefined;
  return edits[0] && [{ path: edits[0].path, edits: edits.flatMap((edit) => edit.edits) }];
}

function hasPlaceholder(context: FileContext, weak: WeakCost): boolean {
  const pattern =
    weak.kind === 'bcrypt'
      ? new RegExp(`\\$2[abxy]\\$${String(weak.cost).padStart(2, '0')}\\$`)
      : weak.kind === 'argon2'
        ? new RegExp(`m=${weak.memory},t=${weak.time}`)
        : undefined;
  return (
    !!pattern &&
    [context.path, ...context.project.filesNear(context.path)].some((path) =>
      pattern.test(context.project.text(path) ?? ''),
    )
  );
}
