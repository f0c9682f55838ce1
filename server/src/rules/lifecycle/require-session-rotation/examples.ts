import type { Examples } from '../../../core/examples';

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
      name: 'a password change with Prisma',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.5.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.2',
      },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/settings/+page.server.ts': `import { hash, verify } from '@node-rs/argon2';
import { PrismaClient } from '@prisma/client';
import { fail } from '@sveltejs/kit';

const prisma = new PrismaClient();

export const actions = {
  password: async ({ locals, request }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const row = await prisma.user.findUniqueOrThrow({ where: { id: locals.user.id } });
    if (!(await verify(row.passwordHash, String(form.get('current'))))) return fail(400);
    const passwordHash = await hash(String(form.get('next')));
    // store it
    await prisma.user.update({ where: { id: row.id }, data: { passwordHash } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    return { done: true };
  },
};
`,
      },
      fixed: {
        'src/routes/settings/+page.server.ts': `import { hash, verify } from '@node-rs/argon2';
import { PrismaClient } from '@prisma/client';
import { fail } from '@sveltejs/kit';
import { lucia } from '../../lib/server/auth';

const prisma = new PrismaClient();

export const actions = {
  password: async ({ locals, request }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const row = await prisma.user.findUniqueOrThrow({ where: { id: locals.user.id } });
    if (!(await verify(row.passwordHash, String(form.get('current'))))) return fail(400);
    const passwordHash = await hash(String(form.get('next')));
    // store it
    await lucia.invalidateUserSessions(row.id);
    await prisma.user.update({ where: { id: row.id }, data: { passwordHash } });
    return { done: true };
  },
};
`,
      },
    },
    {
      name: 'a reset with Drizzle, hashed by a helper',
      dependencies: { lucia: '3.2.2', next: '14.2.35', 'drizzle-orm': '0.36.4', oslo: '1.2.1' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/passwords.ts': `import { Argon2id } from 'oslo/password';

export async function protect(password: string) {
  return new Argon2id().hash(password);
}
`,
        'app/reset/actions.ts': `'use server';

import { eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { protect } from '../../lib/passwords';
import { users } from '../../lib/schema';
import { redeem } from '../../lib/tokens';

export async function reset(form: FormData) {
  const userId = await redeem(String(form.get('token')));
  if (!userId) return { error: 'This link has expired' };
  await db.update(users).set({ hashed: await protect(String(form.get('password'))) }).where(eq(users.id, userId));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return {};
}
`,
      },
    },
    {
      name: 'SQL behind a repository',
      dependencies: { lucia: '3.2.2', express: '4.19.2', pg: '8.13.0', bcryptjs: '2.4.3' },
      files: {
        'src/auth.ts': AUTH,
        'src/users.ts': `import { pool } from './db';

export async function setHash(id: string, hash: string) {
  await pool.query('UPDATE auth_user SET password_hash = $1 WHERE id = $2', [hash, id]);
}
`,
        'src/password.ts': `import bcrypt from 'bcryptjs';
import type { Request, Response } from 'express';
import { setHash } from './users';

export async function changePassword(req: Request, res: Response) {
  const digest = await bcrypt.hash(req.body.password, 12);
  await setHash(res.locals.user.id, digest);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  res.status(204).end();
}
`,
      },
    },
    {
      name: 'an Astro endpoint',
      dependencies: { lucia: '3.2.2', astro: '5.1.0', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/auth.ts': AUTH,
        'src/pages/api/password.ts': `import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';
import type { APIContext } from 'astro';

const prisma = new PrismaClient();

export async function POST({ locals, request }: APIContext) {
  if (!locals.user) return new Response(null, { status: 401 });
  const { password } = await request.json();
  await prisma.user.update({ where: { id: locals.user.id }, data: { password: await argon2.hash(password) } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'an address is verified',
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
        'src/verify.ts': `import { Hono } from 'hono';
import { prisma } from './db';
import { lucia } from './lucia';

export const app = new Hono();

app.post('/verify-email', async (c) => {
  const { code } = await c.req.json();
  const found = await prisma.emailCode.findUnique({ where: { code } });
  if (!found || found.expiresAt < new Date()) return c.json({ error: 'Invalid code' }, 400);
  await prisma.user.update({ where: { id: found.userId }, data: { emailVerified: true } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege
  const session = await lucia.createSession(found.userId, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json(null);
});
`,
      },
      fixed: {
        'src/verify.ts': `import { Hono } from 'hono';
import { prisma } from './db';
import { lucia } from './lucia';

export const app = new Hono();

app.post('/verify-email', async (c) => {
  const { code } = await c.req.json();
  const found = await prisma.emailCode.findUnique({ where: { code } });
  if (!found || found.expiresAt < new Date()) return c.json({ error: 'Invalid code' }, 400);
  await lucia.invalidateUserSessions(found.userId);
  await prisma.user.update({ where: { id: found.userId }, data: { emailVerified: true } });
  const session = await lucia.createSession(found.userId, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json(null);
});
`,
      },
    },
    {
      name: 'a service that signs in after the reset',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.0', argon2: '0.40.0', '@prisma/client': '5.18.0' },
      files: {
        'src/lucia.service.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export class LuciaService extends Lucia {
  constructor() {
    super(adapter);
  }
}
`,
        'src/reset.service.ts': `import * as argon2 from 'argon2';
import { Injectable } from '@nestjs/common';
import { LuciaService } from './lucia.service';
import { PrismaService } from './prisma.service';
import { takeUser } from './tokens';

@Injectable()
export class ResetService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly lucia: LuciaService,
  ) {}

  async complete(token: string, password: string) {
    const id = await takeUser(token);
    const passwordHash = await argon2.hash(password);
    await this.prisma.user.update({ where: { id }, data: { passwordHash } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    return this.lucia.createSession(id, {});
  }
}
`,
        'src/reset.controller.ts': `import { Body, Controller, Post } from '@nestjs/common';
import { ResetService } from './reset.service';

@Controller('reset')
export class ResetController {
  constructor(private readonly resets: ResetService) {}

  @Post()
  async reset(@Body() body: { token: string; password: string }) {
    await this.resets.complete(body.token, body.password);
  }
}
`,
      },
    },
    {
      name: 'a statement of D1',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/password.ts': `import bcrypt from 'bcryptjs';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { signedIn } from './signed-in';

export const password = new Hono().use(csrf(), signedIn);

password.put('/', async (c) => {
  const { current, next } = await c.req.json();
  const me = c.get('user').id;
  const row = await c.env.DB.prepare('select pw_hash from patient where id = ?').bind(me).first();
  if (!row || !(await bcrypt.compare(current, row.pw_hash))) return c.json({ error: 'Wrong password' }, 400);
  const fresh = await bcrypt.hash(next, 12);
  await c.env.DB.prepare('update patient set pw_hash = ? where id = ?').bind(fresh, me).run();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a reset that starts a session with an instance that cannot be read',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/routes/forgotten/[token]/+page.server.ts': `import { PrismaClient } from '@prisma/client';
import { fail } from '@sveltejs/kit';
import argon2 from 'argon2';
import { lucia } from '@acme/auth';

const prisma = new PrismaClient();

export const actions = {
  default: async ({ params, request }) => {
    const form = await request.formData();
    const link = await prisma.resetLink.delete({ where: { token: params.token } });
    if (!link) return fail(400);
    const passwordHash = await argon2.hash(String(form.get('password')));
    await prisma.user.update({ where: { id: link.userId }, data: { passwordHash } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    return { session: (await lucia.createSession(link.userId, {})).expiresAt };
  },
};
`,
      },
    },
    {
      name: 'a reset in SQL that signs in, the instance out of sight',
      dependencies: { lucia: '3.2.2', fastify: '4.28.0', pg: '8.13.0', argon2: '0.41.1' },
      files: {
        'src/forgotten.ts': `import argon2 from 'argon2';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { lucia } from '@acme/sign-in';

const pool = new Pool();

export async function forgotten(app: FastifyInstance) {
  app.post('/forgotten/:link', async (request, reply) => {
    const { secret } = request.body as { secret: string };
    const { link } = request.params as { link: string };
    const found = await pool.query('DELETE FROM links WHERE digest = $1 RETURNING member_id', [link]);
    if (!found.rows[0]) return reply.code(400).send();
    const id: string = found.rows[0].member_id;
    await pool.query('UPDATE members SET password_hash = $1 WHERE id = $2', [await argon2.hash(secret), id]);
//        ^^^^... stay
    const session = await lucia.createSession(id, {});
    return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).send();
  });
}
`,
      },
    },
    {
      name: 'among other columns, when one was typed',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
`,
        'src/staff.ts': `import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { Router } from 'express';
import { db, staff } from './db';

export const router = Router();

router.patch('/staff/:id', async (req, res) => {
  const { name, password } = req.body;
  const passwordHash = password ? await hash(password) : undefined;
  await db
//      ^^^^... stay
    .update(staff)
    .set({ name, ...(passwordHash ? { passwordHash } : {}) })
    .where(eq(staff.id, req.params.id));
  res.sendStatus(204);
});
`,
      },
    },
    {
      name: 'an address that is verified by way of a function for any change',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia } from 'lucia';
import { prisma } from './prisma';

export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user));
`,
        'src/users.ts': `import { prisma } from './prisma';

export const changeUser = (id: string, changes: object) =>
  prisma.user.update({ where: { id }, data: { ...changes, changedAt: new Date() } });
`,
        'src/confirm.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { changeUser } from './users';

export const confirm = new Hono().post('/confirm', async (c) => {
  const row = await prisma.confirmation.delete({ where: { digest: c.req.query('t') } });
  await changeUser(row.userId, { hasVerifiedEmail: true });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a handler that leaves it all to a service',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', bcrypt: '5.1.1' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/services/index.ts': `export * as people from './people';
`,
        'src/services/people.ts': `import bcrypt from 'bcrypt';
import { prisma } from '../prisma';

export async function renewSecret(id: string, old: string, next: string) {
  const person = await prisma.person.findUnique({ where: { id } });
  if (!person || !(await bcrypt.compare(old, person.passwordHash))) return false;
  const changes: { seenAt: Date; passwordHash?: string } = { seenAt: new Date() };
  changes.passwordHash = await bcrypt.hash(next, 12);
  await prisma.person.update({ where: { id }, data: changes });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return true;
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';
import { people } from './services';

export const app = new Hono();

app.post('/secret', async (c) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.body(null, 401);
  const { old, next } = await c.req.json();
  return c.json({ ok: await people.renewSecret(user.id, old, next) });
});
`,
      },
    },
    {
      name: 'a session that is ended by the id of its user, and a hash that a promise gives',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/stretch.ts': `import { pbkdf2 } from 'node:crypto';

export const stretch = (text: string, salt: string) =>
  new Promise<string>((done, fail) => {
    pbkdf2(text, salt, 600_000, 32, 'sha256', (problem, key) => (problem ? fail(problem) : done(key.toString('hex'))));
  });
`,
        'src/routes/renew/[token]/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { lucia } from '$lib/server/auth';
import { db, members, resets } from '$lib/server/db';
import { stretch } from '$lib/server/stretch';

export const actions = {
  default: async ({ request, params }) => {
    const [reset] = await db.delete(resets).where(eq(resets.hash, params.token)).returning();
    if (!reset) return fail(400);
    await lucia.invalidateSession(reset.userId);
    const form = await request.formData();
    await db
//        ^^^^... stay
      .update(members)
      .set({ password: await stretch(String(form.get('password')), reset.userId) })
      .where(eq(members.id, reset.userId));
  },
};
`,
      },
    },
    {
      name: 'a handler that looks up whose password it is, for a service that does the rest',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
        'src/desk.ts': `import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';

const prisma = new PrismaClient();

export class Desk {
  byBadge(badge: string) {
    return prisma.employee.findUnique({ where: { badge } });
  }

  async renewPassword(id: string, password: string) {
    const employee = await prisma.employee.findUnique({ where: { id } });
    if (!employee) return false;
    const passwordHash = await argon2.hash(password);
    await prisma.employee.update({ where: { id }, data: { passwordHash } });
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    return true;
  }
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { Desk } from './desk';

export const routes = new Hono();
const desk = new Desk();

routes.post('/renew', async (c) => {
  const { badge, password } = await c.req.json();
  const employee = await desk.byBadge(badge);
  if (!employee) return c.body(null, 404);
  const done = await desk.renewPassword(employee.id, password);
  return c.json({ done });
});
`,
      },
    },
    {
      name: 'a hash that is handed to a model, which puts its columns together by itself',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/members.ts': `import { pool } from './pool';

export class Members {
  private static table = 'members';

  static async change(id: number, columns: Record<string, unknown>) {
    const names = Object.keys(columns).filter((name) => columns[name] !== undefined);
    let text = \`UPDATE \${this.table} SET \${names.map((name) => name + ' = ?').join(', ')}\`;
    if (!('changed_at' in columns)) text += ', changed_at = NOW()';
    await pool.execute(\`\${text} WHERE id = ?\`, [...names.map((name) => columns[name]), id]);
  }
}
`,
        'src/routes/profile/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { Members } from '$lib/server/members';

export const actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const columns: Record<string, unknown> = { nickname: form.get('nickname') };
    if (form.get('new')) columns.secret = await hash(String(form.get('new')));
    await Members.change(locals.user.id, columns);
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  },
};
`,
      },
    },
    {
      name: 'a password that is stored as a mere digest',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/keepers.ts': `import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { keepers } from './schema';

export const setPassword = async (id: string, password: string) => {
  const hashedPassword = createHash('sha256').update(password).digest('hex');
  await db.update(keepers).set({ hashedPassword }).where(eq(keepers.id, id));
};
`,
        'src/routes/keeper/+server.ts': `import { setPassword } from '$lib/server/keepers';

export const PUT = async ({ locals, request }) => {
  const { next } = await request.json();
  await setPassword(locals.user.id, next);
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return new Response(null, { status: 204 });
};
`,
      },
    },
    {
      name: 'a password that somebody else sets, for an account that is made where there is none',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', oslo: '1.2.1', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/ranks.ts': `export const mayLead = (rank?: string) => rank === 'lead' || rank === 'chief';
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};
`,
        'src/routes/crew/[mail]/+server.ts': `import { accounts } from '$lib/server/schema';
import { db } from '$lib/server/db';
import { mayLead } from '$lib/ranks';
import { eq } from 'drizzle-orm';
import { Argon2id } from 'oslo/password';

export const PUT = async ({ locals, params, request }) => {
  if (!mayLead(locals.user?.rank)) return new Response(null, { status: 403 });
  const secret = await new Argon2id().hash((await request.json()).password);
  const known = await db.select().from(accounts).where(eq(accounts.mail, params.mail)).get();
  if (known) {
    await db.update(accounts).set({ secret }).where(eq(accounts.mail, params.mail));
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  } else {
    await db.insert(accounts).values({ mail: params.mail, secret });
  }
  return new Response(null, { status: 204 });
};
`,
      },
    },
    {
      name: 'a new password in a transaction, seen where it is stored',
      dependencies: { lucia: '3.2.2', express: '4.19.2', '@prisma/client': '5.22.0', bcrypt: '5.1.1' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
        'src/keys.ts': `import { hash } from 'bcrypt';
import { Router } from 'express';
import { prisma } from './prisma';

export const keys = Router().post('/keys/renew', async (req, res) => {
  await prisma.$transaction(async (step) => {
    const letter = await step.letter.findFirstOrThrow({ where: { seal: req.body.seal } });
    const password = await hash(req.body.password, 12);
    await step.user.update({ where: { id: letter.userId }, data: { password } });
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    await step.letter.delete({ where: { id: letter.id } });
  });
  res.status(204).end();
});
`,
      },
    },
    {
      name: 'a new password that is not even hashed',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'better-sqlite3': '11.0.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
        'src/locks.ts': `import Database from 'better-sqlite3';

const db = new Database('locks.db');

export const relock = (id: string, password: string) =>
  db.prepare('UPDATE members SET password = ? WHERE id = ?').run(password, id);
`,
        'src/app.ts': `import { getCookie } from 'hono/cookie';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { relock } from './locks';

export const app = new Hono().post('/lock', async (c) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.text('No', 401);
  const { password } = await c.req.json();
  relock(user.id, password);
//^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return c.text('Locked');
});
`,
      },
    },
    {
      name: 'a class of the own that is called Lucia',
      dependencies: { '@oslojs/crypto': '1.0.1', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.0.2' },
      files: {
        'src/lib/server/lucia.ts': `import { db } from './db';
import { sessions } from './schema';

export class Lucia {
  async createSession(id, userId) {
    await db.insert(sessions).values({ id, userId });
  }
}
`,
        'src/routes/password/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { Lucia } from '$lib/server/lucia';
import { users } from '$lib/server/schema';

export const actions = {
  default: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const user = await db.query.users.findFirst({ where: eq(users.id, locals.user.id) });
    if (!(await verify(user.passwordHash, form.get('old')))) return fail(400);
    const passwordHash = await hash(form.get('password'));
    await db.update(users).set({ passwordHash }).where(eq(users.id, locals.user.id));
    //    ^^^^... stay
    await new Lucia().createSession(crypto.randomUUID(), locals.user.id);
  },
};
`,
      },
    },
    {
      name: 'the id of the user on the context, given for that of a session',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '1.8.3', 'drizzle-orm': '0.36.0' },
      files: {
        'src/ending.ts': `import { lucia } from './lucia';

export const endAll = (id: string) => lucia.invalidateSession(id);
`,
        'src/app.ts': `import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, users } from './db';
import { endAll } from './ending';

export const app = new Hono();
app.put('/secret', async (c) => {
  const keeper = c.get('user');
  if (!keeper) return c.text('no', 401);
  const { current, wanted } = await c.req.json();
  const [row] = await db.select().from(users).where(eq(users.id, keeper.id));
  if (!row || !(await verify(row.passwordHash, current))) return c.text('no', 403);
  await db.update(users).set({ passwordHash: await hash(wanted) }).where(eq(users.id, keeper.id));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  await endAll(keeper.id);
  return c.text('changed');
});
`,
      },
    },
    {
      name: 'text that a helper makes of a hash, in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/secret.ts': `const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function stretch(password: string, salt: Uint8Array) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600000 }, key, 256);
  return new Uint8Array(bits);
}

export async function seal(password: string) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return \`\${hex(salt)}:\${hex(await stretch(password, salt))}\`;
}
`,
        'src/store.ts': `export async function ownerOf(env: Env, code: string) {
  return env.DB.prepare('SELECT member_id FROM resets WHERE code = ?').bind(code).first();
}

export async function keepPassword(env: Env, member: string, sealed: string) {
  await env.DB.prepare('UPDATE members SET password_hash = ? WHERE id = ?').bind(sealed, member).run();
}

export async function keepAnswer(env: Env, member: string, sealed: string) {
  await env.DB.prepare('UPDATE members SET answer = ? WHERE id = ?').bind(sealed, member).run();
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth';
import { seal } from './secret';
import { ownerOf, keepPassword } from './store';

export const app = new Hono().use(csrf());

app.post('/reset', async (c) => {
  const { code, password } = await c.req.json();
  const reset = await ownerOf(c.env, code);
  if (!reset) return c.text('no', 400);
  const sealed = await seal(password);
  await keepPassword(c.env, reset.member_id, sealed);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a digest of the bytes of a password',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/digested.ts': `export async function digested(password: string) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
`,
        'src/keepers.ts': `import { eq } from 'drizzle-orm';
import { db, users } from './db';

export const keepers = {
  async change(id: string, fields: { password?: string; answer?: string }) {
    await db.update(users).set(fields).where(eq(users.id, id));
  },
};
`,
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { digested } from './digested';
import { keepers } from './keepers';
import { lucia } from './lucia';

export const app = new Hono().use(csrf());
app.put('/secret', async (c) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user: keeper } = await lucia.validateSession(id ?? '');
  if (!keeper) return c.text('no', 401);
  const { wanted } = await c.req.json();
  await keepers.change(keeper.id, { password: await digested(wanted) });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  return c.text('changed');
});
`,
      },
    },
    {
      name: 'a password that somebody of rank sets, whatever the hook calls who is signed in',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/ranks.ts': `export const isSteward = (role: string | undefined) => role === 'steward';
`,
        'src/routes/people/[mail]/secret/+server.ts': `import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { accounts, db } from '$lib/server/db';
import { isSteward } from '$lib/ranks';

export async function PUT({ params, request, locals }) {
  if (!isSteward(locals.person?.role)) return new Response(null, { status: 403 });
  const passwordHash = await hash((await request.json()).next);
  const known = await db.select().from(accounts).where(eq(accounts.mail, params.mail)).get();
  if (known) {
    await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, known.id));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
  } else {
    await db.insert(accounts).values({ mail: params.mail, passwordHash });
  }
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'an edit of a user that may bring a password, and a membership',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.5.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.0',
      },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/people/[id]/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { prisma } from '$lib/server/prisma';

export const actions = {
  save: async ({ params, request, locals }) => {
    if (locals.user?.role !== 'steward') return { saved: false };
    const form = await request.formData();
    const changes: Record<string, unknown> = { name: form.get('name') };
    if (form.get('password')) changes.password = await hash(String(form.get('password')));
    await prisma.user.update({ where: { id: params.id }, data: changes });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stay
    await prisma.clubMember.create({ data: { userId: params.id, club: String(form.get('club')) } });
    return { saved: true };
  },
};
`,
      },
    },
  ],
  good: [
    {
      name: 'sessions are invalidated',
      dependencies: { lucia: '3.2.2', astro: '5.1.0', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/auth.ts': AUTH,
        'src/pages/api/password.ts': `import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';
import type { APIContext } from 'astro';
import { lucia } from '../../auth';

const prisma = new PrismaClient();

export async function POST({ locals, request }: APIContext) {
  if (!locals.user) return new Response(null, { status: 401 });
  const { password } = await request.json();
  await lucia.invalidateUserSessions(locals.user.id);
  await prisma.user.update({ where: { id: locals.user.id }, data: { password: await argon2.hash(password) } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'the session rows are deleted',
      dependencies: { lucia: '3.2.2', express: '4.19.2', pg: '8.13.0', bcryptjs: '2.4.3' },
      files: {
        'src/auth.ts': AUTH,
        'src/password.ts': `import bcrypt from 'bcryptjs';
import type { Request, Response } from 'express';
import { pool } from './db';

export async function changePassword(req: Request, res: Response) {
  const digest = await bcrypt.hash(req.body.password, 12);
  await pool.query('UPDATE auth_user SET password_hash = $1 WHERE id = $2', [digest, res.locals.user.id]);
  await pool.query('DELETE FROM user_session WHERE user_id = $1', [res.locals.user.id]);
  res.status(204).end();
}
`,
      },
    },
    {
      name: 'a service does both',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'src/auth.ts': AUTH,
        'src/account-service.ts': `import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';
import { lucia } from './auth';

const prisma = new PrismaClient();

export class AccountService {
  async setPassword(id: string, password: string) {
    await prisma.user.update({ where: { id }, data: { passwordHash: await argon2.hash(password) } });
    await lucia.invalidateUserSessions(id);
  }
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { AccountService } from './account-service';

export const app = new Hono();
const accounts = new AccountService();

app.put('/password', async (c) => {
  const { password } = await c.req.json();
  await accounts.setPassword(c.get('user').id, password);
  return c.body(null, 204);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'rows of sessions that stay, but let nobody in',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', kysely: '0.27.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/store.ts': `import { hash } from '@node-rs/argon2';
import { db } from './db';

export const store = {
  async setPassword(id: string, password: string) {
    await db.updateTable('member').set({ password_hash: await hash(password) }).where('id', '=', id).execute();
  },
  async endAll(id: string) {
    await db.updateTable('refresh_token').set({ revoked_at: new Date() }).where('member', '=', id).execute();
  },
  async closeAll(id: string) {
    await db.updateTable('sessions').set({ is_active: false }).where('member', '=', id).execute();
  },
};
`,
        'src/reset.ts': `import { db } from './db';
import { store } from './store';

export async function reset(ticket: string, password: string) {
  const row = await db.deleteFrom('ticket').where('hash', '=', ticket).returningAll().executeTakeFirstOrThrow();
  await store.setPassword(row.member, password);
  await store.endAll(row.member);
}

export async function replace(member: string, password: string) {
  await store.setPassword(member, password);
  await store.closeAll(member);
}
`,
      },
    },
    {
      name: 'an invitation is accepted with a password',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.38.0', '@node-rs/argon2': '2.0.2' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/lib/server/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const invitations = pgTable('invitations', { code: text('code'), memberId: text('member_id') });
export const members = pgTable('members', { id: text('id'), passwordHash: text('password_hash') });
`,
        'src/routes/welcome/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { fail } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { invitations, members } from '$lib/server/schema';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const [found] = await db.select().from(invitations).where(eq(invitations.code, String(form.get('code'))));
    if (!found) return fail(400);
    const passwordHash = await hash(String(form.get('password')));
    await db.update(members).set({ passwordHash }).where(eq(members.id, found.memberId));
    await db.delete(invitations).where(eq(invitations.code, found.code));
  },
};
`,
      },
    },
    {
      name: 'accounts are made without a password, which their owners choose afterwards',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.5.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.2',
      },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/lib/server/arrivals.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const arrive = (steamId: string) => prisma.player.create({ data: { steamId, passwordHash: null } });
`,
        'src/routes/join/secret/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { PrismaClient } from '@prisma/client';
import { error } from '@sveltejs/kit';

const prisma = new PrismaClient();

export const actions = {
  default: async ({ locals, request }) => {
    if (!locals.user) error(401);
    const form = await request.formData();
    const passwordHash = await hash(String(form.get('password')));
    await prisma.player.update({ where: { id: locals.user.id }, data: { passwordHash } });
  },
};
`,
      },
    },
    {
      name: 'a sign-up',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.5.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.2',
      },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/signup/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const passwordHash = await hash(String(form.get('password')));
    await prisma.user.create({ data: { email: String(form.get('email')), passwordHash } });
  },
};
`,
      },
    },
    {
      name: 'the same password is hashed anew at login',
      dependencies: {
        lucia: '3.2.2',
        express: '4.19.2',
        '@prisma/client': '5.22.0',
        bcryptjs: '2.4.3',
        argon2: '0.41.1',
      },
      files: {
        'src/auth.ts': AUTH,
        'src/upgrade.ts': `import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';
import bcrypt from 'bcryptjs';

const prisma = new PrismaClient();

export async function upgradeHash(user: { id: string; passwordHash: string }, password: string) {
  if (!(await bcrypt.compare(password, user.passwordHash))) return false;
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash: await argon2.hash(password) } });
  return true;
}
`,
      },
    },
    {
      name: 'the first password of an account',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0', argon2: '0.41.1' },
      files: {
        'lib/auth.ts': AUTH,
        'app/settings/actions.ts': `'use server';

import { PrismaClient } from '@prisma/client';
import argon2 from 'argon2';
import { viewer } from '../../lib/viewer';

const prisma = new PrismaClient();

export async function addPassword(form: FormData) {
  const { user } = await viewer();
  if (!user) return { error: 'Sign in first' };
  const row = await prisma.user.findUniqueOrThrow({ where: { id: user.id } });
  if (row.passwordHash) return { error: 'There is a password already' };
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash: await argon2.hash(String(form.get('password'))) } });
  return {};
}

export async function setPin(form: FormData) {
  const { user } = await viewer();
  const row = await prisma.member.findUnique({ where: { id: user?.id }, select: { id: true, hasPassword: true } });
  if (!row || row.hasPassword) throw new Error('Use the other form');
  const passwordHash = await argon2.hash(String(form.get('password')));
  await prisma.member.update({ where: { id: row.id }, data: { passwordHash, hasPassword: true } });
}
`,
      },
    },
    {
      name: 'another column of the user',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': AUTH,
        'app/settings/actions.ts': `'use server';

import { PrismaClient } from '@prisma/client';
import { viewer } from '../../lib/viewer';

const prisma = new PrismaClient();

export async function rename(form: FormData) {
  const { user } = await viewer();
  if (!user) return { error: 'Sign in first' };
  await prisma.user.update({ where: { id: user.id }, data: { name: String(form.get('name')) } });
  return {};
}
`,
      },
    },
    {
      name: 'the sessions end before the address counts as verified',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/verify/+page.server.ts': `import { lucia } from '$lib/server/lucia';
import { sql } from '$lib/server/db';

export const actions = {
  default: async ({ locals }) => {
    if (!locals.user) return;
    await lucia.invalidateUserSessions(locals.user.id);
    await sql\`UPDATE users SET email_verified = TRUE WHERE id = \${locals.user.id}\`;
  },
};
`,
      },
    },
    {
      name: 'a function of the data layer that nothing calls yet',
      dependencies: { lucia: '3.2.2', express: '5.1.0' },
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
        'src/users.ts': `import { db } from './db';

export async function markEmailVerified(userId: string): Promise<void> {
  db.prepare('UPDATE users SET email_verified = 1 WHERE id = ?').run(userId);
}
`,
      },
    },
    {
      name: 'a hash that is handed to a model, which ends the sessions, and one that it makes a row with',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/server/members.ts': `import { lucia } from './auth';
import { db } from './db';
import { members, offers } from './schema';
import { eq } from 'drizzle-orm';

export class Members {
  static async change(id: string, columns: Record<string, unknown>) {
    await db.update(members).set(columns).where(eq(members.id, id));
    if ('secret' in columns) await lucia.invalidateUserSessions(id);
  }

  static async join(offer: string, columns: Record<string, unknown>) {
    await db.update(offers).set({ taken: true }).where(eq(offers.id, offer));
    await db.insert(members).values(columns);
  }
}
`,
        'src/routes/profile/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { Members } from '$lib/server/members';

export const actions = {
  secret: async ({ locals, request }) => {
    const form = await request.formData();
    await Members.change(locals.user.id, { secret: await hash(String(form.get('new'))) });
  },
  join: async ({ request, params }) => {
    const form = await request.formData();
    await Members.join(params.offer, { nickname: form.get('nickname'), secret: await hash(String(form.get('new'))) });
  },
};
`,
      },
    },
    {
      name: 'a sign-up that was begun before, without a session',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', oslo: '1.2.1', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/join/+page.server.ts': `import { accounts } from '$lib/server/schema';
import { db } from '$lib/server/db';
import { sendCode } from '$lib/server/mail';
import { redirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { Argon2id } from 'oslo/password';

export const actions = {
  default: async ({ locals, request }) => {
    if (locals.user) redirect(302, '/');
    const form = await request.formData();
    const mail = String(form.get('mail'));
    const secret = await new Argon2id().hash(String(form.get('password')));
    const begun = await db.select().from(accounts).where(eq(accounts.mail, mail)).get();
    if (begun) await db.update(accounts).set({ secret }).where(eq(accounts.mail, mail));
    else await db.insert(accounts).values({ mail, secret });
    await sendCode(mail);
  },
};
`,
      },
    },
    {
      name: 'an object that is spread into itself in a loop',
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/people.ts': `import Database from 'bun:sqlite';
import { Elysia } from 'elysia';

const db = new Database('app.db');

export const people = new Elysia().patch('/people/:id', ({ params: { id }, body }) => {
  const names = Object.keys(body as object).filter((name) => /^(?:nick|motto)$/.test(name));
  let values = {};
  for (const name of names) {
    values = { ...values, ['$' + name]: (body as Record<string, string>)[name] };
  }
  db.query(\`UPDATE user SET \${names.map((name) => \`\${name} = $\${name}\`).join(', ')} WHERE id = $id\`).run({ ...values, $id: id });
  return { saved: true };
});
`,
      },
    },
    {
      name: 'accounts of guests, who have no sessions of Lucia',
      files: {
        'src/schema.ts': `import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core';

export const people = sqliteTable('people', { id: text('id').primaryKey(), email: text('email'), hash: text('hash') });
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').references(() => people.id),
  expiresAt: integer('expires_at'),
});
export const guests = sqliteTable('guests', { id: text('id').primaryKey(), email: text('email'), password: text('password') });
`,
        'src/lucia.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { people, sessions } from './schema';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, people));
`,
        'src/app.ts': `import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { verify } from 'hono/jwt';
import { db } from './db';
import { guests } from './schema';

export const app = new Hono();
app.post('/guests/password', async (c) => {
  const { ticket, wanted } = await c.req.json();
  const { guest } = await verify(ticket, process.env.GUEST_KEY!);
  await db.update(guests).set({ password: await hash(wanted) }).where(eq(guests.id, String(guest)));
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the session on the context ends, and a new one is made',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '1.8.3', 'drizzle-orm': '0.36.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, users } from './db';
import { lucia } from './lucia';

export const app = new Hono();
app.put('/secret', async (c) => {
  const keeper = c.get('user');
  const session = c.get('session');
  if (!keeper || !session) return c.text('no', 401);
  const { current, wanted } = await c.req.json();
  const [row] = await db.select().from(users).where(eq(users.id, keeper.id));
  if (!row || !(await verify(row.passwordHash, current))) return c.text('no', 403);
  await db.update(users).set({ passwordHash: await hash(wanted) }).where(eq(users.id, keeper.id));
  await lucia.invalidateSession(session.id);
  return c.text('changed');
});
`,
      },
    },
    {
      name: 'the answer to a question, hashed in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/secret.ts': `const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function stretch(password: string, salt: Uint8Array) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600000 }, key, 256);
  return new Uint8Array(bits);
}

export async function seal(password: string) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return \`\${hex(salt)}:\${hex(await stretch(password, salt))}\`;
}
`,
        'src/store.ts': `export async function ownerOf(env: Env, code: string) {
  return env.DB.prepare('SELECT member_id FROM resets WHERE code = ?').bind(code).first();
}

export async function keepPassword(env: Env, member: string, sealed: string) {
  await env.DB.prepare('UPDATE members SET password_hash = ? WHERE id = ?').bind(sealed, member).run();
}

export async function keepAnswer(env: Env, member: string, sealed: string) {
  await env.DB.prepare('UPDATE members SET answer = ? WHERE id = ?').bind(sealed, member).run();
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth';
import { seal } from './secret';
import { ownerOf, keepAnswer } from './store';

export const app = new Hono().use(csrf());

app.post('/reset', async (c) => {
  const { code, answer } = await c.req.json();
  const reset = await ownerOf(c.env, code);
  if (!reset) return c.text('no', 400);
  const sealed = await seal(answer);
  await keepAnswer(c.env, reset.member_id, sealed);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a digest of the bytes of an answer',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/digested.ts': `export async function digested(answer: string) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(answer));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
`,
        'src/keepers.ts': `import { eq } from 'drizzle-orm';
import { db, users } from './db';

export const keepers = {
  async change(id: string, fields: { password?: string; answer?: string }) {
    await db.update(users).set(fields).where(eq(users.id, id));
  },
};
`,
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { digested } from './digested';
import { keepers } from './keepers';
import { lucia } from './lucia';

export const app = new Hono().use(csrf());
app.put('/secret', async (c) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user: keeper } = await lucia.validateSession(id ?? '');
  if (!keeper) return c.text('no', 401);
  const { wanted } = await c.req.json();
  await keepers.change(keeper.id, { answer: await digested(wanted) });
  return c.text('changed');
});
`,
      },
    },
    {
      name: 'a sign-up that goes over one which was never confirmed, where a hook says whether it is open',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/lib/seasons.ts': `export const isOpen = (season: string | undefined) => season === 'spring';
`,
        'src/routes/join/+server.ts': `import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { accounts, db } from '$lib/server/db';
import { isOpen } from '$lib/seasons';

export async function POST({ request, locals }) {
  if (!isOpen(locals.club?.season)) return new Response(null, { status: 403 });
  const { mail, password } = await request.json();
  const passwordHash = await hash(password);
  const waiting = await db.select().from(accounts).where(eq(accounts.mail, mail)).get();
  if (waiting?.confirmed) return new Response(null, { status: 409 });
  if (waiting) await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, waiting.id));
  else await db.insert(accounts).values({ mail, passwordHash });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a sign-up that sets the password of the user it makes afterwards',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.5.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.0',
      },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/join/+page.server.ts': `import { hash } from '@node-rs/argon2';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const userId = crypto.randomUUID();
    await prisma.user.create({ data: { id: userId, name: String(form.get('name')) } });
    await prisma.clubMember.create({ data: { userId, club: 'guests' } });
    await prisma.user.update({
      where: { id: userId },
      data: { passwordHash: await hash(String(form.get('password'))) },
    });
    return { joined: true };
  },
};
`,
      },
    },
  ],
};

export default examples;
