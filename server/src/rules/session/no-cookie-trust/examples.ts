import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a server action lets in whoever has a cookie',
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
        'app/admin/page.tsx': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../lib/auth';

export default async function AdminPage() {
  const token = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!token) redirect('/login');
//     ^^^^^ presence
  return <h1>Admin</h1>;
}
`,
      },
    },
    {
      name: 'an Express guard that looks at the cookie only',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';

export function onlyMembers(req: Request, res: Response, next: NextFunction) {
  if (!req.cookies.auth_session) {
//     ^^^^^^^^^^^^^^^^^^^^^^^^ presence
    return res.status(401).end();
  }
  next();
}
`,
      },
    },
    {
      name: 'a right comes out of a cookie of any name',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/reports/+server.ts': `import { error, json } from '@sveltejs/kit';
import { listReports } from '$lib/server/reports';

export const GET = async ({ cookies }) => {
  const desk = JSON.parse(cookies.get('desk') ?? '{}');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ parsed
  if (!desk.mayAudit) error(403, 'For auditors only');
  return json(await listReports());
};
`,
      },
    },
    {
      name: 'the user comes out of a cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/+page.server.ts': `export const load = async ({ cookies }) => {
  const raw = cookies.get('user');
  const user = raw ? JSON.parse(raw) : null;
//                   ^^^^^^^^^^^^^^^ parsed
  return { role: user?.role };
};
`,
      },
    },
    {
      name: 'a role in a cookie',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/report.ts': `import { Router } from 'express';
import { report } from './data';

export const router = Router();

router.get('/report', async (req, res) => {
  if (req.cookies.role !== 'admin') return res.status(403).end();
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ presence
  res.json(await report());
});
`,
      },
    },
    {
      name: "the cookie looked up by Lucia's name for it",
      dependencies: { lucia: '3.2.2', express: '4.19.2', 'cookie-parser': '1.4.6' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/documents.ts': `import { Router } from 'express';
import { lucia } from './auth';
import { listDocuments } from './store';

export const documents = Router();

documents.get('/', async (req, res) => {
  if (!req.cookies[lucia.sessionCookieName]) return res.redirect('/login');
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ presence
  return res.render('documents', { documents: await listDocuments() });
});
`,
      },
    },
    {
      name: 'a role that is read out of an invitation in a cookie and stored',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/join/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { members } from '$lib/server/schema';

export const actions = {
  default: async ({ request, cookies }) => {
    const email = String((await request.formData()).get('email'));
    const ticket = cookies.get('ticket');
    const granted = ticket ? JSON.parse(ticket) : undefined;
//                           ^^^^^^^^^^^^^^^^^^ parsed
    if (!email.includes('@')) return fail(400);
    await db.insert(members).values({ email, role: granted?.as ?? 'reader', joinedAt: new Date() });
    return { joined: true };
  },
};
`,
      },
    },
    {
      name: 'rows are changed for whoever sends a cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('notes', { id: text('id').primaryKey(), stars: integer('stars') });
`,
        'src/routes/notes/+page.server.ts': `import { eq } from 'drizzle-orm';
import { db } from '../../db';
import { lucia } from '../../auth';
import { notes } from '../../schema';

export const actions = {
  star: async ({ cookies, request }) => {
    const held = cookies.get(lucia.sessionCookieName) ?? null;
    const form = await request.formData();
    if (held === null) {
//      ^^^^^^^^^^^^^ presence
      return { done: false };
    }
    await db.update(notes).set({ stars: 1 }).where(eq(notes.id, String(form.get('note'))));
    return { done: true };
  },
};
`,
      },
    },
    {
      name: 'a helper asserts that a cookie is there, and nothing else is asked',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', h3: '1.13.0' },
      files: {
        'server/api/invoices.get.ts': `function assertMember(event) {
  if (!getCookie(event, lucia.sessionCookieName)) throw createError({ statusCode: 401 });
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ presence
}

export default defineEventHandler(async (event) => {
  assertMember(event);
  return db.select({ id: invoices.id }).from(invoices);
});
`,
      },
    },
    {
      name: 'a user found by what a cookie says, whatever the variable is called',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/orders/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export async function load({ cookies }) {
  const session = cookies.get('session');
  if (!session) redirect(302, '/login');
//     ^^^^^^^ presence
  const user = await prisma.user.findUnique({ where: { id: session }, select: { id: true, name: true } });
  return { name: user?.name };
}
`,
      },
    },
    {
      name: 'the second step of a sign-in takes the user from a cookie',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.0' },
      files: {
        'lib/second.ts': `import { eq } from 'drizzle-orm';
import { authenticator } from 'otplib';
import { db, users } from './db';
import { lucia } from './lucia';

export async function finish(waiting: string, code: string) {
  const person = await db.query.users.findFirst({ where: eq(users.id, waiting) });
  if (!person || !authenticator.check(code, person.otpSecret)) throw new Error('Wrong code');
  return lucia.createSession(person.id, {});
}
`,
        'app/api/second/route.ts': `import { cookies } from 'next/headers';
import { finish } from '../../../lib/second';
import { sessionCookieOf } from '../../../lib/cookie';

export async function POST(request: Request) {
  const jar = await cookies();
  const waiting = jar.get('waiting_for_code')?.value;
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ chosen
  if (!waiting) return new Response(null, { status: 401 });
  const { code } = await request.json();
  const session = await finish(waiting, code);
  return new Response(null, { headers: { 'Set-Cookie': sessionCookieOf(session) } });
}
`,
      },
    },
    {
      name: 'whether the jar has a cookie of that name',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', h3: '1.13.0' },
      files: {
        'server/utils/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'server/utils/door.ts': `import type { H3Event } from 'h3';
import { lucia } from './lucia';

export function hasCookie(event: H3Event) {
  return lucia.sessionCookieName in parseCookies(event);
}
`,
        'server/api/quarries.get.ts': `import { hasCookie } from '../utils/door';

export default defineEventHandler(async (event) => {
  if (!hasCookie(event)) throw createError({ statusCode: 401 });
//     ^^^^^^^^^^^^^^^^ presence
  return db.select().from(quarries);
});
`,
      },
    },
    {
      name: 'the second step of a sign-in decodes the user out of a cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/halfway.ts': `import { unpack } from './unpack';

export function halfway(request: Request) {
  const header = request.headers.get('cookie') ?? '';
  const packed = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('halfway='))
    ?.split('=')[1];
  if (!packed) return null;
  const { person, until, ticket } = JSON.parse(unpack(decodeURIComponent(packed)));
  return until > Date.now() ? { person, ticket } : null;
}
`,
        'src/lib/unpack.ts': `export const unpack = (text: string) => Buffer.from(text, 'base64url').toString('utf8');
`,
        'src/routes/second/+server.ts': `import { error } from '@sveltejs/kit';
import { totp } from '$lib/totp';
import { halfway } from '$lib/halfway';
import { lucia } from '$lib/lucia';

export async function POST({ request }) {
  const half = halfway(request);
//             ^^^^^^^^^^^^^^^^ chosen
  const { digits } = await request.json();
  if (!half || !(await totp(half.person, digits))) error(401);
  const session = await lucia.createSession(half.person, {});
  return new Response(null, { headers: { 'set-cookie': lucia.createSessionCookie(session.id).serialize() } });
}
`,
      },
    },
    {
      name: 'a cookie that says the same of everybody who is signed in',
      dependencies: { lucia: '3.2.2', next: '15.1.4', '@trpc/server': '10.45.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/desk.ts': `import { cookies } from 'next/headers';

const COOKIE = 'desk_session';
const OPEN = 'unlocked';

export async function atDesk() {
  const jar = await cookies();
  return jar.get(COOKIE)?.value === OPEN;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
}
`,
        'src/server/context.ts': `import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  const sent = req.headers.get('cookie') ?? '';
  return { isClerk: sent.includes('desk_session=unlocked') };
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the session is validated',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';

export async function onlyMembers(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return res.status(401).end();
  const { user } = await lucia.validateSession(id);
  if (!user) return res.status(401).end();
  res.locals.user = user;
  next();
}
`,
      },
    },
    {
      name: 'the wrapper decides',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/admin/page.tsx': `import { redirect } from 'next/navigation';
import { currentSession } from '../../lib/session';

export default async function AdminPage() {
  const { user } = await currentSession();
  if (!user) redirect('/login');
  return <h1>Admin</h1>;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'what somebody was shown before, in a cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/tour/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ cookies }) => {
  const tour = JSON.parse(cookies.get('tour') ?? '{}');
  if (tour.isOver) redirect(302, '/overview');
  if (!tour.isBegun) redirect(302, '/welcome');
  return { step: tour.step ?? 0 };
};
`,
      },
    },
    {
      name: 'a theme in a cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/+layout.server.ts': `export const load = async ({ cookies }) => {
  const raw = cookies.get('theme');
  return { theme: raw ? JSON.parse(raw) : { dark: false } };
};
`,
      },
    },
    {
      name: 'the state cookie of an OAuth callback',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/oauth.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret');
export const app = new Hono();
app.get('/login/github/callback', async (c) => {
  const code = c.req.query('code');
  const state = c.req.query('state');
  const stored = getCookie(c, 'github_oauth_state') ?? null;
  if (!code || !state || !stored || state !== stored) return c.body(null, 400);
  try {
    await github.validateAuthorizationCode(code);
  } catch {
    return c.body(null, 400);
  }
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a cookie that remembers a choice',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/report.ts': `import { Router } from 'express';
import { report } from './data';

export const router = Router();

router.get('/report', async (req, res) => {
  if (!res.locals.user) return res.status(401).end();
  if (!req.cookies.region) return res.redirect('/choose-region');
  res.json(await report(req.cookies.region));
});
`,
      },
    },
    {
      name: 'a choice that is read out of a cookie and stored beside a fixed role',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/join/+page.server.ts': `import { db } from '$lib/server/db';
import { members } from '$lib/server/schema';

export const actions = {
  default: async ({ request, cookies }) => {
    const email = String((await request.formData()).get('email'));
    const choice = JSON.parse(cookies.get('choice') ?? '{}');
    await db.insert(members).values({ email, role: 'reader', theme: choice.theme });
    return { joined: true };
  },
};
`,
      },
    },
    {
      name: 'a page for guests that sends away whoever has the cookie',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', fastify: '5.1.0' },
      files: {
        'src/guests.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const guests = new Hono();

guests.get('/welcome', (c) => {
  const token = getCookie(c, 'auth_session');
  if (token) return c.redirect('/desk');
  return c.html('<a href="/login">Sign in</a>');
});

export async function onlyGuests(request: FastifyRequest, reply: FastifyReply) {
  if (request.cookies.auth_session) return reply.code(403).send({ hint: 'Sign out first.' });
}
`,
      },
    },
    {
      name: 'a cookie that is looked up in the table of sessions',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/routes.ts': `import Fastify from 'fastify';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessionTable } from './schema';
import { invoicesOf } from './invoices';

export const app = Fastify();

app.get('/invoices', async (request, reply) => {
  const token = request.cookies.auth_session;
  if (!token) return reply.code(401).send();
  const [row] = await db.select().from(sessionTable).where(eq(sessionTable.id, token));
  if (!row || row.expiresAt.getTime() < Date.now()) return reply.code(401).send();
  return invoicesOf(row.userId);
});
`,
      },
    },
    {
      name: 'rows that are kept for visitors, by a cookie of their own',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('notes', { id: text('id').primaryKey(), stars: integer('stars') });
`,
        'src/routes/notes/+page.server.ts': `import { eq } from 'drizzle-orm';
import { db } from '../../db';
import { lucia } from '../../auth';
import { notes } from '../../schema';

export const actions = {
  star: async ({ cookies, request }) => {
    const visitor = cookies.get('visitor_session');
    if (!visitor) return { done: false };
    await db.update(notes).set({ stars: 1 }).where(eq(notes.id, visitor));
    return { done: true };
  },
  drop: async ({ cookies, locals }) => {
    if (!cookies.get(lucia.sessionCookieName) || !locals.user) return { done: false };
    await db.delete(notes).where(eq(notes.id, locals.user.id));
    return { done: true };
  },
};
`,
      },
    },
    {
      name: 'a session ends by the id in its cookie, in a repository',
      dependencies: { lucia: '3.2.2', next: '14.2.0', '@prisma/client': '5.22.0' },
      files: {
        'app/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';
import { SessionStore } from '@/lib/stores';

export async function leave() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) redirect('/login');
  const sessions = new SessionStore();
  await sessions.delete(id);
  const blank = lucia.createBlankSessionCookie();
  cookies().set(blank.name, blank.value, blank.attributes);
  redirect('/');
}
`,
      },
    },
    {
      name: 'a helper turns away who has no cookie, and the handler validates it',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', h3: '1.13.0' },
      files: {
        'server/api/invoices.get.ts': `function assertCookie(event) {
  if (!getCookie(event, lucia.sessionCookieName)) throw createError({ statusCode: 401 });
}

export default defineEventHandler(async (event) => {
  assertCookie(event);
  const { user } = await lucia.validateSession(getCookie(event, lucia.sessionCookieName) ?? '');
  if (!user) throw createError({ statusCode: 401 });
  return db.select({ id: invoices.id }).from(invoices).where(eq(invoices.userId, user.id));
});
`,
      },
    },
    {
      name: 'the second step of a sign-in by a token that stands for the user, and by a signed cookie',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie, getSignedCookie } from 'hono/cookie';
import { eq } from 'drizzle-orm';
import { authenticator } from 'otplib';
import { db, users, waiting } from './db';
import { lucia } from './lucia';

export const app = new Hono();
app.post('/second', async (c) => {
  const token = getCookie(c, 'waiting') ?? '';
  const entry = await db.query.waiting.findFirst({ where: eq(waiting.id, token) });
  const person = entry && (await db.query.users.findFirst({ where: eq(users.id, entry.userId) }));
  if (!person || !authenticator.check(c.req.query('code')!, person.otpSecret)) return c.text('no', 403);
  const session = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.text('in');
});
app.post('/third', async (c) => {
  const id = await getSignedCookie(c, process.env.SECRET!, 'waiting');
  if (!id) return c.text('no', 403);
  const person = await db.query.users.findFirst({ where: eq(users.id, id) });
  if (!person || !authenticator.check(c.req.query('code')!, person.otpSecret)) return c.text('no', 403);
  const session = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.text('in');
});
app.post('/link', async (c) => {
  const magic = getCookie(c, 'magic') ?? '';
  const person = await db.query.users.findFirst({ where: eq(users.magicToken, magic) });
  if (!person) return c.text('no', 403);
  const session = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.text('in');
});
`,
      },
    },
    {
      name: 'a user whose id is the first part of a signed value, or is signed in a second cookie',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.0' },
      files: {
        'app/back/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { eq } from 'drizzle-orm';
import { db, users } from '@/lib/db';
import { lucia } from '@/lib/lucia';
import { holds } from '@/lib/seal';

export async function back() {
  const jar = await cookies();
  const kept = jar.get('came_from')?.value;
  if (!kept || !holds(kept, process.env.SEAL_SECRET!)) return { note: 'Sign in again' };
  const [id] = kept.split('.');
  const [person] = await db.select().from(users).where(eq(users.id, id!));
  const session = await lucia.createSession(person!.id, {});
  const made = lucia.createSessionCookie(session.id);
  jar.set(made.name, made.value, made.attributes);
  return { note: 'Welcome back' };
}

export async function backByMark() {
  const jar = await cookies();
  const id = jar.get('came_from_id')?.value;
  const mark = jar.get('came_from_mark')?.value;
  if (!id || !mark || !holds(id, mark, process.env.SEAL_SECRET!)) return { note: 'Sign in again' };
  const [person] = await db.select().from(users).where(eq(users.id, id));
  const session = await lucia.createSession(person!.id, {});
  const made = lucia.createSessionCookie(session.id);
  jar.set(made.name, made.value, made.attributes);
  return { note: 'Welcome back' };
}
`,
      },
    },
    {
      name: 'whether other objects have a key, and a cookie of another kind',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', h3: '1.13.0' },
      files: {
        'server/api/quarries.get.ts': `export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  if (!('page' in query)) throw createError({ statusCode: 400 });
  if (!('theme' in parseCookies(event))) throw createError({ statusCode: 403 });
  return { page: query.page };
});
`,
      },
    },
    {
      name: 'the second step of a sign-in looks at the seal of what it decodes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/halfway.ts': `import { createHmac, timingSafeEqual } from 'node:crypto';

export function halfway(request: Request) {
  const header = request.headers.get('cookie') ?? '';
  const packed = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('halfway='))
    ?.split('=')[1];
  if (!packed) return null;
  const { person, until, mac } = JSON.parse(atob(packed));
  const wanted = createHmac('sha256', process.env.HALFWAY!).update(person + until).digest();
  if (!timingSafeEqual(wanted, Buffer.from(mac, 'hex'))) return null;
  return until > Date.now() ? { person } : null;
}
`,
        'src/routes/second/+server.ts': `import { error } from '@sveltejs/kit';
import { totp } from '$lib/totp';
import { halfway } from '$lib/halfway';
import { lucia } from '$lib/lucia';

export async function POST({ request }) {
  const half = halfway(request);
  const { digits } = await request.json();
  if (!half || !(await totp(half.person, digits))) error(401);
  const session = await lucia.createSession(half.person, {});
  return new Response(null, { headers: { 'set-cookie': lucia.createSessionCookie(session.id).serialize() } });
}
`,
      },
    },
    {
      name: 'the second step of a sign-in looks up a ticket that is decoded with the user',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/halfway.ts': `import { unpack } from './unpack';

export function halfway(request: Request) {
  const header = request.headers.get('cookie') ?? '';
  const packed = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('halfway='))
    ?.split('=')[1];
  if (!packed) return null;
  const { person, until, ticket } = JSON.parse(unpack(decodeURIComponent(packed)));
  return until > Date.now() ? { person, ticket } : null;
}
`,
        'src/lib/unpack.ts': `export const unpack = (text: string) => Buffer.from(text, 'base64url').toString('utf8');
`,
        'src/lib/db.ts': `import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
`,
        'src/routes/second/+server.ts': `import { error } from '@sveltejs/kit';
import { totp } from '$lib/totp';
import { halfway } from '$lib/halfway';
import { lucia } from '$lib/lucia';
import { db } from '$lib/db';

export async function POST({ request }) {
  const half = halfway(request);
  const { digits } = await request.json();
  const open = await db.ticket.findFirst({ where: { code: half?.ticket, userId: half?.person } });
  if (!open) error(401);
  if (!half || !(await totp(half.person, digits))) error(401);
  const session = await lucia.createSession(half.person, {});
  return new Response(null, { headers: { 'set-cookie': lucia.createSessionCookie(session.id).serialize() } });
}
`,
      },
    },
    {
      name: 'choices in cookies, a session that was ended, and a hint in the browser',
      dependencies: { lucia: '3.2.2', next: '15.1.4', 'js-cookie': '3.0.5' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/looks.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function looks() {
  const jar = await cookies();
  return {
    dark: jar.get('user_theme')?.value === 'dark',
    byMail: jar.get('last_oauth')?.value === 'mail',
    hasLeft: jar.get(lucia.sessionCookieName)?.value === 'deleted',
    sameAsBefore: jar.get('auth_session')?.value === jar.get('former_session')?.value,
  };
}
`,
        'src/components/greeting.tsx': `'use client';
import Cookies from 'js-cookie';

export function Greeting() {
  const isKnown = document.cookie.includes('logged_in=yes') || Cookies.get('logged_in') === 'yes';
  return <p>{isKnown ? 'Welcome back' : 'Welcome'}</p>;
}
`,
      },
    },
  ],
};

export default examples;
