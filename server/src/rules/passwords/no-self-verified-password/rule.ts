import { defineRule } from '../../../core/rule';
import { textOf, ts } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';

export default defineRule({
  id: 'no-self-verified-password',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 287,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A password is verified against a hash that was just made of the same password.',
    why: 'Such a check is true for every password: whoever knows the e-mail address signs in.',
    how: 'Verify against the hash that is stored with the account.',
    limits: 'The hash and the password must come from the same value in the code.',
  },
  sources: [{ title: 'CWE-287', url: 'https://cwe.mitre.org/data/definitions/287.html' }],
  messages: {
    self: '`{what}` verifies the password against a hash of itself, so every password is accepted.',
  },
  words: ['assword', 'verify', 'Verify', 'compare', 'Compare', 'passwd', 'pwd'],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const { op, at } of context.ops.sites(owner)) {
        if (op.kind !== 'verify' || !op.hash || !op.password || reported.has(at)) continue;
        const typed = context.values.deepRoots(op.password);
        for (const value of context.values.roots(op.hash)) {
          if (value.path.length || !ts.isCallExpression(value.ref.node)) continue;
          const made = [
            ...context.ops.of({ ...value.ref, node: value.ref.node }),
            ...context.values
              .targets({ ...value.ref, node: value.ref.node })
              .flatMap((target) => context.ops.sites(target).map((site) => site.op)),
          ].find((inner) => inner.kind === 'hash');
          if (made?.kind !== 'hash' || !made.password) continue;
          const hashed = context.values.deepRoots(made.password);
          if (!hashed.some((a) => typed.some((b) => sameRoot(a, b) && a.path.join('.') === b.path.join('.')))) continue;
          reported.add(at);
          report({
            at,
            message: 'self',
            data: { what: textOf(at).replace(/\s+/g, ' ').slice(0, 40) },
            related: [context.related(value.ref, 'The hash is made of the same password here.')],
          });
        }
      }
    }
  },
});
