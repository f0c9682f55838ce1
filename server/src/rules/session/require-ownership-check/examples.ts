import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'an account itself is changed by the id of the address',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  nickname: text('nickname'),
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './lucia';

export async function guard(req: Request, res: Response, next: NextFunction) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  res.locals.user = user;
  next();
}
`,
        'src/routes.ts': `import { Router } from 'express';
import { guard } from './guard';
import { rename } from './people';

export const people = Router();
people.route('/people/:who').patch(guard, rename);
`,
        'src/people.ts': `import { eq } from 'drizzle-orm';
import type { Request, Response } from 'express';
import { db } from './db';
import { users } from './schema';

export const rename = async (req: Request, res: Response) => {
  const { nickname } = req.body;
  await db.update(users).set({ nickname }).where(eq(users.id, req.params.who));
//      ^^^^^^^^^^^^^^^^^^^^ change
  res.sendStatus(204);
};
`,
      },
    },
    {
      name: 'a server function of Solid is called with an id',
      dependencies: { lucia: '3.2.2', '@solidjs/start': '1.0.0', '@solidjs/router': '0.14.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const lists = pgTable('lists', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  title: text('title').notNull(),
});
`,
        'src/lists.ts': `import { action, redirect } from '@solidjs/router';
import { eq } from 'drizzle-orm';
import { getRequestEvent } from 'solid-js/web';
import { db } from './db';
import { lists } from './schema';

export const removeList = action(async (list: string) => {
  'use server';
  const event = getRequestEvent();
  if (!event?.locals.user) throw redirect('/enter');
  await db.delete(lists).where(eq(lists.id, list));
//      ^^^^^^^^^ change
});
`,
      },
    },
    {
      name: 'an update by the id of the request',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  body: text('body').notNull(),
});
`,
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
        'app/notes/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { me } from '../../lib/auth';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';

export async function edit(form: FormData) {
  const { user } = await me();
  if (!user) return;
  const id = String(form.get('id'));
  await db.update(notes).set({ body: String(form.get('body')) }).where(eq(notes.id, id));
//      ^^^^^^^^^^^^^^^^^^^^ change
}
`,
      },
      fixed: {
        'app/notes/actions.ts': `'use server';
import { eq, and } from 'drizzle-orm';
import { me } from '../../lib/auth';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';

export async function edit(form: FormData) {
  const { user } = await me();
  if (!user) return;
  const id = String(form.get('id'));
  await db.update(notes).set({ body: String(form.get('body')) }).where(and(eq(notes.id, id), eq(notes.ownerId, user.id)));
}
`,
      },
    },
    {
      name: 'a read in a tRPC procedure',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Invoice {
  id         String @id
  customerId String
  total      Int
}
`,
        'src/invoices.ts': `import { z } from 'zod';
import { protectedProcedure, router } from './trpc';
import { prisma } from './prisma';

export const invoices = router({
  one: protectedProcedure.input(z.object({ id: z.string() })).query(async ({ input }) => {
    return prisma.invoice.findUnique({ where: { id: input.id } });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ read
  }),
});
`,
        'src/trpc.ts': `import { TRPCError, initTRPC } from '@trpc/server';

const t = initTRPC.create();
export const router = t.router;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
`,
      },
    },
    {
      name: 'the change is made by a service of another file',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const documents = pgTable('document', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
});
`,
        'src/documents.service.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { documents } from './schema';

export async function removeDocument(documentId: string) {
  await db.delete(documents).where(eq(documents.id, documentId));
}
`,
        'src/documents.routes.ts': `import { Hono } from 'hono';
import { removeDocument } from './documents.service';

export const routes = new Hono();

routes.delete('/documents/:id', async (c) => {
  const user = c.get('user');
  if (!user) return c.json({ error: 'Unauthorized' }, 401);
  await removeDocument(c.req.param('id'));
//      ^^^^^^^^^^^^^^ change
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'rows of a child table, whose parent has the owner',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Account {
  id      String    @id
  ownerId String
  entries Entry[]
}

model Entry {
  id        String  @id
  accountId String
  account   Account @relation(fields: [accountId], references: [id])
}
`,
        'src/routes/entries/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ params, locals }) => {
    if (!locals.user) error(401);
    await prisma.entry.delete({ where: { id: params.id } });
//        ^^^^^^^^^^^^^^^^^^^ change
  },
};
`,
      },
    },
    {
      name: 'a part of what belongs to somebody, by references of the tables',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });
export const clinics = pgTable('clinics', {
  id: text('id').primaryKey(),
  directorId: text('director_id').notNull().references(() => users.id),
});
export const rooms = pgTable('rooms', {
  id: text('id').primaryKey(),
  clinicId: text('clinic_id').references(() => clinics.id, { onDelete: 'cascade' }),
  floor: text('floor'),
});
`,
        'src/lib/server/rooms.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { rooms } from './schema';

export async function moveRoom(id: string, floor: string, by: string) {
  const [before] = await db.select().from(rooms).where(eq(rooms.id, id)).limit(1);
  console.info('moved', before.floor, by);
  return db.update(rooms).set({ floor }).where(eq(rooms.id, before.id)).returning();
}
`,
        'src/routes/rooms/[roomId]/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { moveRoom } from '$lib/server/rooms';

export const actions = {
  move: async ({ params, request, locals }) => {
    const user = locals.user;
    if (user === null) redirect(302, '/login');
    const form = await request.formData();
    const note = user.role === 'director' ? { kind: 'order' } : { kind: 'wish' };
    await moveRoom(params.roomId, String(form.get('floor')), user.id);
//        ^^^^^^^^ change
    return { note };
  },
};
`,
      },
    },
    {
      name: 'a relational query of Drizzle',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/tables.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const payslips = sqliteTable('payslip', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  net: text('net').notNull(),
});
`,
        'src/app.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { payslips } from './tables';

export const app = new Hono<{ Variables: { user: { id: string } | null } }>();

app.get('/payslips/:id', async (c) => {
  const user = c.get('user');
  if (!user) return c.text('sign in', 401);
  const found = await db.query.payslips.findFirst({ where: eq(payslips.id, c.req.param('id')) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ read
  return c.json(found);
});
`,
      },
    },
    {
      name: 'a handler of another file that is given the context, and a transaction in it',
      dependencies: { lucia: '3.2.2', elysia: '1.1.26', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const crates = pgTable('crate', { id: integer('id').primaryKey(), owner: text('owner').notNull() });
`,
        'src/crates.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { crates } from './schema';

export const dropCrate = async ({ user, params, set }) => {
  if (!user) {
    set.status = 401;
    return 'Unauthorized';
  }
  return db.transaction(async (tx) => {
    await tx.delete(crates).where(eq(crates.id, Number(params.id)));
//        ^^^^^^^^^ change
    return 'dropped';
  });
};
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { sessions } from './sessions';
import { dropCrate } from './crates';

export const app = new Elysia().use(sessions).delete('/crates/:id', async (context) => dropCrate(context));
`,
      },
    },
    {
      name: 'who is in a list is taken out by whoever asks, under an address that speaks of members',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const choirs = pgTable('choirs', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });
export const singers = pgTable('singers', {
  id: text('id').primaryKey(),
  choir: text('choir').notNull().references(() => choirs.id, { onDelete: 'cascade' }),
});
`,
        'src/routes/choir/members/+server.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { singers } from '$lib/schema';

export async function DELETE({ locals, url }) {
  if (!locals.user) return new Response(null, { status: 401 });
  await db.delete(singers).where(eq(singers.id, url.searchParams.get('singer') ?? ''));
//      ^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'the only user that a row must have, whatever the relation is called',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id     String @id
  boats  Boat[]
}

model Boat {
  id         String @id
  name       String
  skipperId  String
  skipper    User   @relation(fields: [skipperId], references: [id])
}
`,
        'src/routes/boats/[id]/+server.ts': `import { prisma } from '$lib/prisma';

export async function PUT({ locals, params, request }) {
  if (!locals.user) return new Response(null, { status: 401 });
  const { name } = await request.json();
  await prisma.boat.update({ where: { id: params.id }, data: { name } });
//      ^^^^^^^^^^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'nobody may remove themselves, and everybody all others',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });
`,
        'src/routes/colleagues/[who]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { users } from '$lib/schema';

export async function DELETE({ locals, params }) {
  if (!locals.user) error(401);
  if (params.who === locals.user.id) error(409, 'Ask somebody else to remove you');
  await db.delete(users).where(eq(users.id, params.who));
//      ^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'routes in a chain after others that speak of members, and a validator that does',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const boats = pgTable('boats', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  berth: text('berth'),
});
`,
        'src/signed-in.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const signedIn = createMiddleware(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.json({ error: 'Sign in first' }, 401);
  c.set('user', user);
  await next();
});
`,
        'src/boats.ts': `import { zValidator } from '@hono/zod-validator';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { z } from 'zod';
import { db } from './db';
import { boats } from './schema';
import { signedIn } from './signed-in';

export const harbour = new Hono()
  .get('/members/staff', signedIn, (c) => c.json([]))
  .put('/boats/:id', signedIn, zValidator('json', z.object({ memberBerth: z.string() })), async (c) => {
    const { memberBerth } = c.req.valid('json');
    await db.update(boats).set({ berth: memberBerth }).where(eq(boats.id, c.req.param('id')));
//        ^^^^^^^^^^^^^^^^^^^^ change
    return c.body(null, 204);
  });
`,
      },
    },
    {
      name: 'a handler that another function calls for whoever is signed in, and a list of conditions',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const bookings = pgTable('bookings', {
  id: text('id').primaryKey(),
  guestId: text('guest_id').notNull(),
  userId: text('user_id').notNull(),
  room: text('room').notNull(),
});
`,
        'src/with-user.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function withUser(request: Request, handler: (request: Request, user: { id: string }) => Promise<Response>) {
  const { user } = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  if (!user) return Response.json({ error: 'Sign in first' }, { status: 401 });
  return handler(request, user);
}
`,
        'src/app/api/bookings/route.ts': `import { and, eq, type SQL } from 'drizzle-orm';
import { db } from '../../../db';
import { bookings } from '../../../schema';
import { withUser } from '../../../with-user';

async function list(request: Request) {
  const { searchParams } = new URL(request.url);
  const conditions: SQL[] = [];
  const of = searchParams.get('of');
  if (of) conditions.push(eq(bookings.userId, of));
  const rows = await db.select().from(bookings).where(and(...conditions));
//                   ^^^^^^^^^^^^^^^^ read
  return Response.json(rows);
}

export const GET = (request: Request) => withUser(request, list);
`,
      },
    },
    {
      name: 'actions of next-safe-action and of zsa: the row is named by the input, the own one is only what there is otherwise',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4', 'next-safe-action': '6.2.0' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });
export const plans = pgTable('plans', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  title: text('title').notNull(),
});
`,
        'src/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function currentUser() {
  const { user } = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  return user;
}
`,
        'src/client.ts': `import { createSafeActionClient } from 'next-safe-action';

export const act = createSafeActionClient();
`,
        'src/actions.ts': `'use server';

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { createServerAction } from 'zsa';
import { act } from './client';
import { db } from './db';
import { plans, users } from './schema';
import { currentUser } from './session';

export const rename = act(z.object({ id: z.string(), title: z.string() }), async ({ id, title }) => {
  const user = await currentUser();
  if (!user) throw new Error('Sign in first');
  await db.update(plans).set({ title }).where(eq(plans.id, id));
//      ^^^^^^^^^^^^^^^^^^^^ change
});

export const setEmail = createServerAction()
  .input(z.object({ id: z.string().optional(), email: z.string() }))
  .handler(async ({ input }) => {
    const user = await currentUser();
    if (!user) throw new Error('Sign in first');
    const whose = input.id ?? user.id;
    await db.update(users).set({ email: input.email }).where(eq(users.id, whose));
//        ^^^^^^^^^^^^^^^^^^^^ change
  });
`,
      },
    },
    {
      name: 'rows of a practice, which users have as well and sessions tell',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ email: row.email, praxisId: row.praxis_id, countryId: row.country_id }),
});
`,
        'src/lib/server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const visits = pgTable('visits', {
  id: text('id').primaryKey(),
  praxisId: text('praxis_id').notNull(),
  notes: text('notes'),
});
`,
        'src/routes/visits/[id]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { visits } from '$lib/server/schema';

export async function PATCH({ locals, params, request }) {
  if (!locals.user) error(401);
  const { notes } = await request.json();
  await db.update(visits).set({ notes }).where(eq(visits.id, params.id));
//      ^^^^^^^^^^^^^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a session of practice, which is no credential',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const practiceSessions = pgTable('practice_sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  minutes: integer('minutes').notNull(),
});
`,
        'src/routes/practice/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { practiceSessions } from '$lib/server/schema';

export const actions = {
  longer: async ({ locals, request }) => {
    if (!locals.user) error(401);
    const form = await request.formData();
    const id = String(form.get('id'));
    await db.update(practiceSessions).set({ minutes: 60 }).where(eq(practiceSessions.id, id));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ change
  },
};
`,
      },
    },
    {
      name: 'a repository that a constructor is given, known by its interface or by where it is made',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const kites = pgTable('kites', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  color: text('color').notNull(),
});
`,
        'src/kites/contract.ts': `export interface Kites {
  paint(id: string, color: string): Promise<void>;
}
`,
        'src/kites/stored.ts': `import { eq } from 'drizzle-orm';
import { db } from '../db';
import { kites } from '../schema';
import type { Kites } from './contract';

export class StoredKites implements Kites {
  async paint(id: string, color: string) {
    await db.update(kites).set({ color }).where(eq(kites.id, id));
  }
}

export class Shredder {
  async drop(id: string) {
    await db.delete(kites).where(eq(kites.id, id));
  }
}
`,
        'src/kites/workshop.ts': `import type { Kites } from './contract';
import { Shredder, StoredKites } from './stored';

class Workshop {
  private readonly kites: Kites;
  constructor(kites: Kites, private readonly bin) {
    this.kites = kites;
  }
  recolor(id: string, color: string) {
    return this.kites.paint(id, color);
  }
  scrap(id: string) {
    return this.bin.drop(id);
  }
}

export const workshop = new Workshop(new StoredKites(), new Shredder());
`,
        'src/app.ts': `import { Hono } from 'hono';
import { workshop } from './kites/workshop';
import { lucia } from './lucia';

export const app = new Hono();

app.use(async (c, next) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!session) return c.body(null, 401);
  c.set('user', user);
  await next();
});

app.put('/kites/:id', async (c) => {
  const { color } = await c.req.json();
  await workshop.recolor(c.req.param('id'), color);
//      ^^^^^^^^^^^^^^^^ change
  return c.body(null, 204);
});

app.delete('/kites/:id', async (c) => {
  await workshop.scrap(c.req.param('id'));
//      ^^^^^^^^^^^^^^ change
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a page shows a row of the people that sessions belong to',
      dependencies: { lucia: '3.2.2', astro: '4.16.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/schema.ts': `import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const tenants = pgTable('tenants', { id: text('id').primaryKey(), mail: text('mail').notNull() });
export const logins = pgTable('login_sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull().references(() => tenants.id),
  expiresAt: timestamp('expires_at').notNull(),
});
export const leases = pgTable('leases', {
  id: integer('id').primaryKey(),
  renterId: text('renter_id').notNull().references(() => tenants.id),
  rent: integer('rent').notNull(),
});
`,
        'src/pages/leases/[id].astro': `---
import { eq } from 'drizzle-orm';
import { db } from '../../db';
import { leases } from '../../schema';

if (!Astro.locals.user) return Astro.redirect('/login');
const lease = await db.query.leases.findFirst({ where: eq(leases.id, Number(Astro.params.id)) });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^ read
---

<p>{lease?.rent}</p>
`,
      },
    },
    {
      name: 'the only key of a table in SQL that leads to users',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.13.0', mysql2: '3.11.0' },
      files: {
        'schema.sql': `CREATE TABLE users (id VARCHAR(40) PRIMARY KEY, email VARCHAR(190) NOT NULL);
CREATE TABLE stalls (
  id INT PRIMARY KEY,
  vendor VARCHAR(40) NOT NULL,
  fee INT NOT NULL,
  FOREIGN KEY (vendor) REFERENCES users (id)
);
`,
        'app/routes/stalls.$id.tsx': `import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireVendor } from '~/auth.server';
import { pool } from '~/db.server';

export async function action({ request, params }: ActionFunctionArgs) {
  await requireVendor(request);
  const form = await request.formData();
  await pool.execute('UPDATE stalls SET fee = ? WHERE id = ?', [Number(form.get('fee')), params.id]);
//      ^^^^^^^^^^^^ change
  return redirect('/stalls');
}
`,
      },
    },
    {
      name: 'a service that a procedure hands its context',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.0' },
      files: {
        'server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const invoices = pgTable('invoices', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  total: text('total').notNull(),
});
`,
        'server/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { db } from './db';
import { validateRequest } from './session';

export const createContext = async () => ({ ...(await validateRequest()), db });
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session || !ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { session: ctx.session, user: ctx.user } });
});
`,
        'server/invoices.service.ts': `import { and, eq } from 'drizzle-orm';
import { invoices } from './schema';

export const voidInvoice = (ctx, { id }: { id: string }) =>
  ctx.db.update(invoices).set({ total: '0' }).where(eq(invoices.id, id));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ change

export const dropInvoice = (ctx, { id }: { id: string }) =>
  ctx.db.delete(invoices).where(and(eq(invoices.id, id), eq(invoices.userId, ctx.user.id)));
`,
        'server/invoices.router.ts': `import { z } from 'zod';
import * as service from './invoices.service';
import { protectedProcedure, router } from './trpc';

const byId = z.object({ id: z.string() });
export const invoiceRouter = router({
  void: protectedProcedure.input(byId).mutation(({ ctx, input }) => service.voidInvoice(ctx, input)),
  drop: protectedProcedure.input(byId).mutation(({ ctx, input }) => service.dropInvoice(ctx, input)),
});
`,
      },
    },
    {
      name: 'an action made by a helper that hands on what it is called with',
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

export async function aboard() {
  const found = await sailor();
  if (!found) redirect('/pier');
  return found;
}

export function forCrew<Args extends unknown[], Result>(work: (who: { id: string }, ...args: Args) => Promise<Result>) {
  return async (...args: Args) => {
    const who = await aboard();
    return work(who, ...args);
  };
}
`,
        'schema.prisma': `model Sail {
  id       String @id
  name     String
  sailorId String
  sailor   User   @relation(fields: [sailorId], references: [id])
}
`,
        'src/actions.ts': `'use server';

import { forCrew, prisma } from './crew';

export const strike = forCrew(async (who, id: string) => {
  await prisma.sail.delete({ where: { id } });
//      ^^^^^^^^^^^^^^^^^^ change
});

export const patch = forCrew(async (who, id: string) => {
  await prisma.sail.update({ where: { id, sailorId: who.id }, data: { torn: false } });
});
`,
      },
    },
    {
      name: 'a query that must find nothing, and nothing about the row that is changed',
      dependencies: { lucia: '3.2.2', next: '15.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const shelves = pgTable('shelves', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  ownerId: text('owner_id').notNull(),
});
`,
        'src/shelves.ts': `'use server';

import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { signedIn } from './session';
import { shelves } from './tables';

export async function relabel(id: string, label: string) {
  const { user } = await signedIn();
  const [taken] = await db
    .select()
    .from(shelves)
    .where(and(eq(shelves.label, label), eq(shelves.ownerId, user.id)));
  if (taken) throw new Error('There is such a shelf.');
  await db.update(shelves).set({ label }).where(eq(shelves.id, id));
//      ^^^^^^^^^^^^^^^^^^^^^^ change
}
`,
        'src/session.ts': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';

export async function signedIn() {
  const found = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  if (!found.session) redirect('/enter');
  return found;
}
`,
      },
    },
    {
      name: 'rows that belong together are put together in code, and ids are taken from them',
      files: {
        'package.json':
          '{ "name": "apiary", "private": true, "workspaces": ["api"], "dependencies": { "hono": "4.6.0", "lucia": "3.2.2" } }',
        'api/package.json': '{ "name": "api", "dependencies": { "drizzle-orm": "0.36.4" } }',
        'api/src/schema.ts': `import { boolean, pgTable, text } from 'drizzle-orm/pg-core';

export const hives = pgTable('hives', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  place: text('place').notNull(),
});
export const frames = pgTable('frames', {
  id: text('id').primaryKey(),
  hiveId: text('hive_id')
    .notNull()
    .references(() => hives.id),
  kind: text('kind'),
  harvested: boolean('harvested').notNull(),
});
export const kinds = pgTable('kinds', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
`,
        'api/src/checks.ts': `interface Report {
  roles: { drones: number };
}

export const isBalanced = (report: Report) => (report.roles && report.roles.drones < 300 ? 'yes' : 'no');
`,
        'api/src/hives.ts': `import { eq, inArray } from 'drizzle-orm';
import { Hono } from 'hono';
import { isBalanced } from './checks';
import { db } from './db';
import { lucia } from './lucia';
import { frames, hives, kinds } from './schema';

export const app = new Hono<{ Variables: { user: { id: string } } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.get('/hives/:id', async (c) => {
  const [hive] = await db.select().from(hives).where(eq(hives.id, c.req.param('id')));
//                     ^^^^^^^^^^^^^^^^ read
  const mine = await db.select().from(kinds).where(eq(kinds.userId, c.get('user').id));
  const inside = await db.select().from(frames).where(eq(frames.hiveId, c.req.param('id')));
  const known = inside.map((frame) => ({ ...frame, kinds: mine.filter((kind) => kind.id === frame.kind) }));
  const balance = isBalanced({ roles: { drones: inside.length } });
  return c.json({ ...hive, known, balance });
});
app.post('/hives/:id/harvest', async (c) => {
  const full = await db.select({ id: frames.id }).from(frames).where(eq(frames.hiveId, c.req.param('id')));
  const ids = full.filter((frame) => frame !== null).map((frame) => frame.id);
  await db.update(frames).set({ harvested: true }).where(inArray(frames.id, ids));
//      ^^^^^^^^^^^^^^^^^^^^^ change
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a role that the body names and an address that is confirmed say nothing of the row',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/parcels.ts': `import { eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';

const parcels = pgTable('parcels', { id: text('id').primaryKey(), userId: text('user_id').notNull(), weight: text('weight') });

export const app = new Hono<{ Variables: { user: any } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.delete('/parcels/:id', async (c) => {
  const { role } = await c.req.json();
  if (role !== 'chief') return c.json({ error: 'Not yours' }, 403);
  await db.delete(parcels).where(eq(parcels.id, c.req.param('id')));
//      ^^^^^^^^^ change
  return c.body(null, 204);
});
app.post('/parcels/:id/lost', async (c) => {
  const { isEmailVerified } = c.get('user');
  if (!isEmailVerified) return c.body(null, 403);
  await db.delete(parcels).where(eq(parcels.id, c.req.param('id')));
//      ^^^^^^^^^ change
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a row of the user is added to another one, which is renamed as well',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const races = pgTable('races', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  name: text('name').notNull(),
});
export const runs = pgTable('runs', {
  id: text('id').primaryKey(),
  raceId: text('race_id').notNull(),
  userId: text('user_id').notNull(),
});
`,
        'src/routes/races/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { races, runs } from '$lib/server/tables';

export const actions = {
  run: async ({ locals, params, request }) => {
    if (!locals.user) error(401);
    const name = String((await request.formData()).get('name'));
    await db.insert(runs).values({ id: crypto.randomUUID(), raceId: params.id, userId: locals.user.id });
    await db.update(races).set({ name }).where(eq(races.id, params.id));
//        ^^^^^^^^^^^^^^^^^^^^ change
  },
};
`,
      },
    },
    {
      name: 'the id is called a key, and the condition stands in a variable',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/kites.ts': `import { and, eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';

const kites = pgTable('kites', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull(), colour: text('colour') });

export const app = new Hono<{ Variables: { user: any } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.delete('/kites/:key', async (c) => {
  const key = c.req.param('key');
  const chosen = eq(kites.id, key);
  await db.delete(kites).where(chosen);
//      ^^^^^^^^^ change
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'an insert overwrites the row that has the id of the request',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.4', zod: '3.23.0' },
      files: {
        'src/schema.ts': `import { date, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

export const habits = pgTable('habits', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  name: text('name').notNull(),
});
export const ticks = pgTable('ticks', {
  habitId: text('habit_id').notNull(),
  day: text('day').notNull(),
  userId: text('user_id').notNull(),
  amount: integer('amount').notNull(),
});
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

export async function createContext({ req }: { req: Request }) {
  const id = lucia.readSessionCookie(req.headers.get('Cookie') ?? '') ?? '';
  return lucia.validateSession(id);
}
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const ownProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
`,
        'src/habits.ts': `import { z } from 'zod';
import { db } from './db';
import { habits, ticks } from './schema';
import { ownProcedure, router } from './trpc';

export const habitRouter = router({
  push: ownProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ ctx, input }) => {
    await db
//        ^^^^... change
      .insert(habits)
      .values({ ...input, userId: ctx.user.id })
      .onConflictDoUpdate({ target: habits.id, set: { name: input.name } });
  }),
  tick: ownProcedure
    .input(z.array(z.object({ habit: z.string(), day: z.string(), amount: z.number() })))
    .mutation(async ({ ctx, input }) => {
      const rows = input.map((tick) => ({ habitId: tick.habit, day: tick.day, amount: tick.amount, userId: ctx.user.id }));
      await db
//          ^^^^... change
        .insert(ticks)
        .values(rows)
        .onConflictDoUpdate({ target: [ticks.habitId, ticks.day], set: { amount: 1 } });
    }),
});
`,
      },
    },
    {
      name: 'who made a row, by whom lists are limited elsewhere',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });
export const sketches = pgTable('sketches', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  createdByUserId: text('created_by_user_id').notNull().references(() => users.id),
});
`,
        'src/routes/sketches/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { sketches } from '$lib/schema';

export const load = async ({ locals }) => {
  if (!locals.user) error(401);
  return { sketches: await db.select().from(sketches).where(eq(sketches.createdByUserId, locals.user.id)) };
};
`,
        'src/routes/sketches/[id]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { sketches } from '$lib/schema';

export async function DELETE({ locals, params }) {
  if (!locals.user) error(401);
  await db.delete(sketches).where(eq(sketches.id, params.id));
//      ^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a row is changed by its id that is added with a key of the user',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  stall Stall?
}

model Stall {
  id     String  @id
  user   User    @relation(fields: [userId], references: [id])
  userId String  @unique
  wares  Ware[]
}

model Ware {
  id      String  @id
  name    String
  stall   Stall?  @relation(fields: [stallId], references: [id])
  stallId String?
}

model Notice {
  id        String @id
  text      String
  checkedBy String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export const validateRequest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/wares/actions.ts': `'use server';

import { validateRequest } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function saveWare(name: string, wareId?: string) {
  const { user } = await validateRequest();
  if (!user?.stall) throw new Error('Not allowed');
  if (wareId) return prisma.ware.update({ where: { id: wareId }, data: { name } });
//                   ^^^^^^^^^^^^^^^^^^ change
  return prisma.ware.create({ data: { name, stallId: user.stall.id } });
}
`,
      },
    },
    {
      name: 'rows that others must have a rank to change, of which it is noted who made them',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });
export const permits = pgTable('permits', {
  id: text('id').primaryKey(),
  createdBy: text('created_by').notNull().references(() => users.id),
});
`,
        'src/routes/desk/[id]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { permits } from '$lib/schema';

export async function DELETE({ locals, params }) {
  if (locals.user?.role !== 'clerk') error(403);
  await db.delete(permits).where(eq(permits.id, params.id));
  return new Response(null, { status: 204 });
}
`,
        'src/routes/permits/[id]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { permits } from '$lib/schema';

export async function DELETE({ locals, params }) {
  if (!locals.user) error(401);
  await db.delete(permits).where(eq(permits.id, params.id));
//      ^^^^^^^^^ change
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a transaction that goes on without the own row',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id     String  @id
  albums Album[]
}

model Album {
  id      String  @id
  ownerId String
  owner   User    @relation(fields: [ownerId], references: [id])
  photos  Photo[]
}

model Photo {
  id      String @id
  albumId String
  album   Album  @relation(fields: [albumId], references: [id])
  userId  String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function viewer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'app/albums/actions.ts': `'use server';

import { viewer } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function dropAlbum(albumId: string) {
  const user = await viewer();
  if (!user) return { ok: false };
  await prisma.$transaction(async (tx) => {
    await tx.photo.deleteMany({ where: { albumId } });
//        ^^^^^^^^^^^^^^^^^^^ change
    await tx.album.deleteMany({ where: { id: albumId, ownerId: user.id } });
  });
  return { ok: true };
}
`,
      },
    },
    {
      name: 'parts of the form are put together and checked by a schema',
      dependencies: { lucia: '3.2.2', next: '15.5.29', zod: '3.23.8', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  kites Kite[]
}

model Kite {
  id      String @id
  ownerId String
  owner   User   @relation(fields: [ownerId], references: [id])
  colour  String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function flyer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'app/kites/actions.ts': `'use server';

import { z } from 'zod';
import { flyer } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

const shape = z.object({ kiteId: z.string(), colour: z.string() });

export async function paint(form: FormData) {
  const user = await flyer();
  if (!user) throw new Error('Not allowed');
  const given = { kiteId: form.get('kiteId'), colour: form.get('colour') };
  const read = shape.safeParse(given);
  if (!read.success) return;
  await prisma.kite.update({ where: { id: read.data.kiteId }, data: { colour: read.data.colour } });
//      ^^^^^^^^^^^^^^^^^^ change
}
`,
      },
    },
    {
      name: 'a row that is added to the row of whoever the request names',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { relations } from 'drizzle-orm';
import { date, integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), name: text('name') });

export const plants = pgTable('plants', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  userId: text('user_id').notNull().references(() => users.id),
});

export const waterings = pgTable('waterings', {
  id: serial('id').primaryKey(),
  plantId: integer('plant_id').notNull(),
  on: date('on').notNull(),
});

export const wateringRelations = relations(waterings, ({ one }) => ({
  plant: one(plants, { fields: [waterings.plantId], references: [plants.id] }),
}));
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

const t = initTRPC.context<{ sessionId: string; user?: { id: string } }>().create();
export const router = t.router;
export const mine = t.procedure.use(async ({ ctx, next }) => {
  const { user } = await lucia.validateSession(ctx.sessionId);
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, user } });
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/plants.ts': `import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { plants, waterings } from './schema';
import { mine, router } from './trpc';

export const plantRouter = router({
  remove: mine.input(z.object({ id: z.number() })).mutation(async ({ ctx, input }) => {
    await db.delete(plants).where(and(eq(plants.id, input.id), eq(plants.userId, ctx.user.id)));
  }),
  water: mine.input(z.object({ plantId: z.number(), on: z.string() })).mutation(async ({ input }) => {
    const { plantId, on } = input;
    await db.insert(waterings).values({ plantId, on });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ change
  }),
});
`,
      },
    },
    {
      name: 'the row of an address that is for everybody, in a handler that also serves staff',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  stage String
  badge Badge?
}

model Badge {
  id     String @id @default(cuid())
  title  String
  userId String @unique
  user   User   @relation(fields: [userId], references: [id])
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/crew.ts': `export const onlyStaff = ({ user, set }) => {
  if (user?.stage !== 'crew') {
    set.status = 403;
    return 'no';
  }
};
`,
        'src/badges.ts': `import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export class Badges {
  rename = async ({ params, user, body }) => {
    const whose = params?.holder ?? user?.id;
    return db.badge.update({ where: { userId: whose }, data: { title: body.title } });
    //     ^^^^^^^^^^^^^^^ change
  };
}
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { Badges } from './badges';
import { onlyStaff } from './crew';
import { lucia } from './lucia';

const badges = new Badges();

new Elysia()
  .derive(async ({ cookie, set }) => {
    const { user } = await lucia.validateSession(cookie[lucia.sessionCookieName].value);
    return { user };
  })
  .patch('/badge', badges.rename, { beforeHandle: [onlyStaff] })
  .patch('/badge/:holder', badges.rename)
  .listen(3000);
`,
      },
    },
    {
      name: 'a guard that is called after roles and only asks who is there',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  email String @unique
  role  String
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/session.ts': `import { lucia } from './lucia';

export async function readSession(req, res, next) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  res.locals.user = user;
  next();
}
`,
        'src/checkRole.ts': `export const checkRole = (req, res, next) => {
  if (!res.locals.user) return res.status(403).json({ error: 'no' });
  next();
};
`,
        'src/people.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const removePerson = async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } });
  //    ^^^^^^^^^^^^^^^^^^ change
  res.sendStatus(204);
};
`,
        'src/app.ts': `import express, { Router } from 'express';
import { checkRole } from './checkRole';
import { removePerson } from './people';
import { readSession } from './session';

const people = Router();
people.delete('/:id', removePerson);

const app = express();
app.use(readSession);
app.use('/people', checkRole, people);
app.listen(3000);
`,
      },
    },
    {
      name: 'the rows of a team that is looked up by what the request says',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, serial, text, integer } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });

export const teams = pgTable('teams', {
  id: serial('id').primaryKey(),
  number: integer('number').notNull(),
  leaderId: text('leader_id').notNull().references(() => users.id),
});

export const plans = pgTable('plans', {
  id: serial('id').primaryKey(),
  title: text('title').notNull(),
  teamId: integer('team_id').notNull().references(() => teams.id),
});
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

const t = initTRPC.context<{ sessionId: string; user?: { id: string } }>().create();
export const router = t.router;
export const mine = t.procedure.use(async ({ ctx, next }) => {
  const { user } = await lucia.validateSession(ctx.sessionId);
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, user } });
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/plans.ts': `import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { plans, teams } from './schema';
import { mine, router } from './trpc';

export const planRouter = router({
  ofTeam: mine.input(z.object({ number: z.number() })).query(async ({ ctx, input }) => {
    const team = await db.query.teams.findFirst({ where: eq(teams.number, input.number) });
    if (!team) throw new Error('no such team');
    return db.query.plans.findMany({ where: eq(plans.teamId, team.id) });
    //     ^^^^^^^^^^^^^^^^^^^^^^^ read
  }),
});
`,
      },
    },
    {
      name: 'a row between two users, both of whom the request names',
      dependencies: { lucia: '3.2.2', next: '14.2.30', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id      String @id
  admires Fan[]  @relation("admires")
  admired Fan[]  @relation("admired")
}

model Fan {
  id     String @id @default(cuid())
  fan    User   @relation("admires", fields: [fanId], references: [id])
  fanId  String
  star   User   @relation("admired", fields: [starId], references: [id])
  starId String
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export async function getUser() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'src/fans.ts': `'use server';
import { PrismaClient } from '@prisma/client';
import { getUser } from './lucia';

const prisma = new PrismaClient();

export async function leave(fanId: string, starId: string) {
  const user = await getUser();
  if (!user) throw new Error('sign in');
  const own = await prisma.fan.findFirst({ where: { fanId, starId } });
  if (own) await prisma.fan.delete({ where: { id: own.id } });
  //             ^^^^^^^^^^^^^^^^^ change
}
`,
      },
    },
  ],
  good: [
    {
      name: 'an account is changed by the one whom it stands for',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  nickname: text('nickname'),
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './lucia';

export async function guard(req: Request, res: Response, next: NextFunction) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  res.locals.user = user;
  next();
}
`,
        'src/routes.ts': `import { Router } from 'express';
import { guard } from './guard';
import { rename } from './people';

export const people = Router();
people.route('/people/:who').patch(guard, rename);
`,
        'src/people.ts': `import { eq } from 'drizzle-orm';
import type { Request, Response } from 'express';
import { db } from './db';
import { users } from './schema';

export const rename = async (req: Request, res: Response) => {
  const { nickname } = req.body;
  if (req.params.who !== res.locals.user.id) return res.sendStatus(403);
  await db.update(users).set({ nickname }).where(eq(users.id, req.params.who));
  res.sendStatus(204);
};
`,
      },
    },
    {
      name: 'the owner is in the condition',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull(), body: text('body').notNull() });
`,
        'app/notes/actions.ts': `'use server';
import { and, eq } from 'drizzle-orm';
import { me } from '../../lib/auth';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';

export async function edit(form: FormData) {
  const { user } = await me();
  if (!user) return;
  const id = String(form.get('id'));
  await db.update(notes).set({ body: String(form.get('body')) }).where(and(eq(notes.id, id), eq(notes.ownerId, user.id)));
}
`,
      },
    },
    {
      name: 'the row is loaded and its owner compared',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Note {
  id      String @id
  ownerId String
}
`,
        'src/routes/notes/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ params, locals }) => {
    if (!locals.user) error(401);
    const note = await prisma.note.findUnique({ where: { id: params.id } });
    if (note?.ownerId !== locals.user.id) error(403);
    await prisma.note.delete({ where: { id: params.id } });
  },
};
`,
      },
    },
    {
      name: 'a helper of another file compares the owner',
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });
`,
        'src/notes.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { notes } from './schema';

export async function dropNote(id: string, by: string) {
  const [note] = await db.select().from(notes).where(eq(notes.id, id));
  if (!note || note.ownerId !== by) throw new Error('not found');
  await db.delete(notes).where(eq(notes.id, id));
}
`,
        'src/routes.ts': `import { Router } from 'express';
import { dropNote } from './notes';

export const router = Router();

router.delete('/notes/:id', async (req, res) => {
  if (!res.locals.user) return res.status(401).end();
  await dropNote(req.params.id, res.locals.user.id);
  return res.status(204).end();
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'rows that tell who asked for them, which everybody in the house works on',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id     String   @id
  orders Repair[]
}

model Repair {
  id            String @id
  machine       String
  requestedById String
  requestedBy   User   @relation(fields: [requestedById], references: [id])
}
`,
        'src/routes/repairs/[id]/+server.ts': `import { prisma } from '$lib/prisma';

export async function PUT({ locals, params, request }) {
  if (!locals.user) return new Response(null, { status: 401 });
  const { machine } = await request.json();
  await prisma.repair.update({ where: { id: params.id }, data: { machine } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'helpers that are given the id of a user whom another helper takes from a table',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@prisma/client': '5.22.0', zod: '3.23.8' },
      files: {
        'prisma/schema.prisma': `model User {
  id      String   @id
  seats   Seat[]
  ballots Ballot[]
}

model Seat {
  id      String @id
  boardId String
  userId  String
  user    User   @relation(fields: [userId], references: [id])
}

model Ballot {
  id      String @id
  boardId String
  userId  String
  user    User   @relation(fields: [userId], references: [id])
  isOpen  Boolean
}
`,
        'src/auth.ts': `import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { z } from 'zod';
import { adapter } from './adapter';
import { prisma } from './db';

export const lucia = new Lucia(adapter);
const shape = z.object({ id: z.string(), name: z.string() });

export const visitor = async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return null;
  const row = await prisma.user.findUnique({ where: { id: user.id } });
  return row && shape.parse(row);
};
`,
        'src/board.ts': `import { prisma } from './db';

class Seats {
  async of(where: { board: string; person: string }) {
    return prisma.seat.findFirst({ where: { boardId: where.board, userId: where.person } });
  }
}

export class Board {
  private seats: Seats;
  constructor() {
    this.seats = new Seats();
  }
  async ballots(board: string, person: string) {
    const seat = await this.seats.of({ board, person });
    if (!seat) throw new Error('Not on this board');
    return prisma.ballot.findMany({ where: { boardId: board } });
  }
}

export async function closeBallot(id: string, board: string, person: string) {
  if (!person || !(await isChair(board, person))) throw new Error('Not yours');
  return prisma.ballot.update({ where: { id }, data: { isOpen: false } });
}

async function isChair(board: string, person: string) {
  return (await prisma.seat.count({ where: { boardId: board, userId: person } })) > 0;
}
`,
        'src/app/actions.ts': `'use server';
import { visitor } from '../auth';
import { Board, closeBallot } from '../board';

const board = new Board();

export async function close(id: string, boardId: string) {
  const person = await visitor();
  if (!person) throw new Error('Sign in');
  await closeBallot(id, boardId, person.id);
}

export async function list(boardId: string) {
  const person = await visitor();
  if (!person) throw new Error('Sign in');
  return board.ballots(boardId, person.id);
}
`,
      },
    },
    {
      name: 'rows that a helper only looks for, and how many there are',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const clubs = pgTable('club', { id: text('id').primaryKey(), slug: text('slug'), ownerId: text('owner_id').notNull() });
export const votes = pgTable('vote', { id: text('id').primaryKey(), clubId: text('club_id'), userId: text('user_id').notNull() });
`,
        'src/clubs.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { clubs } from './schema';

const bySlug = async (slug: string) => (await db.select().from(clubs).where(eq(clubs.slug, slug)))[0];

export async function found(slug: string, ownerId: string) {
  const taken = await bySlug(slug);
  if (taken) throw new Error('That address is taken');
  const [club] = await db.insert(clubs).values({ id: crypto.randomUUID(), slug, ownerId }).returning();
  return club;
}
`,
        'src/app.ts': `import { count, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { found } from './clubs';
import { db } from './db';
import { votes } from './schema';

export const app = new Hono();

app.post('/clubs', async (c) => {
  const user = c.get('user');
  if (!user) return c.text('sign in', 401);
  const { slug } = await c.req.json();
  const club = await found(slug, user.id);
  return c.json(club);
});
app.get('/clubs/:id/votes', async (c) => {
  if (!c.get('user')) return c.text('sign in', 401);
  const [row] = await db.select({ votes: count() }).from(votes).where(eq(votes.clubId, c.req.param('id')));
  return c.json(row);
});
`,
      },
    },
    {
      name: 'a second change of the row that the first one has found among those of the user',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const drafts = pgTable('draft', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  body: text('body').notNull(),
  digest: text('digest'),
});
`,
        'src/index.ts': `import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { summarize } from './summary';
import { drafts } from './schema';

const app = new Hono();
app.put('/drafts/:id', async (c) => {
  const user = c.get('user');
  if (!user) return c.body(null, 401);
  const id = c.req.param('id');
  const { body } = await c.req.json();
  const changed = await db
    .update(drafts)
    .set({ body })
    .where(and(eq(drafts.id, id), eq(drafts.ownerId, user.id)))
    .returning({ id: drafts.id });
  if (!changed.length) return c.body(null, 404);
  await db.update(drafts).set({ digest: summarize(body) }).where(eq(drafts.id, id));
  return c.body(null, 204);
});
app.post('/adopt', async (c) => {
  const user = c.get('user');
  if (!user) return c.body(null, 401);
  const guest = c.req.raw.headers.get('cookie')?.match(/guest_draft=([^;]+)/)?.[1];
  if (guest) await db.update(drafts).set({ ownerId: user.id, digest: null }).where(eq(drafts.id, guest));
  return c.body(null, 204);
});

export default app;
`,
      },
    },
    {
      name: 'authors that are no users of the site',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Edition {
  id       String @id
  title    String
  authorId String
  author   Writer @relation(fields: [authorId], references: [id])
}

model Writer {
  id       String    @id
  name     String
  editions Edition[]
}
`,
        'src/index.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

const app = new Hono();
app.get('/editions/:id', async (c) => {
  const user = c.get('user');
  if (!user) return c.body(null, 401);
  const edition = await prisma.edition.findUnique({ where: { id: c.req.param('id') } });
  return edition ? c.json({ title: edition.title }) : c.body(null, 404);
});

export default app;
`,
      },
    },
    {
      name: 'a customer that is only a name',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/orders/[id]/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals, params }) => {
  if (!locals.user) redirect(302, '/login');
  return { job: await prisma.job.findUnique({ where: { id: params.id } }) };
};

export const actions = {
  close: async ({ locals, params }) => {
    if (!locals.user) redirect(302, '/login');
    await prisma.job.update({ where: { id: params.id }, data: { closed: true } });
  },
};
`,
        'prisma/schema/jobs.prisma': `model Job {
  id       String  @id
  customer String?
  closed   Boolean
}
`,
      },
    },
    {
      name: 'Kysely conditions on the owner, by name',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', kysely: '0.27.4' },
      files: {
        'src/lib/server/shelf.ts': `import { db } from './db';

export async function takeFromShelf(entry: { owner: string; work: number }) {
  await db
    .deleteFrom('shelf_item')
    .where('shelf_item.work_id', '=', entry.work)
    .where('shelf_item.user_id', '=', entry.owner)
    .execute();
}
`,
        'schema.sql': `CREATE TABLE shelf_item (work_id INTEGER NOT NULL, user_id TEXT NOT NULL);
`,
        'src/routes/shelf/[work]/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { takeFromShelf } from '$lib/server/shelf';

export const actions = {
  default: async ({ params, locals }) => {
    if (!locals.user) return fail(401);
    await takeFromShelf({ owner: locals.user.id, work: Number(params.work) });
  },
};
`,
      },
    },
    {
      name: 'a page for visitors that looks different to who is signed in',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Revision {
  id     Int    @id
  workId Int
  userId String
}
`,
        'src/routes/works/[id]/history/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const load = async ({ params, locals }) => {
  const revisions = await prisma.revision.findMany({ where: { workId: Number(params.id) } });
  return { revisions, language: locals.user?.language ?? 'en' };
};
`,
      },
    },
    {
      name: 'a public Elysia route next to routers named after what they are for',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Level {
  id       String @id
  authorId String
}
`,
        'src/levels.ts': `import { Elysia } from 'elysia';
import { prisma } from './prisma';

export const levels = new Elysia().group('/levels', (app) =>
  app.get('/:id', ({ params }) => prisma.level.findUnique({ where: { id: params.id } })),
);
`,
        'src/account.ts': `import { Elysia } from 'elysia';
import { prisma } from './prisma';

export const user = new Elysia().get('/me/name', () => 'me');
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { levels } from './levels';
import { user } from './account';

new Elysia().use(levels).use(user).listen(3000);
`,
      },
    },
    {
      name: 'a table without owners',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Country {
  id   String @id
  name String
}
`,
        'src/routes/countries/[id]/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const load = async ({ params, locals }) => {
  return { country: await prisma.country.findUnique({ where: { id: params.id } }), user: locals.user?.name };
};
`,
      },
    },
    {
      name: 'members of a team, found by what a helper makes of the user',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Board {
  id      String @id
  teamId  String
}
`,
        'server/utils/person.ts': `export async function personOf(user: { id: string } | null) {
  return user ? prisma.person.findUnique({ where: { id: user.id }, include: { teams: true } }) : null;
}
`,
        'server/api/boards/[id].delete.ts': `import { personOf } from '../../utils/person';

export default defineEventHandler(async (event) => {
  const person = await personOf(event.context.user);
  if (!person) throw createError({ statusCode: 401 });
  const board = await prisma.board.findUnique({ where: { id: getRouterParam(event, 'id') }, include: { people: true } });
  if (!board?.people.find((other) => other.id === person.id)) throw createError({ statusCode: 404 });
  await prisma.board.delete({ where: { id: board.id } });
});
`,
      },
    },
    {
      name: "who has the invitation's key may use it",
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Seat {
  id      String  @id
  teamId  String
  joinKey String  @unique
}
`,
        'lib/auth.ts': `export declare function getUser(): Promise<{ id: string } | null>;
`,
        'app/join/actions.ts': `'use server';
import { getUser } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function join(form: FormData) {
  const user = await getUser();
  if (!user) return;
  await prisma.seat.delete({ where: { joinKey: String(form.get('key')) } });
}
`,
      },
    },
    {
      name: 'posts that everybody reads',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const posts = pgTable('post', { id: text('id').primaryKey(), authorId: text('author_id').notNull(), body: text('body') });
`,
        'app/api/posts/[id]/route.ts': `import { eq } from 'drizzle-orm';
import { getUser } from '../../../../lib/auth';
import { db } from '../../../../lib/db';
import { posts } from '../../../../lib/schema';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await getUser();
  if (!user) return new Response(null, { status: 401 });
  const { id } = await params;
  return Response.json(await db.select().from(posts).where(eq(posts.id, id)));
}
`,
      },
    },
    {
      name: 'support staff act on the rows of others',
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const orders = pgTable('order', { id: text('id').primaryKey(), customerId: text('customer_id').notNull() });
`,
        'src/orders.ts': `import { Router } from 'express';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { requireAuth, requireRole } from './guards';
import { orders } from './schema';

export const router = Router();

router.delete('/orders/:id', requireAuth, requireRole('support'), async (req, res) => {
  await db.delete(orders).where(eq(orders.id, req.params.id));
  res.status(204).end();
});
`,
      },
    },
    {
      name: 'a query for the row and its owner comes before the delete',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const trips = pgTable('trip', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
`,
        'src/trips.ts': `import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { db } from './db';
import { requireUser } from './guards';
import { trips } from './schema';

export const app = new Hono();

app.delete('/trips/:id', requireUser, async (c) => {
  const id = c.req.param('id');
  await db.transaction(async (tx) => {
    const trip = await tx.query.trips.findFirst({ where: and(eq(trips.id, id), eq(trips.userId, c.get('user').id)) });
    if (!trip) throw new HTTPException(404);
    await tx.delete(trips).where(eq(trips.id, id));
  });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a factory of middleware asks for a rank',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Refund {
  id         String @id
  customerId String
  state      String
}
`,
        'src/trpc.ts': `import { TRPCError, initTRPC } from '@trpc/server';

export const t = initTRPC.create();

export const atLeast = (ranks: string[]) =>
  t.middleware(({ ctx, next }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    if (!ranks.includes(ctx.user.rank)) throw new TRPCError({ code: 'FORBIDDEN' });
    return next({ ctx: { user: ctx.user } });
  });
`,
        'src/refunds.ts': `import { z } from 'zod';
import { prisma } from './prisma';
import { atLeast, t } from './trpc';

const desk = t.procedure.use(atLeast(['CLERK']));

export const refunds = t.router({
  settle: desk.input(z.object({ id: z.string() })).mutation(async ({ input }) => {
    await prisma.refund.update({ where: { id: input.id }, data: { state: 'settled' } });
  }),
});
`,
      },
    },
    {
      name: 'the link in a mail signs in whoever follows it',
      dependencies: { lucia: '3.2.2', express: '4.21.2', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Seat {
  id        String @id
  memberId  String
  entry     String? @unique
}
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/enter.ts': `import { Router } from 'express';
import { lucia } from './auth';
import { prisma } from './prisma';

export const router = Router();

router.post('/enter/:entry', async (req, res) => {
  const seat = await prisma.seat.update({ where: { entry: req.params.entry }, data: { entry: null } });
  const session = await lucia.createSession(seat.memberId, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
      },
    },
    {
      name: 'a confirmation by mail, for whoever holds the link',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Booking {
  id         String @id
  customerId String
  ref        String @unique
  confirmed  Boolean
}
`,
        'src/routes/confirm/[ref]/+server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const POST = async ({ params, locals }) => {
  await prisma.booking.update({ where: { ref: params.ref }, data: { confirmed: true } });
  redirect(303, locals.user ? '/bookings' : '/thanks');
};
`,
      },
    },
    {
      name: 'a hook keeps a part of the site for the staff',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Claim {
  id         String @id
  customerId String
}
`,
        'src/hooks.server.ts': `import { error, redirect } from '@sveltejs/kit';

export const handle = async ({ event, resolve }) => {
  const { pathname } = event.url;
  if (!event.locals.user && pathname.startsWith('/office')) redirect(303, '/login');
  if (pathname.startsWith('/office/desk') && !event.locals.isStaff) error(403, 'For the desk only');
  return resolve(event);
};
`,
        'src/routes/office/desk/claims/[id]/+server.ts': `import { prisma } from '$lib/server/prisma';

export const DELETE = async ({ params }) => {
  await prisma.claim.delete({ where: { id: params.id } });
  return new Response(null, { status: 204 });
};
`,
      },
    },
    {
      name: 'only whether there is such a row is told',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Voucher {
  id         String @id
  customerId String
}
`,
        'src/trpc.ts': `import { TRPCError, initTRPC } from '@trpc/server';

const t = initTRPC.create();
export const router = t.router;
export const forCustomers = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
`,
        'src/vouchers.ts': `import { z } from 'zod';
import { prisma } from './prisma';
import { forCustomers, router } from './trpc';

export const vouchers = router({
  isKnown: forCustomers.input(z.object({ id: z.string() })).query(async ({ input }) => {
    return !!(await prisma.voucher.findUnique({ where: { id: input.id } }));
  }),
});
`,
      },
    },
    {
      name: "the owner's column is compared with what a helper returns",
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });
`,
        'lib/session.ts': `import { validateRequest } from './auth';

export async function current() {
  const { user } = await validateRequest();
  return { session: user ? { person: { id: user.id } } : null };
}
`,
        'app/notes/actions.ts': `'use server';
import { and, eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';
import { current } from '../../lib/session';

export async function drop(id: string) {
  const { session } = await current();
  if (!session) return;
  await db.delete(notes).where(and(eq(notes.id, id), eq(notes.ownerId, session.person.id)));
}
`,
      },
    },
    {
      name: 'what anybody may take over becomes theirs',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Desk {
  id      String  @id
  ownerId String
  takenBy String?
}
`,
        'app/guard.server.ts': `import { redirect } from '@remix-run/node';

export function signedIn(context) {
  if (!context.session) throw redirect('/login');
  return { session: context.session };
}
`,
        'app/routes/desks.$id.ts': `import { signedIn } from '../guard.server';
import { prisma } from '../prisma.server';

export async function action({ params, context }) {
  const { session } = signedIn(context);
  await prisma.desk.update({ where: { id: params.id }, data: { takenBy: session.userId } });
  return null;
}
`,
      },
    },
    {
      name: 'a service asks for the row that makes the user a clerk',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const clerks = pgTable('clerk', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
export const parcels = pgTable('parcel', { id: text('id').primaryKey(), customerId: text('customer_id').notNull(), state: text('state') });
`,
        'src/parcels.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { clerks, parcels } from './schema';

export async function handOver(id: string, by: string) {
  const [clerk] = await db.select().from(clerks).where(eq(clerks.userId, by)).limit(1);
  if (!clerk) throw new Error('only at the counter');
  await db.update(parcels).set({ state: 'gone' }).where(eq(parcels.id, id));
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { handOver } from './parcels';

export const app = new Hono();

app.post('/parcels/:id/hand-over', async (c) => {
  const user = c.get('user');
  if (!user) return c.text('sign in', 401);
  await handOver(c.req.param('id'), user.id);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the condition has a row that was found by the user',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const drivers = pgTable('driver', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
export const tours = pgTable('tour', {
  id: text('id').primaryKey(),
  driverId: text('driver_id').notNull().references(() => drivers.id),
  state: text('state'),
});
`,
        'src/routes/tours/[id]/+server.ts': `import { and, eq } from 'drizzle-orm';
import { json } from '@sveltejs/kit';
import { bearer } from '$lib/server/bearer';
import { db } from '$lib/server/db';
import { drivers, tours } from '$lib/server/schema';

export const POST = async ({ params, locals, request }) => {
  const user = locals.user ?? (await bearer(request));
  const [driver] = await db.select().from(drivers).where(eq(drivers.userId, user.id)).limit(1);
  const changed = await db
    .update(tours)
    .set({ state: 'done' })
    .where(and(eq(tours.id, params.id), eq(tours.driverId, driver.id)))
    .returning();
  return json(changed);
};
`,
      },
    },
    {
      name: 'a row that the handler works with and does not give away',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const jobs = pgTable('job', { id: text('id').primaryKey(), customerId: text('customer_id').notNull(), state: text('state') });
export const offers = pgTable('offer', { id: text('id').primaryKey(), jobId: text('job_id'), userId: text('user_id'), to: text('to') });
`,
        'src/routes/jobs/[id]/offer/+server.ts': `import { eq } from 'drizzle-orm';
import { error, json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { jobs, offers } from '$lib/server/schema';

export const POST = async ({ params, locals }) => {
  if (!locals.user) error(401);
  const [job] = await db.select().from(jobs).where(eq(jobs.id, params.id)).limit(1);
  if (!job || job.state !== 'open') error(409);
  const [made] = await db.insert(offers).values({ id: crypto.randomUUID(), jobId: job.id, userId: locals.user.id, to: job.customerId }).returning();
  return json({ id: made.id });
};
`,
      },
    },
    {
      name: 'notices that say whether they are published, and what is listed by year',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const notices = pgTable('notice', { id: text('id').primaryKey(), createdBy: text('created_by').notNull(), isPublic: boolean('is_public') });
export const terms = pgTable('term', { id: text('id').primaryKey(), createdBy: text('created_by').notNull(), year: integer('year') });
`,
        'src/app.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { notices, terms } from './schema';

export const app = new Hono();

app.get('/notices/:id', async (c) => {
  if (!c.get('user')) return c.text('sign in', 401);
  return c.json(await db.select().from(notices).where(eq(notices.id, c.req.param('id'))));
});
app.get('/terms/:year', async (c) => {
  if (!c.get('user')) return c.text('sign in', 401);
  return c.json(await db.select().from(terms).where(eq(terms.year, Number(c.req.param('year')))));
});
`,
      },
    },
    {
      name: 'the owner comes along with a row that cannot be followed to its query',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Kite {
  id       String @id
  ownerId  String
}
`,
        'src/lib/kites.ts': `import { z } from 'zod';
import { prisma } from './prisma';

export const kiteOf = z
  .function(z.tuple([z.string()]))
  .implement((id) => prisma.kite.findUnique({ where: { id }, include: { owner: true } }));
`,
        'src/routes/kites/[id]/+server.ts': `import { kiteOf } from '$lib/kites';
import { prisma } from '$lib/prisma';
import { whoIsIt } from '$lib/who';

export async function DELETE({ locals, params, cookies }) {
  if (!locals.user) return new Response(null, { status: 401 });
  const { person } = await whoIsIt(cookies);
  const kite = await kiteOf(params.id);
  if (kite.owner.id !== person.id) return new Response(null, { status: 403 });
  await prisma.kite.delete({ where: { id: params.id } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'queries of the server that are given the user of a sealed cookie',
      dependencies: { lucia: '3.2.2', '@solidjs/start': '1.0.0', '@solidjs/router': '0.14.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const gardens = sqliteTable('gardens', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });
export const helpers = sqliteTable('helpers', {
  gardenId: text('garden_id').notNull(),
  userId: text('user_id').notNull(),
});
`,
        'src/middleware.ts': `import { createMiddleware } from '@solidjs/start/middleware';
import { getCookie, sendRedirect } from 'vinxi/http';
import { lucia } from './lucia';

export default createMiddleware({
  onRequest: async (event) => {
    const { user } = await lucia.validateSession(getCookie(event.nativeEvent, lucia.sessionCookieName) ?? '');
    if (!user) return sendRedirect('/enter', 302);
  },
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/session.ts': `import { redirect } from '@solidjs/router';
import { useSession } from 'vinxi/http';

export async function gardener() {
  const cookie = await useSession<{ userId?: string }>({ name: 'garden', password: process.env.SEAL! });
  if (!cookie.data.userId) throw redirect('/enter');
  return cookie.data;
}
`,
        'src/queries.ts': `'use server';

import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { gardens, helpers } from './schema';

export async function dismissHelper(given: { gardener: string; helper: string }) {
  const [garden] = await db.select().from(gardens).where(eq(gardens.ownerId, given.gardener));
  if (!garden) throw new Error('no garden');
  await db.delete(helpers).where(and(eq(helpers.gardenId, garden.id), eq(helpers.userId, given.helper)));
}
`,
        'src/actions.ts': `'use server';

import { dismissHelper } from './queries';
import { gardener } from './session';

export async function dismiss(form: FormData) {
  const user = await gardener();
  await dismissHelper({ gardener: user.userId!, helper: String(form.get('helper')) });
}
`,
      },
    },
    {
      name: 'what the user may do is on the request, and a helper is asked whether this is part of it',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const recipes = pgTable('runbooks', { id: text('id').primaryKey(), createdBy: text('created_by').notNull() });
`,
        'src/lib/rights.ts': `export function mayCall(rights: string[], path: string) {
  return rights.some((right) => path.startsWith(right));
}
export const allowed = mayCall;
`,
        'src/routes/runbooks/+server.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { allowed } from '$lib/rights';
import { recipes } from '$lib/schema';

export async function DELETE({ locals, request, url }) {
  if (!locals.user || !allowed(locals.permissions, url.pathname)) return new Response(null, { status: 403 });
  const { id } = await request.json();
  await db.delete(recipes).where(eq(recipes.id, id));
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a change for whoever knows the password of the account',
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'drizzle-orm': '0.36.4', bcryptjs: '2.4.3' },
      files: {
        'src/schema.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  passwordHash: text('password_hash').notNull(),
});
`,
        'src/guard.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
export async function guard(req, res, next) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  res.locals.user = user;
  next();
}
`,
        'src/routes.ts': `import bcrypt from 'bcryptjs';
import { eq } from 'drizzle-orm';
import { Router } from 'express';
import { db } from './db';
import { guard } from './guard';
import { users } from './schema';

export const router = Router();
router.post('/secret', guard, async (req, res) => {
  const { id, before, after } = req.body;
  const [account] = await db.select().from(users).where(eq(users.id, id));
  if (!account || !(await bcrypt.compare(before, account.passwordHash))) return res.sendStatus(400);
  await db.update(users).set({ passwordHash: await bcrypt.hash(after, 12) }).where(eq(users.id, id));
  res.sendStatus(204);
});
`,
      },
    },
    {
      name: 'a hook that lets only those further on who take part in what the address names',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const plays = pgTable('plays', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull(), title: text('title') });
export const cast = pgTable('cast', { playId: text('play_id').notNull(), userId: text('user_id').notNull() });
`,
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { lucia } from '$lib/lucia';
import { cast } from '$lib/schema';

export async function handle({ event, resolve }) {
  const { user } = await lucia.validateSession(event.cookies.get('auth_session') ?? '');
  event.locals.user = user;
  const onStage = event.url.pathname.startsWith('/stage');
  if (!user && onStage) redirect(302, '/login');
  if (onStage && event.params.play) {
    const part = await db.query.cast.findFirst({
      where: and(eq(cast.playId, event.params.play), eq(cast.userId, user.id)),
    });
    if (!part) redirect(302, '/stage');
  }
  return resolve(event);
}
`,
        'src/routes/stage/[play]/+page.server.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { plays } from '$lib/schema';

export const actions = {
  rename: async ({ params, request }) => {
    const form = await request.formData();
    await db.update(plays).set({ title: String(form.get('title')) }).where(eq(plays.id, params.play));
  },
};
`,
      },
    },
    {
      name: 'procedures for everybody, to which a middleware adds the user where there is one',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.2', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id     String  @id
  pieces Piece[]
}

model Piece {
  id     String @id
  roomId String
  userId String
  user   User   @relation(fields: [userId], references: [id])
}
`,
        'src/trpc.ts': `import { initTRPC } from '@trpc/server';
import { prisma } from './db';
import { lucia } from './lucia';

const t = initTRPC.create();
export const router = t.router;
export const open = t.procedure.use(async (opts) => {
  const { next, ctx } = opts;
  const { user } = await lucia.validateSession(ctx.sessionId ?? '');
  return next({ ctx: { user, json: true } });
});
`,
        'src/rooms.ts': `import { z } from 'zod';
import { prisma } from './db';
import { open, router } from './trpc';

export const rooms = router({
  pieces: open
    .input(z.object({ roomId: z.string() }))
    .query(({ input }) => prisma.piece.findMany({ where: { roomId: input.roomId } })),
});
`,
      },
    },
    {
      name: 'a router for a role, whose handlers are wrapped',
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });
`,
        'src/gates.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
export async function gate(req, res, next) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  if (user.role !== 'chief') return res.sendStatus(403);
  req.user = user;
  next();
}
`,
        'src/desk.ts': `import { eq } from 'drizzle-orm';
import { Router } from 'express';
import { db } from './db';
import { gate } from './gates';
import { users } from './schema';

const caught = (handler) => (req, res, next) => {
  handler(req, res).catch(next);
};

export const desk = Router();
desk.use(gate);
desk.delete(
  '/people/:who',
  caught(async (req, res) => {
    await db.delete(users).where(eq(users.id, req.params.who));
    res.sendStatus(204);
  }),
);
`,
      },
    },
    {
      name: 'users with a right, asked for in the handler, by a helper or by a decorator',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@nestjs/common': '10.4.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });
`,
        'src/routes/people/[who]/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { users } from '$lib/schema';

export async function DELETE({ locals, params }) {
  if (!locals.user || !locals.user.admin) error(403);
  await db.delete(users).where(eq(users.id, params.who));
  return new Response(null, { status: 204 });
}
`,
        'src/routes/people/[who]/mail/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { users } from '$lib/schema';

const refused = (event) => {
  const { user } = event.locals;
  return user?.isOwner ? undefined : new Response(null, { status: 403 });
};

export async function PUT(event) {
  if (!event.locals.user) error(401);
  const answer = refused(event);
  if (answer) return answer;
  await db.update(users).set({ email: await event.request.text() }).where(eq(users.id, event.params.who));
  return new Response(null, { status: 204 });
}
`,
        'src/people.controller.ts': `import { Controller, Delete, Param, UseGuards } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { db } from './lib/db';
import { users } from './lib/schema';

@Controller('people')
export class PeopleController {
  @Delete(':who')
  @UseGuards(SessionGuard, RolesGuard)
  @Roles('chief')
  async remove(@Param('who') who: string) {
    await db.delete(users).where(eq(users.id, who));
  }
}
`,
      },
    },
    {
      name: 'the id of the user under a name of its own is compared with the one in the address',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const invoices = pgTable('invoices', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
`,
        'src/routes/people/[who]/invoices/+server.ts': `import { error, json } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { invoices } from '$lib/schema';

export async function GET({ locals, params }) {
  const viewer = locals.user?.id;
  if (!viewer) error(401);
  const asked = params.who;
  if (viewer !== asked) error(403);
  return json(await db.select().from(invoices).where(eq(invoices.userId, asked)));
}
`,
      },
    },
    {
      name: 'rows that come along with another, limited to those of the user, and a row of the user that is added to it',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  lots  Lot[]
  bids  Bid[]
}

model Lot {
  id       String @id
  sellerId String
  ownerId  String
  owner    User   @relation(fields: [ownerId], references: [id])
  bids     Bid[]
}

model Bid {
  id       String @id
  amount   Int
  bidderId String
  bidder   User   @relation(fields: [bidderId], references: [id])
  lotId    String
  lot      Lot    @relation(fields: [lotId], references: [id])
}
`,
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const shops = pgTable('shops', { id: text('id').primaryKey(), slug: text('slug').notNull() });
export const baskets = pgTable('baskets', {
  id: text('id').primaryKey(),
  shopId: text('shop_id').notNull(),
  userId: text('user_id').notNull(),
});
export const lines = pgTable('lines', {
  id: text('id').primaryKey(),
  basketId: text('basket_id').notNull().references(() => baskets.id),
});
`,
        'src/routes/shops/[slug]/basket/+server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { baskets, lines, shops } from '$lib/schema';

export async function DELETE({ locals, params }) {
  const { user } = locals;
  if (!user) error(401);
  const shop = await db.query.shops.findFirst({
    where: eq(shops.slug, params.slug),
    with: { baskets: { where: eq(baskets.userId, user.id) } },
  });
  const basket = shop?.baskets[0];
  if (!basket) error(404);
  await db.delete(lines).where(eq(lines.basketId, basket.id));
  return new Response(null, { status: 204 });
}
`,
        'src/routes/lots/[id]/bids/+server.ts': `import { error, json } from '@sveltejs/kit';
import { prisma } from '$lib/prisma';

export async function POST({ locals, params, request }) {
  if (!locals.user) error(401);
  const { amount } = await request.json();
  const lot = await prisma.lot.update({
    where: { id: params.id },
    data: { bids: { create: { amount, bidderId: locals.user.id } } },
  });
  return json(lot);
}
`,
      },
    },
    {
      name: 'rows that are numbers only, meant for all, shared by all or named together with a secret',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { boolean, pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });
export const ballots = pgTable('ballots', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  questionId: text('question_id').notNull(),
  answer: text('answer').notNull(),
});
export const personas = pgTable('personas', {
  id: text('id').primaryKey(),
  creatorId: text('creator_id').notNull(),
  discoverable: boolean('discoverable').notNull(),
});
export const tools = pgTable('tools', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdByUserId: text('created_by_user_id').notNull().references(() => users.id),
  updatedByUserId: text('updated_by_user_id').notNull().references(() => users.id),
});
export const servers = pgTable('servers', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  user: text('user').notNull(),
});
export const boxes = pgTable('boxes', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token').notNull(),
});
`,
        'src/routes/things/[id]/+server.ts': `import { error, json } from '@sveltejs/kit';
import { and, eq, sql } from 'drizzle-orm';
import { db } from '$lib/db';
import { ballots, boxes, personas, servers, tools } from '$lib/schema';

export async function GET({ locals, params }) {
  if (!locals.user) error(401);
  const results = await db
    .select({ answer: ballots.answer, votes: sql<number>\`count(*)\` })
    .from(ballots)
    .where(eq(ballots.questionId, params.id))
    .groupBy(ballots.answer);
  const personasFound = await db.select().from(personas).where(eq(personas.id, params.id));
  const tool = await db.select().from(tools).where(eq(tools.id, params.id));
  const server = await db.select().from(servers).where(eq(servers.id, params.id));
  return json({ results, personasFound, tool, server });
}

export async function POST({ locals, params, request }) {
  if (!locals.user) error(401);
  const { token } = await request.json();
  const [box] = await db
    .select()
    .from(boxes)
    .where(and(eq(boxes.id, params.id), eq(boxes.accessToken, token)));
  return json(box);
}
`,
      },
    },
    {
      name: 'a builder for a role, conditions in a list with the own id among them, and what is shared by a country',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ praxisId: row.praxis_id, countryId: row.country_id }),
});
`,
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const boats = pgTable('boats', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });
export const holidays = pgTable('holidays', {
  id: text('id').primaryKey(),
  countryId: text('country_id').notNull(),
  day: text('day').notNull(),
});
export const visits = pgTable('visits', { id: text('id').primaryKey(), praxisId: text('praxis_id').notNull() });
`,
        'src/signed-in.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const signedIn = createMiddleware(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.json({ error: 'Sign in first' }, 401);
  c.set('user', user);
  await next();
});
`,
        'src/routes.ts': `import { and, eq, type SQL } from 'drizzle-orm';
import { Hono } from 'hono';
import { permit } from './permit';
import { db } from './db';
import { boats, holidays, visits } from './schema';
import { signedIn } from './signed-in';

export const boatsOfAll = new Hono().use(signedIn).delete('/boats/:id', permit('staff'), async (c) => {
  await db.delete(boats).where(eq(boats.id, c.req.param('id')));
  return c.body(null, 204);
});

export const own = new Hono()
  .delete('/boats', signedIn, async (c) => {
    const conditions: SQL[] = [eq(boats.ownerId, c.get('user').id)];
    conditions.push(eq(boats.id, c.req.query('id') ?? ''));
    await db.delete(boats).where(and(...conditions));
    return c.body(null, 204);
  })
  .put('/holidays/:id', signedIn, async (c) => {
    await db.update(holidays).set(await c.req.json()).where(eq(holidays.id, c.req.param('id')));
    return c.body(null, 204);
  })
  .delete('/visits/:id', signedIn, async (c) => {
    const { praxisId } = c.get('user');
    await db.delete(visits).where(and(eq(visits.id, c.req.param('id')), eq(visits.praxisId, praxisId)));
    return c.body(null, 204);
  });
`,
      },
    },
    {
      name: 'rows that belong to nobody yet, found by a part of their name',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const shelves = pgTable('shelves', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  userId: text('user_id'),
});
`,
        'src/routes/shelves/free/+server.ts': `import { error, json } from '@sveltejs/kit';
import { and, isNull, like } from 'drizzle-orm';
import { db } from '$lib/db';
import { shelves } from '$lib/schema';

export async function GET({ locals, url }) {
  if (!locals.user) error(401);
  const conditions = [isNull(shelves.userId)];
  const part = url.searchParams.get('part');
  if (part) conditions.push(like(shelves.label, '%' + part + '%'));
  return json(await db.select().from(shelves).where(and(...conditions)));
}
`,
      },
    },
    {
      name: 'sessions of a device, which run out',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const deviceSessions = pgTable('device_sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at').notNull(),
});
`,
        'src/routes/device/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { deviceSessions } from '$lib/server/schema';

export const actions = {
  forget: async ({ locals, request }) => {
    if (!locals.user) error(401);
    const form = await request.formData();
    await db.delete(deviceSessions).where(eq(deviceSessions.id, String(form.get('id'))));
  },
};
`,
      },
    },
    {
      name: 'an interface that several classes implement, and a repository that keeps to its owner',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const kites = pgTable('kites', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  color: text('color').notNull(),
});
`,
        'src/kites.ts': `import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { kites } from './schema';

export interface Kites {
  drop(id: string, owner: string): Promise<void>;
}

export class AnyKites implements Kites {
  async drop(id: string) {
    await db.delete(kites).where(eq(kites.id, id));
  }
}

export class OwnKites implements Kites {
  async drop(id: string, owner: string) {
    await db.delete(kites).where(and(eq(kites.id, id), eq(kites.userId, owner)));
  }
}

export class Workshop {
  constructor(private readonly kites: Kites) {}
  scrap(id: string, owner: string) {
    return this.kites.drop(id, owner);
  }
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { OwnKites, Workshop } from './kites';
import { lucia } from './lucia';

const workshop = new Workshop(new OwnKites());

export const app = new Hono();

app.delete('/kites/:id', async (c) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!session) return c.body(null, 401);
  await workshop.scrap(c.req.param('id'), user.id);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the key that leads to users is compared with who a helper says is there',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.13.0', mysql2: '3.11.0' },
      files: {
        'schema.sql': `CREATE TABLE users (id VARCHAR(40) PRIMARY KEY, email VARCHAR(190) NOT NULL);
CREATE TABLE stalls (id INT PRIMARY KEY, vendor VARCHAR(40) NOT NULL REFERENCES users (id), fee INT NOT NULL);
`,
        'app/routes/stalls.$id.tsx': `import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '~/auth.server';
import { pool } from '~/db.server';

export async function action({ request, params }: ActionFunctionArgs) {
  const me = await requireUser(request);
  const [rows] = await pool.execute('SELECT id, vendor FROM stalls WHERE id = ?', [params.id]);
  const [stall] = rows;
  if (!stall || stall.vendor !== me.id) return json({ error: 'Not yours' }, { status: 404 });
  const form = await request.formData();
  await pool.execute('UPDATE stalls SET fee = ? WHERE id = ?', [Number(form.get('fee')), stall.id]);
  return redirect('/stalls');
}
`,
      },
    },
    {
      name: 'a helper that is told the row and the user asks the database whether they belong together, and a number',
      dependencies: { lucia: '3.2.2', next: '15.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const shelves = pgTable('shelves', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  ownerId: text('owner_id').notNull(),
});

export const jars = pgTable('jars', {
  id: text('id').primaryKey(),
  shelfId: text('shelf_id').notNull(),
  ownerId: text('owner_id').notNull(),
});
`,
        'src/rights.ts': `import { sql } from 'drizzle-orm';
import { db } from './db';

export async function mayTouch({ shelf, by }: { shelf: string; by: string }) {
  const answer = await db.execute(sql\`SELECT may_touch(\${shelf}, \${by}) AS ok\`);
  return Boolean(answer.rows[0]?.ok);
}
`,
        'src/shelves.ts': `'use server';

import { eq } from 'drizzle-orm';
import { db } from './db';
import { mayTouch } from './rights';
import { signedIn } from './session';
import { jars, shelves } from './tables';

export async function clear(id: string) {
  const { user } = await signedIn();
  const isAllowed = await mayTouch({ shelf: id, by: user.id });
  if (!isAllowed) throw new Error('This is the shelf of somebody else.');
  await db.delete(shelves).where(eq(shelves.id, id));
}

export async function jarsOn(id: string) {
  await signedIn();
  const found = await db.select().from(jars).where(eq(jars.shelfId, id));
  return found.length;
}
`,
        'src/session.ts': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';

export async function signedIn() {
  const found = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  if (!found.session) redirect('/enter');
  return found;
}
`,
      },
    },
    {
      name: 'the ids of rows of the user, and a list of which each must be among them',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { boolean, pgTable, text } from 'drizzle-orm/pg-core';

export const racks = pgTable('racks', { id: text('id').primaryKey(), userId: text('user_id').notNull() });
export const bottles = pgTable('bottles', {
  id: text('id').primaryKey(),
  rackId: text('rack_id')
    .notNull()
    .references(() => racks.id),
  turned: boolean('turned').notNull(),
});
`,
        'src/removal.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { racks } from './schema';

export async function removeFor(id: string, by: { who: string; rank: string }) {
  const [rack] = await db.select().from(racks).where(eq(racks.id, id));
  if (rack?.userId !== by.who) return false;
  await db.delete(racks).where(eq(racks.id, id));
  return true;
}
`,
        'src/racks.ts': `import { and, eq, inArray } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';
import { removeFor } from './removal';
import { bottles, racks } from './schema';

export const app = new Hono<{ Variables: { user: { id: string } } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.post('/racks/:id/turn', async (c) => {
  const own = await db
    .select()
    .from(racks)
    .where(and(eq(racks.id, c.req.param('id')), eq(racks.userId, c.get('user').id)));
  const ids = own.map((rack) => rack.id);
  await db.update(bottles).set({ turned: true }).where(inArray(bottles.rackId, ids));
  return c.body(null, 204);
});
app.delete('/racks/:id', async (c) => {
  const user = c.get('user');
  const isGone = await removeFor(c.req.param('id'), { who: user.id, rank: 'keeper' });
  return c.body(null, isGone ? 204 : 403);
});
app.post('/racks/empty', async (c) => {
  const { ids } = await c.req.json<{ ids: string[] }>();
  const own = await db.select().from(racks).where(eq(racks.userId, c.get('user').id));
  const foreign = ids.filter((id) => !own.some((rack) => rack.id === id));
  if (foreign.length) return c.body(null, 403);
  await db.delete(bottles).where(inArray(bottles.rackId, ids));
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a helper is told who is there by another that is out of sight',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.0' },
      files: {
        'app/notes/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { getViewerUser } from '@/features/auth/viewer';
import { db } from '@/db';

const notes = pgTable('notes', { id: text('id').primaryKey(), userId: text('user_id').notNull(), body: text('body') });

async function ownNote(id: string, by: string) {
  const [note] = await db.select({ id: notes.id, userId: notes.userId }).from(notes).where(eq(notes.id, id));
  return note?.userId === by ? note : null;
}

export async function rewrite(form: FormData) {
  const viewer = await getViewerUser();
  if (!viewer) return { error: 'Sign in first' };
  const id = String(form.get('id'));
  if (!(await ownNote(id, viewer.id))) return { error: 'No such note' };
  await db.update(notes).set({ body: String(form.get('body')) }).where(eq(notes.id, id));
  return {};
}
`,
      },
    },
    {
      name: 'what is known of the role is taken out of the user first, looked up or asked for with a switch',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/parcels.ts': `import { eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';

const parcels = pgTable('parcels', { id: text('id').primaryKey(), userId: text('user_id').notNull(), weight: text('weight') });
const WEIGHTS: Record<string, number> = { carrier: 1, chief: 2 };

export const app = new Hono<{ Variables: { user: any } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.delete('/parcels/:id', async (c) => {
  const { role } = c.get('user') ?? {};
  if (role !== 'chief') return c.json({ error: 'Not yours' }, 403);
  await db.delete(parcels).where(eq(parcels.id, c.req.param('id')));
  return c.body(null, 204);
});
app.post('/parcels/:id/lost', async (c) => {
  const { isChief } = c.get('user');
  if (!isChief) return c.body(null, 403);
  await db.delete(parcels).where(eq(parcels.id, c.req.param('id')));
  return c.body(null, 204);
});
app.put('/parcels/:id', async (c) => {
  if ((WEIGHTS[c.get('user').role] ?? 0) < 2) return c.body(null, 403);
  await db.update(parcels).set({ weight: await c.req.text() }).where(eq(parcels.id, c.req.param('id')));
  return c.body(null, 204);
});
app.patch('/parcels/:id', async (c) => {
  switch (c.get('user').role) {
    case 'chief':
      await db.update(parcels).set({ weight: await c.req.text() }).where(eq(parcels.id, c.req.param('id')));
      return c.body(null, 204);
    default:
      return c.body(null, 403);
  }
});
app.post('/parcels/:id/found', async (c) => {
  const { kind } = c.get('user');
  if (kind !== 'finder') return c.body(null, 403);
  await db.update(parcels).set({ weight: null }).where(eq(parcels.id, c.req.param('id')));
  return c.body(null, 204);
});
app.post('/parcels/:id/heavy', async (c) => {
  const may = { chief: true, carrier: false }[c.get('user').role as string];
  if (!may) return c.body(null, 403);
  await db.update(parcels).set({ weight: 'heavy' }).where(eq(parcels.id, c.req.param('id')));
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the row that one of the user is added to is kept up to date',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/tables.ts': `import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const races = pgTable('races', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  name: text('name').notNull(),
  runners: integer('runners').notNull(),
  fastest: integer('fastest'),
  ranAt: timestamp('ran_at'),
});
export const runs = pgTable('runs', {
  id: text('id').primaryKey(),
  raceId: text('race_id').notNull(),
  userId: text('user_id').notNull(),
  seconds: integer('seconds').notNull(),
});
`,
        'src/routes/races/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { eq, sql } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { races, runs } from '$lib/server/tables';

export const actions = {
  run: async ({ locals, params, request }) => {
    if (!locals.user) error(401);
    const seconds = Number((await request.formData()).get('seconds'));
    await db.insert(runs).values({ id: crypto.randomUUID(), raceId: params.id, userId: locals.user.id, seconds });
    await db
      .update(races)
      .set({ fastest: seconds, runners: sql\`runners + 1\`, ranAt: new Date() })
      .where(eq(races.id, params.id));
  },
};
`,
      },
    },
    {
      name: 'a condition in a variable with the owner in it, and keys that entitle whoever knows them',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', '@prisma/client': '5.0.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  lamps Lamp[]
}

model Lamp {
  id     String @id
  userId String
  user   User   @relation(fields: [userId], references: [id])
  isLit  Boolean
}
`,
        'src/kites.ts': `import { and, eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { db, prisma } from './db';
import { lucia } from './lucia';

const kites = pgTable('kites', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  shareKey: text('share_key').notNull(),
  colour: text('colour'),
});
const shares = pgTable('shares', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull() });

export const app = new Hono<{ Variables: { user: any } }>();
app.use(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
app.delete('/kites/:key', async (c) => {
  const chosen = and(eq(kites.id, c.req.param('key')), eq(kites.ownerId, c.get('user').id));
  await db.delete(kites).where(chosen);
  return c.body(null, 204);
});
app.put('/shared/:key', async (c) => {
  const chosen = eq(kites.shareKey, c.req.param('key'));
  await db.update(kites).set({ colour: await c.req.text() }).where(chosen);
  return c.body(null, 204);
});
app.delete('/shares/:key', async (c) => {
  await db.delete(shares).where(eq(shares.id, c.req.param('key')));
  return c.body(null, 204);
});
app.put('/lamps/:id', async (c) => {
  const where: Record<string, string> = { id: c.req.param('id') };
  where.userId = c.get('user').id;
  await prisma.lamp.updateMany({ where, data: { isLit: true } });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'inserts that overwrite rows of the user only',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.4', zod: '3.23.0' },
      files: {
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const habits = pgTable('habits', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  name: text('name').notNull(),
});
export const ticks = pgTable('ticks', {
  habitId: text('habit_id').notNull(),
  day: text('day').notNull(),
  userId: text('user_id').notNull(),
  amount: integer('amount').notNull(),
});
export const records = pgTable('records', {
  trackId: text('track_id').primaryKey(),
  userId: text('user_id').notNull(),
  seconds: integer('seconds').notNull(),
});
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

export async function createContext({ req }: { req: Request }) {
  const id = lucia.readSessionCookie(req.headers.get('Cookie') ?? '') ?? '';
  return lucia.validateSession(id);
}
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const ownProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
`,
        'src/habits.ts': `import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { habits, records, ticks } from './schema';
import { ownProcedure, router } from './trpc';

export const habitRouter = router({
  push: ownProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ ctx, input }) => {
    await db
      .insert(habits)
      .values({ ...input, userId: ctx.user.id })
      .onConflictDoUpdate({ target: habits.id, set: { name: input.name }, setWhere: eq(habits.userId, ctx.user.id) });
  }),
  add: ownProcedure.input(z.object({ name: z.string() })).mutation(async ({ ctx, input }) => {
    await db
      .insert(habits)
      .values({ id: crypto.randomUUID(), name: input.name, userId: ctx.user.id })
      .onConflictDoUpdate({ target: habits.id, set: { name: input.name } });
  }),
  tick: ownProcedure
    .input(z.object({ habit: z.string(), day: z.string(), amount: z.number() }))
    .mutation(async ({ ctx, input }) => {
      const habit = await db.query.habits.findFirst({
        where: and(eq(habits.id, input.habit), eq(habits.userId, ctx.user.id)),
      });
      if (!habit) throw new Error('No such habit');
      await db
        .insert(ticks)
        .values({ habitId: input.habit, day: input.day, amount: input.amount, userId: ctx.user.id })
        .onConflictDoUpdate({ target: [ticks.habitId, ticks.day], set: { amount: input.amount } });
    }),
  count: ownProcedure.input(z.object({ habit: z.string(), day: z.string() })).mutation(async ({ ctx, input }) => {
    await db
      .insert(ticks)
      .values({ habitId: input.habit, day: input.day, amount: 1, userId: ctx.user.id })
      .onConflictDoUpdate({ target: [ticks.habitId, ticks.day, ticks.userId], set: { amount: 2 } });
  }),
  record: ownProcedure.input(z.object({ trackId: z.string(), seconds: z.number() })).mutation(async ({ ctx, input }) => {
    const userId = ctx.user.id;
    await db
      .insert(records)
      .values({ ...input, userId })
      .onConflictDoUpdate({ target: records.trackId, set: { seconds: input.seconds, userId } });
  }),
});
`,
      },
    },
    {
      name: 'who made a row is noted only, and who may delete it is no matter of reads',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), name: text('name') });
export const chores = pgTable('chores', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  addedBy: text('added_by').notNull().references(() => users.id),
});
export const receipts = pgTable('receipts', {
  id: text('id').primaryKey(),
  path: text('path').notNull(),
  uploadedById: text('uploaded_by_id').notNull().references(() => users.id),
});
`,
        'src/routes/chores/[id]/+server.ts': `import { error, json } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { chores, users } from '$lib/schema';

export async function GET({ locals, params, url }) {
  if (!locals.user) error(401);
  const [chore] = await db
    .select()
    .from(chores)
    .innerJoin(users, eq(chores.addedBy, users.id))
    .where(eq(chores.id, params.id));
  const others = await db.select().from(chores).where(eq(chores.addedBy, url.searchParams.get('user')));
  return json({ chore, others });
}

export async function PATCH({ locals, params, request }) {
  if (!locals.user) error(401);
  const { title } = await request.json();
  await db.update(chores).set({ title }).where(eq(chores.id, params.id));
  return new Response(null, { status: 204 });
}
`,
        'src/routes/receipts/[id]/+server.ts': `import { error, json } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { receipts } from '$lib/schema';

export async function GET({ locals, params }) {
  if (!locals.user) error(401);
  const [receipt] = await db.select().from(receipts).where(eq(receipts.id, params.id));
  return json(receipt);
}

export async function DELETE({ locals, params }) {
  if (!locals.user) error(401);
  const [receipt] = await db.select().from(receipts).where(eq(receipts.id, params.id));
  if (receipt?.uploadedById !== locals.user.id) error(403);
  await db.delete(receipts).where(eq(receipts.id, params.id));
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a row is added with a key of the user and changed as one of theirs, or notes who checked it',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  stall Stall?
}

model Stall {
  id     String  @id
  user   User    @relation(fields: [userId], references: [id])
  userId String  @unique
  wares  Ware[]
}

model Ware {
  id      String  @id
  name    String
  stall   Stall?  @relation(fields: [stallId], references: [id])
  stallId String?
}

model Notice {
  id        String @id
  text      String
  checkedBy String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export const validateRequest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/wares/actions.ts': `'use server';

import { validateRequest } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function saveWare(name: string, wareId?: string) {
  const { user } = await validateRequest();
  if (!user?.stall) throw new Error('Not allowed');
  if (wareId) return prisma.ware.update({ where: { id: wareId, stallId: user.stall.id }, data: { name } });
  return prisma.ware.create({ data: { name, stallId: user.stall.id } });
}

export async function saveNotice(text: string, noticeId?: string) {
  const { user } = await validateRequest();
  if (!user) throw new Error('Not allowed');
  if (noticeId) return prisma.notice.update({ where: { id: noticeId }, data: { text } });
  return prisma.notice.create({ data: { text, checkedBy: user.id } });
}
`,
      },
    },
    {
      name: 'a transaction that is taken back without the own row',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id     String  @id
  albums Album[]
}

model Album {
  id      String  @id
  ownerId String
  owner   User    @relation(fields: [ownerId], references: [id])
  photos  Photo[]
}

model Photo {
  id      String @id
  albumId String
  album   Album  @relation(fields: [albumId], references: [id])
  userId  String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function viewer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'app/albums/actions.ts': `'use server';

import { viewer } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function dropAlbum(albumId: string) {
  const user = await viewer();
  if (!user) return { ok: false };
  await prisma.$transaction(async (tx) => {
    await tx.photo.deleteMany({ where: { albumId } });
    await tx.album.delete({ where: { id: albumId, ownerId: user.id } });
  });
  return { ok: true };
}

export async function emptyAlbum(albumId: string) {
  const user = await viewer();
  if (!user) return { ok: false };
  await prisma.$transaction([
    prisma.album.findFirstOrThrow({ where: { id: albumId, ownerId: user.id } }),
    prisma.photo.deleteMany({ where: { albumId } }),
  ]);
  return { ok: true };
}
`,
      },
    },
    {
      name: 'a schema checks the row of the user together with the form',
      dependencies: { lucia: '3.2.2', next: '15.5.29', zod: '3.23.8', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  kites Kite[]
}

model Kite {
  id      String @id
  ownerId String
  owner   User   @relation(fields: [ownerId], references: [id])
  colour  String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function flyer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'app/kites/actions.ts': `'use server';

import { z } from 'zod';
import { flyer } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

const shape = z.object({ kiteId: z.string(), colour: z.string() });

export async function paint(form: FormData) {
  const user = await flyer();
  if (!user) throw new Error('Not allowed');
  const kite = await prisma.kite.findFirst({ where: { ownerId: user.id } });
  const read = shape.safeParse({ kiteId: kite?.id, colour: form.get('colour') });
  if (!read.success) return;
  await prisma.kite.update({ where: { id: read.data.kiteId }, data: { colour: read.data.colour } });
}
`,
      },
    },
    {
      name: 'a row that is added to one of the own, or under the own name',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { date, integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), name: text('name') });

export const plants = pgTable('plants', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  userId: text('user_id').notNull().references(() => users.id),
});

export const waterings = pgTable('waterings', {
  id: serial('id').primaryKey(),
  plantId: integer('plant_id').notNull().references(() => plants.id),
  on: date('on').notNull(),
});

export const wishes = pgTable('wishes', {
  id: serial('id').primaryKey(),
  plantId: integer('plant_id').notNull().references(() => plants.id),
  wisherId: text('wisher_id').notNull().references(() => users.id),
});
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

const t = initTRPC.context<{ sessionId: string; user?: { id: string } }>().create();
export const router = t.router;
export const mine = t.procedure.use(async ({ ctx, next }) => {
  const { user } = await lucia.validateSession(ctx.sessionId);
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, user } });
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/plants.ts': `import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { plants, waterings, wishes } from './schema';
import { mine, router } from './trpc';

export const plantRouter = router({
  remove: mine.input(z.object({ id: z.number() })).mutation(async ({ ctx, input }) => {
    await db.delete(plants).where(and(eq(plants.id, input.id), eq(plants.userId, ctx.user.id)));
  }),
  water: mine.input(z.object({ plantId: z.number(), on: z.string() })).mutation(async ({ ctx, input }) => {
    const own = await db.query.plants.findFirst({
      where: and(eq(plants.id, input.plantId), eq(plants.userId, ctx.user.id)),
    });
    if (!own) throw new Error('no such plant');
    await db.insert(waterings).values({ plantId: input.plantId, on: input.on });
  }),
  wish: mine.input(z.object({ plantId: z.number() })).mutation(async ({ ctx, input }) => {
    await db.insert(wishes).values({ plantId: input.plantId, wisherId: ctx.user.id });
  }),
});
`,
      },
    },
    {
      name: 'the row of an address that is for staff only, in a handler that also serves the user',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  stage String
  badge Badge?
}

model Badge {
  id     String @id @default(cuid())
  title  String
  userId String @unique
  user   User   @relation(fields: [userId], references: [id])
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/crew.ts': `export const onlyStaff = ({ user, set }) => {
  if (user?.stage !== 'crew') {
    set.status = 403;
    return 'no';
  }
};
`,
        'src/badges.ts': `import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export class Badges {
  rename = async ({ params, user, body }) => {
    const whose = params?.holder ?? user?.id;
    return db.badge.update({ where: { userId: whose }, data: { title: body.title } });
  };
}
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { Badges } from './badges';
import { onlyStaff } from './crew';
import { lucia } from './lucia';

const badges = new Badges();

new Elysia()
  .derive(async ({ cookie, set }) => {
    const { user } = await lucia.validateSession(cookie[lucia.sessionCookieName].value);
    return { user };
  })
  .patch('/badge', badges.rename)
  .patch('/badge/:holder', badges.rename, { beforeHandle: [onlyStaff] })
  .listen(3000);
`,
      },
    },
    {
      name: 'a guard that is called after roles and asks for them',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  email String @unique
  role  String
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/session.ts': `import { lucia } from './lucia';

export async function readSession(req, res, next) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  res.locals.user = user;
  next();
}
`,
        'src/checkRole.ts': `export const checkRole = (req, res, next) => {
  const { user } = res.locals;
  if (!user || !['head'].includes(user.role)) return res.status(403).json({ error: 'no' });
  next();
};
`,
        'src/people.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const removePerson = async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
};
`,
        'src/app.ts': `import express, { Router } from 'express';
import { checkRole } from './checkRole';
import { removePerson } from './people';
import { readSession } from './session';

const people = Router();
people.delete('/:id', removePerson);

const app = express();
app.use(readSession);
app.use('/people', checkRole, people);
app.listen(3000);
`,
      },
    },
    {
      name: 'the rows of a team of the user that is looked up by what the request says',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, serial, text, integer } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey() });

export const teams = pgTable('teams', {
  id: serial('id').primaryKey(),
  number: integer('number').notNull(),
  leaderId: text('leader_id').notNull().references(() => users.id),
});

export const plans = pgTable('plans', {
  id: serial('id').primaryKey(),
  title: text('title').notNull(),
  teamId: integer('team_id').notNull().references(() => teams.id),
});
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import { lucia } from './lucia';

const t = initTRPC.context<{ sessionId: string; user?: { id: string } }>().create();
export const router = t.router;
export const mine = t.procedure.use(async ({ ctx, next }) => {
  const { user } = await lucia.validateSession(ctx.sessionId);
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, user } });
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/plans.ts': `import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { plans, teams } from './schema';
import { mine, router } from './trpc';

export const planRouter = router({
  ofTeam: mine.input(z.object({ number: z.number() })).query(async ({ ctx, input }) => {
    const team = await db.query.teams.findFirst({ where: and(eq(teams.number, input.number), eq(teams.leaderId, ctx.user.id)) });
    if (!team) throw new Error('no such team');
    return db.query.plans.findMany({ where: eq(plans.teamId, team.id) });
  }),
});
`,
      },
    },
    {
      name: 'a row between two users, one of whom is signed in',
      dependencies: { lucia: '3.2.2', next: '14.2.30', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id      String @id
  admires Fan[]  @relation("admires")
  admired Fan[]  @relation("admired")
}

model Fan {
  id     String @id @default(cuid())
  fan    User   @relation("admires", fields: [fanId], references: [id])
  fanId  String
  star   User   @relation("admired", fields: [starId], references: [id])
  starId String
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export async function getUser() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'src/fans.ts': `'use server';
import { PrismaClient } from '@prisma/client';
import { getUser } from './lucia';

const prisma = new PrismaClient();

export async function leave(starId: string) {
  const user = await getUser();
  if (!user) throw new Error('sign in');
  const own = await prisma.fan.findFirst({ where: { fanId: user.id, starId } });
  if (own) await prisma.fan.delete({ where: { id: own.id } });
}
`,
      },
    },
    {
      name: 'a guard that is called after roles and asks for something else of the user',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  email String @unique
  role  String
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/session.ts': `import { lucia } from './lucia';

export async function readSession(req, res, next) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  res.locals.user = user;
  next();
}
`,
        'src/checkRole.ts': `export const checkRole = (req, res, next) => {
  if (res.locals.user?.kind !== 'head') return res.status(403).json({ error: 'no' });
  next();
};
`,
        'src/people.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const removePerson = async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
};
`,
        'src/app.ts': `import express, { Router } from 'express';
import { checkRole } from './checkRole';
import { removePerson } from './people';
import { readSession } from './session';

const people = Router();
people.delete('/:id', removePerson);

const app = express();
app.use(readSession);
app.use('/people', checkRole, people);
app.listen(3000);
`,
      },
    },
  ],
};

export default examples;
