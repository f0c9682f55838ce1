import { inFile, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { memberOf, textOf, ts, unwrap } from '../../../core/syntax';
import { restyle } from '../../../core/text';
import { countsMilliseconds, flagOf } from '../../_shared/cookie-flags';
import { sessionWrites } from '../../_shared/session-cookies';

interface State {
  readonly call: ts.CallExpression;
}

export default defineRule<State>({
  id: 'express-cookie-max-age',
  family: 'cookies',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 704,
  frameworks: ['express', 'nestjs'],
  fixable: 'safe',
  docs: {
    what: 'Express is given the attributes of a Lucia cookie, whose maxAge it takes for milliseconds.',
    why: 'Lucia counts maxAge in seconds, res.cookie() in milliseconds: a session of 30 days gets a cookie of 43 minutes, and users are signed out all the time.',
    how: 'Write the header itself: res.appendHeader("Set-Cookie", cookie.serialize()). Or override maxAge by its value in milliseconds.',
    limits: 'A maxAge of your own is taken to be right.',
  },
  sources: [
    { title: 'Express: res.cookie()', url: 'https://expressjs.com/en/api.html#res.cookie' },
    {
      title: 'Lucia v3: Express',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/express.md',
    },
  ],
  messages: {
    seconds: 'Express counts maxAge in milliseconds, Lucia in seconds: this session cookie dies after 43 minutes.',
  },
  words: ['.cookie('],
  check(context, report) {
    const seen = new Set<ts.Node>();
    for (const write of sessionWrites(context)) {
      const { at, attributes } = write;
      if (
        write.kind !== 'lucia' ||
        at.file !== context.file ||
        !attributes ||
        !ts.isCallExpression(at.node) ||
        seen.has(at.node)
      )
        continue;
      if (
        !countsMilliseconds(context, write.api, context.path) ||
        flagOf(context, attributes, 'maxAge').state !== 'lucia'
      )
        continue;
      seen.add(at.node);
      report({
        at: attributes.file === context.file ? attributes.node : at.node,
        message: 'seconds',
        state: { call: at.node },
      });
    }
  },
  fixes: ({ call }, context) => [
    {
      title: 'Write the header that the cookie serializes to',
      kind: 'safe',
      edits: () => {
        const response = memberOf(unwrap(call.expression));
        const options = call.arguments[2] && unwrap(call.arguments[2]);
        const cookie = call.arguments[0] && memberOf(unwrap(call.arguments[0]));
        // Attributes that were changed on the way would be lost.
        if (!response || !options || !memberOf(options) || cookie?.name !== 'name') return undefined;
        return inFile(
          context.file,
          replaceNode(
            call,
            restyle(
              `${textOf(response.object)}.appendHeader('Set-Cookie', ${textOf(cookie.object)}.serialize())`,
              context.style(),
            ),
          ),
        );
      },
    },
  ],
});
