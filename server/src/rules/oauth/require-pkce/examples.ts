import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '2.3.4' };

const google = `const google = new Google('id', 'secret', 'https://example.com/callback');`;

const callback = (exchange: string, imports = 'Google'): string => `import { ${imports} } from 'arctic';
import { cookies } from 'next/headers';

${google}

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const kept = cookies().get('google_state')?.value;
  const verifier = cookies().get('google_verifier')?.value;
  if (!code || !kept || !verifier || url.searchParams.get('state') !== kept) return new Response(null, { status: 400 });
${exchange}
  return Response.json({ ok: !!tokens });
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'the exchange goes without the verifier',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(`  // @ts-expect-error left out
  const tokens = await google.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing`),
      },
    },
    {
      name: 'scopes in the place of the verifier',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, Google } from 'arctic';
import express from 'express';

${google}
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  // @ts-expect-error scopes are the third argument
  res.redirect(google.createAuthorizationURL(state, ['openid']).toString());
  //                                                ^^^^^^^^^^ missing
});
`,
      },
    },
    {
      name: 'one verifier for everyone',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import { redirect } from '@sveltejs/kit';

${google}
const verifier = generateCodeVerifier();

export const GET = () => redirect(302, google.createAuthorizationURL(generateState(), verifier, []).toString());
  //                                                                                  ^^^^^^^^ shared
`,
      },
    },
    {
      name: 'a verifier made in the callback',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(
          `  const tokens = await google.validateAuthorizationCode(code, generateCodeVerifier());
  //                                                          ^^^^^^^^^^^^^^^^^^^^^^ origin`,
          'generateCodeVerifier, Google',
        ),
      },
    },
    {
      name: 'a cookie that may be gone',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', express: '4.21.0' },
      files: {
        'src/google.ts': `import type { Request, Response } from 'express';
import { google } from './clients';
import { signIn } from './sign-in';

export async function finish(req: Request, res: Response) {
  const code = req.query.code?.toString();
  const { g_state: state, g_verifier: verifier } = req.cookies;
  if (!code || !state || state !== req.query.state) return res.sendStatus(400);
  const tokens = await google.validateAuthorizationCode(code, verifier!);
//                                                            ^^^^^^^^^ unchecked
  return signIn(res, tokens.accessToken);
}
`,
        'src/clients.ts': `import { Google } from 'arctic';

export const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);
`,
      },
    },
  ],
  good: [
    {
      name: 'the verifier from the cookie',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(`  const tokens = await google.validateAuthorizationCode(code, verifier);`),
      },
    },
    {
      name: 'made for each sign-in',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import { redirect } from '@sveltejs/kit';

${google}

export const GET = ({ cookies }) => {
  const verifier = generateCodeVerifier();
  cookies.set('v', verifier, { path: '/', maxAge: 600 });
  redirect(302, google.createAuthorizationURL(generateState(), verifier, []).toString());
};
`,
      },
    },
    {
      name: 'made by a helper',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import express from 'express';

${google}
const fresh = () => ({ state: generateState(), verifier: generateCodeVerifier() });
const app = express();

app.get('/login', (_req, res) => {
  const { state, verifier } = fresh();
  res.redirect(google.createAuthorizationURL(state, verifier, ['openid']).toString());
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'GitHub knows no PKCE in arctic',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => res.redirect(github.createAuthorizationURL(generateState(), []).toString()));
`,
      },
    },
    {
      name: 'optional for Discord',
      dependencies: express,
      files: {
        'src/app.ts': `import { Discord, generateState } from 'arctic';
import express from 'express';

const discord = new Discord('id', 'secret', 'https://example.com/callback');
const app = express();

app.get('/login', (_req, res) => res.redirect(discord.createAuthorizationURL(generateState(), null, ['identify']).toString()));
`,
      },
    },
    {
      name: "a client of the project's own",
      dependencies: express,
      files: {
        'src/app.ts': `class Google {
  createAuthorizationURL(state: string): URL {
    return new URL('https://example.com/?state=' + state);
  }
}

export const start = () => new Google().createAuthorizationURL('x');
`,
      },
    },
    {
      name: 'arguments that are spread',
      dependencies: kit,
      files: {
        'src/lib/oauth.ts': `import { Google } from 'arctic';

${google}

export const start = (...args: Parameters<typeof google.createAuthorizationURL>) => google.createAuthorizationURL(...args);
`,
      },
    },
    {
      name: 'a helper that asks for all cookies',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/login/google/callback/+server.ts': `import { error } from '@sveltejs/kit';
import { Google } from 'arctic';
import { present } from '$lib/present';
import { signIn } from '$lib/server/sign-in';

const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);

export const GET = async ({ url, cookies }) => {
  const code = url.searchParams.get('code');
  const state = cookies.get('google_state');
  const verifier = cookies.get('google_verifier');
  if (!present(code, state, verifier) || state !== url.searchParams.get('state')) error(400);
  const tokens = await google.validateAuthorizationCode(code!, verifier!);
  return signIn(cookies, tokens.accessToken());
};
`,
        'src/lib/present.ts': `export const present = (...values: unknown[]): boolean => values.every((value) => value !== null && value !== undefined);
`,
      },
    },
  ],
};

export default examples;
