import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROVIDERS, challengeOf } from './providers';
import type { Answered, Asked, Profile, Provider } from './providers';

export interface Outside {
  readonly url: string;
  /** What the consent page of a provider gives back: a code that works once. */
  issueCode(provider: Provider, profile: Profile, challenge: string | null): string;
  readonly mails: { to: string; subject: string; text: string }[];
  close(): void;
}

interface Issued {
  readonly provider: Provider;
  readonly profile: Profile;
  readonly challenge: string | null;
}

/** What an app talks to: OAuth providers that speak as the real ones do, and the interface of a mail provider. */
export async function startOutside(): Promise<Outside> {
  const codes = new Map<string, Issued>();
  const tokens = new Map<string, Issued>();
  const mails: Outside['mails'] = [];
  let count = 0;

  const exchange = (provider: Provider, asked: Asked): Answered => {
    const code = asked.form.get('code') ?? '';
    const issued = codes.get(code);
    codes.delete(code);
    const verifier = asked.form.get('code_verifier');
    const proven = issued?.challenge ? verifier !== null && challengeOf(verifier) === issued.challenge : true;
    if (!issued || issued.provider !== provider || !proven) return provider.refusal;
    if (!provider.authenticates(asked)) return { status: 401, body: { error: 'invalid_client' } };
    const accessToken = `token-${++count}`;
    tokens.set(accessToken, issued);
    return { status: 200, body: provider.tokens(issued.profile, accessToken) };
  };

  const answer = (asked: Asked): Answered => {
    const provider = PROVIDERS.find((candidate) => candidate.hosts.includes(asked.host));
    if (!provider) return { status: 404, body: {} };
    if (asked.host === provider.hosts[0] && asked.path === provider.token) return exchange(provider, asked);
    const issued = tokens.get(String(asked.headers['authorization'] ?? '').replace('Bearer ', ''));
    if (issued?.provider !== provider || !asked.headers['user-agent'])
      return { status: 401, body: { message: 'Bad credentials' } };
    const told = provider.tell?.(asked, issued.profile);
    return told === undefined ? { status: 404, body: {} } : { status: 200, body: told };
  };

  const handle = (request: IncomingMessage, body: string): Answered => {
    // The first part of the path is the host that the app asked for.
    const [, host = '', path = ''] = /^\/([^/]*)(\/[^?]*)?/.exec(request.url ?? '/') ?? [];
    if (host === 'mail') {
      mails.push(JSON.parse(body) as Outside['mails'][number]);
      return { status: 200, body: {} };
    }
    return answer({ host, path, headers: request.headers, form: new URLSearchParams(body) });
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const answered = handle(request, body);
      response.writeHead(answered.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answered.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issueCode: (provider, profile, challenge) => {
      const code = `code-${++count}`;
      codes.set(code, { provider, profile, challenge });
      return code;
    },
    mails,
    close: () => server.close(),
  };
}
