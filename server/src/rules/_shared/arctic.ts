import type { FileContext } from '../../core/context';
import { calleeName, enclosingFunction, memberOf, textOf, ts, unwrap } from '../../core/syntax';
import { isUnseen, sameRoot } from '../../core/values';
import type { Ref, Value } from '../../core/values';

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
/** Those that from version 3 on want a code verifier or null. */
const OPTIONAL_3 = ['Auth0', 'Discord', 'Spotify', 'WorkOS'];
/** Clients whose start takes no scopes, in any version. */
const WITHOUT_SCOPES = ['MyAnimeList', 'MercadoLibre', 'MercadoPago', 'WorkOS'];
/** Clients without a code verifier that take scopes; Auth0, Discord and Spotify until version 2. */
const PLAIN = [
  'Apple',
  'Atlassian',
  'BattleNet',
  'Box',
  'Bungie',
  'Coinbase',
  'Dribbble',
  'Dropbox',
  'EpicGames',
  'Facebook',
  'Figma',
  'FortyTwo',
  'GitHub',
  'GitLab',
  'Intuit',
  'Kakao',
  'Linear',
  'LinkedIn',
  'Osu',
  'Patreon',
  'Reddit',
  'Slack',
  'StartGG',
  'Strava',
  'Tiltify',
  'Tumblr',
  'Twitch',
  'VK',
  'Withings',
  'Yahoo',
  'Yandex',
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

/**
 * A client from a module that cannot be read, told by its export. In a project with arctic the names createAuthorizationURL
 * and validateAuthorizationCode speak for it.
 */
export function unseenClientOf(context: FileContext, call: Ref<ts.CallExpression>): string | undefined {
  const client = memberOf(unwrap(call.node.expression));
  if (!client || !context.version('arctic')) return undefined;
  const found = context.values.deepRoots({ ...call, node: client.object });
  const [first] = found;
  // clients[name] is one or another.
  if (!first || first.path.includes('[]')) return undefined;
  if (!found.every((value) => isUnseen(value) && sameRoot(value, first))) return undefined;
  return [first.external!.module, first.external!.name, ...first.path].join('\0');
}

/** Made when the module loads: the frontmatter of an Astro file runs for each request. */
export function isMadeOnce({ node, file }: Ref): boolean {
  return !enclosingFunction(node) && !file.path.endsWith('.astro');
}

/** Read from the environment or the configuration: the same for everyone. */
export function isSetting({ ref: { node }, path, external }: Value): boolean {
  if (external) return external.module.startsWith('$env/') || external.module === 'astro:env/server';
  // createEnv({ … }) of t3-env, cleanEnv(process.env, …), schema.parse(process.env)
  if (path.length === 1 && ts.isCallExpression(node))
    return (
      calleeName(node) === 'createEnv' ||
      node.arguments.some((argument) => /^(?:process|import\.meta)\.env$/.test(textOf(unwrap(argument))))
    );
  // Bindings that a platform gives with each request: c.env.X, platform.env.X, locals.runtime.env.X
  if (ts.isParameter(node) && path[path.length - 2] === 'env') return true;
  if (path[0] === 'env')
    return ts.isMetaProperty(node) || (ts.isIdentifier(node) && /^(?:process|Bun)$/.test(node.text));
  return path.length > 0 && ts.isCallExpression(node) && calleeName(node) === 'useRuntimeConfig';
}

/** Whether a provider's client takes a code verifier that must not be left out. */
export function needsVerifier(provider: string, major: 1 | 2 | 3): boolean {
  return (major === 1 ? PKCE_1 : major === 2 ? PKCE_2 : PKCE_3).includes(provider);
}

/** What a client's createAuthorizationURL takes after the state; undefined where that is not known. */
export function startShape(
  provider: string,
  major: 1 | 2 | 3,
): { readonly verifier: 'needed' | 'optional' | 'none'; readonly scopes: boolean } | undefined {
  const scopes = !WITHOUT_SCOPES.includes(provider);
  if (needsVerifier(provider, major)) return { verifier: 'needed', scopes };
  if (OPTIONAL_3.includes(provider)) return { verifier: major === 3 ? 'optional' : 'none', scopes };
  return PLAIN.includes(provider) && (provider !== 'Box' || major > 1) ? { verifier: 'none', scopes } : undefined;
}

/** Whether a provider's constructor takes settings in an object; from version 2 on only MyAnimeList's of version 2 does. */
export function takesOptions(provider: string, major: 1 | 2 | 3): boolean {
  return major === 1 || (major === 2 && provider === 'MyAnimeList');
}
