import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0', 'cookie-parser': '1.4.6' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '3.7.0' };
const hono = { lucia: '3.2.2', hono: '4.4.0', arctic: '2.3.4' };
const nuxt = { lucia: '3.2.2', nuxt: '3.12.0', arctic: '1.9.2' };

const github = `import { GitHub } from 'arctic';

export const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);
`;

const examples: Examples = {
  bad: [
    {
      name: 'a client for any provider',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'simple-oauth2': '5.1.0' },
      files: {
        'src/routes/sso/back/+server.ts': `import { redirect } from '@sveltejs/kit';
import { AuthorizationCode } from 'simple-oauth2';
import { SSO, BACK } from '$lib/server/sso';
import { openSessionFor } from '$lib/server/members';

const sso = new AuthorizationCode(SSO);

export const GET = async ({ url, cookies }) => {
  const code = url.searchParams.get('code') ?? '';
  const grant = await sso.getToken({ code, redirect_uri: BACK });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  await openSessionFor(grant.token, cookies);
  redirect(302, '/');
};
`,
      },
    },
    {
      name: 'a code given to GitHub by a request without a grant type',
      dependencies: { lucia: '3.2.2', express: '4.19.2', axios: '1.7.0' },
      files: {
        'src/github.ts': `import axios from 'axios';
import type { Request, Response } from 'express';
import { lucia } from './lucia';
import { users } from './users';

const CLIENT = { client_id: process.env.GH_ID!, client_secret: process.env.GH_SECRET! };

export async function back(req: Request, res: Response) {
  const { code, state } = req.query;
  if (!code) return res.sendStatus(400);
  const answer = await axios.post('https://github.com/login/oauth/access_token', { ...CLIENT, code });
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  const user = await users.of(answer.data.access_token);
  const session = await lucia.createSession(user.id, {});
  return res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
}
`,
        'src/app.ts': `import express from 'express';
import { back } from './github';

export const app = express();
app.get('/github/back', back);
`,
      },
    },
    {
      name: 'an exchange written out, its form filled field by field',
      dependencies: hono,
      files: {
        'src/twitch.ts': `import { Hono } from 'hono';

const twitch = new Hono();

twitch.get('/twitch/return', async (c) => {
  const grant = c.req.query('code');
  if (!grant) return c.text('No code', 400);
  const form = new URLSearchParams({ client_id: process.env.TWITCH_ID ?? '' });
  form.set('client_secret', process.env.TWITCH_SECRET ?? '');
  form.set('grant_type', 'authorization_code');
  form.set('code', grant);
  const answer = await fetch('https://id.twitch.tv/oauth2/token', { method: 'POST', body: form });
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  return c.json({ ok: answer.ok });
});

export default twitch;
`,
      },
    },
    {
      name: 'no comparison at all',
      dependencies: next,
      files: {
        'lib/oauth.ts': github,
        'app/login/github/callback/route.ts': `import { cookies } from 'next/headers';
import { github } from '../../../../lib/oauth';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const stored = cookies().get('github_oauth_state')?.value ?? null;
  if (!code || !state || !stored) {
    return new Response(null, { status: 400 });
  }
  const tokens = await github.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  return Response.json({ ok: !!tokens });
}
`,
      },
      fixed: {
        'app/login/github/callback/route.ts': `import { cookies } from 'next/headers';
import { github } from '../../../../lib/oauth';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const stored = cookies().get('github_oauth_state')?.value ?? null;
  if (!code || !state || !stored) {
    return new Response(null, { status: 400 });
  }
  if (!state || !stored || state !== stored) {
    return new Response(null, { status: 400 });
  }
  const tokens = await github.validateAuthorizationCode(code);
  return Response.json({ ok: !!tokens });
}
`,
      },
    },
    {
      name: 'compared after the exchange',
      dependencies: hono,
      files: {
        'src/login.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const provider = new GitHub('id', 'secret', null);

export const login = new Hono().get('/login/github/callback', async (c) => {
  const returned = c.req.query('state');
  const kept = getCookie(c, 'gh_state');
  const tokens = await provider.validateAuthorizationCode(c.req.query('code') ?? '');
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ineffective
  if (!kept || returned !== kept) return c.text('bad state', 400);
  return c.json({ type: tokens.tokenType() });
});
`,
      },
      fixed: {
        'src/login.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const provider = new GitHub('id', 'secret', null);

export const login = new Hono().get('/login/github/callback', async (c) => {
  const returned = c.req.query('state');
  const kept = getCookie(c, 'gh_state');
  if (!returned || !kept || returned !== kept) {
    return c.body(null, 400);
  }
  const tokens = await provider.validateAuthorizationCode(c.req.query('code') ?? '');
  if (!kept || returned !== kept) return c.text('bad state', 400);
  return c.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'the stored state gives way to the one of the request',
      dependencies: express,
      files: {
        'src/reddit.ts': `import { Reddit } from 'arctic';
import express from 'express';

const reddit = new Reddit('id', 'secret', 'https://example.com/reddit/back');
export const routes = express.Router();

routes.all('/reddit/back', async (req, res) => {
  let expected = req.cookies.reddit_state;
  const { code, state } = req.query;
  if (req.get('x-embedded')) {
    expected = state || expected;
  }
  if (!code || !state || expected !== state) return res.sendStatus(400);
  const tokens = await reddit.validateAuthorizationCode(String(code));
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ineffective
  res.json({ until: tokens.accessTokenExpiresAt() });
});
`,
      },
    },
    {
      name: 'two missing values are equal',
      dependencies: kit,
      files: {
        'src/routes/login/github/callback/+server.ts': `import { GitHub } from 'arctic';
import type { RequestEvent } from '@sveltejs/kit';

const github = new GitHub('id', 'secret', null);

export async function GET(event: RequestEvent): Promise<Response> {
  const code = event.url.searchParams.get('code');
  const state = event.url.searchParams.get('state');
  const storedState = event.cookies.get('state') ?? null;
  if (!code || state !== storedState) {
    return new Response(null, { status: 400 });
  }
  const tokens = await github.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  return new Response(tokens.tokenType());
}
`,
      },
      fixed: {
        'src/routes/login/github/callback/+server.ts': `import { GitHub } from 'arctic';
import type { RequestEvent } from '@sveltejs/kit';

const github = new GitHub('id', 'secret', null);

export async function GET(event: RequestEvent): Promise<Response> {
  const code = event.url.searchParams.get('code');
  const state = event.url.searchParams.get('state');
  const storedState = event.cookies.get('state') ?? null;
  if (!code || state !== storedState) {
    return new Response(null, { status: 400 });
  }
  if (!state || !storedState || state !== storedState) {
    return new Response(null, { status: 400 });
  }
  const tokens = await github.validateAuthorizationCode(code);
  return new Response(tokens.tokenType());
}
`,
      },
    },
    {
      name: 'the failed comparison only logs',
      dependencies: express,
      files: {
        'src/auth.ts': `import { GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const router = express.Router();

router.get('/login/github/callback', async (req, res) => {
  const { code, state } = req.query as { code?: string; state?: string };
  const saved = req.cookies.gh;
  if (!code || !state || !saved) return res.status(400).end();
  if (state !== saved) console.warn('state mismatch');
  const tokens = await github.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ineffective
  return res.json({ type: tokens.tokenType() });
});

export default router;
`,
      },
    },
    {
      name: 'the exchange is in a service and no caller checks',
      dependencies: nuxt,
      files: {
        'server/utils/github.ts': github,
        'server/utils/exchange.ts': `import { github } from './github';

export async function tokensFor(authorizationCode: string) {
  return await github.validateAuthorizationCode(authorizationCode);
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
}
`,
        'server/api/login/callback.get.ts': `import { defineEventHandler, getQuery, createError } from 'h3';
import { tokensFor } from '../../utils/exchange';

export default defineEventHandler(async (event) => {
  const { code } = getQuery(event);
  if (typeof code !== 'string') throw createError({ statusCode: 400 });
  const tokens = await tokensFor(code);
  return { ok: !!tokens };
});
`,
      },
    },
    {
      name: 'one of two callers of a service does not check',
      dependencies: express,
      files: {
        'src/service.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);
export const exchange = (code: string) => github.validateAuthorizationCode(code);
`,
        'src/app.ts': `import express from 'express';
import { exchange } from './service';

const app = express();

app.get('/login/callback', async (req, res) => {
  if (!req.cookies.state || req.cookies.state !== req.query.state) return res.sendStatus(400);
  const tokens = await exchange(String(req.query.code));
  return res.json({ type: tokens.tokenType() });
});

app.get('/link/callback', async (req, res) => {
  const tokens = await exchange(String(req.query.code));
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  return res.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'the predicate is called the wrong way round',
      dependencies: express,
      files: {
        'src/state.ts': `export function isValidState(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a === b;
}
`,
        'src/auth.ts': `import { GitHub } from 'arctic';
import express from 'express';
import { isValidState } from './state';

const github = new GitHub('id', 'secret', null);
export const app = express();

app.get('/callback', async (req, res) => {
  if (isValidState(String(req.query.state), req.cookies.oauth_state)) {
    res.sendStatus(400);
    return;
  }
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  res.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'without state but with a code verifier it is a warning',
      dependencies: next,
      files: {
        'app/login/google/callback/route.ts': `import { Google } from 'arctic';
import { cookies } from 'next/headers';

const google = new Google('id', 'secret', 'https://example.com/login/google/callback');

export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code');
  const verifier = cookies().get('google_verifier')?.value;
  if (!code || !verifier) return new Response(null, { status: 400 });
  const tokens = await google.validateAuthorizationCode(code, verifier);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
  return Response.json({ ok: !!tokens });
}
`,
      },
    },
    {
      name: 'validators of Hono that want neither the parameter nor the cookie',
      dependencies: { ...hono, '@hono/zod-validator': '0.4.1', zod: '3.23.8' },
      files: {
        'src/return.ts': `import { zValidator } from '@hono/zod-validator';
import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { z } from 'zod';
import { enter } from './enter';

const forge = new GitHub('id', 'secret', null);

export const back = new Hono().get(
  '/return',
  zValidator('query', z.object({ code: z.string(), state: z.string().optional() })),
  zValidator('cookie', z.object({ forge_state: z.string().optional() })),
  async (c) => {
    const { code, state } = c.req.valid('query');
    if (state !== c.req.valid('cookie').forge_state) return c.text('Start again', 400);
    return enter(c, await forge.validateAuthorizationCode(code));
    //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  },
);
`,
      },
    },
    {
      name: 'asked whether it is null, while what was not sent is undefined',
      dependencies: { lucia: '^3.2.2', arctic: '^2.0.0', hono: '^4.6.0' },
      files: {
        'src/back.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const client = new GitHub(process.env.ID!, process.env.SECRET!, null);

export const back = new Hono().get('/back', async (c) => {
  const kept = getCookie(c, 'github_state');
  const given = c.req.query('state');
  const code = c.req.query('code') ?? '';
  if (kept === null || given === null || kept !== given) return c.text('Wrong state', 400);
  const tokens = await client.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  return c.json({ scopes: tokens.scopes() });
});
`,
      },
    },
  ],
  good: [
    {
      name: 'all four tests in one condition',
      dependencies: next,
      files: {
        'app/login/github/callback/route.ts': `import { GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const storedState = cookies().get('github_oauth_state')?.value ?? null;
  if (!code || !state || !storedState || state !== storedState) {
    return new Response(null, { status: 400 });
  }
  try {
    const tokens = await github.validateAuthorizationCode(code);
    return Response.json({ ok: !!tokens });
  } catch {
    return new Response(null, { status: 400 });
  }
}
`,
      },
    },
    {
      name: 'checks split over several ifs, in a handler that throws',
      dependencies: nuxt,
      files: {
        'server/utils/github.ts': github,
        'server/routes/login/github/callback.get.ts': `import { defineEventHandler, getQuery, getCookie, createError } from 'h3';
import { github } from '../../../utils/github';

export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  const code = query.code?.toString() ?? null;
  const state = query.state?.toString() ?? null;
  const stored = getCookie(event, 'gh_state') ?? null;
  if (!stored) throw createError({ statusCode: 400 });
  if (state === stored && code) {
    await github.validateAuthorizationCode(code);
  }
});
`,
      },
    },
    {
      name: 'a helper in another file throws, and a service exchanges',
      dependencies: express,
      files: {
        'src/state.ts': `import type { Request } from 'express';

export function assertState(req: Request): void {
  const kept = req.cookies['oauth:state'];
  if (typeof kept !== 'string' || kept !== req.query.state) throw new Error('state');
}
`,
        'src/service.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);

export class SignIn {
  async finish(code: string) {
    return github.validateAuthorizationCode(code);
  }
}
`,
        'src/app.ts': `import express from 'express';
import { SignIn } from './service';
import { assertState } from './state';

const app = express();
const signIn = new SignIn();

app.get('/callback', async (req, res, next) => {
  try {
    assertState(req);
    const tokens = await signIn.finish(String(req.query.code));
    res.json({ type: tokens.tokenType() });
  } catch (error) {
    next(error);
  }
});
`,
      },
    },
    {
      name: 'compared in constant time',
      dependencies: hono,
      files: {
        'src/app.ts': `import { timingSafeEqual } from 'node:crypto';
import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret', null);
const app = new Hono();

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

app.get('/callback', async (c) => {
  const { code, state } = c.req.query();
  const kept = getCookie(c, 's');
  if (!code || !state || !kept || !sameText(state, kept)) return c.text('no', 400);
  const tokens = await github.validateAuthorizationCode(code);
  return c.json({ type: tokens.tokenType() });
});

export default app;
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a code that came out of a popup and is posted by a script',
      dependencies: { lucia: '3.2.2', express: '4.21.2', googleapis: '144.0.0' },
      files: {
        'src/popup.ts': `import { google } from 'googleapis';
import { Router } from 'express';
import { openSessionFor } from './members';

const client = new google.auth.OAuth2(process.env.GOOGLE_ID, process.env.GOOGLE_SECRET, 'postmessage');
export const popup = Router();

popup.post('/google/popup', async (req, res) => {
  const { tokens } = await client.getToken(req.body.code);
  await openSessionFor(tokens, res);
  res.sendStatus(204);
});
`,
      },
    },
    {
      name: 'a request to GitHub after the states were compared',
      dependencies: { lucia: '3.2.2', express: '4.19.2', axios: '1.7.0' },
      files: {
        'src/github.ts': `import axios from 'axios';
import type { Request, Response } from 'express';
import { lucia } from './lucia';
import { users } from './users';

const CLIENT = { client_id: process.env.GH_ID!, client_secret: process.env.GH_SECRET! };

export async function back(req: Request, res: Response) {
  const { code, state } = req.query;
  if (!code || !state || state !== req.cookies.gh_mark) return res.sendStatus(400);
  const answer = await axios.post('https://github.com/login/oauth/access_token', { ...CLIENT, code });
  const user = await users.of(answer.data.access_token);
  const session = await lucia.createSession(user.id, {});
  return res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
}
`,
        'src/app.ts': `import express from 'express';
import { back } from './github';

export const app = express();
app.get('/github/back', back);
`,
      },
    },
    {
      name: 'null is not undefined: two missing values differ',
      dependencies: kit,
      files: {
        'src/routes/callback/+server.ts': `import { GitHub } from 'arctic';
import { error } from '@sveltejs/kit';

const github = new GitHub('id', 'secret', null);

export const GET = async ({ url, cookies }) => {
  const code = url.searchParams.get('code');
  if (!code || url.searchParams.get('state') !== cookies.get('state')) error(400);
  const tokens = await github.validateAuthorizationCode(code);
  return new Response(tokens.tokenType());
};
`,
      },
    },
    {
      name: 'the state is looked up in a store of the server',
      dependencies: express,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import express from 'express';
import { Redis } from 'ioredis';

const github = new GitHub('id', 'secret', null);
const redis = new Redis();
const app = express();

app.get('/callback', async (req, res) => {
  const { state, code } = req.query as Record<string, string>;
  const pending = await redis.getdel(\`oauth:\${state}\`);
  if (!pending) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(code);
  return res.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'a schema guarantees the parameter',
      dependencies: { ...hono, zod: '3.23.0' },
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';

const github = new GitHub('id', 'secret', null);
const query = z.object({ code: z.string(), state: z.string().min(1) });

export const app = new Hono().get('/callback', async (c) => {
  const { code, state } = query.parse(c.req.query());
  if (getCookie(c, 'state') !== state) return c.text('no', 400);
  const tokens = await github.validateAuthorizationCode(code);
  return c.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'a helper answers with nothing when the state is wrong',
      dependencies: next,
      files: {
        'lib/oauth.ts': github,
        'lib/callback.ts': `import { cookies } from 'next/headers';

export async function readCallback(url: URL) {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const kept = cookies().get('state')?.value;
  if (!code || !kept || state !== kept) return null;
  return { code };
}
`,
        'app/callback/route.ts': `import { github } from '../../lib/oauth';
import { readCallback } from '../../lib/callback';

export async function GET(request: Request) {
  const callback = await readCallback(new URL(request.url));
  if (!callback) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(callback.code);
  return Response.json({ ok: !!tokens });
}
`,
      },
    },
    {
      name: 'a provider without a state parameter',
      dependencies: { lucia: '3.2.2', next: '15.0.0', arctic: '3.7.0' },
      files: {
        'app/callback/route.ts': `import { Naver } from 'arctic';

const naver = new Naver('id', 'secret', 'https://example.com/callback');

export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code');
  if (!code) return new Response(null, { status: 400 });
  const tokens = await naver.validateAuthorizationCode(code);
  return Response.json({ type: tokens.tokenType() });
}
`,
      },
    },
    {
      name: 'a route middleware checks before the handler',
      dependencies: express,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

function stateMatches(req: Request, res: Response, next: NextFunction) {
  const kept = req.cookies.state;
  if (!kept || req.query.state !== kept) {
    res.sendStatus(400);
    return;
  }
  next();
}

app.get('/callback', stateMatches, async (req, res) => {
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  res.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'the stored state is set to the one of the request in tests, and after the comparison',
      dependencies: express,
      files: {
        'src/reddit.ts': `import { Reddit } from 'arctic';
import express from 'express';

const reddit = new Reddit('id', 'secret', 'https://example.com/reddit/back');
export const routes = express.Router();

routes.get('/reddit/back', async (req, res) => {
  let expected = req.cookies.reddit_state;
  const { code, state } = req.query;
  if (process.env.NODE_ENV === 'test') expected = state;
  if (!code || !state || expected !== state) return res.sendStatus(400);
  expected = state;
  const tokens = await reddit.validateAuthorizationCode(String(code));
  res.json({ until: tokens.accessTokenExpiresAt() });
});
`,
      },
    },
    {
      name: 'a helper for two kinds of sign-in, called for the one without a code',
      dependencies: hono,
      files: {
        'src/line.ts': `import { Line } from 'arctic';

const line = new Line('id', 'secret', 'https://example.com/line/callback');

export async function personOf({ grant, verifier, signed }: { grant?: string; verifier?: string; signed?: string }) {
  let ticket = signed;
  if (!ticket) {
    if (!grant || !verifier) return null;
    ticket = (await line.validateAuthorizationCode(grant, verifier)).idToken();
  }
  return ticket.split('.')[1];
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { personOf } from './line';

const app = new Hono();

app.post('/line/native', async (c) => {
  const { signed } = await c.req.json();
  return c.json({ person: await personOf({ signed }) });
});

app.get('/line/callback', async (c) => {
  const grant = c.req.query('code');
  const kept = getCookie(c, 'line_state');
  if (!kept || kept !== c.req.query('state')) return c.text('', 400);
  return c.json({ person: await personOf({ grant, verifier: getCookie(c, 'line_verifier') }) });
});

export default app;
`,
      },
    },
    {
      name: 'exchanges written out: after a comparison, with a code verifier, and another grant',
      dependencies: hono,
      files: {
        'src/twitch.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { verifiers } from './verifiers';

const twitch = new Hono();
const TOKENS = 'https://id.twitch.tv/oauth2/token';

twitch.get('/twitch/return', async (c) => {
  const code = c.req.query('code');
  const kept = getCookie(c, 'twitch_state');
  if (!code || !kept || kept !== c.req.query('state')) return c.text('', 400);
  const body = JSON.stringify({ grant_type: 'authorization_code', code });
  const answer = await fetch(TOKENS, { method: 'POST', body });
  return c.json({ ok: answer.ok });
});

twitch.get('/twitch/app', async (c) => {
  const code = c.req.query('code') ?? '';
  const code_verifier = await verifiers.take(c.req.query('ticket'));
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier });
  const answer = await fetch(TOKENS, { method: 'POST', body: body.toString() });
  return c.json({ ok: answer.ok });
});

twitch.post('/twitch/typed', async (c) => {
  const { code } = await c.req.json();
  const body = new URLSearchParams({ grant_type: 'authorization_code', code });
  const answer = await fetch(TOKENS, { method: 'POST', body });
  return c.json({ ok: answer.ok });
});

twitch.get('/twitch/device', async (c) => {
  const code = c.req.query('code') ?? '';
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', code });
  const answer = await fetch(TOKENS, { method: 'POST', body });
  return c.json({ ok: answer.ok });
});

export default twitch;
`,
      },
    },
    {
      name: 'a method of an own client that gets the whole request',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0' },
      files: {
        'src/return.ts': `import { Hono } from 'hono';
import { openSession } from './sessions';
import type { Env } from './env';

export const app = new Hono<Env>();

app.get('/return', async (c) => {
  const { req, var: services } = c;
  const tokens = await services.signIn.validateAuthorizationCode(req);
  await openSession(c, tokens.idToken());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a list of rows with the state, of which there must be one',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/return.ts': `import { GitHub } from 'arctic';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { begun } from './schema';
import { openSession } from './sessions';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);
export const app = new Hono();

app.get('/return', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state) return c.text('Incomplete', 400);
  const rows = await db.select().from(begun).where(eq(begun.state, state));
  if (rows.length === 0) return c.text('Unknown', 400);
  const tokens = await github.validateAuthorizationCode(code);
  await openSession(c, tokens.accessToken());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'several providers, of which some keep a state',
      dependencies: { lucia: '3.2.2', arctic: '3.0.0', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/providers.ts': `import { DonationAlerts, GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);
const alerts = new DonationAlerts('id', 'secret', 'https://example.com/return/alerts');

interface Provider {
  stateKey?: string;
  exchange(code: string): Promise<unknown>;
}

export const providers: Record<string, Provider | undefined> = {
  github: { stateKey: 'github_state', exchange: (code: string) => github.validateAuthorizationCode(code) },
  alerts: { exchange: (code: string) => alerts.validateAuthorizationCode(code) },
};
`,
        'src/routes/return/[name]/+server.ts': `import { error, redirect } from '@sveltejs/kit';
import { providers } from '$lib/providers';
import { openSession } from '$lib/sessions';

export const GET = async ({ params, url, cookies }) => {
  const provider = providers[params.name];
  if (!provider) throw error(404);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const kept = provider.stateKey ? cookies.get(provider.stateKey) : undefined;
  if (!code || (provider.stateKey && (!state || !kept || state !== kept))) throw error(400);
  await openSession(cookies, await provider.exchange(code));
  throw redirect(302, '/');
};
`,
      },
    },
    {
      name: 'validators of Hono that want the parameter and the cookie',
      dependencies: { ...hono, '@hono/zod-validator': '0.4.1', zod: '3.23.8' },
      files: {
        'src/return.ts': `import { zValidator } from '@hono/zod-validator';
import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { z } from 'zod';
import { enter } from './enter';

const forge = new GitHub('id', 'secret', null);
const asked = z.object({ code: z.string(), state: z.string() });

export const back = new Hono()
  .get('/return', zValidator('query', asked), zValidator('cookie', z.object({ ticket: z.string() })), async (c) => {
    const { ticket } = c.req.valid('cookie');
    const { code, state } = c.req.valid('query');
    if (ticket !== state) return c.text('Start again', 400);
    return enter(c, await forge.validateAuthorizationCode(code));
  })
  .get(
    '/mirror/return',
    zValidator('query', asked),
    zValidator('cookie', z.object({ mirror_state: z.string().nullish() })),
    async (c) => {
      const given = c.req.valid('query');
      const stored = c.req.valid('cookie');
      if (given.state !== stored.mirror_state) return c.text('Start again', 400);
      return enter(c, await forge.validateAuthorizationCode(given.code));
    },
  );
`,
      },
    },
    {
      name: 'asked for the form in which a missing value comes',
      dependencies: { lucia: '^3.2.2', arctic: '^2.0.0', hono: '^4.6.0' },
      files: {
        'src/back.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const client = new GitHub(process.env.ID!, process.env.SECRET!, null);

export const back = new Hono()
  .get('/back', async (c) => {
    const kept = getCookie(c, 'github_state');
    if (kept === undefined || kept !== c.req.query('state')) return c.text('Wrong state', 400);
    const tokens = await client.validateAuthorizationCode(c.req.query('code') ?? '');
    return c.json({ scopes: tokens.scopes() });
  })
  .get('/again', async (c) => {
    const kept = getCookie(c, 'github_state') ?? null;
    const given = c.req.query('state') ?? null;
    if (kept === null || given === null || kept !== given) return c.text('Wrong state', 400);
    const tokens = await client.validateAuthorizationCode(c.req.query('code') ?? '');
    return c.json({ scopes: tokens.scopes() });
  });
`,
      },
    },
  ],
};

export default examples;
