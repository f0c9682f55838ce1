import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { defineRule } from '../../../core/rule';
import { textOf, ts } from '../../../core/syntax';
import {
  callbacksThrough,
  isLinked,
  isProviderId,
  isSignedInAs,
  isWithin,
  lookupsOf,
  placeOf,
} from '../../_shared/oauth-profile';
import type { ProfileLookup } from '../../_shared/oauth-profile';

const CHANGING =
  /^(?:e?_?mail(?:_?address)?|login|user_?name|preferred_username|name|display_?name|nick_?name|handle|global_name)$/i;

export default defineRule({
  id: 'require-provider-user-id',
  family: 'oauth',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 287,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: "An OAuth callback finds its user only by e-mail address or name, never by the provider's own id.",
    why: 'Addresses and names change hands: the user who gives one up loses the account, and who takes it over next gets it. Addresses can also be missing, and then everyone without one is the same user.',
    how: 'Store provider and provider user id (id, sub) with the account, and look users up by both.',
    limits: 'Lookups in code outside of the project are not seen. A lookup by an id of any kind is accepted.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 10.5.2',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x19-V10-OAuth-and-OIDC.md',
    },
    { title: 'OpenID Connect Core, 5.7', url: 'https://openid.net/specs/openid-connect-core-1_0.html#ClaimStability' },
  ],
  messages: {
    changing:
      "This user is found only by `{value}`, which can change hands: identify OAuth users by the provider's user id.",
  },
  words: ['validateAuthorizationCode', 'callback', 'Callback', 'oauth', 'OAuth', 'code', 'mail', 'login', 'sername'],
  check(context, report) {
    const seen = new Set<ts.Node>();
    for (const callback of callbacksThrough(context)) {
      const all = lookupsOf(context, callback);
      const lookups = all.filter(({ key }) => CHANGING.test(key));
      // What is looked up only among the found account's own, to be added when it is missing, does not choose the account.
      const chooses = (one: ProfileLookup): boolean =>
        !lookups.some((by) => isWithin(context, one, by) && isLinked(context, callback, by));
      if (!lookups.length || all.some((one) => !lookups.includes(one) && chooses(one))) continue;
      // An insert that gives way to the row with the same provider id finds the user as well.
      if (
        callback.sites.some(
          ({ op }) =>
            op.kind === 'database' &&
            op.verb === 'insert' &&
            storesId(context, op) &&
            /onConflict|onDuplicate|on\s+conflict|ignore/i.test(
              `${op.sql ?? ''}${textOf(op.call.node.parent.parent ?? op.call.node)}`,
            ),
        )
      )
        continue;
      const lookup = lookups.find(
        (candidate) => candidate.op.verb !== 'read' || isSignedInAs(context, callback, candidate),
      );
      if (!lookup) continue;
      const place = placeOf(lookup);
      if (place.file !== context.file || seen.has(place.node)) continue;
      seen.add(place.node);
      report({
        at: place.node,
        message: 'changing',
        data: { value: textOf(place.node).slice(0, 30) },
        related:
          place.node === lookup.value.node ? [] : [context.related(lookup.op.call, 'The user is looked up here.')],
      });
    }
  },
});

/** Whether the provider's own id of the user goes into a row. What cannot be seen counts as that. */
function storesId(context: FileContext, op: DatabaseOp): boolean {
  return op.data.some((data) => {
    const parts = context.roles.parts(data);
    return !parts.length || parts.some((part) => isProviderId(context, part));
  });
}
