import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { calleeName, propertyName, textOf, ts, walk } from '../../../core/syntax';
import {
  callbacksThrough,
  isProviderId,
  isSignedInAs,
  lookupsOf,
  operandsOf,
  placeOf,
} from '../../_shared/oauth-profile';
import type { ProfileLookup } from '../../_shared/oauth-profile';
import { looksAtVerified } from '../../_shared/oauth-verified';

export default defineRule({
  id: 'no-unverified-email-linking',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'medium',
  cwe: 287,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: "An OAuth callback signs in the user with the provider's e-mail address without looking whether it is verified.",
    why: "Many providers hand out addresses that nobody has confirmed. Whoever enters someone else's address there is signed in as that user here.",
    how: 'Look users up by provider and provider user id. Link by e-mail only when the provider says that it is verified (verified, email_verified) and your own record is verified too.',
    limits:
      'A flag that is read anywhere on the way is taken to be used rightly. Lookups in code outside of the project are not seen.',
  },
  sources: [
    {
      title: 'Lucia v3: account linking',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/oauth/account-linking.md',
    },
    { title: 'CWE-287', url: 'https://cwe.mitre.org/data/definitions/287.html' },
  ],
  messages: {
    unverified:
      'Signing in by `{email}` without a look at whether the provider verified it lets others in as its owner.',
  },
  words: ['mail', 'validateAuthorizationCode', 'callback', 'Callback', 'oauth', 'OAuth', 'code'],
  check(context, report) {
    const seen = new Set<ts.Node>();
    for (const callback of callbacksThrough(context)) {
      const found = new Set<string>();
      for (const lookup of lookupsOf(context, callback)) {
        if (!/^e?_?mail(?:_?address)?$/i.test(lookup.key) || (lookup.op.verb !== 'read' && lookup.op.verb !== 'update'))
          continue;
        const place = placeOf(lookup);
        if (place.file !== context.file || seen.has(place.node)) continue;
        if (lookup.op.verb === 'read' && !isSignedInAs(context, callback, lookup)) continue;
        if (isOfProviderId(context, lookup)) continue;
        if (looksAtVerified(context, callback, lookup)) continue;
        // The account that was just found by it is only brought up to date.
        if (lookup.op.verb === 'update' && found.has(textOf(lookup.value.node))) continue;
        found.add(textOf(lookup.value.node));
        seen.add(place.node);
        report({
          at: place.node,
          message: 'unverified',
          data: { email: textOf(place.node).slice(0, 30) },
          related:
            place.node === lookup.value.node ? [] : [context.related(lookup.op.call, 'The user is looked up here.')],
        });
      }
    }
  },
});

/** Whether the row has to have the provider's id of the user as well: `and(eq(t.googleId, profile.sub), eq(t.email, profile.email))`. */
function isOfProviderId(context: FileContext, { op }: ProfileLookup): boolean {
  if (/\bor\b/i.test(op.sql ?? '')) return false;
  return op.filter.some((filter) => {
    let isEither = false;
    walk(filter.node, (node) => {
      isEither ||=
        (ts.isCallExpression(node) && /^or(?:Where)?$/i.test(calleeName(node) ?? '')) ||
        (ts.isPropertyAssignment(node) && /^\$?or$/i.test(propertyName(node.name) ?? '')) ||
        (ts.isTaggedTemplateExpression(node) && /\bor\b/i.test(textOf(node)));
      return !isEither;
    });
    return !isEither && operandsOf(filter).some((operand) => isProviderId(context, operand));
  });
}
