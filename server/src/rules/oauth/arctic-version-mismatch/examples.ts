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
  ],
};

export default examples;
