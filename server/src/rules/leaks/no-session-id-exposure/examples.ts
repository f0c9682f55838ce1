import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'sessions that come along with rows of people',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Person {
  id     String    @id
  name   String
  visits Session[]
}

model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  person    Person   @relation(fields: [userId], references: [id])
}
`,
        'src/people.ts': `import { prisma } from './prisma';

export class People {
  one = (id: string) => prisma.person.findUnique({ where: { id }, select: { id: true, name: true, visits: true } });
}
`,
        'src/card.ts': `import { Hono } from 'hono';
import { People } from './people';

export const card = new Hono();
card.get('/people/:id', async (c) => {
  const person = await new People().one(c.req.param('id'));
  return c.json({ person });
//                ^^^^^^ others
});
`,
        'src/devices.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const devices = new Hono();
devices.get('/devices', async (c) => {
  const me = await prisma.person.findUniqueOrThrow({ where: { id: c.get('userId') }, include: { visits: true } });
  return c.json({ name: me.name, devices: me.visits });
//                                        ^^^^^^^^^ others
});
`,
      },
    },
    {
      name: 'own sessions that are kept under what the cookie holds',
      dependencies: {
        '@sveltejs/kit': '2.8.0',
        'drizzle-orm': '0.36.4',
        '@oslojs/crypto': '1.0.1',
        '@oslojs/encoding': '1.1.0',
      },
      files: {
        'src/lib/server/sessions.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessions, users } from './schema';

export async function check(token: string) {
  const [row] = await db
    .select({ session: sessions, user: { id: users.id, name: users.name } })
    .from(sessions)
    .innerJoin(users, eq(sessions.userId, users.id))
    .where(eq(sessions.id, token));
  if (!row || row.session.expiresAt.getTime() <= Date.now()) return { session: null, user: null };
  return row;
}
`,
        'src/lib/server/reset.ts': `import { eq } from 'drizzle-orm';
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { db } from './db';
import { resets, sessions } from './schema';

export async function useReset(token: string) {
  const id = encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
  const [reset] = await db.delete(resets).where(eq(resets.id, id)).returning();
  if (reset) await db.delete(sessions).where(eq(sessions.userId, reset.userId));
  return reset;
}
`,
        'src/hooks.server.ts': `import { check } from '$lib/server/sessions';

export const handle = async ({ event, resolve }) => {
  const { session, user } = await check(event.cookies.get('sid') ?? '');
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => {
  return { session: locals.session, user: locals.user };
//                  ^^^^^^^^^^^^^^ body
};
`,
      },
    },
    {
      name: 'answers that an own helper puts into an envelope, and whole rows of the session table',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/devices.ts': `import { Router } from 'express';
import { lucia } from './lucia';
import { prisma } from './prisma';
import { reply } from './reply';

export const devices = Router();
devices.get('/current', async (req, res) => {
  const { session, user } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (!session) return reply(res, 401, null);
  return reply(res, 200, { name: user.name, key: session.id, until: session.expiresAt });
//                                               ^^^^^^^^^^ body
});
devices.get('/', async (req, res) => {
  const { user } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (!user) return reply(res, 401, null);
  const open = await prisma.session.findMany({ where: { userId: user.id }, select: { id: true, expiresAt: true } });
  return reply(res, 200, { open });
//                         ^^^^ others
});
`,
        'src/reply.ts': `import type { Response } from 'express';

const envelope = (ok: boolean, payload: unknown) =>
  ok ? { status: 'success', payload } : { status: 'error', payload: null };

export function reply(res: Response, status: number, payload: unknown) {
  res.status(status).json(envelope(status < 400, payload));
}
`,
        'src/prisma.ts': `import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
`,
        'prisma/schema.prisma': `model User {
  id       String    @id
  name     String
  sessions Session[]
}

model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  user      User     @relation(references: [id], fields: [userId])
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'a session of version 2 in the data of a page',
      dependencies: { lucia: '2.7.7', '@sveltejs/kit': '1.30.4' },
      files: {
        'src/routes/desk/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals, url }) => {
  const session = await locals.auth.validate();
  if (!session) {
    if (url.searchParams.has('guest')) return { session, user: null };
    throw redirect(302, '/login');
  }
  return { visit: session, user: session.user };
//                ^^^^^^^ body
};
`,
      },
    },
    {
      name: 'a server function that the browser asks for the session',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'server/visitor.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function visitor() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const found = await lucia.validateSession(id);
  return found;
//       ^^^^^ body
}
`,
        'components/greeting.tsx': `'use client';

import { useEffect, useState } from 'react';
import { visitor } from '../server/visitor';

export function Greeting() {
  const [name, setName] = useState('');
  useEffect(() => void visitor().then((found) => setName(found?.user?.name ?? '')), []);
  return <a href="/logout">{name}</a>;
}
`,
        'server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'the ids of sorted sessions',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/api/devices.get.ts': `import { lucia } from '../utils/auth';

export default defineEventHandler(async (event) => {
  const mine = await lucia.getUserSessions(event.context.user.id);
  return mine
    .filter((one) => one.id !== event.context.session.id)
    .sort((a, b) => Number(b.expiresAt) - Number(a.expiresAt))
    .map((one) => ({ handle: one.id, until: one.expiresAt }));
//                           ^^^^^^ others
});
`,
      },
    },
    {
      name: 'the session in an answer',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function me() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/api/me/route.ts': `import { me } from '../../../lib/auth';

export async function GET() {
  const { user, session } = await me();
  if (!user) return new Response(null, { status: 401 });
  return Response.json({ user, session });
//                             ^^^^^^^ body
}
`,
      },
    },
    {
      name: 'the ids of all sessions',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'server/api/devices.get.ts': `export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401 });
  const all = await lucia.getUserSessions(event.context.user.id);
  return all.map((one) => ({ id: one.id, until: one.expiresAt }));
//                               ^^^^^^ others
});
`,
      },
    },
    {
      name: 'a list of sessions from a service',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/devices.ts': `import { createHash } from 'node:crypto';
import { lucia } from './auth';

export class Devices {
  async of(userId: string, currentId: string) {
    const open = await lucia.getUserSessions(userId);
    return open.map((entry) => ({ ref: entry.id, until: entry.expiresAt, current: entry.id === currentId }));
  }
}
export const devices = new Devices();
export const handle = (id: string) => createHash('sha256').update(id).digest('hex');
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { lucia } from './auth';
import { devices } from './devices';

export const app = new Hono();
app.get('/devices', async (c) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!session) return c.body(null, 401);
  const list = await devices.of(user.id, session.id);
  return c.json({ list });
//              ^^^^^^^^ others
});
`,
      },
    },
    {
      name: 'a provider that runs in the browser',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'app/layout.tsx': `import type { ReactNode } from 'react';
import { SessionProvider } from './session-provider';
import { validateRequest } from '../lib/auth';

export default async function Layout({ children }: { children: ReactNode }) {
  const { session, user } = await validateRequest();
  return (
    <html lang="en">
      <body>
        <SessionProvider user={user} session={session}>
//                                            ^^^^^^^ body
          {children}
        </SessionProvider>
      </body>
    </html>
  );
}
`,
        'app/session-provider.tsx': `'use client';

import { createContext, type ReactNode } from 'react';
import type { Session, User } from 'lucia';

const Context = createContext<{ user: User | null; session: Session | null }>({ user: null, session: null });

export function SessionProvider(props: { user: User | null; session: Session | null; children: ReactNode }) {
  return <Context.Provider value={props}>{props.children}</Context.Provider>;
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './db';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export async function validateRequest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
    },
    {
      name: 'all of locals as page data',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/lucia';

export async function handle({ event, resolve }) {
  const token = event.cookies.get(lucia.sessionCookieName);
  const found = token ? await lucia.validateSession(token) : { user: null, session: null };
  event.locals.member = found.user;
  event.locals.session = found.session;
  return resolve(event);
}
`,
        'src/routes/+layout.server.ts': `export const load = (event) => {
  return { ...event.locals, title: 'Desk' };
//            ^^^^^^^^^^^^ body
};
`,
      },
    },
    {
      name: 'server functions that a hook of a library asks for the session',
      dependencies: {
        lucia: '3.2.2',
        next: '15.5.29',
        react: '19.0.0',
        swr: '2.2.5',
        '@tanstack/react-query': '5.59.0',
      },
      files: {
        'server/whoami.ts': `'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';

export const whoami = async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const found = await lucia.validateSession(id ?? '');
  if (!found.session) return redirect('/welcome');
  return found;
//       ^^^^^ body
};

export async function sitting() {
  const { session, user } = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  return { session, user };
//         ^^^^^^^ body
}
`,
        'hooks/use-me.ts': `import { useQuery } from '@tanstack/react-query';
import useSWR from 'swr';
import { sitting, whoami } from '../server/whoami';

export const useMe = () => useQuery({ queryKey: ['session'], queryFn: () => whoami() });
export const useSitting = () => useSWR('sitting', sitting);
`,
        'server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'a session id in elements of a page, and bound to a server function',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'lib/auth.ts': `import { cache } from 'react';
import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/letters/new/page.tsx': `import { redirect } from 'next/navigation';
import { whoIsThere } from '../../../lib/auth';
import { discard, post } from '../actions';

export default async function Page() {
  const { user, session } = await whoIsThere();
  if (!user) redirect('/login');
  const leave = discard.bind(null, session.id);
//                                 ^^^^^^^^^^ page
  return (
    <form action={post}>
      <input type="hidden" name="visit" value={session?.id} />
//                                             ^^^^^^^^^^^ page
      <textarea name="text" />
      <pre>{JSON.stringify(session)}</pre>
//                         ^^^^^^^ page
      <button formAction={leave}>Discard</button>
    </form>
  );
}
`,
        'app/letters/actions.ts': `'use server';

import { lucia } from '../../lib/auth';

export async function post(form: FormData) {
  await fetch('https://letters.example', { method: 'POST', body: form.get('text') });
}

export async function discard(visit: string) {
  await lucia.invalidateSession(visit);
}
`,
      },
    },
    {
      name: 'a wrapper in a file of server functions of an older Next',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'server/visitor.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function visitor() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const found = await lucia.validateSession(id);
  return found;
//       ^^^^^ body
}
`,
        'app/desk/page.tsx': `import { redirect } from 'next/navigation';
import { visitor } from '../../server/visitor';

export default async function Page() {
  const { user } = await visitor();
  if (!user) redirect('/login');
  return <p>{user.id}</p>;
}
`,
        'server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
      },
    },
    {
      name: 'ids of sessions in a field of what a service answers',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', 'drizzle-orm': '0.44.0' },
      files: {
        'lib/auth.ts': `import { cache } from 'react';
import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'lib/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const sessionTable = pgTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at').notNull(),
});
`,
        'lib/devices.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessionTable } from './schema';
import { whoIsThere } from './auth';

export async function devices() {
  const { user } = await whoIsThere();
  if (!user) return { code: 401, payload: { message: 'Log in first' } };
  const open = await db
    .select({ id: sessionTable.id, until: sessionTable.expiresAt })
    .from(sessionTable)
    .where(eq(sessionTable.userId, user.id));
  const shown = open.map((each) => ({ id: each.id, until: each.until }));
  return { code: 200, payload: shown };
}
`,
        'app/api/devices/route.ts': `import { devices } from '../../../lib/devices';

export async function GET() {
  const found = await devices();
  return Response.json(found.payload, { status: found.code });
//                     ^^^^^^^^^^^^^ others
}
`,
      },
    },
    {
      name: 'the cookies of the request as a text, for a client component',
      dependencies: { lucia: '3.2.2', next: '14.2.0', react: '18.3.0' },
      files: {
        'src/app/layout.tsx': `import { cookies } from 'next/headers';
import { Requests } from './requests';

export default function Layout({ children }) {
  return (
    <html>
      <body>
        <Requests jar={cookies().toString()}>{children}</Requests>
//                     ^^^^^^^^^^^^^^^^^^^^ body
      </body>
    </html>
  );
}
`,
        'src/app/shop/layout.tsx': `import { cookies } from 'next/headers';
import { Requests } from '../requests';

export default async function Layout({ children }) {
  const jar = await cookies();
  const given = jar.toString();
  return <Requests jar={given}>{children}</Requests>;
//                      ^^^^^ body
}
`,
        'src/app/requests.tsx': `'use client';

export function Requests({ jar, children }: { jar: string; children: React.ReactNode }) {
  return <section data-size={jar.length}>{children}</section>;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'sessions of people without their ids, and people whose sessions stay here',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Person {
  id       String    @id
  name     String
  sessions Session[]
  sittings TrainingSession[]
}

model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  person    Person   @relation(fields: [userId], references: [id])
}

model TrainingSession {
  id     String @id
  topic  String
  person Person @relation(fields: [personId], references: [id])
  personId String
}
`,
        'src/devices.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const devices = new Hono();
devices.get('/devices', async (c) => {
  const me = await prisma.person.findUniqueOrThrow({ where: { id: c.get('userId') }, include: { sessions: true, sittings: true } });
  const { sessions, ...shown } = me;
  return c.json({ shown, name: me.name, count: sessions.length, sittings: me.sittings, until: sessions.map((one) => one.expiresAt) });
});
devices.get('/devices/ends', async (c) => {
  const me = await prisma.person.findUniqueOrThrow({ where: { id: c.get('userId') }, include: { sessions: { select: { expiresAt: true } } } });
  return c.json({ me });
});
devices.get('/devices/none', async (c) => {
  const me = await prisma.person.findUniqueOrThrow({ where: { id: c.get('userId') }, include: { sessions: true } });
  return c.json({ ...me, sessions: me.sessions.length });
});
`,
      },
    },
    {
      name: 'rows of sessions without their ids, sessions of another kind, and a helper that answers with less than it is given',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/rooms.ts': `import { eq } from 'drizzle-orm';
import { Router } from 'express';
import { db } from './db';
import { lucia } from './lucia';
import { answer } from './answer';
import { logins, sessions } from './schema';

export const rooms = Router();
rooms.get('/', async (req, res) => {
  const { session, user } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (!session) return res.sendStatus(401);
  const talks = await db.select().from(sessions).where(eq(sessions.speakerId, user.id));
  const open = await db.select({ until: logins.expiresAt }).from(logins).where(eq(logins.userId, user.id));
  return answer(res, { talks, open }, session);
});
`,
        'src/answer.ts': `import type { Response } from 'express';
import type { Session } from 'lucia';

export function answer(res: Response, data: object, session: Session) {
  if (session.fresh) console.info('renewed', session.userId);
  res.json({ data, until: session.expiresAt });
}
`,
        'src/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const sessions = pgTable('talk_session', {
  id: text('id').primaryKey(),
  speakerId: text('speaker_id').notNull(),
  title: text('title').notNull(),
});

export const logins = pgTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
`,
        'src/db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';

export const db = drizzle(process.env.DATABASE_URL!);
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'only the user',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function me() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/api/me/route.ts': `import { me } from '../../../lib/auth';

export async function GET() {
  const { user, session } = await me();
  if (!session) return new Response(null, { status: 401 });
  return Response.json({ user, until: session.expiresAt });
}
`,
      },
    },
    {
      name: 'a handle instead of the id',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/devices.ts': `import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { lucia } from './auth';

export const app = new Hono();
app.get('/devices', async (c) => {
  const all = await lucia.getUserSessions(c.get('user').id);
  return c.json(all.map((one) => ({ handle: createHash('sha256').update(one.id).digest('hex'), until: one.expiresAt })));
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'own sessions that are kept under a hash of what the cookie holds',
      dependencies: {
        '@sveltejs/kit': '2.8.0',
        'drizzle-orm': '0.36.4',
        '@oslojs/crypto': '1.0.1',
        '@oslojs/encoding': '1.1.0',
      },
      files: {
        'src/lib/server/sessions.ts': `import { eq } from 'drizzle-orm';
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { db } from './db';
import { sessions, users } from './schema';

const rowIdOf = (token: string): string => encodeHexLowerCase(sha256(new TextEncoder().encode(token)));

export async function check(token: string) {
  const [row] = await db
    .select({ session: sessions, user: { id: users.id, name: users.name } })
    .from(sessions)
    .innerJoin(users, eq(sessions.userId, users.id))
    .where(eq(sessions.id, rowIdOf(token)));
  if (!row || row.session.expiresAt.getTime() <= Date.now()) return { session: null, user: null };
  return row;
}
`,
        'src/hooks.server.ts': `import { check } from '$lib/server/sessions';

export const handle = async ({ event, resolve }) => {
  const { session, user } = await check(event.cookies.get('sid') ?? '');
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => {
  return { session: locals.session, user: locals.user };
};
`,
        'src/routes/devices/+page.server.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { sessions } from '$lib/server/schema';

export const load = async ({ locals }) => {
  const open = await db.select().from(sessions).where(eq(sessions.userId, locals.user.id));
  return { devices: open.map(({ id, expiresAt }) => ({ id, until: expiresAt, isThis: id === locals.session.id })) };
};
`,
      },
    },
    {
      name: 'a wrapper among server functions that only the server calls',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'server/visitor.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function visitor() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
        'app/desk/page.tsx': `import { redirect } from 'next/navigation';
import { visitor } from '../../server/visitor';

export default async function Page() {
  const { user } = await visitor();
  if (!user) redirect('/login');
  return <p>{user.id}</p>;
}
`,
        'server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
    {
      name: 'the session of a visitor who has none',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals, url }) => {
  const visit = locals.session;
  if (!visit) return { path: url.pathname, visit: visit };
  return { path: url.pathname, until: visit.expiresAt };
};
`,
      },
    },
    {
      name: 'a service that gives out handles of sessions',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/devices.ts': `import { createHash } from 'node:crypto';
import { lucia } from './auth';

export class Devices {
  async of(userId: string, currentId: string) {
    const open = await lucia.getUserSessions(userId);
    return open.map((entry) => ({ ref: handle(entry.id), until: entry.expiresAt, current: entry.id === currentId }));
  }
}
export const devices = new Devices();
export const handle = (id: string) => createHash('sha256').update(id).digest('hex');
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { lucia } from './auth';
import { devices } from './devices';

export const app = new Hono();
app.get('/devices', async (c) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!session) return c.body(null, 401);
  const list = await devices.of(user.id, session.id);
  return c.json({ list });
});
`,
      },
    },
    {
      name: 'a project with bearer tokens',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/token.ts': `import { Hono } from 'hono';
import { lucia } from './auth';

export const app = new Hono();
app.post('/token', async (c) => {
  const current = lucia.readBearerToken(c.req.header('Authorization') ?? '');
  const { user } = await lucia.validateSession(current ?? '');
  if (!user) return c.body(null, 401);
  const session = await lucia.createSession(user.id, {});
  return c.json({ token: session.id });
});
`,
      },
    },
    {
      name: 'the id of the user',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/api/me.get.ts': `export default defineEventHandler((event) => {
  return { id: event.context.user?.id ?? null };
});
`,
      },
    },
    {
      name: 'all of locals where no session is kept there',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/lucia';

export async function handle({ event, resolve }) {
  const token = event.cookies.get(lucia.sessionCookieName);
  const found = token ? await lucia.validateSession(token) : { user: null, session: null };
  event.locals.member = found.user;
  return resolve(event);
}
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => locals;
`,
      },
    },
    {
      name: 'the token that an app on a phone sends back in a header, and the answer of a helper that notes who changed a row',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './auth';

export const phone = createMiddleware(async (c, next) => {
  const sent = /^Bearer\\s+(\\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const { user } = sent ? await lucia.validateSession(sent) : { user: null };
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
`,
        'src/tasks.ts': `import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { db } from './db';
import { tasks } from './schema';

export async function finish(sessionId: string, id: string) {
  const { user } = await lucia.validateSession(sessionId);
  if (!user) return false;
  await db.update(tasks).set({ doneBy: user.id, doneAt: new Date() }).where(eq(tasks.id, id));
  return true;
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
import { userOf } from './passwords';
import { finish } from './tasks';

export const app = new Hono();
app.post('/phone/login', async (c) => {
  const user = await userOf(await c.req.json());
  if (!user) return c.body(null, 401);
  const opened = await lucia.createSession(user.id, {});
  return c.json({ bearer: opened.id, name: user.name });
});
app.post('/tasks/:id', async (c) => c.json(await finish(getCookie(c, lucia.sessionCookieName) ?? '', c.req.param('id'))));
`,
      },
    },
    {
      name: 'cookies of an account elsewhere, kept in a session of its client',
      dependencies: { lucia: '^3.2.2', '@sveltejs/kit': '^2.5.0', '@prisma/client': '^5.0.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/portal.ts': `type Cookies = Record<string, string>;
export type PortalSession = { host: string; cookies: Cookies };

function taken(headers: Headers, before: Cookies = {}): Cookies {
  const cookies = { ...before };
  for (const line of headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';')[0]!.split('=');
    cookies[name] = value;
  }
  return cookies;
}

export async function enter(host: string, password: string): Promise<{ session: PortalSession; code: boolean }> {
  const answer = await fetch(\`https://\${host}/enter\`, { method: 'POST', body: new URLSearchParams({ password }) });
  return { session: { host, cookies: taken(answer.headers) }, code: answer.status === 202 };
}

export async function confirm(session: PortalSession, code: string): Promise<{ session: PortalSession }> {
  const answer = await fetch(\`https://\${session.host}/code\`, { method: 'POST', body: new URLSearchParams({ code }) });
  return { session: { host: session.host, cookies: taken(answer.headers, session.cookies) } };
}
`,
        'src/routes/timetable/+page.server.ts': `import { confirm, enter } from '$lib/server/portal';
import { fail } from '@sveltejs/kit';

export const actions = {
  connect: async ({ locals, request }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const entered = await enter('portal.example', String(form.get('portalPassword')));
    return { kept: JSON.stringify(entered.session.cookies), code: entered.code };
  },
  code: async ({ locals, request }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const kept = JSON.parse(String(form.get('kept')));
    const done = await confirm({ host: 'portal.example', cookies: kept }, String(form.get('code')));
    return { kept: JSON.stringify(done.session.cookies) };
  },
};
`,
      },
    },
    {
      name: 'other things of a session in elements of a page, and bound to functions of the page itself',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'lib/auth.ts': `import { cache } from 'react';
import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/letters/page.tsx': `import { redirect } from 'next/navigation';
import { lucia, whoIsThere } from '../../lib/auth';
import { send } from './actions';

export default async function Page() {
  const { user, session } = await whoIsThere();
  if (!user) redirect('/login');
  const leave = lucia.invalidateSession.bind(lucia, session.id);
  if (session.expiresAt < new Date()) await leave();
  return (
    <form action={send.bind(null, user.id)} className={session.fresh ? 'new' : 'old'} key={session.id}>
      <time dateTime={session.expiresAt.toISOString()}>{session ? 'until later' : ''}</time>
      <pre>{JSON.stringify({ until: session.expiresAt })}</pre>
    </form>
  );
}
`,
        'app/letters/actions.ts': `'use server';

export async function send(to: string, form: FormData) {
  await fetch('https://letters.example/' + to, { method: 'POST', body: form.get('text') });
}
`,
      },
    },
    {
      name: 'a picked field of what a service answers',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', 'drizzle-orm': '0.44.0' },
      files: {
        'lib/auth.ts': `import { cache } from 'react';
import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const whoIsThere = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'lib/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const sessionTable = pgTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at').notNull(),
});
`,
        'lib/devices.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessionTable } from './schema';

export async function devices(owner: string) {
  const open = await db.select().from(sessionTable).where(eq(sessionTable.userId, owner));
  return { rows: open.map(({ id, expiresAt }) => ({ id, expiresAt })), ends: open.map((each) => each.expiresAt) };
}
`,
        'app/api/devices/route.ts': `import { devices } from '../../../lib/devices';
import { whoIsThere } from '../../../lib/auth';

export async function GET() {
  const { user } = await whoIsThere();
  const found = await devices(user.id);
  return Response.json(found.ends);
}
`,
      },
    },
    {
      name: 'one cookie as a text, and all of them for another server',
      dependencies: { lucia: '3.2.2', next: '14.2.0', react: '18.3.0' },
      files: {
        'src/app/layout.tsx': `import { cookies } from 'next/headers';
import { Requests } from './requests';

export default async function Layout({ children }) {
  const answer = await fetch('https://api.example/menu', { headers: { cookie: cookies().toString() } });
  const theme = cookies().get('theme')?.value.toString() ?? 'light';
  return (
    <Requests theme={theme} menu={await answer.json()}>
      {children}
    </Requests>
  );
}
`,
        'src/app/requests.tsx': `'use client';

export function Requests({ theme, menu, children }: { theme: string; menu: string[]; children: React.ReactNode }) {
  return <section className={theme} data-size={menu.length}>{children}</section>;
}
`,
      },
    },
  ],
};

export default examples;
