import { GitHub, type OAuth2Tokens } from 'arctic';

export interface GithubProfile {
  id: number;
  login: string;
}

export class GithubIdentityProvider {
  readonly #client: GitHub;

  constructor(clientId: string, clientSecret: string, callback: string) {
    this.#client = new GitHub(clientId, clientSecret, callback);
  }

  begin(nonce: string): URL {
    return this.#client.createAuthorizationURL(nonce, ['read:user']);
  }

  async profile(tokens: OAuth2Tokens): Promise<GithubProfile> {
    const res = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'acme-api' },
    });
    if (!res.ok) throw new Error(`github answered ${res.status}`);
    return (await res.json()) as GithubProfile;
  }

  get client(): GitHub {
    return this.#client;
  }
}
