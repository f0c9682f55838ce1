import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '3.7.0' };
const hono = { lucia: '3.2.2', hono: '4.4.0', arctic: '2.3.4' };

const start = (state: string, imports = 'GitHub', before = ''): string => `import { ${imports} } from 'arctic';
import express from 'express';
${before}
const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login/github', (_req, res) => {
${state}
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`;

const examples: Examples = {
  bad: [
    {
      name: 'an address whose parameters are set one by one',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/sign-in.ts': `import { Hono } from 'hono';

export const signIn = new Hono().get('/sign-in/twitch', (c) => {
  const mark = 'tw-' + Date.now();
  //           ^^^^^^^^^^^^^^^^^^ state
  const to = new URL('https://id.twitch.tv/oauth2/authorize');
  const query = to.searchParams;
  query.set('client_id', process.env.TWITCH_ID!);
  query.set('response_type', 'code');
  query.set('state', mark);
  c.header('Set-Cookie', \`mark=\${mark}; HttpOnly; Secure; SameSite=Lax; Max-Age=300\`);
  return c.redirect(to.href);
});
`,
      },
    },
    {
      name: 'an address that a helper writes out',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/addresses.ts': `export const spotifyAddress = (ticket: string): string =>
  \`https://accounts.spotify.com/authorize?client_id=\${process.env.SPOTIFY}&response_type=code&state=\${ticket}\`;
`,
        'src/start.ts': `import type { Request, Response } from 'express';
import { spotifyAddress } from './addresses';
import { requireUser } from './guards';

export async function start(req: Request, res: Response) {
  const user = await requireUser(req);
  const ticket = user.id;
  //             ^^^^^^^ state
  res.cookie('ticket', ticket, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(spotifyAddress(ticket));
}
`,
      },
    },
    {
      name: 'a verifier whose digest is in the address',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/start.ts': `import { createHash } from 'node:crypto';

export function begin(state: string): { to: string; proof: string } {
  const proof = String(Math.random());
  //            ^^^^^^^^^^^^^^^^^^^^^ verifier
  const query = new URLSearchParams({
    client_id: 'shop',
    redirect_uri: 'https://shop.example/back',
    state,
    code_challenge: createHash('sha256').update(proof).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return { to: \`https://id.example/authorize?\${query}\`, proof };
}
`,
      },
    },
    {
      name: 'made when the module loads',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', express: '4.19.2' },
      files: {
        'src/twitch.ts': `import { generateState, Twitch } from 'arctic';
import type { Request, Response } from 'express';

const twitch = new Twitch('id', 'secret', 'https://example.com/twitch/back');
const mark = generateState();
//           ^^^^^^^^^^^^^^^ state

export function start(req: Request, res: Response) {
  res.cookie('twitch_state', mark, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(twitch.createAuthorizationURL(mark, []).href);
}
`,
      },
    },
    {
      name: 'a word of the configuration',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', express: '4.19.2' },
      files: {
        'src/start.ts': `import { Twitch } from 'arctic';
import type { Request, Response } from 'express';

const twitch = new Twitch('id', 'secret', 'https://example.com/twitch/back');

export function start(req: Request, res: Response) {
  const word = process.env.TWITCH_STATE!;
  res.cookie('twitch_state', word, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(twitch.createAuthorizationURL(word, []).href);
  //                                         ^^^^ state
}
`,
      },
    },
    {
      name: 'Math.random',
      dependencies: express,
      files: {
        'src/app.ts': start(`  const state = Math.random().toString(36).slice(2);
  //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state`),
      },
      fixed: { 'src/app.ts': start(`  const state = generateState();`, 'GitHub, generateState') },
    },
    {
      name: 'a literal',
      dependencies: next,
      files: {
        'app/login/github/route.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret');

export async function GET() {
  return Response.redirect(await github.createAuthorizationURL('github'));
  //                                                           ^^^^^^^^ state
}
`,
      },
      fixed: {
        'app/login/github/route.ts': `import { GitHub, generateState } from 'arctic';

const github = new GitHub('id', 'secret');

export async function GET() {
  return Response.redirect(await github.createAuthorizationURL(generateState()));
}
`,
      },
    },
    {
      name: 'the clock',
      dependencies: hono,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';

const github = new GitHub('id', 'secret', null);

export const app = new Hono().get('/login', (c) => {
  const token = \`s-\${Date.now()}\`;
  //            ^^^^^^^^^^^^^^^^^ state
  return c.redirect(github.createAuthorizationURL(token, []).toString());
});
`,
      },
    },
    {
      name: 'a verifier written down',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateState, Google } from 'arctic';
import { redirect } from '@sveltejs/kit';

const google = new Google('id', 'secret', 'https://example.com/callback');
const VERIFIER = 'a-verifier-that-is-the-same-for-each-sign-in-0123';
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ verifier

export const GET = () => redirect(302, google.createAuthorizationURL(generateState(), VERIFIER, []).toString());
`,
      },
    },
    {
      name: 'too short, from a helper',
      dependencies: { ...express, nanoid: '5.0.0' },
      files: {
        'src/app.ts': start(
          `  const state = nanoid(8);
  //            ^^^^^^^^^ state`,
          'GitHub',
          `import { nanoid } from 'nanoid';\n`,
        ),
      },
    },
    {
      name: 'a digest of the clock',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', hono: '4.6.0' },
      files: {
        'src/github.ts': `import { createHash } from 'node:crypto';
import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export const routes = new Hono().get('/login/github', (c) => {
  const state = createHash('sha256').update(\`github:\${Date.now()}\`).digest('hex');
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state
  const url = github.createAuthorizationURL(state, []);
  setCookie(c, 'github_state', state, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 });
  return c.redirect(url.toString());
});
`,
      },
    },
    {
      name: 'nothing but the page to return to',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '3.0.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { GitHub } from 'arctic';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export const app = new Hono();
app.get('/enter', (c) => {
  const returnTo = c.req.query('returnTo') ?? '/';
  const state = Buffer.from(JSON.stringify({ returnTo })).toString('base64url');
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state
  return c.redirect(github.createAuthorizationURL(state, ['user:email']).toString());
});
`,
      },
    },
  ],
  good: [
    {
      name: 'generateState',
      dependencies: express,
      files: { 'src/app.ts': start(`  const state = generateState();`, 'generateState, GitHub') },
    },
    {
      name: 'a random UUID',
      dependencies: express,
      files: { 'src/app.ts': start(`  const state = crypto.randomUUID();`) },
    },
    {
      name: 'enough random bytes',
      dependencies: express,
      files: {
        'src/app.ts': start(
          `  const state = randomBytes(32).toString('hex');`,
          'GitHub',
          `import { randomBytes } from 'node:crypto';\n`,
        ),
      },
    },
  ],
  lookAlike: [
    {
      name: 'the frontmatter of an Astro page runs for each request',
      dependencies: { lucia: '3.2.2', astro: '5.0.0', arctic: '3.7.0' },
      files: {
        'src/pages/start.astro': `---
import { generateState, Twitch } from 'arctic';

const twitch = new Twitch('id', 'secret', 'https://example.com/twitch/back');
const state = generateState();
Astro.cookies.set('state', state, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
return Astro.redirect(twitch.createAuthorizationURL(state, []).href);
---
`,
      },
    },
    {
      name: 'a page to return to beside the random part',
      dependencies: express,
      files: {
        'src/app.ts': start(
          `  const state = JSON.stringify({ random: generateState(), next: '/home', at: Date.now() });`,
          'generateState, GitHub',
        ),
      },
    },
    {
      name: 'nanoid of its default length',
      dependencies: { ...express, nanoid: '5.0.0' },
      files: { 'src/app.ts': start(`  const state = nanoid();`, 'GitHub', `import { nanoid } from 'nanoid';\n`) },
    },
    {
      name: 'a function of which nothing is known',
      dependencies: express,
      files: {
        'src/app.ts': start(`  const state = issueState();`, 'GitHub', `import { issueState } from 'house-oauth';\n`),
      },
    },
    {
      name: 'Math.random for something else',
      dependencies: express,
      files: {
        'src/app.ts': start(
          `  const state = generateState();\n  res.set('x-lottery', String(Math.random()));`,
          'generateState, GitHub',
        ),
      },
    },
    {
      name: 'a keyed digest, a digest of random bytes',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', express: '5.0.0' },
      files: {
        'src/github.ts': `import { createHash, createHmac, randomBytes } from 'node:crypto';
import { GitHub } from 'arctic';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export function random(): URL {
  return github.createAuthorizationURL(createHash('sha256').update(randomBytes(32)).digest('hex'), []);
}

export function keyed(): URL {
  const ticket = createHmac('sha256', process.env.STATE_KEY!).update(String(Date.now())).digest('hex');
  return github.createAuthorizationURL(ticket, []);
}
`,
      },
    },
    {
      name: 'addresses with a random state, and one of another kind',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/start.ts': `import { randomBytes } from 'node:crypto';

export function begin(): { to: URL; mark: string } {
  const mark = randomBytes(24).toString('base64url');
  const to = new URL('https://id.example/authorize');
  const fields = { client_id: 'shop', response_type: 'code', state: mark };
  for (const [name, value] of Object.entries(fields)) to.searchParams.set(name, value);
  return { to, mark };
}

export function page(city: string): string {
  return \`https://maps.example/find?client_id=shop&city=\${city}&state=open&t=\${Date.now()}\`;
}

export const exchange = (code: string) =>
  new URLSearchParams({ client_id: 'shop', client_secret: 's', redirect_uri: '/back', code, state: 'x' });
`,
      },
    },
    {
      name: 'the page to return to beside something random, beside a verifier, and a state that the app has made',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '3.0.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { generateCodeVerifier, generateState, GitHub, Google } from 'arctic';
import { keep } from './cookies';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);
const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_BACK!);

export const app = new Hono();
app.get('/enter', (c) => {
  const state = JSON.stringify({ nonce: generateState(), next: c.req.query('next') });
  keep(c, state);
  return c.redirect(github.createAuthorizationURL(state, ['user:email']).toString());
});
app.get('/enter/google', (c) => {
  const verifier = generateCodeVerifier();
  keep(c, verifier);
  return c.redirect(google.createAuthorizationURL(c.req.query('next') ?? '/', verifier, ['email']).toString());
});
app.get('/enter/phone', (c) => {
  return c.redirect(github.createAuthorizationURL(c.req.query('state')!, ['user:email']).toString());
});
`,
      },
    },
  ],
};

export default examples;
