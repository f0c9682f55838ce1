import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { argumentsOf, stringValue, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';

export default defineRule({
  id: 'session-expiry',
  family: 'lifecycle',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 613,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'Sessions live for more than 90 days, or for a time that Lucia or browsers cannot handle.',
    why: 'A session id that was stolen once can be used for as long as the session lives, and each use prolongs it. Browsers cap cookies at 400 days. With Infinity, or with a number that is none, no session is valid at all; an unknown unit silently counts as weeks.',
    how: 'Choose `new TimeSpan(30, "d")` or less where accounts are worth stealing. Sessions in use are renewed anyway.',
    limits: 'Times that are computed from settings are not evaluated.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    { title: 'Lucia v3: Sessions', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/basics/sessions.md' },
  ],
  messages: {
    long: 'Sessions live {days} days: choose 90 or less, since a stolen session id works as long.',
    cap: 'Sessions live {days} days: browsers cap cookies at 400, and a stolen session id works as long.',
    invalid: 'Sessions that live {value} are never valid: the date of expiry is no date.',
    unit: "Lucia does not know the unit '{unit}' and takes it for weeks: use ms, s, m, h, d or w.",
  },
  words: ['sessionExpiresIn', 'TimeSpan'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const done = new Set<ts.Node>();
    const all = [...context.roles.instances(context.file), ...context.roles.projectInstances(context.path)];
    for (const { options } of all) {
      if (!options) continue;
      for (const value of context.values.deepRoots(options, ['sessionExpiresIn'])) {
        const { node } = value.ref;
        if (value.path.length || value.ref.file !== context.file || done.has(node) || !ts.isNewExpression(node))
          continue;
        done.add(node);
        if (!isTimeSpan(context, value.ref as Ref<ts.NewExpression>)) continue;
        const fault = faultOf(context, value.ref as Ref<ts.NewExpression>);
        if (!fault) continue;
        report({
          at: node,
          message: fault.message,
          data: fault.data,
          ...(fault.message === 'long' ? {} : { severity: 'error' as const }),
        });
      }
    }
  },
});

function isTimeSpan(context: FileContext, call: Ref<ts.NewExpression>): boolean {
  return context.values
    .roots({ ...call, node: call.node.expression })
    .some((value) => value.external?.name === 'TimeSpan' && /^(?:lucia|oslo)$/.test(value.external.module));
}

const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

interface Fault {
  readonly message: 'long' | 'cap' | 'invalid' | 'unit';
  readonly data: Readonly<Record<string, string | number>>;
}

function faultOf(context: FileContext, call: Ref<ts.NewExpression>): Fault | undefined {
  const [amount, unit] = argumentsOf(call.node);
  if (!amount || !unit) return undefined;
  const units = context.values
    .roots({ ...call, node: unit })
    .map((value) => (value.path.length ? undefined : stringValue(value.ref.node)));
  const name = units.length === 1 ? units[0] : undefined;
  if (name === undefined) return undefined;
  const scale = MILLISECONDS[name];
  if (scale === undefined) return { message: 'unit', data: { unit: name } };
  const value = numberOf(context, { ...call, node: amount }, 0);
  if (value === undefined) return undefined;
  if (!Number.isFinite(value)) return { message: 'invalid', data: { value: String(value) } };
  const days = Math.round((value * scale) / MILLISECONDS.d!);
  if (days > 400) return { message: 'cap', data: { days } };
  return days > 90 ? { message: 'long', data: { days } } : undefined;
}

/** The number that an expression of literals stands for. */
function numberOf(context: FileContext, ref: Ref, depth: number): number | undefined {
  if (depth > 24) return undefined;
  const node = unwrap(ref.node);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const inner = numberOf(context, { ...ref, node: node.operand }, depth + 1);
    return inner === undefined ? undefined : -inner;
  }
  if (ts.isBinaryExpression(node)) {
    const left = numberOf(context, { ...ref, node: node.left }, depth + 1);
    const right = numberOf(context, { ...ref, node: node.right }, depth + 1);
    if (left === undefined || right === undefined) return undefined;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.AsteriskToken:
        return left * right;
      case ts.SyntaxKind.SlashToken:
        return left / right;
      case ts.SyntaxKind.PlusToken:
        return left + right;
      case ts.SyntaxKind.MinusToken:
        return left - right;
      case ts.SyntaxKind.AsteriskAsteriskToken:
        return left ** right;
      default:
        return undefined;
    }
  }
  if (ts.isIdentifier(node) && !ref.file.bindings.has(node)) {
    if (node.text === 'Infinity') return Infinity;
    if (node.text === 'NaN') return NaN;
    return undefined;
  }
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === 'Number.POSITIVE_INFINITY') return Infinity;
    if (text === 'Number.NaN') return NaN;
    if (text === 'Number.MAX_SAFE_INTEGER') return Number.MAX_SAFE_INTEGER;
    if (text === 'Number.MAX_VALUE') return Number.MAX_VALUE;
  }
  const roots = context.values.roots({ ...ref, node });
  const [only] = roots;
  if (roots.length !== 1 || !only || only.path.length || only.external || only.ref.node === node) return undefined;
  return numberOf(context, only.ref, depth + 1);
}
