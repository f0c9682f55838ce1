import { Google } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Google(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['openid', 'email'];

//#endif
/** Who signed in. Google says whether it has verified the address. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://openidconnect.googleapis.com/v1/userinfo', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`Google answered ${response.status}`);
  const user = (await response.json()) as { sub?: unknown; email?: string; email_verified?: boolean };
  if (typeof user.sub !== 'string') throw new Error('Google sent an unexpected profile');
  return {
    provider: 'google',
    providerUserId: user.sub,
    verifiedEmail: user.email && user.email_verified === true ? user.email : null,
  };
}
