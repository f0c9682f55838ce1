import type { Examples } from '../../../core/examples';

const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'sid', expires: false } });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'a cookie with the attributes of a blank one and a lifetime of its own',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/move/+server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const GET = ({ url, cookies }) => {
  const carried = url.searchParams.get('from');
  if (carried) {
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, '', { ...blank.attributes, path: '/' });
    cookies.set(lucia.sessionCookieName, carried, { ...blank.attributes, path: '/', maxAge: 86400 });
//                                       ^^^^^^^ cookie
  }
  redirect(302, '/');
};
`,
      },
    },
    {
      name: 'the id comes from the body',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/login.ts': `import type { Request, Response } from 'express';
import { lucia } from './auth';
import { checkPassword } from './accounts';

export async function login(req: Request, res: Response) {
  const user = await checkPassword(req.body);
  if (!user) return res.status(401).end();
  const session = await lucia.createSession(user.id, {}, { sessionId: req.body.sessionId });
//                                                                    ^^^^^^^^^^^^^^^^^^ id
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return res.end();
}
`,
      },
    },
    {
      name: 'the id comes from a cookie that was there before the login',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': AUTH,
        'app/login/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';
import { checkPassword } from '../../lib/accounts';

export async function login(form: FormData) {
  const user = await checkPassword(form);
  if (!user) return { error: 'Wrong e-mail address or password' };
  const sessionId = cookies().get('guest')?.value;
  const session = await lucia.createSession(user.id, {}, { sessionId });
//                                                         ^^^^^^^^^ id
  const cookie = lucia.createSessionCookie(session.id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
  return {};
}
`,
      },
    },
    {
      name: 'a link that sets the session cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/resume/+server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export async function GET({ url, cookies }) {
  const cookie = lucia.createSessionCookie(url.searchParams.get('session') ?? '');
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookie
  cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  redirect(302, '/');
}
`,
      },
    },
    {
      name: 'the cookie is written by its name',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/handover.ts': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './auth';

export const handover = new Hono();

handover.post('/handover', async (c) => {
  const token = c.req.query('token') ?? '';
  setCookie(c, lucia.sessionCookieName, token, { httpOnly: true, secure: true, sameSite: 'Lax' });
//                                      ^^^^^ cookie
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a handler in a file of its own, called by the router',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/login.ts': `import type { Request, Response } from 'express';
import { auth } from './auth';
import { checkPassword } from './users';

export async function login(req: Request, res: Response) {
  const user = await checkPassword(req.body);
  if (!user) return res.status(401).end();
  const session = await auth.createSession(user.id, {}, { sessionId: req.cookies.visitor });
//                                                                   ^^^^^^^^^^^^^^^^^^^ id
  res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
  return res.redirect('/');
}
`,
        'src/app.ts': `import express from 'express';
import { login } from './login';

const app = express();
app.post('/login', (req, res, next) => login(req, res).catch(next));
`,
      },
    },
    {
      name: 'the id comes in a header',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { lucia } from './lucia';
import { accountOf } from './accounts';

export const enter = new Hono().post('/', async (c) => {
  const account = await accountOf(c);
  const wanted = c.req.header('x-device-id') ?? undefined;
  const session = await lucia.createSession(account.id, {}, { sessionId: wanted });
//                                                                       ^^^^^^ id
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
  ],
  good: [
    {
      name: 'Lucia makes the id',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import type { Response } from 'express';
import { lucia } from './auth';

export async function start(res: Response, userId: string) {
  const session = await lucia.createSession(userId, {});
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
}
`,
      },
    },
    {
      name: 'an id from a generator',
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import { generateIdFromEntropySize } from 'lucia';
import { lucia } from './auth';

export async function start(userId: string) {
  return lucia.createSession(userId, {}, { sessionId: generateIdFromEntropySize(25) });
}
`,
      },
    },
    {
      name: 'the cookie of a validated session',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const { session, user } = await lucia.validateSession(event.cookies.get(lucia.sessionCookieName) ?? '');
  const cookie = session?.fresh ? lucia.createSessionCookie(session.id) : session ? undefined : lucia.createBlankSessionCookie();
  if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a middleware that prolongs the same cookie',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': AUTH,
        'middleware.ts': `import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const response = NextResponse.next();
  const value = request.cookies.get('sid')?.value;
  if (value) {
    response.cookies.set('sid', value, { path: '/', maxAge: 2592000, sameSite: 'lax', httpOnly: true, secure: true });
  }
  return response;
}
`,
      },
    },
    {
      name: 'another cookie with a value of the request',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/theme.ts': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

export const theme = new Hono();

theme.post('/theme', async (c) => {
  setCookie(c, 'theme', c.req.query('name') ?? 'light');
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'the user id may come from the request',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/utils/auth.ts': AUTH,
        'server/api/impersonate.post.ts': `export default defineEventHandler(async (event) => {
  if (event.context.user?.role !== 'admin') throw createError({ statusCode: 403 });
  const { userId } = await readBody(event);
  const session = await lucia.createSession(userId, {});
  appendHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
});
`,
      },
    },
    {
      name: 'an id that a test sets',
      files: {
        'src/auth.ts': AUTH,
        'test/session.test.ts': `import { lucia } from '../src/auth';

export async function start(request: Request) {
  const { sessionId } = await request.json();
  return lucia.createSession('u1', {}, { sessionId });
}
`,
      },
    },
    {
      name: 'a header beside an id of the server',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/enter.ts': `import Fastify from 'fastify';
import { generateIdFromEntropySize } from 'lucia';
import { lucia } from './lucia';
import { accountOf } from './accounts';

export const app = Fastify();

app.post('/enter', async (request, reply) => {
  const account = await accountOf(request.body);
  const device = request.headers['x-device'];
  const sessionId = generateIdFromEntropySize(25);
  const session = await lucia.createSession(account.id, { device }, { sessionId });
  return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).send();
});
`,
      },
    },
  ],
};

export default examples;
