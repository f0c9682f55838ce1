import { inFile, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { ts } from '../../../core/syntax';
import { flagOf } from '../../_shared/cookie-flags';

interface State {
  readonly literal: ts.StringLiteralLike;
}

export default defineRule<State>({
  id: 'prefer-host-prefix',
  family: 'cookies',
  severity: 'off',
  stage: 'stable',
  precision: 'medium',
  cwe: 1275,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'The session cookie is always secure, for one host and for the path /, but its name does not start with __Host-.',
    why: 'Browsers take a cookie named __Host-… only with secure, with path / and without domain. No subdomain, and nobody on plain HTTP, can then plant a session cookie of its own.',
    how: 'Name the cookie __Host-session or the like, and keep secure on in development too (browsers accept it on localhost, Safari does not).',
    limits:
      'Off by default: a new name signs everybody out once. Where the cookie is secure only in production, it speaks of names that the project has chosen; the prefixed one has to be for production alone, as browsers refuse it without Secure.',
  },
  sources: [
    {
      title: 'RFC 6265bis, 4.1.3',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3',
    },
    {
      title: 'OWASP ASVS 5.0, 3.3.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    },
  ],
  messages: {
    prefix: 'A name with `__Host-` keeps subdomains from planting a session cookie.',
  },
  words: ['Lucia'],
  check(context, report) {
    for (const instance of context.roles.instances(context.file)) {
      const cookie = flagOf(context, instance.options, 'sessionCookie');
      const none = cookie.state === 'missing';
      if (!none && cookie.state !== 'set') continue;
      const attributes = cookie.state === 'set' ? flagOf(context, cookie.value, 'attributes') : cookie;
      if (attributes.state === 'unknown') continue;
      const options = attributes.state === 'set' ? attributes.value : undefined;
      const secure = flagOf(context, options, 'secure');
      const isAlways =
        secure.state === 'missing' || (secure.state === 'set' && secure.value.node.kind === ts.SyntaxKind.TrueKeyword);
      const isSecure = isAlways || (secure.state === 'set' && secure.outcome.known && secure.outcome.value === true);
      const path = flagOf(context, options, 'path');
      const isRoot =
        path.state === 'missing' || (path.state === 'set' && path.outcome.known && path.outcome.value === '/');
      if (!isSecure || !isRoot || flagOf(context, options, 'domain').state !== 'missing') continue;
      const name = cookie.state === 'set' ? flagOf(context, cookie.value, 'name') : cookie;
      if (name.state === 'missing') {
        // Lucia's own name is the same everywhere: in development, where there is no Secure, the prefix would break it.
        if (!isAlways) continue;
        report({
          at: ts.isNewExpression(instance.call.node) ? instance.call.node.expression : instance.call.node,
          message: 'prefix',
        });
      } else if (
        name.state === 'set' &&
        name.outcome.known &&
        typeof name.outcome.value === 'string' &&
        !name.outcome.value.startsWith('__Host-')
      ) {
        const { node, file } = name.value;
        report({
          at: file === context.file ? node : instance.call.node,
          message: 'prefix',
          ...(isAlways && file === context.file && ts.isStringLiteralLike(node) ? { state: { literal: node } } : {}),
        });
      }
    }
  },
  fixes: ({ literal }, context) => [
    {
      title: 'Name the cookie with __Host-',
      kind: 'suggested',
      edits: () => {
        const quote = literal.getText(context.file.sourceFile)[0] ?? context.style().quote;
        return inFile(context.file, replaceNode(literal, `${quote}__Host-${literal.text}${quote}`));
      },
    },
  ],
});
