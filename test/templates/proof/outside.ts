import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Profile {
  readonly id: number;
  /** What the profile shows: null when the user keeps it private. */
  readonly email: string | null;
  readonly emails: readonly { readonly email: string; readonly primary: boolean; readonly verified: boolean }[];
}

export interface Outside {
  readonly url: string;
  /** What the consent page of the provider gives back: a code that works once. */
  issueCode(profile: Profile): string;
  readonly mails: { to: string; subject: string; text: string }[];
  close(): void;
}

/** What an app talks to: an OAuth provider that speaks as GitHub does, and the interface of a mail provider. */
export async function startOutside(): Promise<Outside> {
  const codes = new Map<string, Profile>();
  const tokens = new Map<string, Profile>();
  const mails: Outside['mails'] = [];
  let count = 0;
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      const answer = (value: unknown, status = 200): void => {
        res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
      };
      const path = new URL(req.url ?? '/', 'http://outside').pathname;
      if (path === '/mail') {
        mails.push(JSON.parse(body) as Outside['mails'][number]);
        return answer({});
      }
      if (path === '/login/oauth/access_token') {
        const code = new URLSearchParams(body).get('code') ?? '';
        const profile = codes.get(code);
        codes.delete(code);
        if (!profile)
          return answer({ error: 'bad_verification_code', error_description: 'The code is incorrect or expired.' });
        const token = `token-${++count}`;
        tokens.set(token, profile);
        return answer({ access_token: token, token_type: 'bearer', scope: 'user:email' });
      }
      const profile = tokens.get((req.headers.authorization ?? '').replace('Bearer ', ''));
      if (!profile || !req.headers['user-agent']) return answer({ message: 'Bad credentials' }, 401);
      if (path === '/user') return answer({ id: profile.id, login: `user${profile.id}`, email: profile.email });
      if (path === '/user/emails') return answer(profile.emails);
      return answer({}, 404);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issueCode: (profile) => {
      const code = `code-${++count}`;
      codes.set(code, profile);
      return code;
    },
    mails,
    close: () => server.close(),
  };
}
