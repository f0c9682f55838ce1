import { GitHub } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new GitHub(/*#clientArguments*/requiredEnv('X'), requiredEnv('Y'), requiredEnv('Z')/*#*/);

//#if scopes
export const scopes = ['user:email'];

//#endif
const headers = { Accept: 'application/vnd.github+json', 'User-Agent': 'oauth' };

/** Who signed in. GitHub hides private addresses in the profile, so the list of addresses is asked. */
export async function $fetchProfile(accessToken: string): Promise<OAuthProfile> {
  const authorization = { ...headers, Authorization: `Bearer ${accessToken}` };
  const [userResponse, emailsResponse] = await Promise.all([
    fetch('https://api.github.com/user', { headers: authorization }),
    fetch('https://api.github.com/user/emails', { headers: authorization }),
  ]);
  if (!userResponse.ok || !emailsResponse.ok) {
    throw new Error(`GitHub answered ${userResponse.status} and ${emailsResponse.status}`);
  }
  const user = (await userResponse.json()) as { id?: unknown };
  const emails = (await emailsResponse.json()) as { email: string; primary: boolean; verified: boolean }[];
  if (typeof user.id !== 'number' || !Array.isArray(emails)) throw new Error('GitHub sent an unexpected profile');
  const primary = emails.find((entry) => entry.primary && entry.verified);
  return { provider: 'github', providerUserId: String(user.id), verifiedEmail: primary?.email ?? null };
}
