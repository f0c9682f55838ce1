import { Discord } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Discord(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['identify', 'email'];

//#endif
/** Who signed in. Discord says whether it has verified the address. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://discord.com/api/v10/users/@me', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`Discord answered ${response.status}`);
  const user = (await response.json()) as { id?: unknown; email?: string | null; verified?: boolean };
  if (typeof user.id !== 'string') throw new Error('Discord sent an unexpected profile');
  return {
    provider: 'discord',
    providerUserId: user.id,
    verifiedEmail: user.email && user.verified === true ? user.email : null,
  };
}
