import type { FileContext } from '../../../core/context';
import { inFile, insertBefore, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, statementOf, textOf, ts, unwrap } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { restyle } from '../../../core/text';
import type { CookieOp } from '../../../core/cookies';
import type { Ref } from '../../../core/values';
import { flagOf } from '../../_shared/cookie-flags';
import { instanceName } from '../../_shared/instance';

interface State {
  readonly op: CookieOp;
}

export default defineRule<State>({
  id: 'no-cookie-delete-on-logout',
  family: 'cookies',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 613,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: "The session cookie is cleared by the framework's delete function instead of a blank session cookie.",
    why: 'A browser only replaces a cookie by one of the same domain and path. delete() sends neither, nor secure, so a cookie with a domain, with another path or with a __Host- name stays.',
    how: 'Write the cookie that lucia.createBlankSessionCookie() makes: it has the attributes of the real one.',
    limits:
      'For a cookie without domain, path and prefix delete() works; then this is advice, so that it keeps working when the configuration changes.',
  },
  sources: [
    {
      title: 'Lucia v3: Lucia.createBlankSessionCookie()',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/reference/main/Lucia/createBlankSessionCookie.md',
    },
    { title: 'RFC 6265, 5.3', url: 'https://www.rfc-editor.org/rfc/rfc6265#section-5.3' },
  ],
  messages: {
    plain:
      'Use createBlankSessionCookie(): {name}() forgets the domain, path and prefix that the session cookie may get.',
    fails: 'This session cookie has {what}, so {name}() does not remove it: use createBlankSessionCookie().',
  },
  words: ['delete', 'clearCookie', 'remove'],
  check(context, report) {
    if (!context.project.usesLucia(context.path) || context.frameworks.isAuxiliary(context.path)) return;
    for (const node of context.file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const name = calleeName(node) ?? '';
      if (!/^(?:delete|deleteCookie|clearCookie|remove)$/.test(name)) continue;
      for (const op of context.ops.of({ node, file: context.file })) {
        if (op.kind !== 'cookie' || op.action !== 'clear' || !op.name || !context.roles.isSessionCookieName(op.name))
          continue;
        if (op.attributes && flagOf(context, op.attributes, 'path').state !== 'set') continue;
        const what = configured(context, op.attributes);
        if (op.attributes && !what) continue;
        report({
          at: node,
          message: what ? 'fails' : 'plain',
          data: { name, what: what ?? '' },
          ...(what ? { severity: 'warning' as const } : {}),
          state: { op },
        });
      }
    }
  },
  fixes: ({ op }, context) => [
    {
      title: 'Write a blank session cookie instead',
      kind: 'safe',
      edits: () => {
        const call = op.call.node as CallLike;
        const instance = instanceName(context);
        const statement = statementOf(call);
        if (
          !instance ||
          !ts.isCallExpression(call) ||
          !statement ||
          !ts.isExpressionStatement(statement) ||
          !ts.isBlock(statement.parent)
        )
          return undefined;
        const style = context.style();
        const made = `${instance.text}.createBlankSessionCookie()`;
        const member = memberOf(unwrap(call.expression));
        if (op.api === 'express' && member) {
          return inFile(
            context.file,
            instance.edit,
            replaceNode(
              call,
              restyle(`${textOf(member.object)}.appendHeader('Set-Cookie', ${made}.serialize())`, style),
            ),
          );
        }
        const declare = insertBefore(context.file, statement, `const blankCookie = ${made};`);
        if (op.api === 'jar' && member) {
          const attributes = context.frameworks.has(context.path, 'sveltekit')
            ? restyle(`{ path: '/', ...blankCookie.attributes }`, style)
            : 'blankCookie.attributes';
          return inFile(
            context.file,
            instance.edit,
            declare,
            replaceNode(call, `${textOf(member.object)}.set(blankCookie.name, blankCookie.value, ${attributes})`),
          );
        }
        return undefined;
      },
    },
  ],
});

/** What the project's session cookie has that a plain removal does not say. */
function configured(context: FileContext, given: Ref | undefined): string | undefined {
  for (const instance of context.roles.projectInstances(context.path)) {
    const cookie = flagOf(context, instance.options, 'sessionCookie');
    if (cookie.state !== 'set') continue;
    const name = flagOf(context, cookie.value, 'name');
    const isHost = name.state === 'set' && name.outcome.known && String(name.outcome.value).startsWith('__Host-');
    if (isHost && !keepsHostRules(context, given)) return 'a __Host- name';
    const attributes = flagOf(context, cookie.value, 'attributes');
    if (attributes.state !== 'set') continue;
    const domain = flagOf(context, attributes.value, 'domain');
    if (
      domain.state === 'set' &&
      !(domain.outcome.known && !domain.outcome.value) &&
      flagOf(context, given, 'domain').state === 'missing'
    )
      return 'a domain';
    const path = flagOf(context, attributes.value, 'path');
    const own = path.state === 'set' && path.outcome.known ? path.outcome.value : '/';
    if (own !== (given ? pathOf(context, given, own) : '/')) return 'a path of its own';
  }
  return undefined;
}

function pathOf(context: FileContext, given: Ref, otherwise: unknown): unknown {
  const path = flagOf(context, given, 'path');
  return path.state === 'set' && path.outcome.known ? path.outcome.value : otherwise;
}

/** Browsers take no cookie with this prefix that is not secure and for the whole host. SvelteKit sets secure by itself. */
function keepsHostRules(context: FileContext, given: Ref | undefined): boolean {
  if (!given || pathOf(context, given, undefined) !== '/') return false;
  const secure = flagOf(context, given, 'secure');
  if (secure.state === 'set') return !secure.outcome.known || secure.outcome.value === true;
  return context.frameworks.has(context.path, 'sveltekit');
}
