import { /*#Provider*/GitHub/*#*/ } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new /*#Provider*/GitHub/*#*/(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
// Fill in what the profile needs.
export const scopes: string[] = [];

//#endif
/**
 * Who signed in. Fill in the address that the provider gives profiles at, the field with the id that never changes, and the
 * e-mail address only if the provider says that it has verified it.
 */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch(requiredEnv('/*#Env*/GITHUB/*#*/_PROFILE_URL'), {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`the profile request was answered ${response.status}`);
  const user = (await response.json()) as { id?: unknown };
  if (typeof user.id !== 'string' && typeof user.id !== 'number') throw new Error('the profile has no id');
  return { provider: '/*#slug*/github/*#*/', providerUserId: String(user.id), verifiedEmail: null };
}
