import type { Examples } from '../../../core/examples';

const three = { lucia: '3.2.2', next: '14.2.35', arctic: '3.7.0' };
const two = { lucia: '3.2.2', hono: '4.4.0', arctic: '2.3.4' };
const one = { lucia: '3.2.2', express: '4.19.2', arctic: '1.9.2' };

const profile = (client: string, use: string): string => `import { Discord } from 'arctic';

${client}

export async function profileOf(code: string) {
  const tokens = await discord.validateAuthorizationCode(code);
${use}
}
`;
const discord = `const discord = new Discord('id', 'secret', 'https://example.com/callback');`;

const examples: Examples = {
  bad: [
    {
      name: 'tokens of a client that cannot be seen',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/twitch/+server.ts': `import { twitch } from '$lib/server/clients';

export const GET = async ({ url, fetch }) => {
  const tokens = await twitch.validateAuthorizationCode(url.searchParams.get('code')!);
  return fetch('https://api.twitch.tv/helix/users', { headers: { Authorization: 'Bearer ' + tokens.accessToken } });
  //                                                                                        ^^^^^^^^^^^^^^^^^^ method
};
`,
      },
    },
    {
      name: 'a method in a template string',
      dependencies: { ...three, arctic: '2.3.4' },
      files: {
        'lib/profile.js': profile(
          discord,
          `  return fetch('https://discord.com/api/users/@me', { headers: { Authorization: \`Bearer \${tokens.accessToken}\` } });
  //                                                                                      ^^^^^^^^^^^^^^^^^^ method`,
        ),
      },
      fixed: {
        'lib/profile.js': profile(
          discord,
          `  return fetch('https://discord.com/api/users/@me', { headers: { Authorization: \`Bearer \${tokens.accessToken()}\` } });`,
        ),
      },
    },
    {
      name: 'a property called',
      dependencies: one,
      files: {
        'src/profile.js': profile(
          discord,
          `  return tokens.accessToken();
  //     ^^^^^^^^^^^^^^^^^^^^ property`,
        ),
      },
    },
    {
      name: 'scopes in an object',
      dependencies: three,
      files: {
        'lib/start.ts': `import { generateState, GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);

export const start = () => github.createAuthorizationURL(generateState(), { scopes: ['user:email'] });
  //                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ array
`,
      },
      fixed: {
        'lib/start.ts': `import { generateState, GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);

export const start = () => github.createAuthorizationURL(generateState(), ['user:email']);
`,
      },
    },
    {
      name: 'no redirect URI',
      dependencies: two,
      files: {
        'src/github.ts': `import { GitHub } from 'arctic';

export const github = new GitHub('id', 'secret');
  //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ redirect
`,
      },
    },
    {
      name: 'settings in an object, and tokens taken apart',
      dependencies: three,
      files: {
        'server/utils/osu.ts': `import { Osu } from 'arctic';

export const osu = new Osu('id', 'secret', { redirectURI: 'https://example.com/osu' });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ positional

export async function tokenOf(code: string) {
  const { accessToken: token } = await osu.validateAuthorizationCode(code);
//        ^^^^^^^^^^^^^^^^^^ method
  return token;
}
`,
      },
      fixed: {
        'server/utils/osu.ts': `import { Osu } from 'arctic';

export const osu = new Osu('id', 'secret', 'https://example.com/osu');

export async function tokenOf(code: string) {
  const { accessToken: token } = await osu.validateAuthorizationCode(code);
  return token;
}
`,
      },
    },
    {
      name: 'scopes where the code verifier belongs, and no word of one in the callback',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', arctic: '3.7.0' },
      files: {
        'src/clients.ts': `import { Spotify } from 'arctic';

export const spotify = new Spotify('id', 'secret', 'https://example.com/spotify');
export const wanted = { spotify: ['user-read-email'] };
`,
        'src/listen.ts': `import { generateState } from 'arctic';
import { spotify, wanted } from './clients';

export const toSpotify = () => spotify.createAuthorizationURL(generateState(), wanted.spotify);
//                                                                             ^^^^^^^^^^^^^^ verifier
export const ofSpotify = (code: string) => spotify.validateAuthorizationCode(code);
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exchange
`,
      },
      fixed: {
        'src/listen.ts': `import { generateState } from 'arctic';
import { spotify, wanted } from './clients';

export const toSpotify = () => spotify.createAuthorizationURL(generateState(), null, wanted.spotify);
export const ofSpotify = (code: string) => spotify.validateAuthorizationCode(code);
`,
      },
    },
    {
      name: 'scopes in an object where the code verifier belongs',
      dependencies: three,
      files: {
        'lib/auth0.ts': `import { Auth0, generateState } from 'arctic';

const auth0 = new Auth0('example.eu.auth0.com', 'id', 'secret', 'https://example.com/auth0');

export const start = () => auth0.createAuthorizationURL(generateState(), { scopes: ['openid'] });
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^ verifier
`,
      },
      fixed: {
        'lib/auth0.ts': `import { Auth0, generateState } from 'arctic';

const auth0 = new Auth0('example.eu.auth0.com', 'id', 'secret', 'https://example.com/auth0');

export const start = () => auth0.createAuthorizationURL(generateState(), null, ['openid']);
`,
      },
    },
    {
      name: 'a code verifier where the scopes belong, and scopes that are missing',
      dependencies: two,
      files: {
        'src/start.js': `import { Discord, generateCodeVerifier, generateState, Google, Twitch } from 'arctic';

const chat = new Discord('id', 'secret', 'https://example.com/chat');
const stream = new Twitch('id', 'secret', 'https://example.com/stream');
const google = new Google('id', 'secret', 'https://example.com/google');
const SETTINGS = { scopes: ['user:read:email'] };

export const toChat = () => chat.createAuthorizationURL(generateState(), null, ['identify']);
//                                                                       ^^^^ second
export function toStream(isNew) {
  const verifier = generateCodeVerifier();
  if (isNew) return stream.createAuthorizationURL(generateState(), verifier, ['user:read:email']);
  //                                                               ^^^^^^^^ second
  return stream.createAuthorizationURL(generateState(), SETTINGS);
  //                                                    ^^^^^^^^ array
}
export const toGoogle = (keep) => google.createAuthorizationURL(generateState(), keep(generateCodeVerifier()));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scopes
export const watch = () => stream.createAuthorizationURL(generateState());
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scopes
`,
      },
    },
    {
      name: 'scopes in an array that has a name, with arctic 1',
      dependencies: one,
      files: {
        'src/start.js': `import { generateState, GitHub } from 'arctic';

const SCOPES = ['read:user'];
const github = new GitHub('id', 'secret');

export const start = () => github.createAuthorizationURL(generateState(), SCOPES);
//                                                                        ^^^^^^ options
`,
      },
      fixed: {
        'src/start.js': `import { generateState, GitHub } from 'arctic';

const SCOPES = ['read:user'];
const github = new GitHub('id', 'secret');

export const start = () => github.createAuthorizationURL(generateState(), { scopes: SCOPES });
`,
      },
    },
    {
      name: 'tokens that only their type tells',
      dependencies: three,
      files: {
        'lib/member.ts': `import type * as arctic from 'arctic';
import type { OAuth2Tokens } from 'arctic';

const me = 'https://discord.com/api/users/@me';

export async function memberOf(granted: OAuth2Tokens) {
  const { accessToken, scopes } = granted;
  //      ^^^^^^^^^^^ method
  return fetch(me, { headers: { Authorization: 'Bearer ' + accessToken, 'X-Scopes': scopes().join() } });
}

export const expiryOf = ({ accessTokenExpiresAt }: arctic.OAuth2Tokens) => String(accessTokenExpiresAt);
//                         ^^^^^^^^^^^^^^^^^^^^ method
`,
      },
    },
  ],
  good: [
    {
      name: 'methods',
      dependencies: { ...three, arctic: '2.3.4' },
      files: { 'lib/profile.ts': profile(discord, `  return tokens.accessToken();`) },
    },
    {
      name: 'properties',
      dependencies: one,
      files: { 'src/profile.ts': profile(discord, `  return tokens.accessToken;`) },
    },
    {
      name: 'an array of scopes',
      dependencies: two,
      files: {
        'src/start.ts': `import { generateState, GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);

export const start = () => github.createAuthorizationURL(generateState(), ['user:email']);
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the one client of arctic 2 that takes an object',
      dependencies: two,
      files: {
        'lib/anime.ts': `import { MyAnimeList } from 'arctic';

export const anime = new MyAnimeList('id', 'secret', { redirectURI: 'https://example.com/anime' });
`,
      },
    },
    {
      name: 'scopes in an object, as arctic 1 wants them',
      dependencies: one,
      files: {
        'src/start.ts': `import { generateState, GitHub } from 'arctic';

const github = new GitHub('id', 'secret');

export const start = () => github.createAuthorizationURL(generateState(), { scopes: ['user:email'] });
`,
      },
    },
    {
      name: 'tokens from elsewhere',
      dependencies: three,
      files: {
        'lib/row.ts': `export const bearer = (tokens: { accessToken: string }) => \`Bearer \${tokens.accessToken}\`;\n`,
      },
    },
    {
      name: 'an own client with the same method',
      dependencies: three,
      files: {
        'lib/client.ts': `const client = { validateAuthorizationCode: async (code: string) => ({ accessToken: code }) };

export const read = async (code: string) => (await client.validateAuthorizationCode(code)).accessToken;
`,
      },
    },
    {
      name: 'the version is not known',
      dependencies: { lucia: '3.2.2' },
      files: { 'src/profile.ts': profile(discord, `  return tokens.accessToken;`) },
    },
    {
      name: 'each client called as its own version wants it',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', arctic: '3.7.0' },
      files: {
        'src/clients.ts': `import { AniList, Discord, generateCodeVerifier, generateState, Naver, WorkOS } from 'arctic';

const chat = new Discord('id', 'secret', 'https://example.com/chat');
const list = new AniList('id', 'secret', 'https://example.com/list');
const work = new WorkOS('id', 'secret', 'https://example.com/work');
const naver = new Naver('id', 'secret', 'https://example.com/naver');

export const toChat = (scopes: string[], args: [string, null, string[]]) => [
  chat.createAuthorizationURL(generateState(), null, scopes),
  chat.createAuthorizationURL(generateState(), generateCodeVerifier(), scopes),
  chat.createAuthorizationURL(...args),
];
export const toList = () => list.createAuthorizationURL(generateState());
export const toWork = () => work.createAuthorizationURL(generateState(), null);
export const toNaver = () => naver.createAuthorizationURL();
export const ofChat = (code: string, verifier: string | null) => chat.validateAuthorizationCode(code, verifier);
export const ofList = (code: string) => list.validateAuthorizationCode(code);
`,
      },
    },
    {
      name: 'the one client of arctic 1 that takes an array',
      dependencies: one,
      files: {
        'src/anime.ts': `import { generateState, Shikimori } from 'arctic';

const anime = new Shikimori('id', 'secret', 'https://example.com/anime');

export const start = () => anime.createAuthorizationURL(generateState(), ['user_rates']);
`,
      },
    },
    {
      name: 'tokens of a type that is not of arctic, and those that are called',
      dependencies: three,
      files: {
        'lib/member.ts': `import type { OAuth2Tokens } from 'arctic';
import type { KeptTokens } from './kept';

export const headerOf = (kept: KeptTokens) => ({ Authorization: 'Bearer ' + kept.accessToken });

export function keep(granted: OAuth2Tokens): KeptTokens {
  return { accessToken: granted.accessToken(), until: granted.accessTokenExpiresAt() };
}

export const shown = ({ accessToken }: KeptTokens) => accessToken.slice(0, 4);
`,
        'lib/kept.ts': `export interface KeptTokens {
  accessToken: string;
  until: Date;
}
`,
      },
    },
  ],
};

export default examples;
