import type { Examples } from '../../../core/examples';

const NEXT = { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' };

const WRAPPER = `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const currentSession = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
});
`;

const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'a negated wrapper in a route handler',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/session.ts': WRAPPER,
        'app/api/notes/route.ts': `import { currentSession } from '../../../lib/session';

export async function GET() {
  // only for members
  if (!currentSession()) {
//     ^^^^^^^^^^^^^^^^ condition
    return new Response(null, { status: 401 });
  }
  return Response.json([]);
}
`,
      },
      fixed: {
        'app/api/notes/route.ts': `import { currentSession } from '../../../lib/session';

export async function GET() {
  // only for members
  if (!(await currentSession()).session) {
    return new Response(null, { status: 401 });
  }
  return Response.json([]);
}
`,
      },
    },
    {
      name: 'a password that is never checked',
      dependencies: { lucia: '3.2.2', express: '4.19.2', '@node-rs/argon2': '2.0.2' },
      files: {
        'src/passwords.ts': `import { verify } from '@node-rs/argon2';

export const matches = (stored: string, given: string) => verify(stored, given);
`,
        'src/login.ts': `import type { Request, Response } from 'express';
import { findAccount } from './accounts';
import { matches } from './passwords';

export async function login(req: Request, res: Response) {
  const account = await findAccount(req.body.email);
  const ok = matches(account.passwordHash, req.body.password);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ condition
  if (!ok) return res.status(401).end();
  return res.json({ ok: true });
}
`,
        'src/accounts.ts': `export declare function findAccount(email: string): Promise<{ passwordHash: string }>;
`,
      },
      fixed: {
        'src/login.ts': `import type { Request, Response } from 'express';
import { findAccount } from './accounts';
import { matches } from './passwords';

export async function login(req: Request, res: Response) {
  const account = await findAccount(req.body.email);
  const ok = await matches(account.passwordHash, req.body.password);
  if (!ok) return res.status(401).end();
  return res.json({ ok: true });
}
`,
      },
    },
    {
      name: 'a session that may not be gone when the answer is',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/logout/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) redirect(302, '/login');
    lucia.invalidateSession(locals.session.id);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
    redirect(302, '/login');
  },
};
`,
      },
      fixed: {
        'src/routes/logout/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) redirect(302, '/login');
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
      name: 'user and session taken out of a promise',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.js': `import { Lucia } from 'lucia';
import { adapter } from './adapter.js';

export const auth = new Lucia(adapter);
`,
        'src/session.js': `import { createMiddleware } from 'hono/factory';
import { getCookie, setCookie } from 'hono/cookie';
import { auth } from './auth.js';

export const withSession = createMiddleware(async (c, next) => {
  const { session, user } = auth.validateSession(getCookie(c, auth.sessionCookieName) ?? '');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ value
  const cookie = session?.fresh ? auth.createSessionCookie(session.id) : auth.createBlankSessionCookie();
  if (!session || session.fresh) setCookie(c, cookie.name, cookie.value, cookie.attributes);
  c.set('user', user);
  c.set('session', session);
  await next();
});
`,
      },
      fixed: {
        'src/session.js': `import { createMiddleware } from 'hono/factory';
import { getCookie, setCookie } from 'hono/cookie';
import { auth } from './auth.js';

export const withSession = createMiddleware(async (c, next) => {
  const { session, user } = await auth.validateSession(getCookie(c, auth.sessionCookieName) ?? '');
  const cookie = session?.fresh ? auth.createSessionCookie(session.id) : auth.createBlankSessionCookie();
  if (!session || session.fresh) setCookie(c, cookie.name, cookie.value, cookie.attributes);
  c.set('user', user);
  c.set('session', session);
  await next();
});
`,
      },
    },
    {
      name: 'a promise stored as the hash',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/signup.js': `import argon2 from 'argon2';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function signUp(email, secret) {
  return prisma.user.create({
    data: { email, passwordHash: argon2.hash(secret) },
//                               ^^^^^^^^^^^^^^^^^^^ stored
  });
}
`,
      },
      fixed: {
        'src/signup.js': `import argon2 from 'argon2';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function signUp(email, secret) {
  return prisma.user.create({
    data: { email, passwordHash: await argon2.hash(secret) },
  });
}
`,
      },
    },
    {
      name: 'a promise bound in SQL',
      dependencies: { lucia: '3.2.2', pg: '8.13.0', bcryptjs: '2.4.3' },
      files: {
        'src/signup.js': `import bcrypt from 'bcryptjs';
import { pool } from './db.js';

export async function signUp(email, secret) {
  const digest = bcrypt.hash(secret, 12);
//               ^^^^^^^^^^^^^^^^^^^^^^^ stored
  await pool.query('INSERT INTO account (email, password_hash) VALUES ($1, $2)', [email, digest]);
}
`,
      },
      fixed: {
        'src/signup.js': `import bcrypt from 'bcryptjs';
import { pool } from './db.js';

export async function signUp(email, secret) {
  const digest = await bcrypt.hash(secret, 12);
  await pool.query('INSERT INTO account (email, password_hash) VALUES ($1, $2)', [email, digest]);
}
`,
      },
    },
    {
      name: 'the wrapper of the guides, out of sight',
      dependencies: { lucia: '3.2.2', next: '16.0.0' },
      files: {
        'app/desk/page.tsx': `import { redirect } from 'next/navigation';
import { validateRequest } from '@/server/session';

export default async function Desk() {
  const { user } = validateRequest();
//                 ^^^^^^^^^^^^^^^^^ value
  if (!user) redirect('/enter');
  return <h1>{user.name}</h1>;
}
`,
      },
    },
    {
      name: 'a guard that looks the session up by itself',
      dependencies: { lucia: '3.2.2', next: '15.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'berth' } });
`,
        'src/crew.ts': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export async function sailor() {
  const ticket = (await cookies()).get('berth')?.value;
  if (!ticket) return null;
  const row = await prisma.session.findUnique({ where: { id: ticket }, include: { user: true } });
  return !row || row.expiresAt < new Date() ? null : row.user;
}

export async function checkIn() {
  const found = await sailor();
  if (!found) redirect('/pier');
  return found;
}

export function forCrew<Args extends unknown[], Result>(work: (who: { id: string }, ...args: Args) => Promise<Result>) {
  return async (...args: Args) => {
    const who = await checkIn();
    return work(who, ...args);
  };
}
`,
        'src/app/hold/page.tsx': `import { checkIn, prisma } from '../../crew';

export default async function Hold() {
  checkIn();
//^^^^^^^^^ dropped
  return <p>{await prisma.crate.count()}</p>;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'awaited checks',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/session.ts': WRAPPER,
        'app/api/notes/route.ts': `import { currentSession } from '../../../lib/session';

export async function GET() {
  const { user } = await currentSession();
  if (!user) return new Response(null, { status: 401 });
  return Response.json([]);
}
`,
      },
    },
    {
      name: 'several at once, awaited together',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/session.ts': WRAPPER,
        'app/page.tsx': `import { currentSession } from '../lib/session';
import { loadPosts } from '../lib/posts';

export default async function Page() {
  const pending = currentSession();
  const posts = await loadPosts();
  const { user } = await pending;
  const [again] = await Promise.all([currentSession(), loadPosts()]);
  return <p>{user?.id}{again.user?.id}{posts.length}</p>;
}
`,
        'lib/posts.ts': `export async function loadPosts(): Promise<string[]> {
  return [];
}
`,
      },
    },
    {
      name: 'handed on',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/cleanup.ts': `import type { Context } from 'hono';
import { lucia } from './auth';

export function endAll(userId: string) {
  return lucia.invalidateUserSessions(userId);
}

export async function later(c: Context, userId: string) {
  c.executionCtx.waitUntil(endAll(userId));
  void lucia.deleteExpiredSessions();
  endAll(userId).catch((error: unknown) => console.error(error));
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a note of who looked, on which nothing waits',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/session.ts': WRAPPER,
        'lib/audience.ts': `import { currentSession } from './session';
import { counters } from './counters';

export async function noteCurrentReader(article: string) {
  const { user } = await currentSession();
  await counters.push({ article, reader: user?.id ?? 'guest' });
}
`,
        'app/articles/[id]/page.tsx': `import { noteCurrentReader } from '../../../lib/audience';

export default async function Page({ params }: { params: { id: string } }) {
  noteCurrentReader(params.id);
  return <article>{params.id}</article>;
}
`,
      },
    },
    {
      name: 'an effect of a component asks who is signed in',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'lib/who.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function who() {
  const jar = await cookies();
  const { user } = await lucia.validateSession(jar.get(lucia.sessionCookieName)?.value ?? '');
  return user;
}
`,
        'hooks/use-who.ts': `import { useEffect, useState } from 'react';
import { who } from '../lib/who';

export function useWho() {
  const [name, setName] = useState('');
  useEffect(() => {
    async function ask() {
      const user = await who();
      setName(user?.name ?? '');
    }
    ask();
  }, []);
  return name;
}
`,
      },
    },
    {
      name: 'a synchronous guard of the same name',
      dependencies: { lucia: '3.2.2', h3: '1.12.0', nuxt: '3.13.0' },
      files: {
        'server/utils/guard.ts': `import type { H3Event } from 'h3';

export function validateRequest(event: H3Event) {
  if (!event.context.user) throw createError({ statusCode: 401 });
}
`,
        'server/api/notes.get.ts': `export default defineEventHandler(async (event) => {
  validateRequest(event);
  return [];
});
`,
      },
    },
    {
      name: 'mail and database work that is not awaited',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/verify/+page.server.ts': `import { db } from '$lib/server/db';
import { visits } from '$lib/server/schema';
import { sendVerificationMail } from '$lib/server/mail';

export const load = async ({ locals }) => {
  sendVerificationMail(locals.user.email);
  db.insert(visits).values({ userId: locals.user.id });
  return {};
};
`,
        'src/lib/server/mail.ts': `export async function sendVerificationMail(to: string): Promise<void> {
  await fetch('https://mail.example.com', { method: 'POST', body: to });
}
`,
      },
    },
    {
      name: 'the synchronous forms of password libraries',
      dependencies: { lucia: '3.2.2', bcryptjs: '2.4.3' },
      files: {
        'src/login.ts': `import bcrypt from 'bcryptjs';

export function check(password: string, stored: string): boolean {
  if (!bcrypt.compareSync(password, stored)) return false;
  bcrypt.compare(password, stored, (error, same) => console.log(!!error, same));
  return true;
}
`,
      },
    },
    {
      name: 'a middleware that goes on through next',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/require-user.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';

export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!session) return res.status(401).end();
  if (session.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  res.locals.user = user;
  return next();
}

export function unlessPublic(req: Request, res: Response, next: NextFunction) {
  if (req.path.startsWith('/public')) next();
  else requireUser(req, res, next);
}
`,
      },
    },
    {
      name: 'a signal made of a server function',
      dependencies: { lucia: '3.2.2', '@solidjs/start': '1.0.0', 'solid-js': '1.9.0' },
      files: {
        'src/lib/user.ts': `'use server';
import { lucia } from './auth';
import { readCookie } from './request';

export async function getMember() {
  const { user } = await lucia.validateSession(readCookie());
  return user;
}
`,
        'src/lib/auth.ts': AUTH,
        'src/routes/index.tsx': `import { createResource } from 'solid-js';
import { getMember } from '~/lib/user';

export default function Home() {
  const [member] = createResource(() => getMember());
  const resource = createResource(getMember)[0];
  return <p>{!member() ? 'guest' : resource()?.id}</p>;
}
`,
      },
    },
    {
      name: 'own sessions in a database that answers at once',
      dependencies: { '@sveltejs/kit': '2.8.0', 'better-sqlite3': '11.5.0' },
      files: {
        'src/lib/server/sessions.ts': `import { db } from './db';

export function resolveSession(token: string) {
  const row = db.prepare('SELECT id, user_id, expires_at FROM session WHERE id = ?').get(token);
  if (!row || row.expires_at * 1000 <= Date.now()) return { session: null, user: null };
  return { session: { id: row.id }, user: { id: row.user_id } };
}
`,
        'src/hooks.server.ts': `import { resolveSession } from '$lib/server/sessions';

export const handle = async ({ event, resolve }) => {
  const token = event.cookies.get('session');
  const { session, user } = token ? resolveSession(token) : { session: null, user: null };
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
`,
      },
    },
    {
      name: 'a page has what it waits for loaded ahead',
      dependencies: { lucia: '3.2.2', '@solidjs/start': '1.0.10', '@solidjs/router': '0.15.1' },
      files: {
        'src/viewer.ts': `import { query } from '@solidjs/router';
import { getCookie } from 'vinxi/http';
import { lucia } from './lucia';

export const viewer = query(async () => {
  'use server';
  const id = getCookie(lucia.sessionCookieName);
  if (!id) throw new Error('Sign in');
  const { user } = await lucia.validateSession(id);
  if (!user) throw new Error('Sign in');
  return user;
}, 'viewer');
`,
        'src/routes/desk.tsx': `import { createAsync } from '@solidjs/router';
import { viewer } from '../viewer';

export const route = {
  preload: () => {
    viewer();
  },
};

export default function Desk() {
  const user = createAsync(() => viewer());
  return <h1>{user()?.name}</h1>;
}
`,
      },
    },
    {
      name: 'an action that asks who is signed in and is started by another',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'src/session.ts': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';

export async function member() {
  const found = await lucia.validateSession(cookies().get(lucia.sessionCookieName)?.value ?? '');
  if (!found.session) redirect('/enter');
  return found;
}
`,
        'src/orders.ts': `'use server';

import { PrismaClient } from '@prisma/client';
import { member } from './session';

const prisma = new PrismaClient();

export async function place(dish: string) {
  const { user } = await member();
  const order = await prisma.order.create({ data: { dish, memberId: user.id } });
  confirmOrder(order.id);
  return { placed: true };
}

export async function confirmOrder(id: string) {
  const { user } = await member();
  await prisma.order.update({ where: { id, memberId: user.id }, data: { confirmed: true } });
  return { confirmed: true };
}
`,
      },
    },
  ],
};

export default examples;
