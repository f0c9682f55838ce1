import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE } from '../packages';

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly text: string;
  readonly ms: number;
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, string>>;
  readonly multipart?: Readonly<Record<string, string>>;
  /** Default: the site itself. Null sends no Origin header. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** What leads here when it is not the site itself: some cookies stay at home then. */
  readonly from?: 'link of another site' | 'form of another site';
}

interface Jar {
  setCookieSync(cookie: string, url: string): unknown;
  getCookieStringSync(url: string, options?: { sameSiteContext: 'strict' | 'lax' | 'none' }): string;
  getCookiesSync(url: string): readonly {
    key: string;
    value: string;
    httpOnly: boolean;
    secure: boolean;
    sameSite?: string;
    path?: string | null;
    maxAge?: number | string | null;
  }[];
}

let addresses = 1;

/** A browser: it keeps cookies as their attributes say, and has a network address of its own. */
export class Browser {
  readonly jar: Jar;
  private readonly address = `127.0.${1 + Math.floor(addresses / 250)}.${1 + (addresses++ % 250)}`;

  private readonly base: string;

  constructor(base: string) {
    this.base = base;
    const { CookieJar } = createRequire(join(CACHE, 'package.json'))('tough-cookie') as { CookieJar: new () => Jar };
    this.jar = new CookieJar();
  }

  /** Cookies that are `Secure` are kept and sent as if the site were reached over TLS. */
  private get site(): string {
    return this.base.replace('http:', 'https:');
  }

  cookie(name: string) {
    return this.jar.getCookiesSync(this.site).find((cookie) => cookie.key === name);
  }

  cookieHeader(from?: Call['from']): string {
    const context = from === undefined ? 'strict' : from.startsWith('link') ? 'lax' : 'none';
    return this.jar.getCookieStringSync(this.site, { sameSiteContext: context });
  }

  async send(call: Call): Promise<Answer> {
    const cookie = this.cookieHeader(call.from);
    const answer = await send(this.base, this.address, {
      ...call,
      headers: { ...(cookie ? { Cookie: cookie } : {}), ...call.headers },
    });
    for (const line of answer.cookies) this.jar.setCookieSync(line, `${this.site}${call.path}`);
    return answer;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send({ path, headers: { Accept: 'text/html', ...headers } });
  }
}

function bodyOf(call: Call): { type: string; text: string } | undefined {
  if (call.form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(call.form).toString() };
  if (call.json) return { type: 'application/json', text: JSON.stringify(call.json) };
  if (!call.multipart) return undefined;
  const boundary = '----proof';
  const parts = Object.entries(call.multipart).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` };
}

function send(base: string, localAddress: string, call: Call): Promise<Answer> {
  const url = new URL(call.path, base);
  const body = bodyOf(call);
  const method = call.method ?? (body ? 'POST' : 'GET');
  const origin = call.origin === undefined ? (method === 'GET' ? null : base) : call.origin;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        localAddress,
        agent: false,
        headers: {
          ...(origin === null ? {} : { Origin: origin }),
          ...(body ? { 'Content-Type': body.type, 'Content-Length': String(Buffer.byteLength(body.text)) } : {}),
          ...call.headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            cookies: response.headers['set-cookie'] ?? [],
            text,
            ms: performance.now() - started,
          }),
        );
      },
    );
    sent.setTimeout(30_000, () => sent.destroy(new Error(`no answer to ${method} ${call.path}`)));
    sent.on('error', reject);
    sent.end(body?.text);
  });
}
