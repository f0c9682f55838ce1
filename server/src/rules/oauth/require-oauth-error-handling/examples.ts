import type { Examples } from '../../../core/examples';

const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '3.7.0' };
const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const hono = { lucia: '3.2.2', hono: '4.4.0', arctic: '2.3.4' };

const route = (body: string): string => `import { GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET(request: Request) {
  const url = new URL(request.url);
  const kept = cookies().get('state')?.value;
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
${body}
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'a route of Next.js',
      dependencies: next,
      files: {
        'app/callback/route.ts':
          route(`  const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
  return Response.json({ ok: !!tokens });`),
      },
      fixed: {
        'app/callback/route.ts': `import { GitHub, OAuth2RequestError } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub('id', 'secret');

export async function GET(request: Request) {
  const url = new URL(request.url);
  const kept = cookies().get('state')?.value;
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  let tokens;
  try {
    tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  } catch (error) {
    if (error instanceof OAuth2RequestError) return new Response(null, { status: 400 });
    throw error;
  }
  return Response.json({ ok: !!tokens });
}
`,
      },
    },
    {
      name: 'Express 4 ends the process',
      dependencies: express,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/callback', async (req, res) => {
  const kept = req.cookies.state;
  if (!kept || kept !== req.query.state) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crash
  return res.json({ type: tokens.tokenType() });
});
`,
      },
      fixed: {
        'src/app.ts': `import { GitHub, OAuth2RequestError } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/callback', async (req, res) => {
  const kept = req.cookies.state;
  if (!kept || kept !== req.query.state) return res.sendStatus(400);
  let tokens;
  try {
    tokens = await github.validateAuthorizationCode(String(req.query.code));
  } catch (error) {
    res.status(error instanceof OAuth2RequestError ? 400 : 500).end();
    return;
  }
  return res.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'a try without a catch',
      dependencies: kit,
      files: {
        'src/routes/callback/+server.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  try {
    const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
    return new Response(tokens.tokenType());
  } finally {
    cookies.delete('state', { path: '/' });
  }
};
`,
      },
      fixed: {
        'src/routes/callback/+server.ts': `import { GitHub, OAuth2RequestError } from 'arctic';

const github = new GitHub('id', 'secret', null);

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  try {
    let tokens;
    try {
      tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
    } catch (error) {
      if (error instanceof OAuth2RequestError) return new Response(null, { status: 400 });
      throw error;
    }
    return new Response(tokens.tokenType());
  } finally {
    cookies.delete('state', { path: '/' });
  }
};
`,
      },
    },
    {
      name: 'in a helper, called without a try',
      dependencies: hono,
      files: {
        'src/exchange.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);
export const exchange = (code: string) => github.validateAuthorizationCode(code);
  //                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { exchange } from './exchange';

export const app = new Hono().get('/callback', async (c) => {
  const kept = getCookie(c, 'state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  const tokens = await exchange(c.req.query('code') ?? '');
  return c.json({ type: tokens.tokenType() });
});
`,
      },
      fixed: {
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { exchange } from './exchange';
import { OAuth2RequestError } from 'arctic';

export const app = new Hono().get('/callback', async (c) => {
  const kept = getCookie(c, 'state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  let tokens;
  try {
    tokens = await exchange(c.req.query('code') ?? '');
  } catch (error) {
    if (error instanceof OAuth2RequestError) return c.body(null, 400);
    throw error;
  }
  return c.json({ type: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'the result is destructured and goes on to callbacks',
      dependencies: { lucia: '3.2.2', h3: '1.12.0', arctic: '3.7.0' },
      files: {
        'server/routes/callback.get.ts': `import { Google } from "arctic"
import { createError, defineEventHandler, getCookie, getQuery, sendRedirect } from "h3"

const google = new Google("id", "secret", "https://example.com/callback")

export default defineEventHandler(async (event) => {
    const { code, state } = getQuery(event)
    const kept = getCookie(event, "state")
    const verifier = getCookie(event, "verifier")
    if (!kept || !verifier || kept !== state) throw createError({ statusCode: 400 })
    // One use only.
    const tokens = await google.validateAuthorizationCode(String(code), verifier)
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
    const later = () => tokens.accessToken()
    return sendRedirect(event, later() ? "/" : "/login")
})
`,
      },
      fixed: {
        'server/routes/callback.get.ts': `import { Google, OAuth2RequestError } from "arctic"
import { createError, defineEventHandler, getCookie, getQuery, sendRedirect } from "h3"

const google = new Google("id", "secret", "https://example.com/callback")

export default defineEventHandler(async (event) => {
    const { code, state } = getQuery(event)
    const kept = getCookie(event, "state")
    const verifier = getCookie(event, "verifier")
    if (!kept || !verifier || kept !== state) throw createError({ statusCode: 400 })
    // One use only.
    let exchanged
    try {
        exchanged = await google.validateAuthorizationCode(String(code), verifier)
    } catch (error) {
        if (error instanceof OAuth2RequestError) throw createError({ statusCode: 400 })
        throw error
    }
    const tokens = exchanged
    const later = () => tokens.accessToken()
    return sendRedirect(event, later() ? "/" : "/login")
})
`,
      },
    },
    {
      name: 'in a load function, as an argument',
      dependencies: kit,
      files: {
        'src/routes/callback/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { GitHub } from 'arctic';
import { userOf } from '$lib/server/users';

const github = new GitHub('id', 'secret', null);

export async function load({ url, cookies }) {
	const kept = cookies.get('state');
	if (!kept || kept !== url.searchParams.get('state')) redirect(302, '/login');
	const user = await userOf((await github.validateAuthorizationCode(url.searchParams.get('code') ?? '')).accessToken());
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
	return { name: user.name };
}
`,
        'src/lib/server/users.ts': `export async function userOf(token: string) {
	return { name: token.slice(0, 3) };
}
`,
      },
      fixed: {
        'src/routes/callback/+page.server.ts': `import { redirect, error } from '@sveltejs/kit';
import { GitHub, OAuth2RequestError } from 'arctic';
import { userOf } from '$lib/server/users';

const github = new GitHub('id', 'secret', null);

export async function load({ url, cookies }) {
	const kept = cookies.get('state');
	if (!kept || kept !== url.searchParams.get('state')) redirect(302, '/login');
	let tokens;
	try {
		tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
	} catch (cause) {
		if (cause instanceof OAuth2RequestError) error(400, 'Bad Request');
		throw cause;
	}
	const user = await userOf(tokens.accessToken());
	return { name: user.name };
}
`,
      },
    },
    {
      name: 'two handlers share a helper: no fix',
      dependencies: hono,
      files: {
        'src/exchange.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);
export const exchange = (code: string) => github.validateAuthorizationCode(code);
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { exchange } from './exchange';

export const app = new Hono();

app.get('/callback', async (c) => {
  const kept = getCookie(c, 'state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  const tokens = await exchange(c.req.query('code') ?? '');
  return c.json({ type: tokens.tokenType() });
});

app.get('/link/callback', async (c) => {
  const kept = getCookie(c, 'link_state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  const tokens = await exchange(c.req.query('code') ?? '');
  return c.json({ linked: tokens.tokenType() });
});
`,
      },
    },
    {
      name: 'next to other work: no fix',
      dependencies: next,
      files: {
        'app/callback/route.ts': route(`  const [tokens, names] = await Promise.all([
    github.validateAuthorizationCode(url.searchParams.get('code') ?? ''),
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled
    Promise.resolve(['a']),
  ]);
  return Response.json({ ok: !!tokens, names });`),
      },
    },
  ],
  good: [
    {
      name: 'in a try',
      dependencies: next,
      files: {
        'app/callback/route.ts': route(`  try {
    const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
    return Response.json({ ok: !!tokens });
  } catch {
    return new Response(null, { status: 400 });
  }`),
      },
    },
    {
      name: 'with a rejection handler',
      dependencies: next,
      files: {
        'app/callback/route.ts':
          route(`  const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '').catch(() => null);
  return Response.json({ ok: !!tokens });`),
      },
    },
    {
      name: 'the caller has the try',
      dependencies: hono,
      files: {
        'src/exchange.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret', null);
export const exchange = (code: string) => github.validateAuthorizationCode(code);
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { exchange } from './exchange';

export const app = new Hono().get('/callback', async (c) => {
  const kept = getCookie(c, 'state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  try {
    return c.json({ type: (await exchange(c.req.query('code') ?? '')).tokenType() });
  } catch {
    return c.text('no', 400);
  }
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the application handles errors',
      dependencies: hono,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret', null);
const app = new Hono();

app.onError((_error, c) => c.text('failed', 500));
app.get('/callback', async (c) => {
  const kept = getCookie(c, 'state');
  if (!kept || kept !== c.req.query('state')) return c.text('no', 400);
  return c.json({ type: (await github.validateAuthorizationCode(c.req.query('code') ?? '')).tokenType() });
});
`,
      },
    },
    {
      name: 'the handler is wrapped',
      dependencies: express,
      files: {
        'src/app.ts': `import { GitHub } from 'arctic';
import express from 'express';
import asyncHandler from 'express-async-handler';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/callback', asyncHandler(async (req, res) => {
  const kept = req.cookies.state;
  if (!kept || kept !== req.query.state) {
    res.sendStatus(400);
    return;
  }
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  res.json({ type: tokens.tokenType() });
}));
`,
      },
    },
    {
      name: 'a script that no request runs',
      dependencies: next,
      files: {
        'scripts/try-code.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret');
export const run = (code: string) => github.validateAuthorizationCode(code);
`,
      },
    },
    {
      name: 'a helper that nobody calls yet',
      dependencies: next,
      files: {
        'lib/exchange.ts': `import { GitHub } from 'arctic';

const github = new GitHub('id', 'secret');
export const exchange = (code: string) => github.validateAuthorizationCode(code);
`,
      },
    },
  ],
};

export default examples;
