import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, isFunctionNode, memberOf, propertyName, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { outputsOf } from '../../_shared/rows';
import { isRedirectedTo, REDIRECT, urlParts } from '../../_shared/urls';

export default defineRule({
  id: 'no-oauth-token-storage',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 522,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A token of an OAuth provider is handed to the browser, or stored in the database as it is.',
    why: 'With the token anyone can act as the user at the provider, beyond your application. In a cookie, an answer, a URL or web storage it is within reach of scripts, logs and extensions; in the database within reach of whoever reads a backup.',
    how: 'Use the token in the callback and drop it. Where you need it later, keep it on the server, encrypted with a key that is not in the database.',
    limits:
      'Storing in the database is only remarked upon (information), and not where the token goes through a function first, such as encrypt().',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 10.1.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x19-V10-OAuth-and-OIDC.md',
    },
    { title: 'RFC 9700', url: 'https://www.rfc-editor.org/rfc/rfc9700' },
  ],
  messages: {
    browser: "The provider's token goes to the browser here ({way}): keep it on the server.",
    database: "The provider's token is stored as it is: encrypt it, or do without.",
  },
  words: ['oken', 'validateAuthorizationCode'],
  check(context, report) {
    const seen = new Set<ts.Node>();
    const say = (ref: Ref, message: 'browser' | 'database', way = ''): void => {
      for (const part of context.roles.parts(ref)) {
        if (part.file !== context.file || seen.has(part.node)) continue;
        if (context.roles.secret(part) !== 'OAuth token' && !(message === 'database' && isGivenToken(context, part)))
          continue;
        seen.add(part.node);
        report({
          at: part.node,
          message,
          ...(message === 'browser' ? { data: { way } } : { severity: 'information' as const }),
        });
      }
    };
    for (const owner of context.roles.owners(context.file)) {
      for (const { op } of context.ops.sites(owner)) {
        if (op.kind === 'cookie' && op.action === 'write' && op.value)
          say(argumentHere(context, op.value), 'browser', 'a cookie');
        if (op.kind === 'database' && (op.verb === 'insert' || op.verb === 'update'))
          for (const data of op.data) say(data, 'database');
      }
    }
    for (const { ref } of outputsOf(context)) say(ref, 'browser', 'the answer');
    for (const node of context.file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const name = calleeName(node) ?? '';
      const member = memberOf(unwrap(node.expression));
      if (
        name === 'setItem' &&
        member &&
        /(?:local|session)Storage$/.test(member.object.getText()) &&
        node.arguments[1]
      )
        say(context.ref(node.arguments[1]), 'browser', 'web storage');
      if (REDIRECT.test(name))
        for (const argument of node.arguments)
          for (const part of urlParts(context, context.ref(argument))) say(part, 'browser', 'a URL');
      // url.searchParams.set('token', token), where the browser is sent to that URL.
      if (/^(?:set|append)$/.test(name) && member && node.arguments[1] && isRedirectedTo(context, member.object))
        say(context.ref(node.arguments[1]), 'browser', 'a URL');
    }
    for (const object of context.file.objects) {
      for (const property of object.properties) {
        if (ts.isPropertyAssignment(property) && /^location$/i.test(propertyName(property.name) ?? ''))
          for (const part of urlParts(context, context.ref(property.initializer))) say(part, 'browser', 'a URL');
      }
    }
  },
});

/** A parameter for which a caller gives a token. */
function isGivenToken(context: FileContext, part: Ref): boolean {
  return context.values.roots(part).some(({ ref: { node, file }, path }) => {
    const fn = !path.length && ts.isParameter(node) ? node.parent : undefined;
    if (!fn || !isFunctionNode(fn)) return false;
    const index = fn.parameters.indexOf(node as ts.ParameterDeclaration);
    return context.roles.callersOf({ node: fn, file }).some((call) => {
      const argument = argumentsOf(call.node)[index];
      return !!argument && context.roles.secret({ ...call, node: argument }) === 'OAuth token';
    });
  });
}

/** A value that a helper writes, as the expression that this file gave it. */
function argumentHere(context: FileContext, ref: Ref): Ref {
  if (ref.file === context.file && !ref.env) return ref;
  const given = ref.env?.args.find(
    (arg) =>
      arg.file === context.file &&
      context.values
        .roots(ref)
        .some((root) => context.values.roots(arg).some((other) => other.ref.node === root.ref.node)),
  );
  return given ?? ref;
}
