import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'accounts of a game, which have no e-mail address',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const players = pgTable('player', {
  id: text('id').primaryKey(),
  nick: text('nick').notNull(),
  avatarUrl: text('avatar_url'),
  password: text('password').notNull(),
});
`,
        'src/join.ts': `import { Hono } from 'hono';
import { db } from './db';
import { players } from './schema';

export const join = new Hono();
join.post('/join', async (c) => {
  const { nick, password } = await c.req.json();
  await db.insert(players).values({ id: crypto.randomUUID(), nick, password });
//                                                                 ^^^^^^^^ stored
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'a server action that stores what came in',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1', 'drizzle-orm': '0.36.4' },
      files: {
        'app/signup/actions.ts': `'use server';
import { db } from '../../lib/db';
import { users } from '../../lib/schema';

export async function register(form: FormData) {
  const password = form.get('password') as string;
  await db.insert(users).values({ email: form.get('email') as string, password: password });
//                                                                              ^^^^^^^^ stored
}
`,
      },
      fixed: {
        'app/signup/actions.ts': `'use server';
import { db } from '../../lib/db';
import { users } from '../../lib/schema';
import { hash } from '@node-rs/argon2';

export async function register(form: FormData) {
  const password = form.get('password') as string;
  await db.insert(users).values({ email: form.get('email') as string, password: await hash(password) });
}
`,
      },
    },
    {
      name: 'a whole body in Express',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/signup.ts': `import { Router } from 'express';
import { prisma } from './prisma';

export const signup = Router();
signup.post('/signup', async (req, res) => {
  const { password } = req.body;
  if (password.length < 8) return res.status(400).end();
  await prisma.user.create({ data: { ...req.body } });
//                                      ^^^^^^^^ spread
  res.status(201).end();
});
`,
      },
    },
    {
      name: 'a bound value in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', pg: '8.13.0' },
      files: {
        'src/signup.ts': `import { Hono } from 'hono';
import { pool } from './pool';

export const app = new Hono();
app.post('/signup', async (c) => {
  const { email, password: secret } = await c.req.json();
  await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [email, secret]);
//                                                                                ^^^^^^ stored
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'a comparison with the stored password',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/login/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const member = await prisma.member.findUnique({ where: { email: String(form.get('email')) } });
    const typed = form.get('password');
    if (member?.password !== typed) return fail(400);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ compared
  },
};
`,
      },
    },
    {
      name: 'a body of NestJS whose class names a password',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.0', '@prisma/client': '5.22.0' },
      files: {
        'src/members/new-member.ts': `export class NewMember {
  email!: string;
  password!: string;
}
`,
        'src/members/members.controller.ts': `import { Body, Controller, Post } from '@nestjs/common';
import { PrismaService } from '../prisma.service';
import { NewMember } from './new-member';

@Controller('members')
export class MembersController {
  constructor(private readonly prisma: PrismaService) {}

  @Post()
  async join(@Body() details: NewMember) {
    await this.prisma.member.create({ data: { ...details, joinedAt: new Date() } });
//                                               ^^^^^^^ spread
  }
}
`,
      },
    },
    {
      name: 'a body of Hono that a validator has checked',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', mongodb: '6.10.0', zod: '3.23.8' },
      files: {
        'src/join.ts': `import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { db } from './mongo';

const shape = z.object({ email: z.string().email(), password: z.string().min(8) });

export const join = new Hono().post('/join', zValidator('json', shape), async (c) => {
  const person = c.req.valid('json');
  await db.collection('people').insertOne({ ...person, joined: Date.now() });
//                                             ^^^^^^ spread
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'an object that a service adds to on its way, and a password in a word of another language',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/people.ts': `import { prisma } from './prisma';

export class People {
  async enter(person: object) {
    const row = { ...person, enteredAt: new Date() };
    return prisma.person.create({ data: row });
  }
}
`,
        'src/enter.ts': `import { Hono } from 'hono';
import { People } from './people';

export const enter = new Hono().post('/enter', async (c) => {
  const { mail, motDePasse } = await c.req.json();
  const person = { mail, motDePasse, lang: 'fr' };
//                       ^^^^^^^^^^ stored
  await new People().enter(person);
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'queries that look for the password itself',
      dependencies: {
        lucia: '3.2.2',
        hono: '4.6.0',
        'drizzle-orm': '0.36.0',
        '@prisma/client': '5.22.0',
        pg: '8.13.0',
      },
      files: {
        'src/login.ts': `import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db, pool, prisma } from './db';
import { crew } from './schema';
import { findSailor } from './sailors';

export const login = new Hono();
login.post('/crew', async (c) => {
  const { nick, password } = await c.req.json();
  const [sailor] = await db.select().from(crew).where(and(eq(crew.nick, nick), eq(crew.password, password)));
//                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ compared
  return c.json({ ok: !!sailor });
});
login.post('/harbour', async (c) => {
  const form = await c.req.formData();
  const pilot = await prisma.pilot.findFirst({
    where: { badge: String(form.get('badge')), password: String(form.get('password')) },
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compared
  });
  return c.json({ ok: !!pilot });
});
login.post('/tower', async (c) => {
  const { badge, password } = await c.req.json();
  const { rows } = await pool.query('SELECT id FROM keepers WHERE badge = $1 AND password = $2', [badge, password]);
//                                                                                                       ^^^^^^^^ compared
  return c.json({ ok: rows.length === 1 && !!(await findSailor(badge, password)) });
});
`,
        'src/sailors.ts': `import { prisma } from './db';

export function findSailor(badge: string, password: string) {
  return prisma.sailor.findFirst({ where: { badge, password } });
//                                                 ^^^^^^^^ compared
}
`,
      },
    },
    {
      name: 'an input that is known by the schema of its route or procedure',
      dependencies: { lucia: '3.2.2', elysia: '1.2.10', mongodb: '6.12.0', '@trpc/server': '10.45.2', zod: '3.23.8' },
      files: {
        'src/shapes.ts': `import { t } from 'elysia';
import { z } from 'zod';

export const joining = { body: t.Object({ email: t.String(), password: t.String({ minLength: 8 }) }) };
export const invited = z.object({ email: z.string().email(), password: z.string().min(8) });
`,
        'src/join.ts': `import { Elysia } from 'elysia';
import { members } from './mongo';
import { joining } from './shapes';

export const join = new Elysia().post('/join', async ({ body }) => {
  await members.insertOne({ joined: new Date(), ...body });
//                                                 ^^^^ spread
  return { ok: true };
}, joining);
`,
        'src/router.ts': `import { members } from './mongo';
import { invited } from './shapes';
import { publicProcedure, router } from './trpc';

export const appRouter = router({
  accept: publicProcedure.input(invited).mutation(async ({ input }) => {
    await members.insertOne(input);
//                          ^^^^^ spread
  }),
  list: publicProcedure.input(invited.omit({ password: true })).mutation(async ({ input }) => {
    await members.insertOne(input);
  }),
});
`,
      },
    },
    {
      name: 'a password that a handler, a service and a model hand on as it is',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/people/model.ts': `import { eq } from 'drizzle-orm';
import { db } from '../db';
import { people } from '../schema';

export interface PeopleModel {
  change(entry: { id: string; nick: string; password: string }): Promise<void>;
}

class TableModel implements PeopleModel {
  async change(entry: { id: string; nick: string; password: string }) {
    await db
      .update(people)
      .set({ nick: entry.nick, password: entry.password })
//                                       ^^^^^^^^^^^^^^ stored
      .where(eq(people.id, entry.id));
  }
}

export const peopleModel = new TableModel();
`,
        'src/people/service.ts': `import { hash } from '@node-rs/argon2';
import { peopleModel, type PeopleModel } from './model';

export class PeopleService {
  private readonly model: PeopleModel;
  constructor(model: PeopleModel) {
    this.model = model;
  }
  async change(entry: { id: string; nick: string; password: string }) {
    await this.model.change(entry);
  }
}

export const peopleService = new PeopleService(peopleModel);
`,
        'src/app.ts': `import { Hono } from 'hono';
import { peopleService } from './people/service';

export const app = new Hono();

app.put('/people/:id', async (c) => {
  const { nick, password } = await c.req.json();
  await peopleService.change({ id: c.req.param('id'), nick, password });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the rest of a form with the password in it',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/join.ts': `import { hash } from '@node-rs/argon2';
import { Elysia, t } from 'elysia';
import { prisma } from './prisma';

const form = t.Object({ nick: t.String(), town: t.String(), password: t.String({ minLength: 8 }) });

export const join = new Elysia().post(
  '/join',
  async ({ body: { nick, ...others } }) => {
    await prisma.member.create({ data: { nick: nick.trim(), ...others } });
//                                                             ^^^^^^ spread
    return { ok: true };
  },
  { body: form },
);
export const digest = (text: string) => hash(text);
`,
      },
    },
  ],
  good: [
    {
      name: "hashed by the project's helper",
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'lib/password.ts': `import { hash } from '@node-rs/argon2';

export const toHash = (plain: string) => hash(plain);
`,
        'app/signup/actions.ts': `'use server';
import { toHash } from '../../lib/password';
import { prisma } from '../../lib/prisma';

export async function register(form: FormData) {
  const password = await toHash(form.get('password') as string);
  await prisma.user.create({ data: { email: form.get('email') as string, password } });
}
`,
      },
    },
    {
      name: 'a body whose password is replaced',
      dependencies: { lucia: '3.2.2', express: '4.21.0', bcryptjs: '2.4.3' },
      files: {
        'src/signup.ts': `import bcrypt from 'bcryptjs';
import { Router } from 'express';
import { prisma } from './prisma';

export const signup = Router();
signup.post('/signup', async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.user.create({ data: { ...req.body, password } });
  res.status(201).end();
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a password with which the server itself logs in elsewhere',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const mirrors = pgTable('mirror', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  username: text('username').notNull(),
  password: text('password').notNull(),
});
`,
        'src/mirrors.ts': `import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { db } from './db';
import { mirrors } from './schema';

const shape = z.object({ host: z.string(), username: z.string(), password: z.string() });
export const app = new Hono();
app.post('/mirrors', zValidator('json', shape), async (c) => {
  const body = c.req.valid('json');
  await db.insert(mirrors).values({ id: crypto.randomUUID(), ...body });
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'a body whose copy is given a hash before it is written, or that a service gives one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1', '@prisma/client': '5.22.0' },
      files: {
        'src/people.ts': `import { hash } from '@node-rs/argon2';
import { prisma } from './prisma';

export async function enter(person: { password: string }) {
  return prisma.person.create({ data: { ...person, password: await hash(person.password) } });
}
`,
        'src/routes.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { enter } from './people';
import { prisma } from './prisma';

export const people = new Hono();
people.post('/people', async (c) => {
  const { mail, password } = await c.req.json();
  const person = { mail, password };
  await enter(person);
  return c.body(null, 201);
});
people.patch('/people/:id', async (c) => {
  const body = await c.req.json();
  const changed = { ...body };
  if (body.wanted) changed.password = await hash(body.wanted);
  await prisma.person.update({ where: { id: c.req.param('id') }, data: changed });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'queries that look for a hash, or that say nothing about passwords of people',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0', pg: '8.13.0' },
      files: {
        'src/login.ts': `import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db, pool } from './db';
import { crew } from './schema';

export const login = new Hono();
login.post('/crew', async (c) => {
  const { nick, password } = await c.req.json();
  const digest = createHash('sha256').update(password).digest('hex');
  const [sailor] = await db.select().from(crew).where(and(eq(crew.nick, nick), eq(crew.passwordHash, digest)));
  const { rows } = await pool.query('SELECT id FROM keepers WHERE nick = $1 AND password = crypt($2, password)', [nick, password]);
  return c.json({ ok: !!sailor && rows.length === 1 });
});
`,
      },
    },
    {
      name: 'the repeated password of a form',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/signup/check.ts': `export function matches(form: FormData) {
  const password = form.get('password');
  return password === form.get('confirmPassword');
}
`,
      },
    },
    {
      name: 'a password that only goes to a verify',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function login(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.password || DUMMY, password);
  if (!user || !ok) return null;
  await prisma.login.create({ data: { userId: user.id } });
  return user.id;
}
`,
      },
    },
    {
      name: 'a hint that users write for themselves',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/vault/actions.ts': `'use server';
import { prisma } from '../../lib/prisma';

export async function save(form: FormData) {
  await prisma.note.create({ data: { title: String(form.get('title')), passwordHint: String(form.get('hint')) } });
}
`,
      },
    },
    {
      name: 'a body that is spread into a table without a column for its password',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('members', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  digest: text('digest').notNull(),
});
`,
        'src/join.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();

app.post('/join', async (c) => {
  const body = await c.req.json();
  const digest = await hash(body.password);
  await db.insert(members).values({ ...body, id: crypto.randomUUID(), digest });
  return c.body(null, 201);
});
`,
      },
    },
    {
      name: 'whether a mailbox with its password is known already',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/schema.ts': `import { pgTable, integer, text } from 'drizzle-orm/pg-core';

export const mailboxes = pgTable('mailboxes', {
  id: text('id').primaryKey(),
  imapHost: text('imap_host').notNull(),
  imapPort: integer('imap_port').notNull(),
  login: text('login').notNull(),
  password: text('password').notNull(),
});
`,
        'src/mailboxes.ts': `import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { mailboxes } from './schema';

export const app = new Hono();

app.post('/mailboxes', async (c) => {
  const box = await c.req.json();
  const known = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.login, box.login), eq(mailboxes.password, box.password)));
  return c.json({ isNew: known.length === 0 });
});
`,
      },
    },
    {
      name: 'a password that a service hashes between the handler and the model',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/people/model.ts': `import { eq } from 'drizzle-orm';
import { db } from '../db';
import { people } from '../schema';

export interface PeopleModel {
  change(entry: { id: string; nick: string; password: string }): Promise<void>;
}

class TableModel implements PeopleModel {
  async change(entry: { id: string; nick: string; password: string }) {
    await db
      .update(people)
      .set({ nick: entry.nick, password: entry.password })
      .where(eq(people.id, entry.id));
  }
}

export const peopleModel = new TableModel();
`,
        'src/people/service.ts': `import { hash } from '@node-rs/argon2';
import { peopleModel, type PeopleModel } from './model';

export class PeopleService {
  private readonly model: PeopleModel;
  constructor(model: PeopleModel) {
    this.model = model;
  }
  async change(entry: { id: string; nick: string; password: string }) {
    await this.model.change({ ...entry, password: await hash(entry.password) });
  }
}

export const peopleService = new PeopleService(peopleModel);
`,
        'src/app.ts': `import { Hono } from 'hono';
import { peopleService } from './people/service';

export const app = new Hono();

app.put('/people/:id', async (c) => {
  const { nick, password } = await c.req.json();
  await peopleService.change({ id: c.req.param('id'), nick, password });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the rest of a form from which the password was taken, or in which it is replaced',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/join.ts': `import { hash } from '@node-rs/argon2';
import { Elysia, t } from 'elysia';
import { prisma } from './prisma';

const form = t.Object({ nick: t.String(), town: t.String(), password: t.String({ minLength: 8 }) });

export const join = new Elysia().post(
  '/join',
  async ({ body: { password, ...others } }) => {
    await prisma.member.create({ data: { ...others, digest: await hash(password) } });
    await prisma.member.update({ where: others, data: { ...others, password: await hash(password) } });
    return { ok: true };
  },
  { body: form },
);
export const digest = (text: string) => hash(text);
`,
      },
    },
  ],
};

export default examples;
