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
      name: 'a server action, not the button that asks for it',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/drop-cookie.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export function dropCookie() {
  const blank = lucia.createBlankSessionCookie();
  cookies().set(blank.name, blank.value, blank.attributes);
}
`,
        'app/leave.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../lib/auth';
import { dropCookie } from '../lib/drop-cookie';

export async function leave() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (id) await lucia.invalidateSession(id);
  dropCookie();
}
export async function leaveQuickly() {
  dropCookie();
//^^^^^^^^^^^^ cookieOnly
}
`,
        'app/panel.tsx': `'use client';
import { useEvent } from '../lib/use-event';
import { leaveQuickly } from './leave';

export function SignOutPanel() {
  const onLeave = useEvent(async () => {
    await leaveQuickly();
  });
  return <button onClick={onLeave}>Leave</button>;
}
`,
      },
    },
    {
      name: 'a SvelteKit action that only blanks the cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/logout/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return fail(401);
    // forget the cookie
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
    redirect(302, '/login');
  },
};
`,
      },
      fixed: {
        'src/routes/logout/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return fail(401);
    // forget the cookie
    await lucia.invalidateSession(locals.session.id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
    redirect(302, '/login');
  },
};
`,
      },
    },
    {
      name: 'the cookie is deleted by its name',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/current-user.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const currentUser = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
});
`,
        'app/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentUser } from '../lib/current-user';

export async function leave() {
  const { session } = await currentUser();
  if (!session) redirect('/login');
  cookies().delete('sid');
//^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  redirect('/');
}
`,
      },
    },
    {
      name: 'the cookie is cleared by a helper in another file',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/forget.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './auth';

export function forgetBrowser(c: Context) {
  const empty = lucia.createBlankSessionCookie();
  setCookie(c, empty.name, empty.value, empty.attributes);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { forgetBrowser } from './forget';

export const app = new Hono();

app.post('/sign-out', async (c) => {
  forgetBrowser(c);
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'an Express handler that knows the session',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/logout.ts': `import express from 'express';
import { lucia } from './auth';

export const router = express.Router();

router.post('/logout', async (req, res) => {
  const { session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (session) console.log('bye');
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  res.redirect('/login');
});
`,
      },
      fixed: {
        'src/logout.ts': `import express from 'express';
import { lucia } from './auth';

export const router = express.Router();

router.post('/logout', async (req, res) => {
  const { session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (session) console.log('bye');
  if (session) await lucia.invalidateSession(session.id);
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  res.redirect('/login');
});
`,
      },
    },
    {
      name: 'a header written by hand',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/logout.ts': `import type { Request, Response } from 'express';

export async function logout(req: Request, res: Response) {
  res.setHeader('Set-Cookie', 'sid=; Path=/; HttpOnly; Max-Age=0');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  res.redirect('/login');
}
`,
      },
    },
    {
      name: 'a header of the answer clears the cookie',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.17.4' },
      files: {
        'app/lucia.server.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'app/routes/logout.ts': `import { redirect } from '@remix-run/node';

export async function action() {
  return redirect('/', { headers: { 'Set-Cookie': 'auth_session=; Path=/; Max-Age=0' } });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
}
`,
      },
    },
    {
      name: 'a Headers object clears the cookie',
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
        'app/logout/route.ts': `import { lucia } from '../../lib/auth';

export async function POST() {
  const headers = new Headers({ Location: '/' });
  headers.set('Set-Cookie', \`\${lucia.sessionCookieName}=; Path=/; Max-Age=0\`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  return new Response(null, { status: 302, headers });
}
`,
      },
    },
    {
      name: 'an empty cookie of the package cookie',
      dependencies: { lucia: '3.2.2', next: '13.5.9', cookie: '0.6.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'pages/api/logout.ts': `import { serialize } from 'cookie';
import { verifyRequestOrigin } from 'lucia';
import type { NextApiHandler } from 'next';
import { auth } from '../../lib/auth';

const logout: NextApiHandler = async (req, res) => {
  if (req.method !== 'POST') return res.status(405).end();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  res.setHeader('Set-Cookie', serialize(auth.sessionCookieName, '', { path: '/', maxAge: 0 }));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  return res.redirect(303, '/');
};

export default logout;
`,
      },
    },
    {
      name: 'a logout that names the user where a session belongs',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/leave.ts': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './auth';

export const leave = new Hono<{ Variables: { user: { id: string } | null } }>().post('/leave', async (c) => {
  const member = c.get('user');
  if (!member) return c.body(null, 401);
  const { id } = member;
  await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  setCookie(c, blank.name, blank.value, blank.attributes);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  return c.body(null, 204);
});
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'the cookie of an empty session id',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'app/leave.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';

export async function leave() {
  const none = lucia.createSessionCookie('');
  cookies().set(none.name, none.value, none.attributes);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieOnly
  return { left: true };
}
`,
        'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }`,
      },
    },
  ],
  good: [
    {
      name: 'invalidated and cleared',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/logout/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return fail(401);
    await lucia.invalidateSession(locals.session.id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
    redirect(302, '/login');
  },
};
`,
      },
    },
    {
      name: 'a service ends the session',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/session-service.ts': `import { lucia } from './auth';

export class SessionService {
  async end(id: string): Promise<void> {
    await lucia.invalidateSession(id);
  }
}
`,
        'src/logout.ts': `import type { Request, Response } from 'express';
import { lucia } from './auth';
import { SessionService } from './session-service';

const sessions = new SessionService();

export async function logout(req: Request, res: Response) {
  await sessions.end(res.locals.session.id);
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).status(204).end();
}
`,
      },
    },
    {
      name: 'all sessions of the user end',
      dependencies: { lucia: '3.2.2', h3: '1.12.0', nuxt: '3.13.0' },
      files: {
        'server/utils/auth.ts': AUTH,
        'server/api/logout.post.ts': `export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401 });
  await lucia.invalidateUserSessions(event.context.user.id);
  appendHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the wrapper is asked in the body of a transaction',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/visitor.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const visitor = cache(async () => {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { session, user } = await lucia.validateSession(id);
  if (!session) {
    const blank = lucia.createBlankSessionCookie();
    jar.set(blank.name, blank.value, blank.attributes);
  }
  return user;
});
`,
        'lib/shelves.ts': `import { visitor } from './visitor';

export async function shelvesOf(tx) {
  const owner = await visitor();
  return owner ? tx.shelf.findMany({ where: { ownerId: owner.id } }) : [];
}
`,
        'app/shelves/actions.ts': `'use server';
import { PrismaClient } from '@prisma/client';
import { shelvesOf } from '../../lib/shelves';

const prisma = new PrismaClient();

export async function hideShelf(id: string) {
  return prisma.$transaction(async (tx) => {
    const shelves = await shelvesOf(tx);
    if (shelves.length < 2) await tx.shelf.update({ where: { id }, data: { hidden: true } });
  });
}
`,
      },
    },
    {
      name: 'helpers for the cookie that nothing calls yet',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/lib/server/jar.ts': `import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export function dropCookie(jar: Cookies) {
  const { name, value, attributes } = lucia.createBlankSessionCookie();
  jar.set(name, value, { path: '/', ...attributes });
}

export class SessionCookies {
  blank() {
    return lucia.createBlankSessionCookie();
  }
}
`,
      },
    },
    {
      name: 'a method that makes the blank cookie for its caller',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lib/auth.ts': AUTH,
        'src/lib/accounts.ts': `import { lucia } from './auth';

export class Accounts {
  async lookUp(ticket: string) {
    const found = await lucia.validateSession(ticket);
    return found.session ? { member: found.user.id, session: found.session } : found;
  }
  emptyCookie() {
    return lucia.createBlankSessionCookie();
  }
}
`,
      },
    },
    {
      name: 'a procedure behind a caller signs out',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@trpc/server': '10.45.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/lib/server/api.ts': `import { appRouter } from './router';

export const api = (event) => appRouter.createCaller({ session: event.locals.session });
`,
        'src/routes/leave/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { api } from '$lib/server/api';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async (event) => {
    await api(event).account.signOut();
    const blank = lucia.createBlankSessionCookie();
    event.cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
    redirect(303, '/');
  },
};
`,
      },
    },
    {
      name: 'a wrapper clears the cookie of an invalid session',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const getAuth = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const cookie = lucia.createSessionCookie(result.session.id);
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // a page is being rendered
  }
  return result;
});
`,
      },
    },
    {
      name: 'a handler that finds its session expired',
      dependencies: { lucia: '3.2.2', fastify: '4.28.0', '@fastify/cookie': '9.0.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/me.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import { lucia } from './auth';

export async function me(request: FastifyRequest, reply: FastifyReply) {
  const id = request.cookies[lucia.sessionCookieName];
  if (!id) return reply.status(401).send();
  const { user } = await lucia.validateSession(id);
  if (user === null) {
    reply.clearCookie(lucia.sessionCookieName);
    return reply.status(401).send();
  }
  return user;
}
`,
      },
    },
    {
      name: 'an account is deleted with its sessions',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/account/+page.server.ts': `import { PrismaClient } from '@prisma/client';
import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

const prisma = new PrismaClient();

export const actions = {
  remove: async ({ locals, cookies }) => {
    if (!locals.user) redirect(302, '/login');
    await prisma.user.delete({ where: { id: locals.user.id } });
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
    redirect(302, '/');
  },
};
`,
      },
    },
    {
      name: 'the logout is done by an API',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

export async function logout() {
  await fetch('https://api.example.com/logout', { method: 'POST', headers: { cookie: cookies().toString() } });
  cookies().delete('auth_session');
  redirect('/');
}
`,
      },
    },
    {
      name: 'another cookie',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': AUTH,
        'app/theme/route.ts': `import { cookies } from 'next/headers';

export async function POST() {
  cookies().delete('theme');
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'another cookie that borrows the attributes of the blank one',
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
        'app/cart/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function emptyCart() {
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set('cart', '', { ...blank.attributes, maxAge: 0 });
}
`,
      },
    },
    {
      name: 'a look-up of the visitor that writes one cookie or the other, and gives something of its own',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/visitor.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';
import { people } from './people';

export async function visitor() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { session, user } = await lucia.validateSession(id);
  try {
    let cookie = lucia.createBlankSessionCookie();
    if (session !== null && session.fresh) cookie = lucia.createSessionCookie(session.id);
    jar.set(cookie.name, cookie.value, cookie.attributes);
  } catch {}
  return people.profile(user?.id);
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
        'lib/people.ts': `const known = new Map<string, { name: string }>();

export const people = { profile: (id: string | undefined) => (id ? (known.get(id) ?? null) : null) };
`,
        'app/page.tsx': `import { visitor } from '@/lib/visitor';

export default async function Page() {
  const profile = await visitor();
  return <h1>{profile?.name ?? 'Hello'}</h1>;
}
`,
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      },
    },
    {
      name: 'a cookie that is thrown away when something went wrong',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';

export const handleError = ({ error, event }) => {
  console.error(error);
  if (event.cookies.get(lucia.sessionCookieName)) event.cookies.delete(lucia.sessionCookieName, { path: '/' });
  return { message: 'Something went wrong, please sign in again.' };
};
`,
      },
    },
    {
      name: 'the cookie of a session that has run out, by its own look at the row',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.0' },
      files: {
        'lib/current.ts': `import { cookies } from 'next/headers';
import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { db } from './db';
import { sessions } from './schema';

export async function currentSession() {
  const store = await cookies();
  const id = store.get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const row = await db.query.sessions.findFirst({ where: eq(sessions.id, id) });
  if (!row || Date.now() >= row.expiresAt.getTime()) {
    const blank = lucia.createBlankSessionCookie();
    store.set(blank.name, blank.value, blank.attributes);
    return null;
  }
  return row;
}
`,
        'app/api/me/route.ts': `import { currentSession } from '../../../lib/current';

export async function GET() {
  const session = await currentSession();
  return session ? Response.json({ since: session.createdAt }) : new Response(null, { status: 401 });
}
`,
      },
    },
    {
      name: 'all sessions of a user, and the one of an administrator who takes on a user',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/everywhere/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.user) redirect(303, '/login');
    await lucia.invalidateUserSessions(locals.user.id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
    redirect(303, '/login');
  },
  handBack: async ({ locals, cookies }) => {
    if (!locals.session) redirect(303, '/login');
    const { id, userId } = locals.session;
    console.log('handed back', userId);
    await lucia.invalidateSession(id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
    redirect(303, '/admin');
  },
};
`,
      },
    },
    {
      name: 'the cookie of an empty session id, after the session has ended',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'app/leave.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../lib/auth';

export async function leave() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (id) await lucia.invalidateSession(id);
  const none = lucia.createSessionCookie('');
  cookies().set(none.name, none.value, none.attributes);
}
`,
      },
    },
  ],
};

export default examples;
