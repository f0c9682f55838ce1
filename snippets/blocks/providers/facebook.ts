import { Facebook } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Facebook(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['public_profile'];

//#endif
/** Who signed in. Facebook does not say whether the address is verified, so it is not taken over. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://graph.facebook.com/me?fields=id,email', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`Facebook answered ${response.status}`);
  const user = (await response.json()) as { id?: unknown };
  if (typeof user.id !== 'string') throw new Error('Facebook sent an unexpected profile');
  return { provider: 'facebook', providerUserId: user.id, verifiedEmail: null };
}
