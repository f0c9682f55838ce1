import type { FileContext } from '../../core/context';
import { memberOf, ts, unwrap } from '../../core/syntax';
import type { Ref } from '../../core/values';

/** Providers whose clients take a code verifier as a string. Source: the declarations of arctic 1.9, 2.3 and 3.7. */
const PKCE_1 = [
  'AmazonCognito',
  'Authentik',
  'Google',
  'Keycloak',
  'Lichess',
  'Line',
  'MicrosoftEntraId',
  'MyAnimeList',
  'Okta',
  'Roblox',
  'Salesforce',
  'Twitter',
  'Zoom',
];
const PKCE_2 = [...PKCE_1.filter((name) => name !== 'Keycloak'), 'KeyCloak', 'Etsy', 'Polar'];
const PKCE_3 = [
  ...PKCE_2,
  'Autodesk',
  'Gitea',
  'Kick',
  'Mastodon',
  'MercadoLibre',
  'MercadoPago',
  'Synology',
  'TikTok',
];

/** The installed major of arctic; 1 for 0.x, which has the same shape. Undefined when it is not known. */
export function arcticMajor(context: FileContext): 1 | 2 | 3 | undefined {
  const version = context.version('arctic');
  const major = version === undefined ? NaN : Number.parseInt(version, 10);
  if (major === 0 || major === 1) return 1;
  return major === 2 || major === 3 ? major : undefined;
}

/** The arctic class of the client that a call such as createAuthorizationURL is made on. */
export function providerOf(context: FileContext, call: Ref<ts.CallExpression>): string | undefined {
  const client = memberOf(unwrap(call.node.expression));
  if (!client) return undefined;
  const names = new Set<string>();
  for (const value of context.values.deepRoots({ ...call, node: client.object })) {
    if (value.path.length || !ts.isNewExpression(value.ref.node)) return undefined;
    const made = context.values
      .roots({ ...value.ref, node: value.ref.node.expression })
      .find((root) => root.external?.module === 'arctic');
    if (!made) return undefined;
    names.add(made.path[0] ?? made.external!.name);
  }
  return names.size === 1 ? [...names][0] : undefined;
}

/** Whether a provider's client takes a code verifier that must not be left out. */
export function needsVerifier(provider: string, major: 1 | 2 | 3): boolean {
  return (major === 1 ? PKCE_1 : major === 2 ? PKCE_2 : PKCE_3).includes(provider);
}

/** Whether a provider's constructor takes settings in an object; from version 2 on only MyAnimeList's of version 2 does. */
export function takesOptions(provider: string, major: 1 | 2 | 3): boolean {
  return major === 1 || (major === 2 && provider === 'MyAnimeList');
}
