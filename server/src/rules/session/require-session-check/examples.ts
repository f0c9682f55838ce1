import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'tables whose names only end like those that anybody may add to',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/reviews/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { bookReviews, pageViews } from '../../lib/schema';
import { validateRequest } from '../../lib/auth';

export async function rate(id: string, stars: number) {
  const { user } = await validateRequest();
  if (!user) throw new Error('Sign in first');
  await db.update(bookReviews).set({ stars, by: user.id }).where(eq(bookReviews.id, id));
}

export async function seen(page: string) {
  await db.insert(pageViews).values({ page });
}

export async function drop(id: string) {
//                    ^^^^ write
  await db.delete(bookReviews).where(eq(bookReviews.id, id));
}
`,
      },
    },
    {
      name: 'an action beside the paths that a sequence of hooks closes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { error } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { lucia } from '$lib/server/auth';

const identify = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};

const onlyStaff = async ({ event, resolve }) => {
  const { user } = event.locals;
  if (!user || user.level < 2) throw error(403);
  return resolve(event);
};

export const handle = (input) => {
  if (input.event.url.pathname.startsWith('/desk')) return sequence(identify, onlyStaff)(input);
  return identify(input);
};
`,
        'src/routes/desk/counters/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  close: async ({ request }) => {
    const form = await request.formData();
    await prisma.counter.update({ where: { id: String(form.get('id')) }, data: { isClosed: true } });
  },
};
`,
        'src/routes/counters/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  close: async ({ request }) => {
//^^^^^ write
    const form = await request.formData();
    await prisma.counter.update({ where: { id: String(form.get('id')) }, data: { isClosed: true } });
  },
};
`,
      },
    },
    {
      name: 'a router whose name speaks of users guards nobody',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
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
        'src/users.ts': `import { Hono } from 'hono';

export const userRoutes = new Hono().get('/count', (c) => c.text('12'));
`,
        'src/hours.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const hourRoutes = new Hono().delete('/:id', async (c) => {
//                                                  ^^^^^... write
  await prisma.logs.delete({ where: { id: Number(c.req.param('id')) } });
  return c.body(null, 204);
});
`,
        'src/index.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { hourRoutes } from './hours';
import { userRoutes } from './users';

const app = new Hono();
app.use(csrf());
app.route('/users', userRoutes);
app.route('/hours', hourRoutes);

export default app;
`,
      },
    },
    {
      name: 'the credentials are those of a request that the handler makes',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/print.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { printer } from './printer';

export const print = new Hono().post('/print', async (c) => {
//                                             ^^^^^... write
  const { label } = await c.req.json();
  await fetch(printer.url, { method: 'PUT', headers: { 'Authorization': printer.basic }, body: label });
  await prisma.printout.create({ data: { label } });
  return c.body(null, 202);
});
`,
      },
    },
    {
      name: 'a SvelteKit action next to a load that checks',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (session?.fresh) {
    const cookie = lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
`,
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/members/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  rename: async ({ request }) => {
//^^^^^^ write
    const form = await request.formData();
    const name = form.get('name');
    if (typeof name !== 'string') return fail(400);
    await prisma.member.update({ where: { id: String(form.get('id')) }, data: { name } });
  },
};
`,
      },
      fixed: {
        'src/routes/members/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  rename: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const name = form.get('name');
    if (typeof name !== 'string') return fail(400);
    await prisma.member.update({ where: { id: String(form.get('id')) }, data: { name } });
  },
};
`,
      },
    },
    {
      name: 'a Nuxt endpoint that hands out the user table',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', 'drizzle-orm': '0.36.4' },
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
        'server/api/users.get.ts': `import { users } from '../database/schema';
import { db } from '../database/client';

export default defineEventHandler(() => {
//                                ^^^^^ read
  return db.select().from(users);
});
`,
      },
    },
    {
      name: 'an Express route without the guard that its neighbour has',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
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
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';

export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const { user, session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  if (session.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  res.locals.user = user;
  next();
}
`,
        'src/projects.ts': `import { verifyRequestOrigin } from 'lucia';
import { Router } from 'express';
import { requireUser } from './guard';
import { pool } from './pool';

export const projects = Router();
projects.use((req, res, next) => {
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  next();
});
projects.post('/projects', requireUser, async (req, res) => {
  await pool.query('INSERT INTO projects (name, owner_id) VALUES ($1, $2)', [req.body.name, res.locals.user.id]);
  res.status(201).end();
});
  projects.delete('/projects/:id', async (req, res) => {
//                                 ^^^^^^^^^^^^^^^^^^^ write
  await pool.query('DELETE FROM projects WHERE id = $1', [req.params.id]);
  res.status(204).end();
});
`,
      },
      fixed: {
        'src/projects.ts': `import { verifyRequestOrigin } from 'lucia';
import { Router } from 'express';
import { requireUser } from './guard';
import { pool } from './pool';

export const projects = Router();
projects.use((req, res, next) => {
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  next();
});
projects.post('/projects', requireUser, async (req, res) => {
  await pool.query('INSERT INTO projects (name, owner_id) VALUES ($1, $2)', [req.body.name, res.locals.user.id]);
  res.status(201).end();
});
  projects.delete('/projects/:id', async (req, res) => {
  if (!res.locals.user) {
    res.status(401).end();
    return;
  }
  await pool.query('DELETE FROM projects WHERE id = $1', [req.params.id]);
  res.status(204).end();
});
`,
      },
    },
    {
      name: 'a list of patients, with a guard that is imported and not used',
      dependencies: { lucia: '3.2.2', fastify: '5.3.3' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/guards.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import { lucia } from './lucia';

export async function requireSession(request: FastifyRequest, reply: FastifyReply) {
  const { session } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (!session) return reply.code(401).send({ error: 'Unauthorized' });
}
`,
        'src/animals.ts': `import type { FastifyPluginAsync } from 'fastify';
import { requireSession } from './guards';
import { Animal } from './models';

const routes: FastifyPluginAsync = async (app) => {
  app.get('/animals', async (request, reply) => {
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^ read
    const animals = await Animal.find().sort({ name: 1 }).lean();
    return reply.send({ animals: animals.map((animal) => ({ ...animal, id: String(animal._id) })) });
  });
};

export default routes;
`,
      },
    },
    {
      name: 'one of two reads of the same table has the guard',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/leaves.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { absences } from './schema';

export const app = new Hono();

app.get('/absences', async (c) => {
  if (!c.get('user')) return c.json(null, 401);
  return c.json(await db.select().from(absences));
});
app.get('/absences/:id', async (c) => {
//                       ^^^^^^^^^^^^ read
  const [absence] = await db.select().from(absences).where(eq(absences.id, c.req.param('id')));
  return c.json({ absence });
});
`,
      },
    },
    {
      name: 'a route handler next to a wrapper',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export const getSession = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
`,
        'app/actions.ts': `'use server';

import { db } from '../lib/database';

export async function rename(name: string) {
//                    ^^^^^^ write
  await db.project.update({ where: { id: 1 }, data: { name } });
}
`,
        'lib/database.ts': `export declare const db: { project: { update(options: { where: { id: number }; data: { name: string } }): Promise<void> } };
`,
      },
      fixed: {
        'app/actions.ts': `'use server';

import { db } from '../lib/database';
import { getSession } from '../lib/auth';

export async function rename(name: string) {
  const { user } = await getSession();
  if (!user) throw new Error('Unauthorized');
  await db.project.update({ where: { id: 1 }, data: { name } });
}
`,
      },
    },
    {
      name: 'a Nuxt endpoint behind a middleware that only looks',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'server/middleware/session.ts': `import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (event.method !== 'GET' && !verifyRequestOrigin(getHeader(event, 'Origin') ?? '', [getHeader(event, 'Host') ?? '']))
    throw createError({ statusCode: 403 });
  const id = getCookie(event, lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (session?.fresh) appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (id && !session) appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  event.context.session = session;
  event.context.user = user;
});
`,
        'server/api/rooms/index.delete.ts': `import { defineEventHandler } from 'h3';
import { db } from '../../utils/db';

export default defineEventHandler(async () => {
//                                ^^^^^^^^^^^ write
  await db.room.deleteMany({ where: { isEmpty: true } });
});
`,
        'server/utils/db.ts': `export declare const db: { room: { deleteMany(options: { where: { isEmpty: boolean } }): Promise<void> } };
`,
      },
      fixed: {
        'server/api/rooms/index.delete.ts': `import { defineEventHandler, createError } from 'h3';
import { db } from '../../utils/db';

export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401 });
  await db.room.deleteMany({ where: { isEmpty: true } });
});
`,
      },
    },
    {
      name: 'an upload link for everybody',
      dependencies: { lucia: '3.2.2', hono: '4.12.28' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/storage.ts': `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const client = new S3Client({});

export async function uploadUrl(key: string) {
  return getSignedUrl(client, new PutObjectCommand({ Bucket: 'uploads', Key: key }));
}
`,
        'src/files.ts': `import { Hono } from 'hono';
import { uploadUrl } from './storage';

export const app = new Hono();

app.post('/files', async (c) => {
//                 ^^^^^^^^^^^^ service
  const { name } = await c.req.json();
  return c.json({ url: await uploadUrl(name) });
});
`,
      },
    },
    {
      name: 'a load that deletes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
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
        'src/routes/drafts/[id]/discard/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ params }) => {
//           ^^^^ write
  await prisma.draft.delete({ where: { id: params.id } });
  redirect(303, '/drafts');
};
`,
      },
    },
    {
      name: 'the author is taken from the row that changes',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
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
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const tickets = pgTable('tickets', { id: text('id').primaryKey(), userId: text('user_id'), note: text('note') });
`,
        'app/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db } from '../lib/db';
import { tickets } from '../lib/schema';

export async function addNote(id: string, text: string) {
//                    ^^^^^^^ write
  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id)).limit(1);
  if (!ticket) throw new Error('There is no such ticket');
  await db.update(tickets).set({ note: ticket.userId + text }).where(eq(tickets.id, id));
}
`,
      },
    },
    {
      name: 'a plugin that is registered outside of the scope with the guard',
      dependencies: { lucia: '3.2.2', fastify: '4.27.0', postgres: '3.4.0' },
      files: {
        'src/session.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

const lucia = new Lucia(adapter);

export async function signedIn(request: FastifyRequest, reply: FastifyReply) {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (!user) return reply.code(401).send();
  request.user = user;
}
`,
        'src/app.ts': `import Fastify from 'fastify';
import { signedIn } from './session';
import { movements } from './movements';
import { products } from './products';

const app = Fastify();
app.register(async (inner) => {
  inner.addHook('preHandler', signedIn);
  inner.register(movements);
});
app.register(products);
`,
        'src/movements.ts': `import type { FastifyInstance } from 'fastify';
import { sql } from './sql';

export async function movements(app: FastifyInstance) {
  app.post('/movements', async (request) => {
    await sql\`insert into movement (delta) values (\${request.body.delta})\`;
  });
}
`,
        'src/products.ts': `import type { FastifyInstance } from 'fastify';
import { sql } from './sql';

export async function products(app: FastifyInstance) {
  app.post('/products', async (request) => {
//                      ^^^^^^^^^^^^^^^^^^ write
    await sql\`insert into product (name) values (\${request.body.name})\`;
  });
}
`,
      },
    },
    {
      name: 'the client without the guard, beside the one with it',
      dependencies: { lucia: '3.2.2', next: '14.2.25', 'next-safe-action': '7.4.0', 'drizzle-orm': '0.33.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const getAuth = async () => lucia.validateSession(cookies().get(lucia.sessionCookieName)?.value ?? '');
`,
        'lib/clients.ts': `import { createSafeActionClient } from 'next-safe-action';
import { getAuth } from './auth';

export const open = createSafeActionClient();
export const closed = open.use(async ({ next }) => {
  const { user } = await getAuth();
  if (!user) throw new Error('Sign in');
  return next({ ctx: { user } });
});
`,
        'app/menu/actions.ts': `'use server';

import { eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { dishes } from '../../lib/schema';
import { closed, open } from '../../lib/clients';
import { price, title } from '../../lib/forms';

export const setPrice = open.schema(price).action(async ({ parsedInput }) => {
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  await db.update(dishes).set({ cents: parsedInput.cents }).where(eq(dishes.id, parsedInput.id));
});

export const setTitle = closed.schema(title).action(async ({ parsedInput }) => {
  await db.update(dishes).set({ title: parsedInput.title }).where(eq(dishes.id, parsedInput.id));
});
`,
      },
    },
    {
      name: 'a repository of TypeORM, in the one method without guard',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.3.0', '@nestjs/typeorm': '10.0.0', typeorm: '0.3.20' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/books.controller.ts': `import { Body, Controller, Delete, Param, Post, UseGuards } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { SessionGuard } from './session.guard';
import { Book } from './book.entity';

@Controller('books')
export class BooksController {
  constructor(@InjectRepository(Book) private readonly books: Repository<Book>) {}

  @Post()
  @UseGuards(SessionGuard)
  add(@Body() body: { isbn: string }) {
    return this.books.insert({ isbn: body.isbn });
  }

  @Delete(':isbn')
  async remove(@Param('isbn') isbn: string) {
//      ^^^^^^ write
    await this.books.delete({ isbn });
  }
}
`,
      },
    },
    {
      name: 'one action of a file forgets what the other asks',
      dependencies: { lucia: '3.2.2', next: '15.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/app/garden/actions.ts': `'use server';

import { currentGardener } from '@/gardeners';
import { prisma } from '@/prisma';

export async function plant(form: FormData) {
  const { user } = await currentGardener();
  if (!user) return;
  await prisma.plant.create({ data: { name: String(form.get('name')), gardenerId: user.id } });
}

export async function clearBed(bedId: string) {
//                    ^^^^^^^^ write
  await prisma.plant.deleteMany({ where: { bedId } });
}
`,
      },
    },
    {
      name: 'a mutation of Pothos without scopes beside one that has them',
      dependencies: { lucia: '3.2.2', '@pothos/core': '4.3.0', '@pothos/plugin-scope-auth': '4.1.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/schema/recipes.ts': `import { prisma } from '../db';
import { builder } from './builder';

builder.mutationField('renameRecipe', (t) =>
  t.prismaField({
    type: 'Recipe',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }), title: t.arg.string({ required: true }) },
    resolve: (query, _root, { id, title }) => prisma.recipe.update({ ...query, where: { id: String(id) }, data: { title } }),
  }),
);

builder.mutationFields((t) => ({
  dropRecipe: t.field({
    type: 'Boolean',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }) => {
//  ^^^^^^^ write
      await prisma.recipe.delete({ where: { id: String(id) } });
      return true;
    },
  }),
}));
`,
      },
    },
    {
      name: 'middleware for other paths, and a limiter that is no guard',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0', 'express-rate-limit': '7.5.1' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './lucia';

export async function staffOnly(req: Request, res: Response, next: NextFunction) {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  res.locals.user = user;
  next();
}
`,
        'src/tables.ts': `import { Router } from 'express';
import { prisma } from './prisma';

export const tables = Router();
tables.put('/:id', async (req, res) => {
//                 ^^^^^^^^^^^^^^^^^^^ write
  res.json(await prisma.table.update({ where: { id: req.params.id }, data: { seats: req.body.seats } }));
});
`,
        'src/server.ts': `import express from 'express';
import slowDown from 'express-rate-limit';
import { verifyRequestOrigin } from 'lucia';
import { prisma } from './prisma';
import { staffOnly } from './guard';
import { tables } from './tables';

const server = express();
const perSession = slowDown({ windowMs: 60_000, limit: 20 });

server.use((req, res, next) => {
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  next();
});
server.use(perSession);
server.use('/kitchen', staffOnly);
server.use(['/till', '/stock'], staffOnly);
server.use('/tables', tables);

server.post('/dishes', async (req, res) => {
//                     ^^^^^^^^^^^^^^^^^^^ write
  res.json(await prisma.dish.create({ data: { name: req.body.name } }));
});
server.route('/dishes/:id').delete(async (req, res) => {
//                                 ^^^^^^^^^^^^^^^^^^^ write
  await prisma.dish.delete({ where: { id: req.params.id } });
  res.status(204).end();
});
server.patch('/stock/:id', async (req, res) => {
  res.json(await prisma.dish.update({ where: { id: req.params.id }, data: { stock: req.body.stock } }));
});
`,
      },
    },
    {
      name: 'the session says who is meant only when the request does not',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/shifts.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { db } from './db';
import { shifts } from './schema';
import { lucia } from './lucia';

export const app = new Hono();
app.use(csrf());

app.post('/shifts', async (c) => {
  const { day, ...sent } = await c.req.json();
  let workerId = sent.workerId;
  if (!workerId) {
//     ^^^^^^^^ skipped
    const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
    if (!user) return c.body(null, 401);
    workerId = user.id;
  }
  await db.insert(shifts).values({ day, workerId });
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'a message is added in the name of the user whom the request names',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/chat/[room]/+server.ts': `import { prisma } from '$lib/prisma';

export async function POST({ params, request }) {
//                    ^^^^ write
  const { senderId, text } = await request.json();
  await prisma.chatMessage.create({ data: { room: params.room, senderId, text } });
  return new Response(null, { status: 201 });
}
`,
      },
    },
    {
      name: 'a prepared statement gives all accounts to everybody',
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/people.ts': `import { Router } from 'express';
import { db } from './db';
import { users } from './schema';

export const people = Router();

people.get('/people', async (req, res) => {
//                    ^^^^^^^^^^^^^^^^^^^ read
  const everybody = db.select().from(users).prepare('everybody');
  res.json(await everybody.execute());
});
`,
      },
    },
    {
      name: 'an account whose rank the form chooses',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.15.0', 'drizzle-orm': '0.36.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/routes/people/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { validateRequest } from '$lib/server/auth';
import { db } from '$lib/server/db';
import { userTable } from '$lib/server/schema';

export const load = async (event) => {
  const { user } = await validateRequest(event);
  return { mayAdd: user !== null };
};

export const actions = {
  add: async ({ request }) => {
//^^^ write
    const form = Object.fromEntries(await request.formData());
    const passwordHash = await hash(String(form.password));
    await db.insert(userTable).values({ id: crypto.randomUUID(), name: form.name, role: form.role, passwordHash });
    return { added: true };
  },
};
`,
      },
    },
    {
      name: 'middleware that answers for errors keeps nobody out',
      dependencies: { lucia: '3.2.2', express: '4.21.2', '@prisma/client': '5.22.0' },
      files: {
        'src/app.ts': `import express from 'express';
import { Lucia } from 'lucia';
import { adapter, prisma } from './db';

export const lucia = new Lucia(adapter);
const app = express();
app.delete('/kites/:id', async (req, res) => {
//                       ^^^^^^^^^^^^^^^^^^^ write
  await prisma.kite.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.use((error, req, res, next) => {
  res.status(error.name === 'NoEntry' ? 401 : 500).send(error.name);
});
`,
      },
    },
    {
      name: 'a secret that is shown to a service, and many accounts at once',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/api/alerts/route.ts': `import Mailer from 'some-mailer';
import { prisma } from '../../../lib/prisma';

export async function PUT(request: Request) {
//                    ^^^ write
  const { id, text } = await request.json();
  await prisma.alert.update({ where: { id }, data: { text } });
  const mailer = new Mailer({ apiKey: process.env.MAILER_API_KEY });
  await mailer.send(text);
  await fetch('https://push.example.com', { method: 'POST', headers: { Authorization: \`Key \${process.env.PUSH_TOKEN}\` } });
  return Response.json({ ok: true });
}
`,
        'app/api/teachers/upload/route.ts': `import { hash } from '@node-rs/argon2';
import { prisma } from '../../../../lib/prisma';

export async function POST(request: Request) {
//                    ^^^^ write
  const lines = (await request.text()).split('\\n');
  const people = await Promise.all(
    lines.map(async (line) => {
      const [email, password] = line.split(';');
      return { email, password: await hash(password) };
    }),
  );
  await prisma.user.createMany({ data: people });
  return Response.json({ added: people.length });
}
`,
      },
    },
    {
      name: 'helpers that a directive makes public: a token for any user, and the rows of users',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/reset-password/tokens.ts': `'use server';
import { generateIdFromEntropySize } from 'lucia';
import { keep } from '../../lib/tokens';

export async function issueFor(account: string) {
//                    ^^^^^^^^ write
  const id = generateIdFromEntropySize(25);
  await keep(id, account);
  return id;
}
`,
        'lib/tokens.ts': `import { db } from './db';
import { resetTokens } from './schema';

export async function keep(id: string, userId: string) {
  await db.insert(resetTokens).values({ id, userId });
}
`,
        'lib/people.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { users } from './schema';

export async function everybodyIn(city: string) {
//                    ^^^^^^^^^^^ read
  return db.select().from(users).where(eq(users.city, city));
}
`,
      },
    },
    {
      name: 'an action below a segment that is no part of the address',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0', '@prisma/client': '5.22.0' },
      files: {
        'app/lucia.server.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/routes/_public+/shipping.tsx': `import { prisma } from '../../prisma.server';

export async function action({ request }) {
//                    ^^^^^^ write
  const form = await request.formData();
  await prisma.order.update({ where: { id: String(form.get('id')) }, data: { street: String(form.get('street')) } });
  return null;
}
`,
      },
    },
    {
      name: 'an evening that somebody plans, which is no trace of a visitor',
      dependencies: { lucia: '3.2.2', next: '15.0.3', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const clubEvents = pgTable('club_events', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  venue: text('venue').notNull(),
  startsAt: timestamp('starts_at').notNull(),
});
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/api/evenings/route.ts': `import { db } from '../../../lib/db';
import { clubEvents } from '../../../lib/schema';

export async function POST(request: Request) {
  //                  ^^^^ write
  await db.insert(clubEvents).values(await request.json());
  return new Response(null, { status: 201 });
}
`,
      },
    },
    {
      name: 'the user is handed to a function that does nothing with it',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/shelves.ts': `import { prisma } from './prisma';

export async function emptyShelf(id: string, by: string | undefined) {
  await prisma.shelf.update({ where: { id }, data: { items: 0 } });
}
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { emptyShelf } from './shelves';

export const app = new Elysia().patch('/shelves/:id', async (ctx) => {
//                                                    ^^^^^^^^^^^^^^ write
  await emptyShelf(ctx.params.id, ctx.user?.id);
  return { ok: true };
});
`,
      },
    },
    {
      name: 'middleware that asks for a session only on the way that it was told, and lets the rest go on',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/know.ts': `import type { MiddlewareHandler } from 'hono';

export function know(ranks: string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!ranks.length) return c.text('No ranks', 500);
    const member = c.get('user');
    if (member) {
      c.header('x-rank', member.rank);
      return next();
    }
    await next();
  };
}
`,
        'src/boats.ts': `import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { know } from './know';
import { db } from './db';
import { boats } from './schema';

export const harbour = new Hono()
  .use(know(['captain']))
  .delete('/:id', async (c) => {
//                ^^^^^^^^^^^^ write
    await db.delete(boats).where(eq(boats.id, c.req.param('id')));
    return c.body(null, 204);
  });
`,
      },
    },
    {
      name: 'a user whom the form names, and a code that anybody may see',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/staff/people/+page.server.ts': `import { eq } from 'drizzle-orm';
import { people } from '$lib/server/schema';

export const actions = {
  dismiss: async ({ request, locals: { db } }) => {
//^^^^^^^ write
    const form = await request.formData();
    await db.delete(people).where(eq(people.id, form.get('userId')));
  },
};
`,
        'src/routes/tables/+page.server.ts': `import { eq } from 'drizzle-orm';
import { qrCodes } from '$lib/server/schema';

export const actions = {
  remove: async ({ request, locals: { db } }) => {
//^^^^^^ write
    const number = (await request.formData()).get('number');
    const [code] = await db.select().from(qrCodes).where(eq(qrCodes.number, number));
    if (code) await db.delete(qrCodes).where(eq(qrCodes.number, number));
  },
};
`,
      },
    },
    {
      name: 'a new password for whichever account the caller names, if the old one is known',
      dependencies: { lucia: '3.2.2', next: '15.1.0', '@prisma/client': '5.22.0', bcryptjs: '2.4.3' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/password.ts': `'use server';

import { PrismaClient } from '@prisma/client';
import bcrypt from 'bcryptjs';

const prisma = new PrismaClient();

export async function changePassword(id: string, old: string, next: string) {
//                    ^^^^^^^^^^^^^^ write
  const member = await prisma.member.findUnique({ where: { id } });
  if (!member || !(await bcrypt.compare(old, member.passwordHash))) return { error: 'This is not the old password.' };
  await prisma.member.update({ where: { id }, data: { passwordHash: await bcrypt.hash(next, 12) } });
  return { changed: true };
}
`,
      },
    },
    {
      name: 'methods of a controller that hand on nothing but errors',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/kilns.ts': `import { eq } from 'drizzle-orm';
import type { NextFunction, Request, Response } from 'express';
import { db } from './db';
import { kilns } from './schema';

export class Kilns {
  async scrap(req: Request, res: Response, next: NextFunction) {
//      ^^^^^ write
    try {
      await db.delete(kilns).where(eq(kilns.id, +req.params.id));
      res.sendStatus(204);
    } catch (error) {
      next(error);
    }
  }
}
`,
        'src/app.ts': `import express, { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { Kilns } from './kilns';

const controller = new Kilns();
const router = Router();
router.delete('/:id', controller.scrap.bind(controller));

function failed(error: Error, req: Request, res: Response, next: NextFunction) {
  return res.status(500).json({ error: error.message });
}

export const app = express();
app.use('/kilns', router);
app.use(failed);
`,
      },
    },
    {
      name: 'a secret that is no sign-up',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'better-sqlite3': '11.0.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/safe.ts': `import Database from 'better-sqlite3';
import { Hono } from 'hono';

const db = new Database('safe.db');

export const safe = new Hono().post('/entries', async (c) => {
//                                              ^^^^^^^^^^^^ write
  const { site, password } = await c.req.json();
  db.prepare('INSERT INTO entries (site, password) VALUES (?, ?)').run(site, password);
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'repositories that the context or the application hands out',
      dependencies: { lucia: '^3.2.2', hono: '^4.6.0', fastify: '^5.0.0', 'drizzle-orm': '^0.36.0' },
      files: {
        'src/notices.ts': `import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { notices } from './schema';

export class Notices {
  constructor(private readonly db: Database) {}

  async drop(id: string) {
    await this.db.delete(notices).where(eq(notices.id, id));
  }
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hono.ts': `import { Hono } from 'hono';
import { db } from './database';
import { Notices } from './notices';

export const app = new Hono();
app.use(async (c, next) => {
  c.set('notices', new Notices(db));
  await next();
});
app.delete('/notices/:id', async (c) => {
  //                       ^... write
  await c.get('notices').drop(c.req.param('id'));
  return c.body(null, 204);
});
app.delete('/old/:id', async (c) => {
  //                   ^... write
  await c.var.notices.drop(c.req.param('id'));
  return c.body(null, 204);
});
`,
        'src/fastify.ts': `import Fastify from 'fastify';
import { db } from './database';
import { Notices } from './notices';

export const app = Fastify();
app.decorate('board', new Notices(db));
app.delete('/board/:id', async (request, reply) => {
  //                     ^... write
  const { id } = request.params as { id: string };
  await request.server.board.drop(id);
  return reply.code(204).send();
});
`,
      },
    },
    {
      name: 'a value of the context that is made of itself, and one that nothing is known of',
      dependencies: { lucia: '^3.2.2', hono: '^4.6.0', 'drizzle-orm': '^0.36.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hono.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './database';
import { notices } from './schema';

export const app = new Hono();
app.use(async (c, next) => {
  c.set('board', c.get('board').main);
  await next();
});
app.delete('/notices/:id', async (c) => {
  //                       ^... write
  await db.delete(notices).where(eq(notices.id, c.req.param('id')));
  c.get('board').refresh();
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'an endpoint below a path that only ends like one that a hook closes, and one beside a table of paths',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/doors.ts': `const doors = [
  { begin: '/yard', ranks: ['porter'] },
  { begin: '/loft', ranks: ['owner'] },
];
const sorted = [...doors].sort((a, b) => b.begin.length - a.begin.length);

export const doorOf = (path: string) => sorted.find(({ begin }) => path.startsWith(begin));
`,
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { doorOf } from '$lib/server/doors';

export const handle = async ({ event, resolve }) => {
  const cookie = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = cookie ? (await lucia.validateSession(cookie)).user : null;
  const door = doorOf(event.url.pathname);
  if (door) {
    if (!event.locals.user) redirect(303, '/enter');
    if (!door.ranks.includes(event.locals.user.rank)) redirect(303, '/');
  }
  return resolve(event);
};
`,
        'src/routes/api/yard/+server.ts': `import { prisma } from '$lib/server/prisma';

export async function DELETE({ url }) {
//                    ^^^^^^ write
  await prisma.pallet.delete({ where: { id: url.searchParams.get('id') } });
  return new Response(null, { status: 204 });
}
`,
        'src/routes/shed/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  sweep: async ({ request }) => {
//^^^^^ write
    const form = await request.formData();
    await prisma.pallet.update({ where: { id: String(form.get('id')) }, data: { isClean: true } });
  },
};
`,
        'src/routes/(rooms)/yard/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  stack: async ({ request }) => {
    const form = await request.formData();
    await prisma.pallet.update({ where: { id: String(form.get('id')) }, data: { isStacked: true } });
  },
};
`,
      },
    },
    {
      name: 'a hook turns visitors without a cookie away elsewhere',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const { id } = event.route;
  const cookie = event.cookies.get(lucia.sessionCookieName);
  if (id?.startsWith('/(crew)') || id?.startsWith('/boarding')) {
    if (!cookie) redirect(303, '/enter');
  }
  if (!cookie) return resolve(event);
  const { user } = await lucia.validateSession(cookie);
  event.locals.user = user;
  if (!user) redirect(303, '/enter');
  return resolve(event);
};
`,
        'src/routes/(harbour)/ropes/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  cut: async ({ request }) => {
//^^^ write
    const form = await request.formData();
    await prisma.rope.delete({ where: { id: String(form.get('id')) } });
  },
};
`,
      },
    },
    {
      name: 'a hook that a plugin of Elysia keeps to itself',
      dependencies: { lucia: '3.2.2', elysia: '1.0.9', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/door.ts': `import { Elysia } from 'elysia';
import { lucia } from './lucia';

const identify = async ({ cookie }) => {
  const { user } = await lucia.validateSession(cookie.auth_session?.value ?? '');
  return { user };
};

const turnAway = ({ user }) => {
  if (!user) return new Response('Who are you?', { status: 401 });
};

export const door = new Elysia({ name: 'door' }).derive({ as: 'global' }, identify).onBeforeHandle(turnAway);
`,
        'src/ferries.ts': `import { Elysia } from 'elysia';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { door } from './door';
import { ferries } from './schema';

export const routes = new Elysia({ prefix: '/ferries' })
  .get('/', () => db.select().from(ferries))
  .use(door)
  .put('/:id', async ({ params, body }) => {
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
    await db.update(ferries).set({ name: body.name }).where(eq(ferries.id, params.id));
    return { ok: true };
  });
`,
      },
    },
    {
      name: 'two files hand two classes to their routes under one name',
      dependencies: { lucia: '3.2.2', elysia: '1.1.20', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/piers.ts': `import { Elysia } from 'elysia';
import { PierBook } from './books';

export const piers = new Elysia({ prefix: '/piers' })
  .derive(() => ({ book: new PierBook() }))
  .post('/', async ({ book, body }) => book.open(body.name));
`,
        'src/boats.ts': `import { Elysia } from 'elysia';
import { BoatBook } from './books';

export const boats = new Elysia({ prefix: '/boats' })
  .derive(() => ({ book: new BoatBook() }))
  .post('/', async ({ book, body }) => book.launch(body.name));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ write
`,
        'src/books.ts': `import { db } from './db';
import { boats } from './schema';

export class PierBook {
  open = (name) => ({ name });
}

export class BoatBook {
  launch = async (name) => {
    await db.insert(boats).values({ name });
    return { ok: true };
  };
}
`,
      },
    },
    {
      name: 'patients that a repository with the methods of an ORM looks up',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/ward.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { patients } from './schema';

class WardRepository {
  async findById(id) {
    const rows = await db.select().from(patients).where(eq(patients.id, id)).limit(1);
    return rows[0] ?? null;
  }
}

export class Ward {
  private repository = new WardRepository();

  one(id) {
    return this.repository.findById(id);
  }
}
`,
        'src/routes/api/ward/[id]/+server.ts': `import { json } from '@sveltejs/kit';
import { Ward } from '$lib/server/ward';

export async function GET({ params }) {
//                    ^^^ read
  const found = await new Ward().one(params.id);
  return json({ found });
}
`,
      },
    },
    {
      name: 'what a schema keeps of private people, on a page, in an endpoint and in answer to a POST',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/schema.ts': `import { pgTable, text, date } from 'drizzle-orm/pg-core';

export const pupils = pgTable('pupils', {
  id: text('id').primaryKey(),
  name: text('name'),
  bornOn: date('born_on'),
  birthDate: date('birth_date'),
  phone: text('phone'),
});
export const checkUps = pgTable('check_ups', { id: text('id').primaryKey(), patientId: text('patient_id'), found: text('found') });
export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email') });
`,
        'src/routes/pupils/+page.server.ts': `import { db } from '$lib/server/db';

export const load = async () => {
//           ^^^^ read
  const pupils = await db.query.pupils.findMany();
  return { pupils };
};
`,
        'src/routes/check-ups/+server.ts': `import { json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { checkUps } from '$lib/server/schema';

const shown = { id: checkUps.id, patientId: checkUps.patientId };

export async function GET() {
//                    ^^^ read
  return json(await db.select(shown).from(checkUps));
}
`,
        'src/routes/find/+server.ts': `import { json } from '@sveltejs/kit';
import { like } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { users } from '$lib/server/schema';

export async function POST({ request }) {
//                    ^^^^ read
  const { part } = await request.json();
  const found = await db.select().from(users).where(like(users.email, part));
  return json(found);
}
`,
      },
    },
    {
      name: 'commands, files and signed tokens as the request says',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', jsonwebtoken: '9.0.2' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/passes.ts': `import jwt from 'jsonwebtoken';
import { KEY } from '$env/static/private';

export const passFor = (userId) => jwt.sign({ userId }, KEY, { expiresIn: '2h' });
`,
        'src/lib/server/shelf.ts': `import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function keep(image) {
  const target = path.join('static', image.name);
  await writeFile(target, Buffer.from(await image.arrayBuffer()));
}
`,
        'src/routes/films/+page.server.ts': `import child from 'child_process';
import { promisify } from 'util';
import { rm } from 'fs/promises';
import { keep } from '$lib/server/shelf';

const run = promisify(child.exec);

export const actions = {
  shrink: async ({ request }) => {
//^^^^^^ service
    const form = await request.formData();
    const { film } = Object.fromEntries(form);
    await run(\`ffmpeg -i films/\${film} -crf 30 small/\${film}\`);
  },
  drop: async ({ request }) => {
//^^^^ service
    const form = await request.formData();
    await rm('films/' + form.get('film'));
  },
  poster: async ({ request }) => {
//^^^^^^ service
    const form = await request.formData();
    await keep(form.get('poster'));
  },
};
`,
        'src/routes/pass/+server.ts': `import { json } from '@sveltejs/kit';
import { passFor } from '$lib/server/passes';

export async function POST({ request }) {
//                    ^^^^ service
  const { userId } = await request.json();
  return json({ pass: passFor(userId) });
}
`,
      },
    },
    {
      name: 'a route that confirms an edit, not an account',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/shifts.ts': `import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { orders, shifts } from './schema';

export const shiftRoutes = new Hono()
  .patch('/confirm-shift-edit/:id', async (c) => {
//                                  ^^^^^^^^^^^^ write
    const { until } = await c.req.json();
    await db.update(shifts).set({ until }).where(eq(shifts.id, c.req.param('id')));
    return c.text('Done');
  })
  .post('/confirm-credit/:id', async (c) => {
    await db.update(orders).set({ isSeen: true }).where(eq(orders.id, c.req.param('id')));
    return c.text('Thank you');
  });
`,
      },
    },
    {
      name: 'bookings come with the whole rows of who booked',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String    @id
  name     String
  email    String
  bookings Booking[]
}

model Cabin {
  id       String    @id
  bookings Booking[]
}

model Booking {
  id      String @id
  user    User   @relation(fields: [userId], references: [id])
  userId  String
  cabin   Cabin  @relation(fields: [cabinId], references: [id])
  cabinId String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'app/api/cabins/[id]/bookings/route.ts': `import { prisma } from '../../../../../lib/prisma';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
//                    ^^^ read
  const { id } = await params;
  const bookings = await prisma.booking.findMany({ where: { cabinId: id }, include: { user: true } });
  return Response.json(bookings);
}
`,
      },
    },
    {
      name: 'a server function beside one that asks who reads the same rows',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
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
        'prisma/schema.prisma': `model User {
  id     String  @id
  claims Claim[]
}

model Claim {
  id      String  @id
  kind    String
  amount  Int
  open    Boolean
  filer   User    @relation(fields: [filerId], references: [id])
  filerId String
}
`,
        'app/desk/actions.ts': `'use server';

import { validateRequest } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function listClaims() {
  try {
    const { user } = await validateRequest();
    if (!user || user.role !== 'clerk') throw new Error('Not allowed');
    return await prisma.claim.findMany();
  } catch (error) {
    console.error(error);
    throw error;
  }
}

export async function openClaims() {
//                    ^^^^^^^^^^ read
  const claims = await prisma.claim.findMany({ where: { open: true } });
  return claims.map(({ id, amount }) => ({ id, amount }));
}

export async function claimTotals() {
//                    ^^^^^^^^^^^ read
  const claims = await prisma.claim.findMany();
  const totals: Record<string, number> = {};
  for (const claim of claims) totals[claim.kind] = (totals[claim.kind] ?? 0) + claim.amount;
  return totals;
}
`,
      },
    },
    {
      name: 'what a customer uses is told whoever names the customer',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', postgres: '3.4.9', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/sql.ts': `import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL);
`,
        'src/meters.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { meters } from './schema';
import { sql } from './sql';

export const app = new Hono();

app.get('/usage/:customer', async (c) => {
//                          ^^^^^^^^^^^^ read
  const id = Number(c.req.param('customer'));
  const usage = await sql\`SELECT r.day, r.amount FROM readings r JOIN meters m ON m.id = r.meter WHERE m.customer_id = \${id}\`;
  return c.json({ usage });
});

app.get('/meters', async (c) => {
//                 ^^^^^^^^^^^^ read
  const found = await db.select().from(meters).where(eq(meters.customerId, c.req.query('customer')));
  return c.json(found);
});
`,
      },
    },
    {
      name: 'invitations as records that anybody changes, and readings of a customer by the hour',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4', postgres: '3.4.9' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/invitations.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { invitations } from './schema';

export async function deleteInvitation(id: string) {
  //                  ^^^^^^^^^^^^^^^^ write
  await db.delete(invitations).where(eq(invitations.id, id));
}
`,
        'src/app/api/hours/[customer]/route.ts': `import { sql } from '../../../../lib/sql';

export async function GET(_: Request, { params }: { params: Promise<{ customer: string }> }) {
  //                  ^^^ read
  const { customer } = await params;
  const rows = await sql\`SELECT EXTRACT(HOUR FROM at) AS hour, amount FROM readings WHERE customer_id = \${customer}\`;
  return Response.json(rows);
}
`,
        'src/lib/sql.ts': `import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL);
`,
      },
    },
    {
      name: 'files that anybody puts into a bucket',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/pictures/route.ts': `import { getCloudflareContext } from '@opennextjs/cloudflare';

export async function POST(request: Request) {
//                    ^^^^ service
  const { env } = getCloudflareContext();
  const form = await request.formData();
  const picture = form.get('picture');
  if (!(picture instanceof File)) return new Response(null, { status: 400 });
  const bytes = await picture.arrayBuffer();
  await env.PICTURES.put(crypto.randomUUID(), bytes, { httpMetadata: { contentType: picture.type } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'uploaded files that anybody deletes',
      dependencies: { lucia: '3.2.2', next: '15.0.0', uploadthing: '7.4.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/files/route.ts': `import { UTApi } from 'uploadthing/server';

export async function DELETE(request: Request) {
//                    ^^^^^^ service
  const { key } = await request.json();
  const files = new UTApi();
  await files.deleteFiles(key);
  return Response.json({ gone: true });
}
`,
      },
    },
    {
      name: 'receipts of everybody that anybody reads',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/receipts/route.ts': `import { db } from '../../../lib/db';
import { receipts } from '../../../lib/schema';

export async function GET() {
//                    ^^^ read
  const found = await db.select().from(receipts);
  return Response.json({ found });
}
`,
      },
    },
    {
      name: 'a route below a folder that is called as those of tests or stories are',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/stories/route.ts': `import { prisma } from '../../../lib/prisma';

export async function POST(request: Request) {
//                    ^^^^ write
  const { title, ownerId } = await request.json();
  return Response.json(await prisma.story.create({ data: { title, ownerId } }));
}
`,
      },
    },
    {
      name: 'the names of all people with where they live',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const lodgers = pgTable('lodgers', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text('email').notNull(),
  address: text('address'),
});

export const agents = pgTable('agents', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text('email').notNull(),
});
`,
        'src/app/api/lodgers/route.ts': `import { db } from '../../../lib/db';
import { lodgers } from '../../../lib/schema';

export async function GET() {
//                    ^^^ read
  return Response.json(await db.select().from(lodgers));
}
`,
      },
    },
    {
      name: 'contacts that a server function gives to anybody',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/contactActions.ts': `'use server';
import { prisma } from './prisma';

export async function getContact(userId: string) {
//                    ^^^^^^^^^^ read
  return prisma.user.findUnique({ where: { id: userId } });
}
`,
      },
    },
    {
      name: 'users that are changed in a transaction',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/people.ts': `'use server';
import { prisma } from './prisma';

export async function rename(id: string, name: string) {
//                    ^^^^^^ write
  await prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { name } });
  });
}
`,
      },
    },
    {
      name: 'an action whose schema is given the fields of the form one by one',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
        'app/staff/actions.ts': `'use server';

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../../lib/db';
import { members } from '../../lib/schema';

const schema = z.object({ userId: z.string().min(1) });

export async function retire(previous: { error: string }, form: FormData) {
//                    ^^^^^^ write
  const checked = schema.safeParse({ userId: form.get('member') });
  if (!checked.success) return { error: 'Who?' };
  await db.update(members).set({ isKeeper: false }).where(eq(members.id, checked.data.userId));
  return { error: '' };
}
`,
      },
    },
    {
      name: 'who is there is asked for, and is needed only behind the change',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function visitor() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { user } = await lucia.validateSession(id);
  return user;
}

export async function guest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) redirect('/enter');
  const { user } = await lucia.validateSession(id);
  if (!user) redirect('/enter');
  return user;
}
`,
        'app/trails/actions.ts': `'use server';

import { visitor } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function saveTrail(trailId: string, title: string) {
//                    ^^^^^^^^^ unchecked
  const hiker = await visitor();
  if (title.length < 3) return { ok: false };
  if (trailId) await prisma.trail.update({ where: { id: trailId }, data: { title } });
  else await prisma.trail.create({ data: { title, hikerId: hiker?.id } });
  return { ok: true };
}
`,
      },
    },
    {
      name: 'an order that belongs to an account',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });

export const dishes = pgTable('dishes', { id: text('id').primaryKey(), left: integer('left').notNull() });

export const bookings = pgTable('bookings', {
  id: text('id').primaryKey(),
  dishId: text('dish_id').notNull(),
  seat: integer('seat').notNull(),
  userId: text('user_id').references(() => users.id),
});
`,
        'src/bookings.ts': `import { Hono } from 'hono';
import { eq, sql } from 'drizzle-orm';
import { db } from './db';
import { bookings, dishes } from './schema';

export const book = new Hono();

book.post('/', async (c) => {
//             ^^^^^^^^^^^^ write
  const { dishId, seat } = await c.req.json();
  await db.update(dishes).set({ left: sql\`\${dishes.left} - 1\` }).where(eq(dishes.id, dishId));
  await db.insert(bookings).values({ id: crypto.randomUUID(), dishId, seat });
  return c.json({ ok: true });
});
`,
      },
    },
    {
      name: 'a member that the caller names, let in by a code, in a server function',
      dependencies: { lucia: '3.2.2', next: '14.2.30', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/boards/join.ts': `'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function joinBoard(memberId: string, inviteCode: string) {
  //                  ^^^^^^^^^ write
  const board = await prisma.board.findFirst({ where: { inviteCode } });
  if (!board) return false;
  await prisma.seat.create({ data: { memberId, boardId: board.id } });
  return true;
}
`,
      },
    },
    {
      name: 'whole rows of people, joined to others',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { date, pgTable, serial, integer, text } from 'drizzle-orm/pg-core';

export const guests = pgTable('guests', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  dateOfBirth: date('date_of_birth'),
  phone: text('phone'),
});

export const rooms = pgTable('rooms', {
  id: serial('id').primaryKey(),
  label: text('label').notNull(),
});

export const stays = pgTable('stays', {
  id: serial('id').primaryKey(),
  roomId: integer('room_id').references(() => rooms.id),
  guestId: integer('guest_id').references(() => guests.id),
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/api/stays/+server.ts': `import { json } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '../../../db';
import { guests, rooms, stays } from '../../../schema';

export const GET = async () => {
//           ^^^ read
  const list = await db
    .select({ stay: stays, room: rooms, guest: guests })
    .from(stays)
    .leftJoin(rooms, eq(stays.roomId, rooms.id))
    .leftJoin(guests, eq(stays.guestId, guests.id));
  return json(list);
};
`,
      },
    },
  ],
  good: [
    {
      name: 'a guard in the router',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/session.ts': `import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const signedIn = createMiddleware(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (!user) return c.json({ error: 'unauthorized' }, 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.set('user', user);
  await next();
});
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
        'src/notes.ts': `import { Hono } from 'hono';
import { db } from './db';
import { notes } from './schema';
import { signedIn } from './session';

export const router = new Hono();
router.use('*', signedIn);
router.post('/notes', async (c) => {
  const { text } = await c.req.json();
  await db.insert(notes).values({ text });
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'the wrapper in the handler',
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
        'app/notes/actions.ts': `'use server';
import { me } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function addNote(form: FormData) {
  const { user } = await me();
  if (!user) return;
  await prisma.note.create({ data: { text: String(form.get('text')), userId: user.id } });
}
`,
      },
    },
    {
      name: 'a board in memory with the methods of an ORM',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/scores.ts': `import { Hono } from 'hono';

class Board {
  private readonly best = new Map();

  findOneAndUpdate(name, score) {
    this.best.set(name, score);
    return this.best.size;
  }
}

const board = new Board();

export const scores = new Hono().post('/', async (c) => {
  const { name, score } = await c.req.json();
  return c.json({ size: board.findOneAndUpdate(name, score) });
});
`,
      },
    },
    {
      name: 'writers with their birthdays, shops with their addresses, and pupils below a guard',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/schema.ts': `import { pgTable, text, date } from 'drizzle-orm/pg-core';

export const writers = pgTable('writers', { id: text('id').primaryKey(), name: text('name'), birthDate: date('birth_date') });
export const shops = pgTable('shops', {
  id: text('id').primaryKey(),
  name: text('name'),
  phone: text('phone'),
  address: text('address'),
});
export const pupils = pgTable('pupils', {
  id: text('id').primaryKey(),
  name: text('name'),
  birthDate: date('birth_date'),
  phone: text('phone'),
});
`,
        'src/routes/+page.server.ts': `import { db } from '$lib/server/db';

export const load = async () => ({
  writers: await db.query.writers.findMany(),
  shops: await db.query.shops.findMany(),
  pupils: await db.query.pupils.findMany({ columns: { id: true, name: true } }),
});
`,
        'src/routes/shops/+server.ts': `import { json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { shops } from '$lib/server/schema';

export async function POST({ request }) {
  const { city } = await request.json();
  const found = await db.select().from(shops);
  return json(found.filter((shop) => shop.address.includes(city)));
}
`,
        'src/routes/(staff)/+layout.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  if (!locals.user) throw redirect(302, '/login');
  return { user: locals.user };
};
`,
        'src/routes/(staff)/pupils/+page.server.ts': `import { db } from '$lib/server/db';

export const load = async ({ parent }) => {
  await parent();
  return { pupils: await db.query.pupils.findMany() };
};
`,
      },
    },
    {
      name: 'files that pass, commands that are fixed, and a token for who has shown a PIN',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', jsonwebtoken: '9.0.2' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/convert/+page.server.ts': `import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { rm, writeFile } from 'node:fs/promises';

export const actions = {
  measure: async ({ request }) => {
    const form = await request.formData();
    const target = \`\${tmpdir()}/\${form.get('name')}\`;
    await writeFile(target, Buffer.from(await form.get('drawing').arrayBuffer()));
    execFile('measure', ['--all']);
    await rm(target);
  },
  drop: async ({ request, locals }) => {
    if (!locals.user) return { ok: false };
    const form = await request.formData();
    await rm('drawings/' + form.get('drawing'));
    return { ok: true };
  },
};
`,
        'src/routes/tiles/[name]/+server.ts': `import { writeFile } from 'node:fs/promises';
import { draw } from '$lib/draw';

export async function GET({ params }) {
  const tile = draw(params.name);
  await writeFile('tiles/' + params.name, tile);
  return new Response(tile);
}
`,
        'src/routes/pass/+server.ts': `import { json } from '@sveltejs/kit';
import jwt from 'jsonwebtoken';
import { KEY } from '$env/static/private';
import { isRight } from '$lib/server/pins';

export async function POST({ request }) {
  const { userId, pin } = await request.json();
  if (!(await isRight(userId, pin))) return json({ ok: false });
  return json({ pass: jwt.sign({ userId }, KEY, { expiresIn: '2h' }) });
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'cookies and caches that delete by a key',
      dependencies: { lucia: '3.2.2', next: '14.2.5' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/app/preferences.ts': `'use server';
import { cookies } from 'next/headers';
import { cache } from '../cache';

export async function forget(name: string) {
  await cookies().delete(name);
}

export async function resetTheme() {
  await cookies().delete('theme');
  await cache.delete('theme');
}
`,
      },
    },
    {
      name: 'a service that sends a shared token, and forms that everybody may fill in',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/signatures/+server.ts': `import { SIGNING_TOKEN } from '$env/static/private';
import { prisma } from '$lib/server/prisma';

export const POST = async ({ request }) => {
  const notice = await request.json();
  if (notice.token !== SIGNING_TOKEN) return new Response(null, { status: 400 });
  await prisma.contract.update({ where: { envelope: String(notice.envelope) }, data: { signedAt: new Date() } });
  return new Response(null, { status: 204 });
};
`,
        'src/routes/send-magic-link/+server.ts': `import { prisma } from '$lib/server/prisma';
import { sendMail } from '$lib/server/mail';

export const POST = async ({ request }) => {
  const { email } = await request.json();
  const { id } = await prisma.ticket.create({ data: { email, expiresAt: new Date(Date.now() + 600_000) } });
  await sendMail(email, id);
  return new Response(null, { status: 204 });
};
`,
        'src/routes/forms/[form]/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ params, request }) => {
    const form = await request.formData();
    await prisma.pollResponse.create({ data: { formId: params.form, text: String(form.get('text')) } });
  },
};
`,
      },
    },
    {
      name: 'procedures whose router is served to one role only',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/desk.ts': `import { initTRPC } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { rooms } from './schema';

const t = initTRPC.create();

export const desk = t.router({
  close: t.procedure.input(String).mutation(async ({ input }) => {
    await db.update(rooms).set({ isOpen: false }).where(eq(rooms.id, input));
  }),
});
`,
        'src/routes/api/desk/[call]/+server.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { desk } from '../../../../lib/desk';

const serve = async ({ request, locals }) => {
  const clerk = locals.user;
  if (clerk?.level !== 'desk') return new Response('Forbidden', { status: 403 });
  return fetchRequestHandler({ endpoint: '/api/desk', req: request, router: desk });
};

export { serve as GET, serve as POST };
`,
      },
    },
    {
      name: 'sessions that are looked up by hand',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/server.ts': `import cookieParser from 'cookie-parser';
import express from 'express';
import { prisma } from './prisma';

const server = express();
server.use(cookieParser());
server.put('/rooms/:id', async (req, res) => {
  const { auth_session } = req.cookies;
  const found = auth_session ? await prisma.session.findUnique({ where: { id: auth_session } }) : null;
  if (!found || found.expiresAt < new Date()) return res.status(401).end();
  res.json(await prisma.room.update({ where: { id: req.params.id }, data: { name: req.body.name } }));
});
server.delete('/rooms/:id', async (req, res) => {
  const found = await prisma.session.findUnique({ where: { id: req.cookies.auth_session ?? '' } });
  if (!found || found.expiresAt < new Date()) return res.status(401).end();
  await prisma.room.delete({ where: { id: req.params.id } });
  res.status(204).end();
});
`,
      },
    },
    {
      name: 'a guard for the paths below which the routes are',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { db } from './db';
import { boats, crews } from './schema';
import { lucia } from './lucia';

const aboard = createMiddleware(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});
export const app = new Hono();
app.use(csrf());
app.use('/:port/boats/*', aboard);
app.use('/crews', aboard);
app.post('/aarhus/boats/new', async (c) => c.json(await db.insert(boats).values(await c.req.json())));
app.post('/crews', async (c) => {
  const { name, ...sent } = await c.req.json();
  let captain = sent.captain;
  if (!captain) captain = c.get('user').id;
  return c.json(await db.insert(crews).values({ name, captain }));
});
`,
      },
    },
    {
      name: 'a router that is mounted as the sign-up',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
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
        'src/newcomers.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const newcomers = new Hono();
newcomers.post('/', async (c) => {
  const { email } = await c.req.json();
  await prisma.user.create({ data: { email } });
  return c.body(null, 201);
});
`,
        'src/index.ts': `import { Hono } from 'hono';
import { newcomers } from './newcomers';

const app = new Hono();
app.route('/sign-up', newcomers);

export default app;
`,
      },
    },
    {
      name: 'the request of Lucia 2, kept on the context',
      dependencies: { lucia: '2.7.7', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { lucia } from 'lucia';
import { hono } from 'lucia/middleware';
import { adapter } from './adapter';

export const auth = lucia({ adapter, middleware: hono(), env: 'PROD' });
`,
        'src/db.ts': `import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL);
`,
        'src/index.ts': `import { Hono } from 'hono';
import { auth } from './auth';
import { sql } from './db';

const app = new Hono();
app.use('*', async (c, next) => {
  c.set('visit', auth.handleRequest(c));
  await next();
});
app.post('/bikes', async (c) => {
  const session = await c.get('visit').validate();
  if (!session) return c.text('', 401);
  const { frame } = await c.req.json();
  await sql\`INSERT INTO bikes (frame) VALUES (\${frame})\`;
  return c.body(null, 201);
});
app.delete('/bikes/:id', async (c) => {
  const session = await auth.handleRequest(c).validateBearerToken();
  if (!session) return c.text('', 401);
  await sql\`DELETE FROM bikes WHERE id = \${c.req.param('id')}\`;
  return c.body(null, 204);
});

export default app;
`,
      },
    },
    {
      name: 'a public form behind a captcha',
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
        'app/api/applications/route.ts': `import { prisma } from '../../../lib/prisma';
import { passesCaptcha } from '../../../lib/captcha';

export async function POST(request: Request) {
  const { answer, name } = await request.json();
  if (!(await passesCaptcha(answer))) return new Response(null, { status: 400 });
  await prisma.application.create({ data: { name } });
  return new Response(null, { status: 201 });
}
`,
        'lib/captcha.ts': `export async function passesCaptcha(answer: string) {
  const response = await fetch('https://captcha.example/verify', { method: 'POST', body: answer });
  return response.ok;
}
`,
      },
    },
    {
      name: 'a wrapper that turns away callers without a token of its own kind',
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
        'lib/with-courier.ts': `import type { NextRequest } from 'next/server';
import { courierOf } from './couriers';

export function withCourier(handler: (request: NextRequest) => Promise<Response>) {
  return async (request: NextRequest) => {
    const courier = await courierOf(request.cookies.get('courier')?.value);
    if (!courier) return Response.json({ error: 'Sign in as a courier' }, { status: 401 });
    return handler(request);
  };
}
`,
        'lib/couriers.ts': `import { prisma } from './prisma';

export const courierOf = (badge: string | undefined) => prisma.courier.findFirst({ where: { badge } });
`,
        'app/api/courier/tours/route.ts': `import { prisma } from '../../../../lib/prisma';
import { withCourier } from '../../../../lib/with-courier';

export const PATCH = withCourier(async (request) => {
  const { id, done } = await request.json();
  await prisma.tour.update({ where: { id }, data: { done } });
  return new Response(null, { status: 204 });
});
`,
      },
    },
    {
      name: 'a webhook that checks a signature',
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
        'app/api/payments/route.ts': `import { prisma } from '../../../lib/prisma';
import { stripe } from '../../../lib/stripe';

export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature')!, 'whsec');
  await prisma.order.update({ where: { id: event.data.object.id }, data: { paid: true } });
  return new Response(null);
}
`,
      },
    },
    {
      name: 'a newsletter form',
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
        'src/routes/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    await prisma.newsletterSubscriber.create({ data: { email: String(form.get('email')) } });
  },
};
`,
      },
    },
    {
      name: 'a password reset that a one-time token authorises',
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
        'src/routes/password/[token]/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { fail } from '@sveltejs/kit';
import { sha256 } from '$lib/server/crypto';
import { prisma } from '$lib/server/prisma';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ request, params }) => {
    const row = await prisma.resetToken.findUnique({ where: { id: sha256(params.token) } });
    if (!row) return fail(400);
    const form = await request.formData();
    const passwordHash = await hash(String(form.get('password')));
    await lucia.invalidateUserSessions(row.userId);
    await prisma.user.update({ where: { id: row.userId }, data: { passwordHash } });
  },
};
`,
      },
    },
    {
      name: 'everybody reads, those signed in write',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/recipes.ts': `import { Hono } from 'hono';
import { db } from './db';
import { recipes } from './schema';

export const app = new Hono();

app.get('/recipes', async (c) => c.json(await db.select().from(recipes)));
app.post('/recipes', async (c) => {
  if (!c.get('user')) return c.json(null, 401);
  await db.insert(recipes).values(await c.req.json());
  return c.json(null, 201);
});
`,
      },
    },
    {
      name: 'a number about the rows gives no row away',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', 'drizzle-orm': '0.36.4' },
      files: {
        'server/utils/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'server/api/stats.get.ts': `import { db } from '../utils/db';
import { customers } from '../utils/schema';

export default defineEventHandler(async () => {
  const all = await db.select().from(customers);
  return { customers: all.length };
});
`,
      },
    },
    {
      name: 'a load that counts',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
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
        'src/routes/essays/[id]/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const load = async ({ params }) => {
  const essay = await prisma.essay.update({ where: { id: params.id }, data: { views: { increment: 1 } } });
  return { essay };
};
`,
      },
    },
    {
      name: 'an address to read a file from',
      dependencies: {
        lucia: '3.2.2',
        hono: '4.12.28',
        '@aws-sdk/client-s3': '3.700.0',
        '@aws-sdk/s3-request-presigner': '3.700.0',
      },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/covers.ts': `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Hono } from 'hono';

const bucket = new S3Client({ region: 'eu-north-1' });

export const covers = new Hono().get('/:isbn', async (c) => {
  const command = new GetObjectCommand({ Bucket: 'covers', Key: \`\${c.req.param('isbn')}.webp\` });
  return c.redirect(await getSignedUrl(bucket, command, { expiresIn: 600 }));
});
`,
      },
    },
    {
      name: 'an upload behind the guard of the router',
      dependencies: { lucia: '3.2.2', hono: '4.12.28' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';

export const signedIn = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.json(null, 401);
  await next();
});
`,
        'src/files.ts': `import { put } from '@vercel/blob';
import { Hono } from 'hono';
import { signedIn } from './guard';

export const app = new Hono();

app.use(signedIn);
app.post('/files', async (c) => {
  const body = await c.req.parseBody();
  return c.json(await put('file', body.file as File, { access: 'public' }));
});
`,
      },
    },
    {
      name: 'whoever has the secret link may change the row that it names',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
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
        'src/routes/party/[key]/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  answer: async ({ params, request }) => {
    const form = await request.formData();
    await prisma.guest.update({ where: { linkToken: params.key }, data: { comes: form.get('comes') === 'yes' } });
  },
};
`,
      },
    },
    {
      name: 'a column of a secret in a query builder and in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.0', 'better-sqlite3': '11.5.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/shares.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db, sqlite } from './db';
import { documents } from './schema';

export const app = new Hono();

app.patch('/shared/:key', async (c) => {
  const { title } = await c.req.json();
  await db.update(documents).set({ title }).where(eq(documents.shareKey, c.req.param('key')));
  return c.body(null, 204);
});
app.delete('/shared/:key', (c) => {
  sqlite.prepare('DELETE FROM documents WHERE edit_token = ?').run(c.req.param('key'));
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a hook for the whole application, from a shared plugin, that leaves public routes open',
      dependencies: { lucia: '3.2.2', fastify: '4.27.0', 'fastify-plugin': '4.5.1', postgres: '3.4.0' },
      files: {
        'src/guard.ts': `import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

const lucia = new Lucia(adapter);

const guard: FastifyPluginAsync = async (server) => {
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.public) return;
    const { user } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
    if (!user) return reply.code(401).send();
    request.user = user;
  });
};

export default fp(guard);
`,
        'src/app.ts': `import Fastify from 'fastify';
import guard from './guard';
import { products } from './products';

const app = Fastify();
app.register(guard);
app.register(products);
`,
        'src/products.ts': `import type { FastifyInstance } from 'fastify';
import { sql } from './sql';

export async function products(app: FastifyInstance) {
  app.post('/products', async (request) => {
    await sql\`insert into product (name) values (\${request.body.name})\`;
  });
}
`,
      },
    },
    {
      name: 'a router mounted on one with guards',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', postgres: '3.4.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Lucia } from 'lucia';
import { adapter } from './adapter';
import tasks from './tasks';

const lucia = new Lucia(adapter);
const load = createMiddleware(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '');
  c.set('user', user);
  await next();
});
const closed = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.json({ error: 'Sign in' }, 401);
  await next();
});

const api = new Hono().use(load).use('/tasks/*', closed);
api.route('/tasks', tasks);
export default new Hono().route('/api', api);
`,
        'src/tasks.ts': `import { Hono } from 'hono';
import { sql } from './sql';

const tasks = new Hono();
tasks.post('/', async (c) => {
  const { title } = await c.req.json();
  await sql\`insert into task (title) values (\${title})\`;
  return c.body(null, 201);
});
export default tasks;
`,
      },
    },
    {
      name: 'middleware for all but a list of public paths',
      dependencies: { lucia: '3.2.2', express: '4.19.2', postgres: '3.4.0' },
      files: {
        'src/app.ts': `import express from 'express';
import { Lucia } from 'lucia';
import { adapter } from './adapter';
import { tasks } from './tasks';

const lucia = new Lucia(adapter);
const PUBLIC = ['/login', '/signup'];
const app = express();
app.use(async (req, res, next) => {
  if (PUBLIC.includes(req.path)) return next();
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  res.locals.user = user;
  next();
});
app.use('/tasks', tasks);
`,
        'src/tasks.ts': `import { Router } from 'express';
import { sql } from './sql';

export const tasks = Router();
tasks.post('/', async (req, res) => {
  await sql\`insert into task (title) values (\${req.body.title})\`;
  res.status(201).end();
});
`,
      },
    },
    {
      name: 'a procedure that asks for the user under a name of its own',
      dependencies: { lucia: '3.2.2', '@trpc/server': '11.0.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/context.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export async function createContext({ req, resHeaders }: { req: Request; resHeaders: Headers }) {
  const { user, session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.get('cookie') ?? '') ?? '');
  if (session?.fresh) resHeaders.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) resHeaders.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return { author: user };
}
`,
        'src/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import type { createContext } from './context';

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const isAuthor = t.middleware(({ ctx, next }) => {
  if (!ctx.author) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { author: ctx.author } });
});

export const router = t.router;
export const authorProcedure = t.procedure.use(isAuthor);
`,
        'src/tags.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { tags } from './schema';
import { labels } from './inputs';
import { authorProcedure, router } from './trpc';

export const tagsRouter = router({
  rename: authorProcedure.input(labels).mutation(async ({ input }) => {
    await db.update(tags).set({ label: input.label }).where(eq(tags.slug, input.slug));
  }),
});
`,
      },
    },
    {
      name: 'a proxy that validates the session tells the handler who is signed in',
      dependencies: { lucia: '3.2.2', next: '16.0.1' },
      files: {
        'proxy.ts': `import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from './lib/auth';

export async function proxy(request: NextRequest) {
  const { user } = await lucia.validateSession(request.cookies.get(lucia.sessionCookieName)?.value ?? '');
  const given = new Headers(request.headers);
  given.delete('x-member-id');
  if (user) given.set('x-member-id', user.id);
  return NextResponse.next({ request: { headers: given } });
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/member.ts': `import { headers } from 'next/headers';

export async function memberOrThrow() {
  const id = (await headers()).get('x-member-id');
  if (!id) throw new Error('Sign in first');
  return id;
}
`,
        'app/api/nickname/route.ts': `import { memberOrThrow } from '../../../lib/member';
import { prisma } from '../../../lib/prisma';

export async function PATCH(request: Request) {
  const id = await memberOrThrow();
  const { nickname } = await request.json();
  await prisma.member.update({ where: { id }, data: { nickname } });
  return Response.json({ nickname });
}
`,
      },
    },
    {
      name: 'mutations of Pothos that ask for scopes, use a builder with them, or look at the viewer',
      dependencies: { lucia: '3.2.2', '@pothos/core': '4.3.0', '@pothos/plugin-scope-auth': '4.1.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/schema/recipes.ts': `import { prisma } from '../db';
import { builder } from './builder';

builder.mutationFields((t) => ({
  renameRecipe: t.field({
    type: 'Boolean',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }), title: t.arg.string({ required: true }) },
    resolve: async (_root, { id, title }) => {
      await prisma.recipe.update({ where: { id: String(id) }, data: { title } });
      return true;
    },
  }),
  dropRecipe: t.withAuth({ cook: true }).field({
    type: 'Boolean',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }) => {
      await prisma.recipe.delete({ where: { id: String(id) } });
      return true;
    },
  }),
  addRecipe: t.field({
    type: 'Boolean',
    args: { title: t.arg.string({ required: true }) },
    resolve: async (_root, { title }, context) => {
      if (!context.viewer) throw new Error('Sign in first');
      await prisma.recipe.create({ data: { title, cookId: context.viewer.id } });
      return true;
    },
  }),
}));

builder.queryFields((t) => ({
  recipes: t.field({ type: ['String'], resolve: () => prisma.recipe.findMany({ select: { title: true } }) }),
}));
`,
      },
    },
    {
      name: 'a message of a visitor, who leaves an address',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/write/[shop]/+server.ts': `import { prisma } from '$lib/prisma';

export async function POST({ params, request }) {
  const { email, text } = await request.json();
  const shop = await prisma.shop.findUniqueOrThrow({ where: { name: params.shop } });
  await prisma.message.create({ data: { userId: shop.keeperId, email, text } });
  return new Response(null, { status: 201 });
}
`,
      },
    },
    {
      name: 'a plugin whose hook asks for the key of a client',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes.ts': `import { prisma } from './db';
import { keyOf } from './keys';

const routes = async (app) => {
  app.addHook('preHandler', async (request, reply) => {
    try {
      request.partner = await keyOf(request.headers);
    } catch (error) {
      return reply.status(401).send({ message: 'No such partner' });
    }
  });
  app.post('/projects', async (request, reply) => {
    reply.send(await prisma.project.create({ data: { title: request.body.title } }));
  });
};

export default routes;
`,
        'src/keys.ts': `export async function keyOf(headers) {
  const name = headers['partner-name'];
  if (typeof name !== 'string') throw new Error('Who is it?');
  return { name };
}
`,
        'src/app.ts': `import fastify from 'fastify';
import routes from './routes';

const app = fastify();
app.register(routes, { prefix: '/partners' });
`,
      },
    },
    {
      name: 'accounts that visitors make, interest that they show, what has run out and what is kept for later',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email'), hash: text('hash') });
export const sessions = pgTable('sessions', { id: text('id').primaryKey(), expiresAt: timestamp('expires_at') });
export const courseSignups = pgTable('course_signups', { email: text('email') });
export const answerCache = pgTable('answer_cache', { key: text('key').primaryKey(), value: text('value') });
`,
        'src/routes/welcome/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { lt } from 'drizzle-orm';
import { db } from '$lib/db';
import { answerCache, courseSignups, sessions, users } from '$lib/schema';

export const actions = {
  join: async ({ request }) => {
    const form = await request.formData();
    await db.insert(users).values({
      id: crypto.randomUUID(),
      email: String(form.get('email')),
      hash: await hash(String(form.get('password'))),
    });
  },
  interest: async ({ request }) => {
    const form = await request.formData();
    await db.insert(courseSignups).values({ email: String(form.get('email')) });
  },
  tidy: async () => {
    await db.delete(sessions).where(lt(sessions.expiresAt, new Date()));
  },
  ask: async ({ request }) => {
    const form = await request.formData();
    const key = String(form.get('question'));
    await db.insert(answerCache).values({ key, value: await (await fetch('https://example.com/' + key)).text() });
  },
};
`,
      },
    },
    {
      name: 'a service that must know the user, and a variable of the context that a builder of routes sets',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/jars.ts': `import { Hono } from 'hono';
import { createFor } from 'jam-kit';
import { db } from './db';
import { people } from './people';
import { jars } from './schema';

export const app = new Hono();
app.post('/jars', async (c) => {
  const userId = people.mustGetCurrentUserId();
  await db.insert(jars).values({ userId, label: await c.req.text() });
  return c.body(null, 204);
});

export const small = createFor('/small').post('/jars', async ({ req, var: { loggedInUserId }, body }) => {
  await db.insert(jars).values({ userId: loggedInUserId, label: await req.text() });
  return body(null, 204);
});
`,
      },
    },
    {
      name: "shops that everybody may look at, and one that is its owner's",
      dependencies: { lucia: '3.2.2', express: '4.21.2', '@prisma/client': '5.22.0' },
      files: {
        'src/shops.ts': `import { Router } from 'express';
import { Lucia } from 'lucia';
import { adapter, prisma } from './db';

export const lucia = new Lucia(adapter);
async function gate(req, res, next) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  req.user = user;
  next();
}

export const shops = Router();
shops.get('/mine', gate, async (req, res) => {
  res.json(await prisma.shop.findFirst({ where: { ownerId: req.user.id } }));
});
shops.get('/:id', async (req, res) => {
  res.json(await prisma.shop.findUnique({ where: { id: req.params.id } }));
});
`,
      },
    },
    {
      name: 'a wrapped handler behind the guard of its router, or of its route',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/gates.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
export async function gate(req, res, next) {
  const { user } = await lucia.validateSession(req.cookies.auth_session ?? '');
  if (!user) return res.sendStatus(401);
  next();
}
`,
        'src/caught.ts': `export function caught(handler) {
  return (req, res, next) => {
    handler(req, res).catch(next);
  };
}
`,
        'src/shelves.ts': `import { Router } from 'express';
import { caught } from './caught';
import { prisma } from './db';
import { gate } from './gates';

export const shelves = Router();
shelves.use(gate);
shelves.put(
  '/:id',
  caught(async (req, res) => {
    res.json(await prisma.shelf.update({ where: { id: req.params.id }, data: { label: req.body.label } }));
  }),
);

export const crates = Router();
crates.delete(
  '/:id',
  gate,
  caught(async (req, res) => {
    await prisma.crate.delete({ where: { id: req.params.id } });
    res.sendStatus(204);
  }),
);
`,
      },
    },
    {
      name: 'a token for the user with an address, names that everybody may see, and a secret that must be sent',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4', '@prisma/client': '5.22.0' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/reset-password/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '../../lib/db';
import { sendMail } from '../../lib/mail';
import { resetTokens, users } from '../../lib/schema';

export async function forgot(email: string) {
  const [found] = await db.select().from(users).where(eq(users.email, email));
  if (!found) return;
  const id = generateIdFromEntropySize(25);
  await db.insert(resetTokens).values({ id, userId: found.id });
  await sendMail(email, id);
}

export async function namesIn(city: string) {
  return db.select({ name: users.name }).from(users).where(eq(users.city, city));
}

export async function isTaken(email: string) {
  const [found] = await db.select().from(users).where(eq(users.email, email));
  return found !== undefined;
}
`,
        'app/actions.ts': `'use server';
import { prisma } from '../lib/prisma';

export async function askForInvitation(email: string) {
  await prisma.earlyAccess.create({ data: { email } });
}
`,
        'app/api/sync/route.ts': `import { prisma } from '../../../lib/prisma';

export async function POST(request: Request) {
  const given = new URL(request.url).searchParams.get('key');
  if (given !== process.env.SYNC_SECRET) return new Response(null, { status: 401 });
  await prisma.stock.updateMany({ data: { checked: true } });
  return Response.json({ ok: true });
}
`,
      },
    },
    {
      name: 'traces of visitors, and a user whom the callee asks for',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/schema.ts': `import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const pageEvents = pgTable('page_events', {
  id: text('id').primaryKey(),
  title: text('title'),
  url: text('url'),
  duration: integer('duration'),
  date: timestamp('date'),
});
export const shelves = pgTable('shelves', { id: text('id').primaryKey(), items: integer('items') });
`,
        'src/shelves.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { shelves } from './schema';

export async function emptyShelf(id: string, by: string | undefined) {
  if (!by) throw new Error('Who are you?');
  await db.update(shelves).set({ items: 0 }).where(eq(shelves.id, id));
}
`,
        'src/index.ts': `import { Elysia } from 'elysia';
import { db } from './db';
import { pageEvents } from './schema';
import { emptyShelf } from './shelves';

export const app = new Elysia()
  .post('/seen', (ctx) => db.insert(pageEvents).values(ctx.body))
  .patch('/shelves/:id', (ctx) => emptyShelf(ctx.params.id, ctx.user?.id));
`,
      },
    },
    {
      name: 'a guard whose maker may be told to let everybody in',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/allow.ts': `import type { MiddlewareHandler } from 'hono';

export function allow(ranks: string[], { strict = true } = {}): MiddlewareHandler {
  return async (c, next) => {
    if (ranks.includes('everybody')) return next();
    const member = c.get('user');
    if (!member) return c.text('Sign in first', 401);
    if (strict && !ranks.includes(member.rank)) return c.text('Not for you', 403);
    await next();
  };
}
`,
        'src/boats.ts': `import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { allow } from './allow';
import { db } from './db';
import { boats } from './schema';

export const harbour = new Hono()
  .use(allow(['captain', 'mate']))
  .delete('/:id', async (c) => {
    await db.delete(boats).where(eq(boats.id, c.req.param('id')));
    return c.body(null, 204);
  });
`,
      },
    },
    {
      name: 'a code to sign in with, asked for by its address',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/codes.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { generateCode, send } from './letters';
import { lucia } from './lucia';
import { guests } from './schema';

export class Codes {
  async issue(email: string) {
    const code = generateCode();
    await db
      .update(guests)
      .set({ otpSecret: code, otpExpiresAt: new Date(Date.now() + 600_000) })
      .where(eq(guests.email, email));
    await send(email, code);
  }
  enter(id: string) {
    return lucia.createSession(id, {});
  }
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { Codes } from './codes';

const codes = new Codes();

export const app = new Hono().post('/otp/request', async (c) => {
  const { email } = await c.req.json();
  await codes.issue(email);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'an action made by a helper that looks the session up by itself',
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
        'src/actions.ts': `'use server';

import { forCrew, prisma } from './crew';

export const hoist = forCrew(async (who, sail: string) => {
  await prisma.sail.update({ where: { name: sail, sailorId: who.id }, data: { up: true } });
});
`,
      },
    },
    {
      name: 'whoever logs in gets the password hashed anew',
      dependencies: { lucia: '3.2.2', next: '15.1.0', '@prisma/client': '5.22.0', bcryptjs: '2.4.3' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/tickets.ts': `'use server';

import { PrismaClient } from '@prisma/client';
import bcrypt from 'bcryptjs';
import { ticketFor } from './tickets-of-the-house';

const prisma = new PrismaClient();

export async function ticket(id: string, password: string) {
  const member = await prisma.member.findUnique({ where: { id } });
  if (!member || !(await bcrypt.compare(password, member.passwordHash))) return undefined;
  if (bcrypt.getRounds(member.passwordHash) < 12)
    await prisma.member.update({ where: { id }, data: { passwordHash: await bcrypt.hash(password, 12) } });
  return ticketFor(member);
}
`,
      },
    },
    {
      name: 'a method of a controller that some router is given elsewhere, and a sign-up that waits for its confirmation',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/kilns.ts': `import { eq } from 'drizzle-orm';
import type { NextFunction, Request, Response } from 'express';
import { db } from './db';
import { kilns } from './schema';

export async function scrap(req: Request, res: Response, next: NextFunction) {
  try {
    await db.delete(kilns).where(eq(kilns.id, req.params.id));
    res.sendStatus(204);
  } catch (error) {
    next(error);
  }
}
`,
        'src/app.ts': `import express from 'express';
import { db } from './db';
import { verify } from './schema';

export const app = express();

app.post('/potters', async (req, res) => {
  await db.insert(verify).values({ name: req.body.name, email: req.body.email });
  res.sendStatus(204);
});
`,
      },
    },
    {
      name: 'an account that waits until its mail is answered',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'better-sqlite3': '11.0.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/waiting.ts': `import Database from 'better-sqlite3';

const db = new Database('guests.db');

export const keep = (id: string, guest: { name: string; email: string; password: string }) =>
  db
    .prepare('INSERT INTO pending_guests (id, guest_name, guest_email, guest_password) VALUES (?, ?, ?, ?)')
    .run(id, guest.name, guest.email, guest.password);
`,
        'src/door.ts': `import { Hono } from 'hono';
import { generateIdFromEntropySize } from 'lucia';
import { send } from './mail';
import { keep } from './waiting';

export const door = new Hono().post('/add', async (c) => {
  const guest = await c.req.json();
  const id = generateIdFromEntropySize(20);
  keep(id, guest);
  await send(guest.email, id);
  return c.body(null, 202);
});
`,
      },
    },
    {
      name: 'a repository that decorate() hands out, behind a hook that takes sessions and signed tokens',
      dependencies: { lucia: '^3.2.2', fastify: '^5.0.0', mongodb: '^6.0.0' },
      files: {
        'src/tickets.ts': `import type { Collection } from 'mongodb';

export class Tickets {
  constructor(private readonly all: Collection) {}

  async drop(id: string) {
    await this.all.deleteOne({ _id: id });
  }
}
`,
        'src/entry.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import { lucia } from './lucia';

export async function entry(request: FastifyRequest, reply: FastifyReply) {
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  const ticket = await request.jwtVerify().catch(() => undefined);
  if (!id && !ticket) return reply.code(401).send({ message: 'Sign in first' });
  if (id) {
    const { user } = await lucia.validateSession(id);
    if (!user) return reply.code(401).send({ message: 'Sign in first' });
  }
}
`,
        'src/app.ts': `import Fastify from 'fastify';
import { database } from './database';
import { entry } from './entry';
import { Tickets } from './tickets';

export const app = Fastify();
app.decorate('tickets', new Tickets(database.collection('tickets')));
app.register(async (fastify) => {
  fastify.addHook('onRequest', entry);
  fastify.delete('/tickets/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    await fastify.tickets.drop(id);
    return reply.code(204).send();
  });
});
`,
      },
    },
    {
      name: 'a helper that is given the context and a row',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.33.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/anglers.ts': `import type { Context } from 'hono';
import { anglers } from './tables';

interface Angler {
  id: string;
  nick: string;
}

export const addAngler = (c: Context, angler: Angler) => c.var.db.insert(anglers).values(angler).returning().get();
`,
      },
    },
    {
      name: 'a hook that turns away those without a cookie first, and then those without a user',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const { id } = event.route;
  const cookie = event.cookies.get(lucia.sessionCookieName);
  if (id?.startsWith('/(crew)') || id?.startsWith('/boarding')) {
    if (!cookie) redirect(303, '/enter');
  }
  if (!cookie) return resolve(event);
  const { user } = await lucia.validateSession(cookie);
  event.locals.user = user;
  if (id?.startsWith('/(crew)') && !user?.isBriefed) redirect(303, '/boarding');
  return resolve(event);
};
`,
        'src/routes/(crew)/ropes/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  cut: async ({ request }) => {
    const form = await request.formData();
    await prisma.rope.delete({ where: { id: String(form.get('id')) } });
  },
};
`,
      },
    },
    {
      name: 'paths that a hook closes in every language, and by a part of them',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { withoutLanguage } from '$lib/languages';

export const handle = async ({ event, resolve }) => {
  const cookie = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = cookie ? (await lucia.validateSession(cookie)).user : null;
  const path = withoutLanguage(event.url.pathname);
  if (!event.locals.user && path.startsWith('/yard')) redirect(303, '/enter');
  if (!event.locals.user && event.url.pathname.includes('/keeper')) redirect(303, '/enter');
  return resolve(event);
};
`,
        'src/routes/[lang]/(rooms)/yard/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const actions = {
  stack: async ({ request }) => {
    const form = await request.formData();
    await prisma.pallet.update({ where: { id: String(form.get('id')) }, data: { isStacked: true } });
  },
};
`,
        'src/routes/api/keeper/+server.ts': `import { prisma } from '$lib/server/prisma';

export async function DELETE({ url }) {
  await prisma.pallet.delete({ where: { id: url.searchParams.get('id') } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a hook that a plugin of Elysia has for all that use it',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/door.ts': `import { Elysia } from 'elysia';
import { lucia } from './lucia';

const identify = async ({ cookie }) => {
  const { user } = await lucia.validateSession(cookie.auth_session?.value ?? '');
  return { user };
};

const turnAway = ({ user }) => {
  if (!user) return new Response('Who are you?', { status: 401 });
};

export const door = new Elysia({ name: 'door' }).derive({ as: 'global' }, identify).onBeforeHandle({ as: 'scoped' }, turnAway);
`,
        'src/ferries.ts': `import { Elysia } from 'elysia';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { door } from './door';
import { ferries } from './schema';

export const routes = new Elysia({ prefix: '/ferries' })
  .get('/', () => db.select().from(ferries))
  .use(door)
  .put('/:id', async ({ params, body }) => {
    await db.update(ferries).set({ name: body.name }).where(eq(ferries.id, params.id));
    return { ok: true };
  });
`,
      },
    },
    {
      name: 'a plugin of Elysia whose hooks are lifted',
      dependencies: { lucia: '3.2.2', elysia: '1.2.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/door.ts': `import { Elysia } from 'elysia';
import { lucia } from './lucia';

const identify = async ({ cookie }) => {
  const { user } = await lucia.validateSession(cookie.auth_session?.value ?? '');
  return { user };
};

const turnAway = ({ user }) => {
  if (!user) return new Response('Who are you?', { status: 401 });
};

export const door = new Elysia({ name: 'door' }).derive(identify).onBeforeHandle(turnAway).as('plugin');
`,
        'src/ferries.ts': `import { Elysia } from 'elysia';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { door } from './door';
import { ferries } from './schema';

export const routes = new Elysia({ prefix: '/ferries' })
  .get('/', () => db.select().from(ferries))
  .use(door)
  .put('/:id', async ({ params, body }) => {
    await db.update(ferries).set({ name: body.name }).where(eq(ferries.id, params.id));
    return { ok: true };
  });
`,
      },
    },
    {
      name: 'a plugin of an Elysia that shares all hooks',
      dependencies: { lucia: '3.2.2', elysia: '0.8.17', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/door.ts': `import { Elysia } from 'elysia';
import { lucia } from './lucia';

const identify = async ({ cookie }) => {
  const { user } = await lucia.validateSession(cookie.auth_session?.value ?? '');
  return { user };
};

const turnAway = ({ user }) => {
  if (!user) return new Response('Who are you?', { status: 401 });
};

export const door = new Elysia({ name: 'door' }).derive(identify).onBeforeHandle(turnAway);
`,
        'src/ferries.ts': `import { Elysia } from 'elysia';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { door } from './door';
import { ferries } from './schema';

export const routes = new Elysia({ prefix: '/ferries' })
  .get('/', () => db.select().from(ferries))
  .use(door)
  .put('/:id', async ({ params, body }) => {
    await db.update(ferries).set({ name: body.name }).where(eq(ferries.id, params.id));
    return { ok: true };
  });
`,
      },
    },
    {
      name: 'a new password is asked for by an address that is looked up first',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'lib/people.ts': `import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { sendLink } from './mail';
import { people } from './schema';

export async function mailLink(email: string) {
  const person = await db.query.people.findFirst({ where: eq(people.email, email) });
  if (!person) return;
  const resetToken = randomUUID();
  await db.update(people).set({ resetToken, resetExpires: new Date(Date.now() + 1_800_000) }).where(eq(people.id, person.id));
  await sendLink(person.email, resetToken);
}
`,
        'app/api/new-password/route.ts': `import { mailLink } from '../../../lib/people';

export async function POST(request: Request) {
  const { email } = await request.json();
  await mailLink(email);
  return Response.json({ sent: true });
}
`,
      },
    },
    {
      name: 'rows with who made or leads something, a profile, and bookings with names only',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id    String @id
  name  String
  email String
}

model Cabin {
  id     String @id
  host   User   @relation("hosts", fields: [hostId], references: [id])
  hostId String
  area   Area   @relation(fields: [areaId], references: [id])
  areaId String
}

model Area {
  id String @id
}

model Guide {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}

model CabinReview {
  id      String @id
  user    User   @relation(fields: [userId], references: [id])
  userId  String
  cabin   Cabin  @relation(fields: [cabinId], references: [id])
  cabinId String
}

model Booking {
  id      String @id
  user    User   @relation(fields: [userId], references: [id])
  userId  String
  cabin   Cabin  @relation(fields: [cabinId], references: [id])
  cabinId String
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'app/api/cabins/[id]/route.ts': `import { prisma } from '../../../../lib/prisma';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const cabin = await prisma.cabin.findUnique({ where: { id }, include: { host: true } });
  const guides = await prisma.guide.findMany({ include: { user: true } });
  const reviews = await prisma.cabinReview.findMany({ where: { cabinId: id }, include: { user: true } });
  const bookings = await prisma.booking.findMany({ where: { cabinId: id }, include: { user: { select: { name: true } } } });
  const taken = await prisma.booking.findMany({ where: { cabinId: id } });
  return Response.json({ cabin, guides, reviews, bookings, taken });
}
`,
      },
    },
    {
      name: 'server functions for visitors beside those that ask who is there',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
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
        'prisma/schema.prisma': `model User {
  id String @id
}

model Product {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}

model Crate {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}

model Slot {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}

model Shelf {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}

model Car {
  id String @id
}
`,
        'app/shop/actions.ts': `'use server';

import { validateRequest } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function allProducts() {
  const { user } = await validateRequest();
  if (user?.role !== 'clerk') throw new Error('Not allowed');
  return prisma.product.findMany();
}

export async function visibleProducts() {
  return prisma.product.findMany({ where: { visible: true } });
}

export async function myCrates() {
  const { user } = await validateRequest();
  if (!user) throw new Error('Who are you?');
  return prisma.crate.findMany({ where: { userId: user.id } });
}

export async function crates() {
  return prisma.crate.findMany();
}

export async function allSlots() {
  const { user } = await validateRequest();
  if (!user) throw new Error('Who are you?');
  return prisma.slot.findMany();
}

export async function isSlotFree(day: string) {
  const slots = await prisma.slot.findMany({ where: { day } });
  return slots.filter((slot) => slot.free).length > 0;
}

export async function allCars() {
  const { user } = await validateRequest();
  if (user?.role !== 'clerk') throw new Error('Not allowed');
  return prisma.car.findMany();
}

export async function cars() {
  return prisma.car.findMany();
}

export async function dropShelf(id: string) {
  const { user } = await validateRequest();
  if (!user) throw new Error('Who are you?');
  await prisma.shelf.delete({ where: { id } });
}

export async function shelves() {
  return prisma.shelf.findMany();
}
`,
      },
    },
    {
      name: 'what is told of no customer, of the own one, or is published',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', postgres: '3.4.9', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/sql.ts': `import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL);
`,
        'src/meters.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';
import { meters, projects, reviews } from './schema';
import { sql } from './sql';

export const app = new Hono();

app.get('/usage', async (c) => {
  const usage = await sql\`SELECT day, sum(amount) FROM readings GROUP BY day\`;
  return c.json({ usage });
});

app.get('/size/:customer', async (c) => {
  const id = Number(c.req.param('customer'));
  const size = await sql\`SELECT count(*) FROM meters WHERE customer_id = \${id}\`;
  return c.json({ size });
});

app.get('/reviews/:customer', async (c) => {
  const found = await db.select().from(reviews).where(eq(reviews.customerId, c.req.param('customer')));
  return c.json(found);
});

app.get('/projects/:client', async (c) => {
  const found = await db.select().from(projects).where(eq(projects.clientId, c.req.param('client')));
  return c.json(found);
});

app.get('/meters', async (c) => {
  const { user } = await lucia.validateSession(c.req.header('cookie') ?? '');
  if (!user) return c.body(null, 401);
  return c.json(await db.select().from(meters).where(eq(meters.customerId, user.customerId)));
});
`,
      },
    },
    {
      name: 'an invitation that is answered by whoever has it',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/invitations.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { invitations } from './schema';

export async function accept(id: string, names: string[]) {
  await db.update(invitations).set({ names, answered: true }).where(eq(invitations.id, id));
}

export async function deleteInvitation(token: string) {
  await db.delete(invitations).where(eq(invitations.token, token));
}
`,
      },
    },
    {
      name: 'buckets for who is signed in or for what nobody has sent, and what is no bucket',
      dependencies: { lucia: '3.2.2', next: '15.0.0', uploadthing: '7.4.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/pictures/route.ts': `import { getCloudflareContext } from '@opennextjs/cloudflare';
import { cookies } from 'next/headers';
import { UTApi } from 'uploadthing/server';
import { lucia } from '../../../lib/auth';

export async function POST(request: Request) {
  const { user } = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
  if (!user) return new Response(null, { status: 401 });
  const { env } = getCloudflareContext();
  await env.BUCKET.put(crypto.randomUUID(), await request.arrayBuffer(), { httpMetadata: {} });
  return new Response(null, { status: 204 });
}

export async function PUT(request: Request) {
  const { env } = getCloudflareContext();
  const { theme } = await request.json();
  await env.KV.put('theme', theme, { expirationTtl: 60 });
  await env.BUCKET.put('alive', new Date().toISOString());
  return new Response(null, { status: 204 });
}

export async function GET() {
  return Response.json(await new UTApi().listFiles());
}
`,
      },
    },
    {
      name: 'who has read what, and how a receipt is laid out',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/app/api/seen/route.ts': `import { db } from '../../../lib/db';
import { readReceipts, receiptLayouts } from '../../../lib/schema';

export async function GET() {
  const layouts = await db.select().from(receiptLayouts);
  const seen = await db.select().from(readReceipts);
  return Response.json({ layouts, seen });
}
`,
      },
    },
    {
      name: 'routes of a test and of a mock',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        ...Object.fromEntries(
          ['test/app/api/stories/route.ts', 'src/app/api/mocks/route.ts'].map((path) => [
            path,
            `import { prisma } from '@/lib/prisma';

export async function POST(request: Request) {
  const { title, ownerId } = await request.json();
  return Response.json(await prisma.story.create({ data: { title, ownerId } }));
}
`,
          ]),
        ),
      },
    },
    {
      name: 'people who are reached at work, and one of whom the id is known',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const lodgers = pgTable('lodgers', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text('email').notNull(),
  address: text('address'),
});

export const agents = pgTable('agents', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text('email').notNull(),
});
`,
        'src/app/api/lodgers/route.ts': `import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { agents, lodgers } from '../../../lib/schema';

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id');
  const found = await db.select().from(lodgers).where(eq(lodgers.id, id));
  const shown = await db.select({ firstName: lodgers.firstName, lastName: lodgers.lastName }).from(lodgers);
  return Response.json({ found, shown, all: await db.select().from(agents) });
}
`,
      },
    },
    {
      name: 'a form by which visitors get in contact, and what it offers',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/contactActions.ts': `'use server';
import { prisma } from './prisma';

export async function contactUs(subject: string, text: string) {
  await prisma.ticket.create({ data: { subject, text } });
}

export async function getContactSubjects() {
  return prisma.subject.findMany();
}
`,
      },
    },
    {
      name: 'a transaction for who is signed in',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'src/lib/people.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from './auth';
import { prisma } from './prisma';

export async function rename(name: string) {
  await prisma.$transaction(async (tx) => {
    const { user } = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');
    if (user) await tx.user.update({ where: { id: user.id }, data: { name } });
  });
}
`,
      },
    },
    {
      name: 'who is there is asked for, and is in the change or known before it',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function visitor() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { user } = await lucia.validateSession(id);
  return user;
}

export async function guest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) redirect('/enter');
  const { user } = await lucia.validateSession(id);
  if (!user) redirect('/enter');
  return user;
}
`,
        'app/trails/actions.ts': `'use server';

import { guest, visitor } from '../../lib/auth';
import { mayEdit } from '../../lib/rights';
import { prisma } from '../../lib/prisma';

export async function renameTrail(trailId: string, title: string) {
  const hiker = await visitor();
  await prisma.trail.update({ where: { id: trailId, hikerId: hiker?.id ?? 'nobody' }, data: { title } });
}

export async function closeTrail(trailId: string) {
  const hiker = await visitor();
  const rights = await mayEdit(trailId, hiker?.id);
  if (!rights.some((right) => right === 'close')) return { ok: false };
  await prisma.trail.update({ where: { id: trailId }, data: { closed: true } });
  return { ok: true, by: hiker?.id };
}

export async function dropTrail(trailId: string) {
  const hiker = await guest();
  await prisma.trail.delete({ where: { id: trailId } });
  return { ok: true, by: hiker.id };
}
`,
      },
    },
    {
      name: 'an order that belongs to no account',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/schema.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull() });

export const dishes = pgTable('dishes', { id: text('id').primaryKey(), left: integer('left').notNull() });

export const bookings = pgTable('bookings', {
  id: text('id').primaryKey(),
  dishId: text('dish_id').notNull(),
  seat: integer('seat').notNull(),
});
`,
        'src/bookings.ts': `import { Hono } from 'hono';
import { eq, sql } from 'drizzle-orm';
import { db } from './db';
import { bookings, dishes } from './schema';

export const book = new Hono();

book.post('/', async (c) => {
  const { dishId, seat } = await c.req.json();
  await db.update(dishes).set({ left: sql\`\${dishes.left} - 1\` }).where(eq(dishes.id, dishId));
  await db.insert(bookings).values({ id: crypto.randomUUID(), dishId, seat });
  return c.json({ ok: true });
});
`,
      },
    },
    {
      name: 'a load that changes the row which its layouts have found',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/till/+page.server.ts': `import { prisma } from '$lib/server/prisma';
import { startPayment } from '$lib/server/payments';

export const load = async ({ parent }) => {
  const { basket } = await parent();
  const paymentKey = basket.paymentKey ?? (await startPayment(basket.sum));
  await prisma.basket.update({ where: { id: basket.id }, data: { paymentKey } });
  return { paymentKey };
};
`,
      },
    },
    {
      name: 'what helpers write while somebody is asked who they are',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';
import { prisma } from './prisma';

export const lucia = new Lucia(adapter, {});

export async function climber() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null };
  const { user } = await lucia.validateSession(id);
  if (user) await prisma.climber.update({ where: { id: user.id }, data: { seenAt: new Date() } });
  return { user };
}

export async function countTry(action: string) {
  await prisma.tries.update({ where: { action }, data: { count: { increment: 1 } } });
}
`,
        'app/peaks/actions.ts': `'use server';

import { climber, countTry } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function renamePeak(id: string, name: string) {
  const { user } = await climber();
  await countTry('rename');
  if (!user) return { error: 'Who are you?' };
  await prisma.peak.update({ where: { id, climberId: user.id }, data: { name } });
  return { error: '' };
}
`,
      },
    },
    {
      name: 'the queue of what is told to others when a visitor has answered',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'app/api/answers/route.ts': `import { prisma } from '../../../lib/prisma';

export async function POST(request: Request) {
  const { form, text } = await request.json();
  await prisma.submission.create({ data: { form, text } });
  await prisma.webhookDelivery.create({ data: { form, payload: { text } } });
  for (const due of await prisma.webhookDelivery.findMany({ where: { sent: false } }))
    await prisma.webhookDelivery.update({ where: { id: due.id }, data: { sent: true } });
  return Response.json({ ok: true }, { status: 201 });
}
`,
      },
    },
    {
      name: 'a member whom the code says, and a row of no member, in server functions',
      dependencies: { lucia: '3.2.2', next: '14.2.30', '@prisma/client': '5.22.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/boards/join.ts': `'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function accept(inviteCode: string) {
  const letter = await prisma.letter.findFirst({ where: { inviteCode } });
  if (!letter) return false;
  await prisma.seat.create({ data: { memberId: letter.memberId, boardId: letter.boardId } });
  return true;
}

export async function leaveWord(boardId: string, inviteCode: string) {
  const board = await prisma.board.findFirst({ where: { id: boardId, inviteCode } });
  if (board) await prisma.word.create({ data: { boardId } });
}
`,
      },
    },
    {
      name: 'whole rows of other things and the names of people, joined',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { date, pgTable, serial, integer, text } from 'drizzle-orm/pg-core';

export const guests = pgTable('guests', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  dateOfBirth: date('date_of_birth'),
  phone: text('phone'),
});

export const rooms = pgTable('rooms', {
  id: serial('id').primaryKey(),
  label: text('label').notNull(),
});

export const stays = pgTable('stays', {
  id: serial('id').primaryKey(),
  roomId: integer('room_id').references(() => rooms.id),
  guestId: integer('guest_id').references(() => guests.id),
});
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/api/stays/+server.ts': `import { json } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '../../../db';
import { guests, rooms, stays } from '../../../schema';

export const GET = async () => {
  const list = await db
    .select({ stay: stays, room: rooms, guest: guests.name })
    .from(stays)
    .leftJoin(rooms, eq(stays.roomId, rooms.id))
    .leftJoin(guests, eq(stays.guestId, guests.id));
  return json(list);
};
`,
      },
    },
  ],
};

export default examples;
