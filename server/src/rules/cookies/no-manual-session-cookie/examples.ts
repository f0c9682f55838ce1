import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35' };
const express = { lucia: '3.2.2', express: '4.19.2' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' };
const hono = { lucia: '3.2.2', hono: '4.4.0' };
const nuxt = { lucia: '3.2.2', nuxt: '3.12.0', h3: '1.12.0' };

const instance = `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`;

const examples: Examples = {
  bad: [
    {
      name: 'a header put together',
      dependencies: express,
      files: {
        'src/lucia.ts': instance,
        'src/login.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export async function signIn(userId: string, res: Response) {
  const session = await lucia.createSession(userId, {});
  res.setHeader('Set-Cookie', 'auth_session=' + session.id + '; Path=/; HttpOnly; Secure; SameSite=Lax');
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ manual
}
`,
      },
      fixed: {
        'src/login.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export async function signIn(userId: string, res: Response) {
  const session = await lucia.createSession(userId, {});
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
}
`,
      },
    },
    {
      name: 'set with the session id and too few flags',
      dependencies: next,
      files: {
        'lib/auth.ts': instance,
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function signIn(userId: string) {
  const created = await lucia.createSession(userId, {});
  cookies().set('auth_session', created.id, { httpOnly: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bare
}
`,
      },
      fixed: {
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function signIn(userId: string) {
  const created = await lucia.createSession(userId, {});
  const sessionCookie = lucia.createSessionCookie(created.id);
  cookies().set(sessionCookie.name, sessionCookie.value, sessionCookie.attributes);
}
`,
      },
    },
    {
      name: 'through a helper, under the right name',
      dependencies: hono,
      files: {
        'src/lucia.ts': instance,
        'src/session.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export function keep(c: Context, id: string): void {
  setCookie(c, lucia.sessionCookieName, id, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 2592000 });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ manual
}
`,
      },
      fixed: {
        'src/session.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export function keep(c: Context, id: string): void {
  const sessionCookie = lucia.createSessionCookie(id);
  setCookie(c, sessionCookie.name, sessionCookie.value, sessionCookie.attributes);
}
`,
      },
    },
    {
      name: 'the name written out where the cookie is read',
      dependencies: kit,
      files: {
        'src/lib/server/auth.ts': instance,
        'src/hooks.server.ts': `import { lucia } from './lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get('auth_session');
  //                           ^^^^^^^^^^^^^^ literal
  event.locals.session = id ? (await lucia.validateSession(id)).session : null;
  return resolve(event);
};
`,
      },
      fixed: {
        'src/hooks.server.ts': `import { lucia } from './lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.session = id ? (await lucia.validateSession(id)).session : null;
  return resolve(event);
};
`,
      },
    },
    {
      name: 'a header in the answer, in a template',
      dependencies: next,
      files: {
        'lib/auth.ts': instance,
        'app/api/login/route.ts': `import { lucia } from '../../../lib/auth';

export async function POST() {
  const { id } = await lucia.createSession('u1', {});
  return new Response(null, { headers: { 'Set-Cookie': \`\${lucia.sessionCookieName}=\${id}; Path=/; HttpOnly\` } });
  //                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bare
}
`,
      },
      fixed: {
        'app/api/login/route.ts': `import { lucia } from '../../../lib/auth';

export async function POST() {
  const { id } = await lucia.createSession('u1', {});
  return new Response(null, { headers: { 'Set-Cookie': lucia.createSessionCookie(id).serialize() } });
}
`,
      },
    },
    {
      name: 'the name looked for in the whole header',
      dependencies: { lucia: '3.2.2', next: '15.1.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/api/greeting/route.ts': `import { currentUser } from '../../../lib/current-user';

export async function GET(request: Request) {
  const sent = request.headers.get('cookie') ?? '';
  if (!sent.includes('auth_session')) return new Response('Hello, stranger');
//                   ^^^^^^^^^^^^^^ literal
  return new Response(\`Hello, \${(await currentUser())?.name}\`);
}
`,
      },
    },
    {
      name: 'the name in longer texts',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0' },
      files: {
        'app/lucia.server.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter.server';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'club.sid' } });

export async function memberOf(request: Request) {
  const id = request.headers.get('Cookie')?.match(/(?:^|; )club.sid=([^;]+)/)?.[1];
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ literal
  return id ? (await lucia.validateSession(id)).user : null;
}

export async function machineOf(request: Request) {
  const key = request.headers.get('X-Machine') ?? '';
  const id = lucia.readSessionCookie(\`club.sid=\${key}\`);
//                                   ^^^^^^^^^^^^^^^^^ literal
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'app/routes/leave.ts': `import { redirect } from '@remix-run/node';
import { lucia } from '../lucia.server';

export async function action({ request }: { request: Request }) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (id) await lucia.invalidateSession(id);
  throw redirect('/', { headers: { 'Set-Cookie': 'club.sid=; Path=/; HttpOnly; Max-Age=0' } });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ literal
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the cookie that Lucia makes',
      dependencies: next,
      files: {
        'lib/auth.ts': instance,
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function signIn(userId: string) {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
}
`,
      },
    },
    {
      name: 'serialized into a header',
      dependencies: express,
      files: {
        'src/lucia.ts': instance,
        'src/login.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export async function signIn(userId: string, res: Response) {
  const session = await lucia.createSession(userId, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
}
`,
      },
    },
    {
      name: 'read by the name of the instance',
      dependencies: nuxt,
      files: {
        'server/utils/auth.ts': instance,
        'server/middleware/auth.ts': `import { defineEventHandler, getCookie } from 'h3';
import { lucia } from '../utils/auth';

export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName) ?? null;
  event.context.session = id ? (await lucia.validateSession(id)).session : null;
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'longer texts with other names, or with the name of the instance',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0' },
      files: {
        'app/lucia.server.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter.server';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'sid' } });

export const themeOf = (request: Request) => request.headers.get('Cookie')?.match(/club-sid=([^;]+)/)?.[1];
export const machineOf = (key: string) => lucia.readSessionCookie(\`\${lucia.sessionCookieName}=\${key}\`);
export const forget = () => new Response(null, { headers: { 'Set-Cookie': 'sid-hint=; Path=/; Max-Age=0' } });
export const link = (id: string) => \`sid=\${id}\`;
`,
      },
    },
    {
      name: 'sessions of the own making in a project that has the package for its other parts',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/tickets.ts': `import { generateIdFromEntropySize } from 'lucia';
import type { Cookies } from '@sveltejs/kit';
import { db } from './db';
import { sessions } from './schema';

export async function openTicket(jar: Cookies, userId: string) {
  const ticket = generateIdFromEntropySize(25);
  await db.insert(sessions).values({ id: ticket, userId, expiresAt: Date.now() + 864e5 });
  keepTicket(jar, ticket);
}

export function keepTicket(jar: Cookies, ticket: string) {
  jar.set('auth_session', ticket, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 86400 });
}
`,
      },
    },
    {
      name: 'one constant names the cookie and reads it',
      dependencies: hono,
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const COOKIE = 'my_session';
export const lucia = new Lucia(adapter, { sessionCookie: { name: COOKIE } });
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { COOKIE, lucia } from './lucia';

export const app = new Hono().get('/', async (c) => c.json(await lucia.validateSession(getCookie(c, COOKIE) ?? '')));
`,
      },
    },
    {
      name: 'attributes copied one by one',
      dependencies: hono,
      files: {
        'src/lucia.ts': instance,
        'src/login.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export async function signIn(c: Context, userId: string) {
  const session = await lucia.createSession(userId, {});
  const made = lucia.createSessionCookie(session.id);
  setCookie(c, made.name, made.value, {
    path: made.attributes.path,
    httpOnly: made.attributes.httpOnly,
    secure: made.attributes.secure,
    maxAge: made.attributes.maxAge,
  });
}
`,
      },
    },
    {
      name: 'an own id for the session, a cookie by Lucia',
      dependencies: kit,
      files: {
        'src/lib/server/auth.ts': instance,
        'src/lib/server/login.ts': `import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export async function signIn(cookies: Cookies, userId: string, sessionId: string) {
  await lucia.createSession(userId, {}, { sessionId });
  const cookie = lucia.createSessionCookie(sessionId);
  cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
}
`,
      },
    },
    {
      name: 'another cookie in a header',
      dependencies: express,
      files: {
        'src/lucia.ts': instance,
        'src/theme.ts': `import type { Response } from 'express';

export function setTheme(res: Response, theme: 'dark' | 'light') {
  res.setHeader('Set-Cookie', \`theme=\${theme}; Path=/\`);
}
`,
      },
    },
    {
      name: 'the name in the options and in a message',
      dependencies: express,
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'auth_session' } });
console.info('cookie auth_session is in use');
`,
      },
    },
    {
      name: 'a cookie with a name of its own that borrows the lifetime',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'app/theme/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function setTheme(theme: string) {
  const { attributes } = lucia.createBlankSessionCookie();
  (await cookies()).set('theme', theme === 'dark' ? 'dark' : 'light', { maxAge: 31536000, path: attributes.path });
}
`,
      },
    },
    {
      name: 'a helper that writes out what createSessionCookie() gave',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'lib/header.ts': `import type { Cookie } from 'lucia';

export function headerOf(cookie: Cookie): string {
  const { attributes: flags } = cookie;
  const words = [\`\${cookie.name}=\${cookie.value}\`];
  if (flags.httpOnly) words.push('HttpOnly');
  if (flags.secure) words.push('Secure');
  if (flags.sameSite) words.push(\`SameSite=\${flags.sameSite}\`);
  words.push(\`Path=\${flags.path ?? '/'}\`);
  if (flags.maxAge !== undefined) words.push(\`Max-Age=\${flags.maxAge}\`);
  return words.join('; ');
}
`,
        'app/enter/route.ts': `import { headerOf } from '../../lib/header';
import { lucia } from '../../lib/auth';
import { memberOf } from '../../lib/members';

export async function POST(request: Request) {
  const member = await memberOf(request);
  if (!member) return new Response(null, { status: 401 });
  const session = await lucia.createSession(member.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  return Response.json({ ok: true }, { headers: { 'Set-Cookie': headerOf(cookie) } });
}
`,
      },
    },
  ],
};

export default examples;
