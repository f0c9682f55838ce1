import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '3.7.0' };
const hono = { lucia: '3.2.2', hono: '4.4.0', arctic: '2.3.4', oslo: '1.2.1' };
const astro = { lucia: '3.2.2', astro: '4.10.0', arctic: '3.7.0' };
const nuxt = { lucia: '3.2.2', nuxt: '3.12.0', arctic: '1.9.2', h3: '1.12.0' };

const examples: Examples = {
  bad: [
    {
      name: 'a cookie of Elysia whose value is assigned and whose flags are set by themselves',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', elysia: '1.1.0' },
      files: {
        'src/discord.ts': `import { Discord, generateState } from 'arctic';
import { Elysia } from 'elysia';

const discord = new Discord(process.env.DISCORD_ID!, process.env.DISCORD_SECRET!, process.env.DISCORD_BACK!);

export const login = new Elysia().get('/discord', async ({ cookie: { ticket }, redirect }) => {
  const state = generateState();
  const target = await discord.createAuthorizationURL(state);
  ticket.value = state;
  ticket.set({ path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 });
//                                                                       ^^^^^^^^^^^^^^^ flags
  return redirect(target.toString());
});
`,
      },
    },
    {
      name: 'the state of an address that is put together without a client',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/start.ts': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

export const start = new Hono().get('/start', (c) => {
  const mark = crypto.randomUUID();
  setCookie(c, 'mark', mark, { secure: true, sameSite: 'Lax', maxAge: 300 });
  //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flags
  const query = new URLSearchParams({ client_id: 'shop', response_type: 'code', state: mark });
  return c.redirect(\`https://id.example/authorize?\${query}\`);
});
`,
      },
    },
    {
      name: 'a header written by hand, with what the package before arctic made',
      dependencies: { lucia: '2.7.7', '@lucia-auth/oauth': '3.5.3', hono: '3.12.0' },
      files: {
        'src/line.ts': `import { line } from './providers';

export async function begin() {
  const [address, proof, mark] = await line.getAuthorizationUrl();
  const answer = new Response(null, { status: 302, headers: { Location: address.href } });
  answer.headers.append('Set-Cookie', \`line_mark=\${mark}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=300\`);
  answer.headers.append('Set-Cookie', \`line_proof=\${proof}; HttpOnly; Secure; Path=/; Max-Age=300\`);
  //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flags
  return answer;
}
`,
      },
    },
    {
      name: 'no httpOnly, sameSite and lifetime',
      dependencies: next,
      files: {
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET() {
  const state = generateState();
  const url = await github.createAuthorizationURL(state);
  cookies().set('github_oauth_state', state, { path: '/', secure: true });
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flags
  return Response.redirect(url);
}
`,
      },
      fixed: {
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET() {
  const state = generateState();
  const url = await github.createAuthorizationURL(state);
  cookies().set('github_oauth_state', state, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 60 * 10 });
  return Response.redirect(url);
}
`,
      },
    },
    {
      name: 'strict is not sent to the callback',
      dependencies: hono,
      files: {
        'src/login.ts': `import { generateState, GitHub } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret', null);

export const login = new Hono().get('/login', (c) => {
  const token = generateState();
  setCookie(c, 'gh', token, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
  //^^^^^^^^^^^^^^^^^^ strict
    maxAge: 300,
  });
  return c.redirect(github.createAuthorizationURL(token, []).toString());
});
`,
      },
      fixed: {
        'src/login.ts': `import { generateState, GitHub } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret', null);

export const login = new Hono().get('/login', (c) => {
  const token = generateState();
  setCookie(c, 'gh', token, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    maxAge: 300,
  });
  return c.redirect(github.createAuthorizationURL(token, []).toString());
});
`,
      },
    },
    {
      name: 'a day instead of ten minutes, through a helper in another file',
      dependencies: nuxt,
      files: {
        'server/utils/temporary.ts': `import { setCookie } from 'h3';
import type { H3Event } from 'h3';

export function keepForCallback(event: H3Event, name: string, value: string): void {
  setCookie(event, name, value, {
    path: '/',
    httpOnly: true,
    secure: !import.meta.dev,
    sameSite: 'lax',
    maxAge: 60 * 60 * 24,
  //^^^^^^^^^^^^^^^^^^^^ flags
  });
}
`,
        'server/routes/login/google.get.ts': `import { defineEventHandler, sendRedirect } from 'h3';
import { generateCodeVerifier, generateState, Google } from 'arctic';
import { keepForCallback } from '../../utils/temporary';

const google = new Google('id', 'secret', 'https://example.com/callback');

export default defineEventHandler(async (event) => {
  const state = generateState();
  const verifier = generateCodeVerifier();
  keepForCallback(event, 'google_state', state);
  keepForCallback(event, 'google_verifier', verifier);
  return sendRedirect(event, (await google.createAuthorizationURL(state, verifier)).toString());
});
`,
      },
      fixed: {
        'server/utils/temporary.ts': `import { setCookie } from 'h3';
import type { H3Event } from 'h3';

export function keepForCallback(event: H3Event, name: string, value: string): void {
  setCookie(event, name, value, {
    path: '/',
    httpOnly: true,
    secure: !import.meta.dev,
    sameSite: 'lax',
    maxAge: 60 * 10,
  });
}
`,
      },
    },
    {
      name: 'Express counts in milliseconds',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  res.cookie('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
  //                                                                          ^^^^^^^^^^^ milliseconds
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`,
      },
      fixed: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  res.cookie('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 10 * 60 * 1000 });
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`,
      },
    },
    {
      name: 'secure is never true: Vite knows no NODE_ENV',
      dependencies: astro,
      files: {
        'src/pages/login/index.ts': `import { generateState, GitHub } from 'arctic';
import type { APIContext } from 'astro';

const github = new GitHub('id', 'secret', null);

export function GET(context: APIContext): Response {
  const state = generateState();
  context.cookies.set('gh_state', state, {
    path: '/',
    secure: import.meta.env.NODE_ENV === 'production',
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flags
    httpOnly: true,
    maxAge: 600,
    sameSite: 'lax',
  });
  return context.redirect(github.createAuthorizationURL(state, []).toString());
}
`,
      },
      fixed: {
        'src/pages/login/index.ts': `import { generateState, GitHub } from 'arctic';
import type { APIContext } from 'astro';

const github = new GitHub('id', 'secret', null);

export function GET(context: APIContext): Response {
  const state = generateState();
  context.cookies.set('gh_state', state, {
    path: '/',
    secure: import.meta.env.PROD,
    httpOnly: true,
    maxAge: 600,
    sameSite: 'lax',
  });
  return context.redirect(github.createAuthorizationURL(state, []).toString());
}
`,
      },
    },
    {
      name: 'a header put together by hand',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  res.setHeader('Set-Cookie', \`gh_state=\${state}; Path=/; Max-Age=600; SameSite=Lax\`);
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flags
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`,
      },
    },
    {
      name: 'a cookie container of Remix',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@remix-run/node': '2.13.0', '@remix-run/react': '2.13.0' },
      files: {
        'app/slack-state.server.ts': `import { createCookie } from '@remix-run/node';

export const slackState = createCookie('slack_state', {
  path: '/',
  httpOnly: true,
  secure: process.env.NODE_ENV === 'production',
  sameSite: 'strict',
//^^^^^^^^^^^^^^^^^^ strict
  maxAge: 300,
});
`,
        'app/routes/auth.slack.tsx': `import { redirect } from '@remix-run/node';
import { generateState } from 'arctic';
import { slack } from '~/slack.server';
import { slackState } from '~/slack-state.server';

export async function loader() {
  const state = generateState();
  const url = slack.createAuthorizationURL(state, ['openid']);
  return redirect(url.toString(), { headers: { 'Set-Cookie': await slackState.serialize(state) } });
}
`,
      },
      fixed: {
        'app/slack-state.server.ts': `import { createCookie } from '@remix-run/node';

export const slackState = createCookie('slack_state', {
  path: '/',
  httpOnly: true,
  secure: process.env.NODE_ENV === 'production',
  sameSite: 'lax',
  maxAge: 300,
});
`,
      },
    },
    {
      name: 'sameSite none where the browser itself is sent on',
      dependencies: express,
      files: {
        'src/join.ts': `import { generateState, GitHub } from 'arctic';
import { Router } from 'express';

const github = new GitHub('id', 'secret', null);

export const join = Router().get('/join', (_req, res) => {
  const ticket = generateState();
  res.cookie('ticket', ticket, { httpOnly: true, secure: true, sameSite: 'none', maxAge: 300_000 });
  //                                                           ^^^^^^^^^^^^^^^^ flags
  res.redirect(github.createAuthorizationURL(ticket, []).href);
});
`,
      },
    },
  ],
  good: [
    {
      name: 'all flags',
      dependencies: next,
      files: {
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET() {
  const state = generateState();
  const url = await github.createAuthorizationURL(state);
  cookies().set('github_oauth_state', state, {
    path: '/',
    secure: process.env.NODE_ENV === 'production',
    httpOnly: true,
    maxAge: 60 * 10,
    sameSite: 'lax',
  });
  return Response.redirect(url);
}
`,
      },
    },
    {
      name: 'a shared constant, spread and completed',
      dependencies: hono,
      files: {
        'src/options.ts': `export const temporary = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;
`,
        'src/login.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { temporary } from './options';

const google = new Google('id', 'secret', 'https://example.com/callback');

export const login = new Hono().get('/login', (c) => {
  const state = generateState();
  const verifier = generateCodeVerifier();
  setCookie(c, 's', state, { ...temporary, maxAge: 600 });
  setCookie(c, 'v', verifier, { ...temporary, expires: new Date(Date.now() + 600_000) });
  return c.redirect(google.createAuthorizationURL(state, verifier, []).toString());
});
`,
      },
    },
    {
      name: 'a serialized header',
      dependencies: { ...express, oslo: '1.2.1' },
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';
import { serializeCookie } from 'oslo/cookie';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  res.appendHeader('Set-Cookie', serializeCookie('gh', state, { path: '/', secure: process.env.NODE_ENV === 'production', httpOnly: true, maxAge: 60 * 10, sameSite: 'lax' }));
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`,
      },
    },
    {
      name: 'a cookie container of Remix, which is lax by itself',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@remix-run/node': '2.13.0', '@remix-run/react': '2.13.0' },
      files: {
        'app/routes/auth.slack.tsx': `import { createCookie, redirect } from '@remix-run/node';
import { generateState } from 'arctic';
import { slack } from '~/slack.server';

const slackState = createCookie('slack_state', { httpOnly: true, secure: true, maxAge: 300 });

export async function loader() {
  const state = generateState();
  const url = slack.createAuthorizationURL(state, ['openid']);
  return redirect(url.toString(), { headers: { 'Set-Cookie': await slackState.serialize(state) } });
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the state of an address without a client, with all flags',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/start.ts': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

export const start = new Hono().get('/start', (c) => {
  const mark = crypto.randomUUID();
  setCookie(c, 'mark', mark, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 300 });
  const query = new URLSearchParams({ client_id: 'shop', response_type: 'code', state: mark });
  return c.redirect(\`https://id.example/authorize?\${query}\`);
});
`,
      },
    },
    {
      name: 'SvelteKit sets the flags itself',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateState, GitHub } from 'arctic';
import { redirect } from '@sveltejs/kit';

const github = new GitHub('id', 'secret', null);

export const GET = async ({ cookies }) => {
  const state = generateState();
  cookies.set('state', state, { path: '/', maxAge: 600 });
  redirect(302, github.createAuthorizationURL(state, []).toString());
};
`,
      },
    },
    {
      name: 'Apple answers by a form post',
      dependencies: next,
      files: {
        'app/login/apple/route.ts': `import { Apple, generateState } from 'arctic';
import { cookies } from 'next/headers';

declare const credentials: ConstructorParameters<typeof Apple>[0];
const apple = new Apple(credentials, 'https://example.com/login/apple/callback');

export async function GET() {
  const state = generateState();
  const url = await apple.createAuthorizationURL(state, { scopes: ['email'] });
  url.searchParams.set('response_mode', 'form_post');
  cookies().set('apple_state', state, { path: '/', httpOnly: true, secure: true, sameSite: 'none', maxAge: 600 });
  return Response.redirect(url);
}
`,
      },
    },
    {
      name: 'another cookie of the same handler',
      dependencies: next,
      files: {
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET(request: Request) {
  const state = generateState();
  cookies().set('theme', new URL(request.url).searchParams.get('theme') ?? 'light');
  cookies().set('state', state, { path: '/', secure: process.env.NODE_ENV !== 'development', httpOnly: true, maxAge: 600, sameSite: 'lax' });
  return Response.redirect(await github.createAuthorizationURL(state));
}
`,
      },
    },
    {
      name: 'options of which nothing is known',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';
import { settings } from 'house-settings';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  res.cookie('state', state, settings.cookie);
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
`,
      },
    },
    {
      name: 'an address that a page of another site asks for, with milliseconds as Express wants them',
      dependencies: express,
      files: {
        'src/join.ts': `import { generateState, GitHub } from 'arctic';
import { Router } from 'express';

const github = new GitHub('id', 'secret', null);
const isLive = process.env.NODE_ENV === 'production';

export const join = Router().post('/join', (_req, res) => {
  const ticket = generateState();
  const address = github.createAuthorizationURL(ticket, []).toString();
  res.cookie('ticket', ticket, {
    httpOnly: true,
    secure: isLive,
    maxAge: 5 * 60 * 1000,
    ...(isLive ? { sameSite: 'none' } : { sameSite: 'lax' }),
  });
  res.json({ address });
});
`,
      },
    },
  ],
};

export default examples;
