import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';

/** Who the provider says has signed in. */
export interface Profile {
  readonly id: number;
  /** The user does not show the address. */
  readonly hidden: boolean;
  readonly email: string;
  /** The provider knows that the address belongs to the user. */
  readonly verified: boolean;
}

/** A request that an app sends to a provider. */
export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly form: URLSearchParams;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** How one provider is played. */
export interface Provider {
  /** The name of the class in arctic. */
  readonly name: 'GitHub' | 'Google' | 'Apple' | 'MicrosoftEntraId';
  readonly slug: string;
  readonly cookie: string;
  /** Where the browser is sent. */
  readonly authorize: string;
  readonly scope: string;
  readonly pkce: boolean;
  /** It sends the browser back with a form. */
  readonly formPost: boolean;
  readonly hosts: readonly string[];
  /** The path, on the first host, where a code is exchanged. */
  readonly token: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the app has shown who it is. */
  authenticates(asked: Asked): boolean;
  tokens(profile: Profile, accessToken: string): Record<string, unknown>;
  readonly refusal: Answered;
  /** What it tells about the user to whoever has a token. */
  tell?(asked: Asked, profile: Profile): unknown;
}

const basic = (asked: Asked): boolean =>
  asked.headers['authorization'] === `Basic ${Buffer.from('client:not-secret').toString('base64')}`;

const refused: Answered = { status: 400, body: { error: 'invalid_grant', error_description: 'Bad code.' } };

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (claims: object): string => `${part({ alg: 'none' })}.${part(claims)}.signature`;

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Apple knows an app by a token that it signs with its own key. */
function isSignedForApple(token: string): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const valid = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: createPublicKey(keys.privateKey), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  const claims = read(payload);
  return valid && read(header)['kid'] === 'key' && claims['iss'] === 'team' && claims['sub'] === 'client';
}

const settings = (prefix: string, more: Record<string, string> = {}): Record<string, string> => ({
  [`${prefix}_CLIENT_ID`]: 'client',
  [`${prefix}_CLIENT_SECRET`]: 'not-secret',
  [`${prefix}_REDIRECT_URI`]: 'http://127.0.0.1/callback',
  ...more,
});

export const PROVIDERS: readonly Provider[] = [
  {
    name: 'GitHub',
    slug: 'github',
    cookie: 'github',
    authorize: 'https://github.com/login/oauth/authorize',
    scope: 'user:email',
    pkce: false,
    formPost: false,
    hosts: ['github.com', 'api.github.com'],
    token: '/login/oauth/access_token',
    env: settings('GITHUB'),
    authenticates: () => true,
    tokens: (_, accessToken) => ({ access_token: accessToken, token_type: 'bearer', scope: 'user:email' }),
    refusal: { status: 200, body: { error: 'bad_verification_code', error_description: 'The code is incorrect.' } },
    tell: (asked, { id, hidden, email, verified }) => {
      if (asked.path === '/user') return { id, login: `user${id}`, email: hidden ? null : email };
      return asked.path === '/user/emails' ? [{ email, primary: true, verified }] : undefined;
    },
  },
  {
    name: 'Google',
    slug: 'google',
    cookie: 'google',
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    scope: 'openid email',
    pkce: true,
    formPost: false,
    hosts: ['oauth2.googleapis.com', 'openidconnect.googleapis.com'],
    token: '/token',
    env: settings('GOOGLE'),
    authenticates: basic,
    tokens: (_, accessToken) => ({ access_token: accessToken, token_type: 'Bearer', expires_in: 3600 }),
    refusal: refused,
    tell: (asked, { id, hidden, email, verified }) =>
      asked.path === '/v1/userinfo'
        ? { sub: String(id), ...(hidden ? {} : { email, email_verified: verified }) }
        : undefined,
  },
  {
    name: 'Apple',
    slug: 'apple',
    cookie: 'apple',
    authorize: 'https://appleid.apple.com/auth/authorize',
    scope: 'email',
    pkce: false,
    formPost: true,
    hosts: ['appleid.apple.com'],
    token: '/auth/token',
    env: {
      APPLE_CLIENT_ID: 'client',
      APPLE_TEAM_ID: 'team',
      APPLE_KEY_ID: 'key',
      APPLE_PRIVATE_KEY: keys.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      APPLE_REDIRECT_URI: 'http://127.0.0.1/callback',
    },
    authenticates: (asked) => isSignedForApple(asked.form.get('client_secret') ?? ''),
    tokens: ({ id, hidden, email, verified }, accessToken) => ({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3600,
      // Apple writes booleans as text.
      id_token: idToken({ sub: String(id), ...(hidden ? {} : { email, email_verified: String(verified) }) }),
    }),
    refusal: refused,
  },
  {
    name: 'MicrosoftEntraId',
    slug: 'microsoft-entra-id',
    cookie: 'microsoft_entra_id',
    authorize: 'https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize',
    scope: 'openid profile email',
    pkce: true,
    formPost: false,
    hosts: ['login.microsoftonline.com'],
    token: '/tenant/oauth2/v2.0/token',
    env: settings('MICROSOFT_ENTRA_ID', { MICROSOFT_ENTRA_ID_TENANT: 'tenant' }),
    authenticates: basic,
    tokens: ({ id, hidden, email, verified }, accessToken) => ({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: idToken({ sub: String(id), ...(hidden ? {} : { email, ...(verified ? { xms_edov: true } : {}) }) }),
    }),
    refusal: refused,
  },
];

export function providerOf(name: Provider['name']): Provider {
  return PROVIDERS.find((provider) => provider.name === name)!;
}

/** The challenge of PKCE that belongs to a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
