import type { FileContext } from '../../../core/context';
import { bindingOf } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { flagOf } from '../../_shared/cookie-flags';
import { sessionWrites } from '../../_shared/session-cookies';

export default defineRule({
  id: 'no-cookie-domain',
  family: 'cookies',
  severity: 'information',
  stage: 'stable',
  precision: 'medium',
  cwe: 668,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'The session cookie is given a domain, or one that the request names.',
    why: 'With a domain the browser sends the cookie to each of its subdomains, and each of them can set it: one weak or foreign subdomain is enough to read or plant sessions. A domain that comes from a request header is chosen by whoever sends the request.',
    how: 'Leave the domain out, so that only the host that set the cookie gets it. Where several hosts must share a session, name the domain in the configuration.',
    limits:
      'A domain may be right where all subdomains are your own: then switch the rule off. A domain from the environment is reported as well, unless it can be seen to be empty.',
  },
  sources: [
    { title: 'RFC 6265, 8.6', url: 'https://www.rfc-editor.org/rfc/rfc6265#section-8.6' },
    {
      title: 'OWASP Session Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
  ],
  messages: {
    shared: '`{text}` shares the session cookie with every subdomain.',
    request:
      'The domain of the session cookie comes from a request header, so the client chooses who gets the session.',
  },
  words: ['domain'],
  check(context, report) {
    const seen = new Set<ts.Node>();
    const consider = (value: Ref): void => {
      if (value.file !== context.file || seen.has(value.node)) return;
      seen.add(value.node);
      const holder = value.node.parent;
      const at = ts.isPropertyAssignment(holder) || ts.isShorthandPropertyAssignment(holder) ? holder : value.node;
      if (isFromRequest(context, value)) report({ at, message: 'request', severity: 'error' });
      else if (!isEmpty(context, value))
        report({ at, message: 'shared', data: { text: textOf(at).replace(/\s+/g, ' ').slice(0, 50) } });
    };
    // Settings of an instance in another file are looked at where they are written.
    for (const instance of [
      ...context.roles.instances(context.file),
      ...context.roles.projectInstances(context.path),
    ]) {
      const cookie = flagOf(context, instance.options, 'sessionCookie');
      const attributes = cookie.state === 'set' ? flagOf(context, cookie.value, 'attributes') : undefined;
      const domain = attributes?.state === 'set' ? flagOf(context, attributes.value, 'domain') : undefined;
      if (domain?.state === 'set') consider(domain.value);
      if (attributes?.state === 'set') assignedTo(context, attributes.value, 'domain').forEach(consider);
    }
    for (const write of sessionWrites(context)) {
      const domain = flagOf(context, write.attributes, 'domain');
      if (domain.state === 'set') consider(domain.value);
    }
    for (const assignment of context.file.binaries) {
      if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
      const target = memberOf(assignment.left);
      const holder = target?.name === 'domain' ? memberOf(unwrap(target.object)) : undefined;
      if (holder?.name === 'attributes' && context.ops.luciaCookie(context.ref(holder.object)))
        consider(context.ref(assignment.right));
    }
  },
});

/** What is put into a field of an object after it was made: `attributes.domain = …`. */
function assignedTo(context: FileContext, object: Ref, key: string): readonly Ref[] {
  const { node, file } = object;
  const name = unwrap(node);
  if (file !== context.file || !ts.isIdentifier(name)) return [];
  const uses = bindingOf(file, name)?.uses ?? [];
  return uses.flatMap((use) => {
    const member = use.parent;
    const assignment = memberOf(member)?.name === key ? member.parent : undefined;
    const isTarget =
      assignment &&
      ts.isBinaryExpression(assignment) &&
      assignment.left === member &&
      assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return isTarget ? [context.ref(assignment.right)] : [];
  });
}

function isEmpty(context: FileContext, value: Ref): boolean {
  const roots = context.values.deepRoots(value);
  return (
    roots.length > 0 &&
    roots.every(
      ({ ref: { node }, path }) =>
        !path.length &&
        (node.kind === ts.SyntaxKind.NullKeyword ||
          (ts.isIdentifier(node) && node.text === 'undefined') ||
          (ts.isStringLiteralLike(node) && /^(?:|localhost)$/.test(node.text))),
    )
  );
}

const HEADER = /^(?:host|origin|referer|x-forwarded-host|hostname)$/i;

function isFromRequest(context: FileContext, value: Ref, depth = 0): boolean {
  return context.values.deepRoots(value).some((root) => {
    const { node } = root.ref;
    const holder = root.path[root.path.length - 2];
    const last = root.path[root.path.length - 1] ?? '';
    if (holder === 'headers' && HEADER.test(last)) return true;
    if (HEADER.test(context.roles.requestHeader(root) ?? '')) return true;
    if (/^(?:host|hostname|origin)$/.test(last) && root.path.some((part) => /^(?:nextUrl|url|req|request)$/.test(part)))
      return true;
    if (ts.isParameter(node) && /^(?:hostname|host)$/.test(last)) return true;
    if (depth > 4) return false;
    if (ts.isCallExpression(node)) {
      if (
        /^(?:get|header|getHeader|getRequestHeader)$/.test(calleeName(node) ?? '') &&
        node.arguments.some((argument) => HEADER.test(stringValue(argument) ?? ''))
      )
        return true;
      if (/^getRequestHost$/.test(calleeName(node) ?? '')) return true;
      const member = memberOf(unwrap(node.expression));
      return [...(member ? [member.object] : []), ...node.arguments].some((part) =>
        isFromRequest(context, { ...root.ref, node: part }, depth + 1),
      );
    }
    if (ts.isNewExpression(node))
      return (node.arguments ?? []).some((part) => isFromRequest(context, { ...root.ref, node: part }, depth + 1));
    if (ts.isTemplateExpression(node))
      return node.templateSpans.some((span) =>
        isFromRequest(context, { ...root.ref, node: span.expression }, depth + 1),
      );
    if (ts.isBinaryExpression(node))
      return [node.left, node.right].some((part) => isFromRequest(context, { ...root.ref, node: part }, depth + 1));
    return false;
  });
}
