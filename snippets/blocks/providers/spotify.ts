import { Spotify } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Spotify(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes: string[] = [];

//#endif
/** Who signed in. Spotify warns that the address is not verified, so it is not taken over. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://api.spotify.com/v1/me', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`Spotify answered ${response.status}`);
  const user = (await response.json()) as { id?: unknown };
  if (typeof user.id !== 'string') throw new Error('Spotify sent an unexpected profile');
  return { provider: 'spotify', providerUserId: user.id, verifiedEmail: null };
}
