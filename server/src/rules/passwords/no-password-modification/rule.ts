import type { FileContext } from '../../../core/context';
import { inFile, replaceNode } from '../../../core/edit';
import { isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, textOf, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';

interface State {
  readonly call: ts.CallExpression;
  readonly object: ts.Expression;
}

const METHODS =
  /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|slice|substring|substr|replace|replaceAll)$/;

export default defineRule<State>({
  id: 'no-password-modification',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 521,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A password is trimmed, changed in case, cut or otherwise rewritten before it is hashed or verified.',
    why: "Different passwords become the same one, so fewer guesses are needed, and password managers' entries stop working where the rules differ.",
    how: 'Take the password as it was typed. Existing users whose hashes were made of the changed form need the old way once more at their next login.',
    limits: "Unicode normalization (NFKC) by the hash's own code is usual and not reported.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 6.2.8',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md',
    },
  ],
  messages: {
    modified: '`{what}` changes the password; take it as it was typed.',
    helper: '`{what}` gives back the password changed by {method}(); take it as it was typed.',
    schema: '`{what}` changes the password while it is validated; take it as it was typed.',
  },
  words: [
    'trim',
    'toLowerCase',
    'toUpperCase',
    'slice',
    'substring',
    'substr',
    'replace',
    'LocaleLowerCase',
    'assword',
    'hash',
    'verify',
  ],
  check(context, report) {
    reportHelpers(context, (at, method) =>
      report({
        at: at.node,
        message: 'helper',
        data: { what: textOf(at.node).replace(/\s+/g, ' ').slice(0, 40), method: calleeName(method.node) ?? 'trim' },
        related: [context.related(method, 'It is changed here.')],
      }),
    );
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call) ?? '';
      const member = memberOf(unwrap(call.expression));
      if (!member || !METHODS.test(name)) continue;
      const what = textOf(call).replace(/\s+/g, ' ').slice(0, 40);
      if (context.roles.isPassword(context.ref(member.object))) {
        if (isOnlyTested(call)) continue;
        report({ at: call, message: 'modified', data: { what }, state: { call, object: member.object } });
      } else if (/^(?:trim|toLowerCase|toUpperCase)$/.test(name) && isPasswordSchema(context, call)) {
        report({
          at: unwrapName(call),
          message: 'schema',
          data: { what: `.${name}()` },
          state: { call, object: member.object },
        });
      }
    }
  },
  fixes: ({ call, object }, context) => [
    {
      title: 'Take the password as it was typed',
      kind: 'suggested',
      edits: () => inFile(context.file, replaceNode(call, textOf(object))),
    },
  ],
});

/** Passwords that are hashed or verified after an own helper has changed them. */
function reportHelpers(context: FileContext, say: (at: Ref, method: Ref<ts.CallExpression>) => void): void {
  const seen = new Set<ts.Node>();
  for (const owner of context.roles.owners(context.file)) {
    for (const { op } of context.ops.sites(owner)) {
      if ((op.kind !== 'hash' && op.kind !== 'verify') || !op.password) continue;
      for (const { ref, path } of context.values.roots(op.password)) {
        if (path.length || ref.file !== context.file || seen.has(ref.node) || !ts.isCallExpression(ref.node)) continue;
        const call = ref as Ref<ts.CallExpression>;
        if (METHODS.test(calleeName(call.node) ?? '') || !context.values.targets(call).length) continue;
        seen.add(ref.node);
        const changed = context.values
          .deepRoots(call)
          .map((value) => value.ref)
          .find((made) => ts.isCallExpression(made.node) && METHODS.test(calleeName(made.node) ?? ''));
        if (changed && changed.node !== call.node) say(call, changed as Ref<ts.CallExpression>);
      }
    }
  }
}

function unwrapName(call: ts.CallExpression): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call;
}

/** `password.trim() === ''`, `password.trim().length`: the password itself stays as it is. */
function isOnlyTested(call: ts.CallExpression): boolean {
  const { parent } = call;
  if (ts.isBinaryExpression(parent) || ts.isPrefixUnaryExpression(parent) || ts.isIfStatement(parent)) return true;
  return memberOf(parent)?.name === 'length';
}

/** `password: z.string().trim()` in a schema. */
function isPasswordSchema(context: FileContext, call: ts.CallExpression): boolean {
  let current: ts.Node = call;
  while (
    current.parent &&
    (ts.isPropertyAccessExpression(current.parent) ||
      (ts.isCallExpression(current.parent) && current.parent.expression === current))
  )
    current = current.parent;
  const property = current.parent as ts.Node | undefined;
  if (
    !property ||
    !ts.isPropertyAssignment(property) ||
    !ts.isIdentifier(property.name) ||
    !isPasswordName(property.name.text)
  )
    return false;
  let start: ts.Node = call;
  while (ts.isCallExpression(start) || ts.isPropertyAccessExpression(start)) start = start.expression;
  return context.values
    .roots(context.ref(start))
    .some((value) => value.external?.module === 'zod' || /^(?:zod|yup|joi|valibot)/.test(value.external?.module ?? ''));
}
