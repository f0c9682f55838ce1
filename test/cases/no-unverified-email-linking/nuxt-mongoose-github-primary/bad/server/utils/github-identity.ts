interface GithubEmail {
  email: string;
  primary: boolean;
  verified: boolean;
}

export interface GithubIdentity {
  id: string;
  name: string;
  email: string | undefined;
}

export async function loadGithubIdentity(token: string): Promise<GithubIdentity> {
  const headers = { Authorization: `token ${token}`, 'User-Agent': 'members' };
  const profile = await $fetch<{ id: number; login: string }>('https://api.github.com/user', { headers });
  const emails = await $fetch<GithubEmail[]>('https://api.github.com/user/emails', { headers });
  const chosen = emails.find((entry) => entry.primary);
  return { id: String(profile.id), name: profile.login, email: chosen?.email };
}
