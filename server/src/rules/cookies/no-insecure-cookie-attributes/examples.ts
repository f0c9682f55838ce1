import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35' };
const express = { lucia: '3.2.2', express: '4.19.2' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' };
const hono = { lucia: '3.2.2', hono: '4.4.0' };
const astro = { lucia: '3.2.2', astro: '4.10.0' };
const nuxt = { lucia: '3.2.2', nuxt: '3.12.0', h3: '1.12.0' };

const examples: Examples = {
  bad: [
    {
      name: 'secure switched off',
      dependencies: next,
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: {
      secure: false,
  //  ^^^^^^^^^^^^^ off
    },
  },
});
`,
      },
      fixed: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: {
      secure: true,
    },
  },
});
`,
      },
    },
    {
      name: 'NODE_ENV is never in capitals',
      dependencies: express,
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
const isLive = process.env.NODE_ENV === 'PRODUCTION';

export const auth = new Lucia(adapter, {
  sessionCookie: { name: 'sid', attributes: { secure: isLive } },
  //                                          ^^^^^^^^^^^^^^ never
});
`,
      },
      fixed: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
const isLive = process.env.NODE_ENV === 'PRODUCTION';

export const auth = new Lucia(adapter, {
  sessionCookie: { name: 'sid', attributes: { secure: process.env.NODE_ENV === 'production' } },
});
`,
      },
    },
    {
      name: 'undefined takes the flag away, a capital drops SameSite',
      dependencies: nuxt,
      files: {
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: {
      secure: undefined,
  //  ^^^^^^^^^^^^^^^^^ dropped
      // @ts-expect-error capitalised
      sameSite: 'Lax',
  //  ^^^^^^^^^^^^^^^ capital
      path: '/',
    },
  },
});
`,
      },
      fixed: {
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: {
      // @ts-expect-error capitalised
      sameSite: 'Lax',
      path: '/',
    },
  },
});
`,
      },
    },
    {
      name: 'attributes overridden where the cookie is written',
      dependencies: kit,
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
export const lucia = new Lucia(adapter);
`,
        'src/routes/login/+page.server.ts': `import { lucia } from '../../lib/server/auth';

export const actions = {
  default: async ({ cookies }) => {
    const session = await lucia.createSession('u1', {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes, httpOnly: false });
  //                                                                          ^^^^^^^^^^^^^^^ off
  },
};
`,
      },
      fixed: {
        'src/routes/login/+page.server.ts': `import { lucia } from '../../lib/server/auth';

export const actions = {
  default: async ({ cookies }) => {
    const session = await lucia.createSession('u1', {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes, httpOnly: true });
  },
};
`,
      },
    },
    {
      name: "a session cookie of the project's own without flags",
      dependencies: hono,
      files: {
        'src/session.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const SESSION_COOKIE = 'session';

export function setSessionTokenCookie(c: Context, token: string, expires: Date): void {
  setCookie(c, SESSION_COOKIE, token, { path: '/', sameSite: 'Lax', expires });
  //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
}
`,
      },
      fixed: {
        'src/session.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const SESSION_COOKIE = 'session';

export function setSessionTokenCookie(c: Context, token: string, expires: Date): void {
  setCookie(c, SESSION_COOKIE, token, { path: '/', sameSite: 'Lax', expires, httpOnly: true, secure: true });
}
`,
      },
    },
    {
      name: 'secure only in development',
      dependencies: astro,
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: { attributes: { secure: import.meta.env.DEV, sameSite: 'none' } },
  //                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ never
  //                                                          ^^^^^^^^^^^^^^^^ none
});
`,
      },
      fixed: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: { attributes: { secure: import.meta.env.PROD, sameSite: 'none' } },
});
`,
      },
    },
    {
      name: 'the cookie of own sessions, known by the table alone',
      dependencies: { '@sveltejs/kit': '2.9.0', '@oslojs/crypto': '1.0.1', 'drizzle-orm': '0.38.0' },
      files: {
        'src/lib/server/schema.ts': `import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const login = mysqlTable('keeper_session', {
  id: varchar('id', { length: 64 }).primaryKey(),
  keeperId: varchar('keeper_id', { length: 32 }).notNull(),
  expiresAt: datetime('expires_at').notNull(),
});
`,
        'src/lib/server/logins.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { login } from './schema';
import { digest } from './digest';

const NAME = 'hive';

export async function check(token: string) {
  const [found] = await db.select().from(login).where(eq(login.id, digest(token)));
  return found && found.expiresAt.getTime() > Date.now() ? found : null;
}

export const tokenOf = (event) => event.cookies.get(NAME);

export function remember(event, token: string, expires: Date) {
  event.cookies.set(NAME, token, { path: '/', expires, httpOnly: false, sameSite: 'lax' });
//                                                     ^^^^^^^^^^^^^^^ off
}
`,
        'src/hooks.server.ts': `import { check, tokenOf } from '$lib/server/logins';

export const handle = async ({ event, resolve }) => {
  const token = tokenOf(event);
  event.locals.login = token ? await check(token) : null;
  return resolve(event);
};
`,
      },
    },
    {
      name: 'a jar is given a cookie with its attributes nested in it',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/enter/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../lib/lucia';
import { accountOf } from '../../lib/accounts';

export async function POST(request: Request) {
  const session = await lucia.createSession(await accountOf(request), {});
  const made = lucia.createSessionCookie(session.id);
  (await cookies()).set({ ...made, path: '/', httpOnly: true });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'an instance from the inner files of the package',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia/dist/core.js';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionCookie: { attributes: { secure: false } },
//                               ^^^^^^^^^^^^^ off
});
`,
      },
    },
    {
      name: 'a header that a helper puts together, with a path and nothing else',
      dependencies: express,
      files: {
        'src/header.ts': `import { lucia } from './lucia';

export function entryHeader(id: string): Headers {
  const pieces = [\`\${lucia.sessionCookieName}=\${id}\`];
  pieces.push('Path=/');
  pieces.push('Secure');
  return new Headers({ 'Set-Cookie': pieces.join('; ') });
  //                                 ^^^^^^^^^^^^^^^^^ missing
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
      },
    },
  ],
  good: [
    {
      name: 'secure in production',
      dependencies: next,
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});
`,
      },
    },
    {
      name: "the framework's own flags",
      dependencies: kit,
      files: {
        'src/lib/server/auth.ts': `import { dev } from '$app/environment';
import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: !dev, sameSite: 'strict' } } });
`,
      },
    },
    {
      name: "Lucia's attributes as they are",
      dependencies: express,
      files: {
        'src/login.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import type { Response } from 'express';

declare const adapter: Adapter;
const lucia = new Lucia(adapter);

export async function signIn(userId: string, res: Response) {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
  res.cookie(cookie.name, cookie.value, { ...cookie.attributes, maxAge: 30 * 24 * 60 * 60 * 1000 });
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a token against forged requests must be readable',
      dependencies: hono,
      files: {
        'src/csrf.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

export function giveToken(c: Context, token: string): void {
  setCookie(c, 'csrf_token', token, { path: '/', sameSite: 'Strict', httpOnly: false });
}
`,
      },
    },
    {
      name: 'cookies that sign nobody in',
      dependencies: nuxt,
      files: {
        'server/utils/device.ts': `import { setCookie } from 'h3';
import type { H3Event } from 'h3';

export function rememberDevice(event: H3Event, id: string): void {
  setCookie(event, 'device_id', id, { maxAge: 31536000 });
  setCookie(event, 'theme', 'dark');
}
`,
      },
    },
    {
      name: 'a flag from the configuration',
      dependencies: express,
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import { config } from './config';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: config.https } } });
`,
        'src/config.ts': `export const config = { https: process.env.HTTPS !== 'off' };
`,
      },
    },
    {
      name: 'SvelteKit sets the flags itself',
      dependencies: kit,
      files: {
        'src/lib/server/session.ts': `import type { Cookies } from '@sveltejs/kit';

export function setSessionTokenCookie(cookies: Cookies, token: string, expires: Date): void {
  cookies.set('session', token, { path: '/', expires });
}
`,
      },
    },
    {
      name: 'attributes copied one by one',
      dependencies: hono,
      files: {
        'src/login.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
const lucia = new Lucia(adapter);

export async function signIn(c: Context, userId: string) {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
  const { httpOnly, secure, maxAge, path } = cookie.attributes;
  setCookie(c, cookie.name, cookie.value, { httpOnly, secure, maxAge, path, sameSite: 'Lax' });
}
`,
      },
    },
    {
      name: 'a cookie with a name of its own that borrows the lifetime',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/login/+page.server.ts': `import { lucia } from '$lib/server/auth';
import { userOf } from '$lib/server/users';

export const actions = {
  default: async ({ request, cookies }) => {
    const user = await userOf(await request.formData());
    const session = await lucia.createSession(user.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
    cookies.set('last_user', user.name, { path: '/', httpOnly: false, maxAge: cookie.attributes.maxAge });
  },
};
`,
      },
    },
    {
      name: 'a jar is given one object with the attributes beside the name',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/enter/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../lib/lucia';
import { accountOf } from '../../lib/accounts';

export async function POST(request: Request) {
  const session = await lucia.createSession(await accountOf(request), {});
  const { name, value, attributes } = lucia.createSessionCookie(session.id);
  (await cookies()).set({ name, value, ...attributes });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a header that a helper puts together of what Lucia says',
      dependencies: express,
      files: {
        'src/header.ts': `import type { Cookie } from 'lucia';

export function toHeader(made: Cookie): string {
  const { httpOnly, secure, sameSite, path } = made.attributes;
  const pieces = [\`\${made.name}=\${made.value}\`];
  if (httpOnly) pieces.push('HttpOnly');
  if (secure) pieces.push('Secure');
  if (sameSite) pieces.push(\`SameSite=\${sameSite}\`);
  if (path) pieces.push(\`Path=\${path}\`);
  return pieces.join('; ');
}
`,
        'src/enter.ts': `import { Router } from 'express';
import { lucia } from './lucia';
import { toHeader } from './header';

export const enter = Router();

enter.post('/enter', async (req, res) => {
  const session = await lucia.createSession(req.body.id, {});
  return new Response(null, { status: 204, headers: { 'Set-Cookie': toHeader(lucia.createSessionCookie(session.id)) } });
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'the session of a form, and an instance that only tests have',
      dependencies: hono,
      files: {
        'src/forms.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

export const keepPlace = (c: Context, id: string) => setCookie(c, 'form_session_id', id);
`,
        'src/mocks/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: false } } });
`,
      },
    },
  ],
};

export default examples;
