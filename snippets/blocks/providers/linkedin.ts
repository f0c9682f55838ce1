import { LinkedIn } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new LinkedIn(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['openid', 'profile', 'email'];

//#endif
/** Who signed in. LinkedIn says whether it has verified the address. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://api.linkedin.com/v2/userinfo', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`LinkedIn answered ${response.status}`);
  const user = (await response.json()) as { sub?: unknown; email?: string; email_verified?: boolean | string };
  if (typeof user.sub !== 'string') throw new Error('LinkedIn sent an unexpected profile');
  const verified = user.email_verified === true || user.email_verified === 'true';
  return { provider: 'linkedin', providerUserId: user.sub, verifiedEmail: user.email && verified ? user.email : null };
}
