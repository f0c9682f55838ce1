import { Twitch } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Twitch(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['openid', 'user:read:email'];

//#endif
/** Who signed in. Twitch says whether it has verified the address when it is asked for these two claims. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://id.twitch.tv/oauth2/userinfo', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`Twitch answered ${response.status}`);
  const user = (await response.json()) as { sub?: unknown; email?: string; email_verified?: boolean };
  if (typeof user.sub !== 'string') throw new Error('Twitch sent an unexpected profile');
  return {
    provider: 'twitch',
    providerUserId: user.sub,
    verifiedEmail: user.email && user.email_verified === true ? user.email : null,
  };
}
