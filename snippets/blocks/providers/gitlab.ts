import { GitLab } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new GitLab(/*#clientArguments*/requiredEnv('A'), requiredEnv('B'), requiredEnv('C'), requiredEnv('D')/*#*/);

//#if scopes
export const scopes = ['read_user'];

//#endif
/** Who signed in. GitLab confirms an address before the account can be used. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const response = await fetch('https://gitlab.com/api/v4/user', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) throw new Error(`GitLab answered ${response.status}`);
  const user = (await response.json()) as { id?: unknown; email?: string; confirmed_at?: string | null };
  if (typeof user.id !== 'number') throw new Error('GitLab sent an unexpected profile');
  return {
    provider: 'gitlab',
    providerUserId: String(user.id),
    verifiedEmail: user.email && user.confirmed_at ? user.email : null,
  };
}
