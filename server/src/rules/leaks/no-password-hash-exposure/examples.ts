import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a column of accounts that is known by the check of passwords, behind two classes',
      dependencies: { lucia: '3.2.2', next: '14.2.3', '@prisma/client': '5.22.0', bcryptjs: '2.4.3' },
      files: {
        'prisma/schema.prisma': `model Account {
  id    String @id
  email String @unique
  clave String
}
`,
        'src/accounts/store.ts': `import { prisma } from '../prisma';

export class AccountStore {
  async byEmail(email: string) {
    return prisma.account.findUnique({ where: { email } });
  }
  async remove(id: string) {
    return await prisma.account.delete({ where: { id } });
  }
}
`,
        'src/accounts/desk.ts': `import { AccountStore } from './store';

const store = new AccountStore();

export class AccountDesk {
  byEmail = (email: string) => store.byEmail(email);
  async remove(id: string) {
    return await store.remove(id);
  }
}
`,
        'app/login/actions.ts': `'use server';
import { compare } from 'bcryptjs';
import { AccountDesk } from '../../src/accounts/desk';

export async function login(form: FormData) {
  const found = await new AccountDesk().byEmail(String(form.get('email')));
  if (!found || !(await compare(String(form.get('clave')), found.clave))) return { error: 'No' };
  return { ok: true };
}
`,
        'app/api/accounts/[id]/route.ts': `import { AccountDesk } from '../../../../src/accounts/desk';

export async function DELETE(_: Request, { params }: { params: { id: string } }) {
  const desk = new AccountDesk();
  const gone = await desk.remove(params.id);
  return Response.json({ gone, at: Date.now() });
//                       ^^^^ row
}
`,
      },
    },
    {
      name: 'columns of a joined table that are listed inside of a selection',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.9.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const cooks = pgTable('cook', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  passwordHash: text('password_hash').notNull(),
});
export const dishes = pgTable('dish', {
  id: text('id').primaryKey(),
  cookId: text('cook_id').notNull(),
  title: text('title'),
});
`,
        'src/lib/server/menu.ts': `import { eq, getTableColumns } from 'drizzle-orm';
import { db } from './db';
import { cooks, dishes } from './tables';

export async function menuOf(day: string) {
  const found = await db
    .select({ dish: { ...getTableColumns(dishes) }, madeBy: { ...getTableColumns(cooks) } })
    .from(dishes)
    .leftJoin(cooks, eq(cooks.id, dishes.cookId))
    .where(eq(dishes.day, day));
  const menu = found.map((line) => {
    line.dish.title ??= 'Surprise';
    return line;
  });
  return menu;
}
`,
        'src/routes/menu/[day]/+page.server.ts': `import { menuOf } from '$lib/server/menu';

export const load = async ({ params }) => {
  const menu = await menuOf(params.day);
//                   ^^^^^^^^^^^^^^^^^^ row
  return { menu };
};
`,
        'src/routes/dishes/[id]/fans/+server.ts': `import { json } from '@sveltejs/kit';
import { eq, getTableColumns } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { cooks, likes } from '$lib/server/tables';

export const GET = async ({ params }) => {
  const { email, ...others } = getTableColumns(cooks);
  const fans = await db.select({ ...others }).from(likes).leftJoin(cooks, eq(cooks.id, likes.cookId)).where(eq(likes.dishId, params.id));
  return json({ fans });
//              ^^^^ row
};
`,
      },
    },
    {
      name: 'a table whose type stands in that of the database',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', kysely: '0.27.5' },
      files: {
        'src/crew.ts': `import { Hono } from 'hono';
import { Kysely } from 'kysely';
import { dialect } from './dialect';

interface Ship {
  berth: { id: string; deck: number };
  crewMember: {
    id: string;
    rank: string | null;
    password_hash: string;
  };
}

const db = new Kysely<Ship>({ dialect });

export const crew = new Hono();
crew.get('/crew/:id', async (c) => {
  const sailor = await db.selectFrom('crewMember').selectAll().where('id', '=', c.req.param('id')).executeTakeFirstOrThrow();
  const berth = await db.selectFrom('berth').selectAll().executeTakeFirst();
  return c.json({ berth, sailor });
//                       ^^^^^^ row
});
`,
      },
    },
    {
      name: 'tables that a query joins or selects whole, and rows that are kept by a key',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/db/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
});
export const loans = pgTable('loan', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  book: text('book').notNull(),
});
`,
        'src/loans.ts': `import { eq, getTableColumns } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { loans, members } from './db/schema';

export const app = new Hono();
app.get('/loans', async (c) => {
  const rows = await db.select().from(loans).leftJoin(members, eq(members.id, loans.memberId));
  return c.json(rows);
//              ^^^^ row
});

app.get('/loans/open', async (c) => {
  const found = await db
    .select({ loan: loans, member: members })
    .from(loans)
    .innerJoin(members, eq(members.id, loans.memberId));
  return c.json(found.map((row) => ({ book: row.loan.book, by: row.member })));
//                                                             ^^^^^^^^^^ row
});

app.get('/members', async (c) => {
  const list = await db.select({ ...getTableColumns(members), book: loans.book }).from(members).leftJoin(loans, eq(loans.memberId, members.id));
  return c.json({ list });
//                ^^^^ row
});

app.get('/members/by-id', async (c) => {
  const everybody = await db.select().from(members);
  return c.json(Object.fromEntries(everybody.map((one) => [one.id, one])));
//                                                                 ^^^ row
});

app.get('/members/by-letter', async (c) => {
  const everybody = await db.select().from(members);
  const letters = everybody.reduce<Record<string, unknown[]>>((found, one) => {
    (found[one.name[0]!] ??= []).push(one.name);
    return found;
  }, {});
  const first: Record<string, unknown> = {};
  for (const one of everybody) first[one.name[0]!] = one;
//                                                   ^^^ row
  return c.json({ letters, first });
});
`,
      },
    },
    {
      name: 'what a login checks against, under a plain name, and columns that only the other secret is left out of',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'prisma/schema.prisma': `model Pilot {
  id       String   @id
  callsign String
  digest   String
  flights  Flight[]
}

model Flight {
  id      String @id
  pilotId String
  pilot   Pilot  @relation(fields: [pilotId], references: [id])
}
`,
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from './prisma';

const matches = (stored: string, typed: string) => verify(stored, typed);

export async function mayFly(callsign: string, typed: string) {
  const pilot = await prisma.pilot.findFirst({ where: { callsign } });
  return !!pilot && (await matches(pilot.digest, typed));
}
`,
        'src/flights.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const flights = new Hono();
flights.get('/flights', async (c) => {
  const planned = await prisma.flight.findMany({ include: { pilot: { omit: { callsign: true } } } });
//                                                          ^^^^^ brought
  const old = await prisma.flight.findMany({ where: { pilotId: 'none' } });
  const board = [...old, ...planned.map((flight) => ({ ...flight, late: false }))];
  board.reverse();
  return c.json(board);
});

flights.post('/pilots', async (c) => {
  const outcome = [];
  for (const callsign of await c.req.json()) {
    const renamed = await prisma.pilot.update({ where: { id: callsign }, data: { callsign } });
    outcome.push({ callsign, renamed });
//                           ^^^^^^^ row
  }
  return c.json({ outcome });
});

flights.get('/pilots', async (c) => {
  const pilots = await prisma.pilot.findMany({ select: { id: true, digest: true } });
  return c.json(pilots.filter((pilot) => pilot.id !== c.req.query('but')));
//              ^^^^^^ named
});
`,
      },
    },
    {
      name: 'tables that only other statements tell of, and relations in a file of their own',
      dependencies: {
        lucia: '3.2.2',
        express: '4.21.0',
        'drizzle-orm': '0.36.4',
        postgres: '3.4.5',
        bcrypt: '5.1.1',
      },
      files: {
        'src/join.ts': `import { sql } from './sql';

export const join = (id: string, name: string, digest: string) =>
  sql\`INSERT INTO crew (id, name, encrypted_password) VALUES (\${id}, \${name}, \${digest})\`;
`,
        'src/crew.ts': `import { Router } from 'express';
import { db } from './db';
import { sql } from './sql';

export const crew = Router();
crew.get('/crew/:id', async (req, res) => {
  const [one] = await sql\`SELECT * FROM crew WHERE id = \${req.params.id}\`;
  res.json(one);
//         ^^^ row
});

crew.get('/trips', async (req, res) => {
  const trips = await db.query.trips.findMany({ with: { guide: { columns: { nick: false } } } });
//                                                      ^^^^^ brought
  res.json({ trips });
});
`,
        'src/doorman.ts': `import { compare } from 'bcrypt';
import { Router } from 'express';
import { sql } from './sql';

export const doorman = Router();
doorman.post('/enter', async (req, res) => {
  const [guest] = await sql\`SELECT * FROM guests WHERE name = \${req.body.name}\`;
  if (!guest || !(await compare(req.body.word, guest.secret_word))) return res.sendStatus(403);
  return res.json({ guest });
//                  ^^^^^ row
});
`,
        'src/tables/trips.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const trips = pgTable('trips', { id: text('id').primaryKey(), guideId: text('guide_id').notNull() });
`,
        'src/tables/guides.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const guides = pgTable('guides', { id: text('id').primaryKey(), nick: text('nick'), pwHash: text('pw') });
`,
        'src/tables/links.ts': `import { relations } from 'drizzle-orm';
import { guides } from './guides';
import { trips } from './trips';

export const tripLinks = relations(trips, ({ one }) => ({
  guide: one(guides, { fields: [trips.guideId], references: [guides.id] }),
}));
`,
      },
    },
    {
      name: 'what a helper writes and hands back',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Member {
  id           String @id
  name         String
  passwordHash String
}
`,
        'src/members.ts': `import { prisma } from './prisma';

export const renamed = (id: string, name: string) => prisma.member.update({ where: { id }, data: { name } });
export const renamedBriefly = (id: string, name: string) =>
  prisma.member.update({ where: { id }, data: { name }, select: { id: true, name: true } });
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { renamed, renamedBriefly } from './members';

export const app = new Hono();

app.post('/name', async (c) => {
  const { name } = await c.req.json();
  const member = await renamed(c.get('user').id, name);
  return c.json({ member });
//                ^^^^^^ row
});

app.post('/short', async (c) => {
  const { name } = await c.req.json();
  const member = await renamedBriefly(c.get('user').id, name);
  return c.json({ member, own: (await renamed(c.get('user').id, name)).name });
});
`,
      },
    },
    {
      name: 'a row that own helpers of two levels send',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/members.ts': `import { Hono } from 'hono';
import { found } from './http';
import { prisma } from './prisma';

export const members = new Hono();
members.get('/members/:id', async (c) => {
  const member = await prisma.member.findUnique({ where: { id: c.req.param('id') } });
  if (!member) return c.notFound();
  return found(c, { body: member, cached: false });
//                        ^^^^^^ row
});
`,
        'src/http.ts': `import type { Context } from 'hono';

interface Answer {
  readonly body: unknown;
  readonly cached: boolean;
}

const send = (c: Context, status: 200 | 201, value: unknown) => c.json({ status, value }, status);

export function found(c: Context, { body, cached }: Answer) {
  if (!cached) c.header('Cache-Control', 'no-store');
  return send(c, 200, body);
}
`,
        'src/prisma.ts': `import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
`,
        'prisma/schema.prisma': `model Member {
  id           String @id
  email        String
  passwordHash String
}
`,
      },
    },
    {
      name: 'prepared statements without parameters, and tables that only a type declares',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', kysely: '0.27.4' },
      files: {
        'src/index.ts': `import { Hono } from 'hono';
import { searchAccounts } from './search';

const app = new Hono();

app.get('/people', async (c) => {
  const { results } = await c.env.DB.prepare('SELECT * FROM people ORDER BY email').all();
  return c.json({ people: results });
//                        ^^^^^^^ row
});

app.get('/accounts', async (c) => {
  const found = await searchAccounts(c.req.query('q') ?? '');
  return c.json(found);
//              ^^^^^ row
});

export default app;
`,
        'src/search.ts': `import { Kysely } from 'kysely';
import { dialect } from './dialect';
import type { Schema } from './tables';

const db = new Kysely<Schema>({ dialect });

export const searchAccounts = (term: string) =>
  db.selectFrom('accounts').selectAll().where('email', 'like', \`%\${term}%\`).execute();
`,
        'src/tables.ts': `export type AccountRow = {
  id: string;
  email: string;
  password_hash: string;
};

export interface Schema {
  accounts: AccountRow;
}
`,
        'schema.sql': `CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  password_hash TEXT NOT NULL
);
`,
      },
    },
    {
      name: 'rows that are worked on one by one, with counts of what belongs to them',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/staff/page.tsx': `import { Badge } from './badge';
import { prisma } from '../../lib/prisma';

export default async function Page() {
  const staff = await prisma.staff.findMany({ include: { _count: { select: { shifts: true } } } });
  return (
    <ul>
      {staff.map((person) => (
        <Badge key={person.id} person={person} />
//                                     ^^^^^^ row
      ))}
    </ul>
  );
}
`,
        'app/staff/badge.tsx': `'use client';

export function Badge({ person }: { person: { name: string } }) {
  return <li>{person.name}</li>;
}
`,
        'app/api/staff/route.ts': `import { rosterOf } from '../../../lib/roster';

export async function GET() {
  return Response.json(await rosterOf('night'));
//                           ^^^^^^^^^^^^^^^^^ row
}
`,
        'lib/roster.ts': `import { prisma } from './prisma';
import { photoOf } from './photos';

export async function rosterOf(shift: string) {
  const staff = await prisma.staff.findMany({ where: { shift } });
  return Promise.all(staff.map(async (person) => ({ ...person, photo: await photoOf(person.id) })));
}
`,
        'prisma/schema.prisma': `model Staff {
  id       String @id
  name     String
  shift    String
  password String
}
`,
      },
    },
    {
      name: 'rows that a hook keeps for the request, with a schema of several files',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';
import { prisma } from '$lib/server/prisma';

export async function handle({ event, resolve }) {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.member = null;
  if (id) {
    const { session } = await lucia.validateSession(id);
    event.locals.session = session;
    if (session) event.locals.member = await prisma.member.findUnique({ where: { id: session.userId } });
  }
  return resolve(event);
}
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => {
  return { me: locals.member, theme: 'dark' };
//             ^^^^^^^^^^^^^ row
};
`,
        'src/routes/clubs/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export async function load() {
  const clubs = await prisma.club.findMany({ include: { members: true } });
//                                                      ^^^^^^^^^^^^^ brought
  return { clubs: clubs };
}
`,
        'prisma/schema/main.prisma': `datasource db {
  provider = "sqlite"
  url      = env("DATABASE_URL")
}
`,
        'prisma/schema/people/member.prisma': `model Member {
  id           String @id
  email        String @unique
  passwordHash String
  clubs        Club[]
}
`,
        'prisma/schema/people/club.prisma': `model Club {
  id      String   @id
  members Member[]
}
`,
      },
      fixed: {
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => {
  return { me: locals.member && { ...locals.member, passwordHash: undefined }, theme: 'dark' };
};
`,
      },
    },
    {
      name: 'a whole row in an answer',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', { id: text('id').primaryKey(), email: text('email').notNull(), passwordHash: text('password_hash') });
`,
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();
app.get('/members/me', async (c) => {
  const [member] = await db.select().from(members).where(eq(members.id, c.get('user').id));
  return c.json(member);
//              ^^^^^^ row
});
`,
      },
      fixed: {
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();
app.get('/members/me', async (c) => {
  const [member] = await db.select().from(members).where(eq(members.id, c.get('user').id));
  return c.json(member && { ...member, passwordHash: undefined });
});
`,
      },
    },
    {
      name: 'spread into a result of tRPC',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(async ({ ctx }) => {
    const row = await prisma.user.findUnique({ where: { id: ctx.user.id } });
    return { ...row, online: true };
//              ^^^ row
  }),
});
`,
      },
      fixed: {
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(async ({ ctx }) => {
    const row = await prisma.user.findUnique({ where: { id: ctx.user.id } });
    return { ...row, password: undefined, online: true };
  }),
});
`,
      },
    },
    {
      name: 'rows that come along with others, to a client component',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/team/page.tsx': `import { Members } from './members';
import { membersOf } from '../../lib/teams';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const members = await membersOf((await params).slug);
  return <Members rows={members} />;
//                      ^^^^^^^ row
}
`,
        'app/team/members.tsx': `'use client';

export function Members({ rows }: { rows: { id: string; name: string }[] | undefined }) {
  return <ul>{rows?.map((row) => <li key={row.id}>{row.name}</li>)}</ul>;
}
`,
        'lib/teams.ts': `import { prisma } from './prisma';

export async function membersOf(slug: string) {
  const team = await prisma.team.findUnique({ where: { slug }, include: { members: true } });
  return team?.members;
}
`,
        'prisma/schema.prisma': `model User {
  id           String @id
  name         String
  passwordHash String
  teams        Team[]
}

model Team {
  id      String @id
  slug    String @unique
  members User[]
}
`,
      },
    },
    {
      name: 'the author of each post',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', 'drizzle-orm': '0.36.4' },
      files: {
        'server/api/posts.get.ts': `import { db } from '../db';

export default defineEventHandler(async () => {
  const posts = await db.query.posts.findMany({ with: { author: true } });
//                                                      ^^^^^^^^^^^^ brought
  return { posts: posts };
});
`,
        'server/schema.ts': `import { relations } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), passwordHash: text('password_hash') });

export const posts = pgTable('posts', { id: text('id').primaryKey(), authorId: text('author_id').notNull() });

export const postRelations = relations(posts, ({ one }) => ({
  author: one(users, { fields: [posts.authorId], references: [users.id] }),
}));
`,
      },
    },
    {
      name: 'a list of rows, and one that is surely there',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id         String  @id
  email      String
  password   String?
  totpSecret String?
}
`,
        'lib/users.ts': `import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export const userById = (id: string) => prisma.user.findUnique({ where: { id } });
`,
        'app/api/users/route.ts': `import { prisma, userById } from "@/lib/users"
import { NextResponse } from "next/server"

export async function GET() {
    const users = await prisma.user.findMany({ where: {} })
    return NextResponse.json({ users, total: users.length })
//                             ^^^^^ row
}

export async function POST(request: Request) {
    const { id } = await request.json()
    const user = await userById(id)
    if (!user) return NextResponse.json(null, { status: 404 })
    return NextResponse.json(user) // all of it
//                           ^^^^ row
}
`,
      },
      fixed: {
        'app/api/users/route.ts': `import { prisma, userById } from "@/lib/users"
import { NextResponse } from "next/server"

export async function GET() {
    const users = await prisma.user.findMany({ where: {} })
    return NextResponse.json({ users: users.map((row) => ({ ...row, password: undefined, totpSecret: undefined })), total: users.length })
}

export async function POST(request: Request) {
    const { id } = await request.json()
    const user = await userById(id)
    if (!user) return NextResponse.json(null, { status: 404 })
    return NextResponse.json(user) // all of it
}
`,
      },
    },
    {
      name: 'rows that are asked for in the answer itself',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', 'drizzle-orm': '0.36.4' },
      files: {
        'server/utils/schema.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const members = sqliteTable('member', { id: text('id').primaryKey(), hashedPassword: text('hashed_password') });
`,
        'server/api/members.get.ts': `import { db } from '../utils/db';
import { members } from '../utils/schema';

export default defineEventHandler(async () => {
  return { members: await db.select().from(members) };
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ row
});
`,
      },
      fixed: {
        'server/api/members.get.ts': `import { db } from '../utils/db';
import { members } from '../utils/schema';

export default defineEventHandler(async () => {
  return { members: (await db.select().from(members)).map((row) => ({ ...row, hashedPassword: undefined })) };
});
`,
      },
    },
    {
      name: 'a promise that the framework waits for: no fix',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id         String  @id
  email      String
  password   String?
  totpSecret String?
}
`,
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(({ ctx }) => prisma.user.findUnique({ where: { id: ctx.user.id } })),
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ row
});
`,
      },
    },
    {
      name: 'a hash that the client of Prisma leaves out, asked for all the same, and queries under the name of their module',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '6.0.0' },
      files: {
        'prisma/schema.prisma': `model Sailor {
  id           String @id
  email        String @unique
  passwordHash String
  boats        Boat[]
}

model Boat {
  id       String @id
  ownerId  String
  owner    Sailor @relation(fields: [ownerId], references: [id])
  keeperId String
  keeper   Keeper @relation(fields: [keeperId], references: [id])
}

model Keeper {
  id           String @id
  email        String
  passwordHash String
  boats        Boat[]
}
`,
        'src/client.ts': `import { PrismaClient } from '@prisma/client';

const hidden = { sailor: { passwordHash: true } };
export const db = new PrismaClient({ omit: hidden });
`,
        'src/queries/boats.ts': `import { db } from '../client';

export const everyKeeper = () => db.keeper.findMany();
export const sailorByEmail = (email: string) =>
  db.sailor.findUnique({ where: { email }, omit: { passwordHash: false } });
export const boatsWithOwner = () => db.boat.findMany({ include: { owner: { omit: { passwordHash: false } } } });
`,
        'src/queries/index.ts': `export * as boats from './boats';
`,
        'src/app.ts': `import { Hono } from 'hono';
import { boats } from './queries';

export const app = new Hono();
app.get('/keepers', async (c) => {
  const keepers = await boats.everyKeeper();
  return c.json(keepers);
//              ^^^^^^^ row
});
app.get('/sailors/:email', async (c) => {
  const sailor = await boats.sailorByEmail(c.req.param('email'));
  return c.json({ sailor });
//                ^^^^^^ named
});
app.get('/boats', async (c) => {
  const fleet = await boats.boatsWithOwner();
  return c.json(fleet);
//              ^^^^^ named
});
`,
      },
    },
    {
      name: 'a handler that the exported one hands to a guard, and rows of a transaction',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Clerk {
  id           String @id
  name         String
  passwordHash String
  notes        Note[]
}

model Note {
  id      String @id
  text    String
  clerkId String
  clerk   Clerk  @relation(fields: [clerkId], references: [id])
}
`,
        'app/api/notes/route.ts': `import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { guarded } from '../../../lib/guarded';
import { prisma } from '../../../lib/prisma';

const list = async (request: NextRequest) => {
  const skip = Number(request.nextUrl.searchParams.get('skip'));
  const [notes, total] = await prisma.$transaction([
    prisma.note.findMany({ skip, take: 20, include: { clerk: true } }),
//                                                    ^^^^^^^^^^^ brought
    prisma.note.count(),
  ]);
  return NextResponse.json({ notes, total });
};

export const GET = (request: NextRequest) => guarded(request, list);
`,
        'lib/guarded.ts': `import type { NextRequest, NextResponse } from 'next/server';
import { validateRequest } from './auth';

export async function guarded(request: NextRequest, handler: (request: NextRequest) => Promise<NextResponse>) {
  const { user } = await validateRequest();
  return user ? handler(request) : new Response(null, { status: 401 });
}
`,
      },
    },
    {
      name: 'relations that a function returns, and rows written as JSON',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.0' },
      files: {
        'db/schema.ts': `import { relations } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';

export const people = pgTable('people', { id: text('id').primaryKey(), passwordHash: text('password_hash') });
export const remarks = pgTable('remarks', { id: text('id').primaryKey(), by: text('by'), text: text('text') });

export const remarkRelations = relations(remarks, ({ one }) => {
  return { person: one(people, { fields: [remarks.by], references: [people.id] }) };
});
`,
        'app/remarks.ts': `'use server';
import { db } from '../db';

export async function allRemarks() {
  const found = await db.query.remarks.findMany({ with: { person: true } });
//                                                        ^^^^^^^^^^^^ brought
  return JSON.stringify(found);
}
`,
      },
    },
    {
      name: 'documents of Mongoose, as they are found and as they come back from a write',
      dependencies: { lucia: '3.2.2', express: '4.21.1', mongoose: '8.8.0' },
      files: {
        'src/coach.ts': `import mongoose, { Schema } from 'mongoose';

const schema = new Schema(
  {
    _id: { type: String, required: true },
    email: { type: String, unique: true },
    password: { type: String, required: true },
  },
  { timestamps: true },
);
export const Coach = mongoose.models.Coach || mongoose.model('Coach', schema);
`,
        'src/roster.ts': `import { Coach } from './coach';

export class Roster {
  async hire(email: string, password: string) {
    try {
      const hired = await Coach.create({ email, password: await Bun.password.hash(password) });
      return hired;
    } catch (error) {
      console.error(error);
    }
  }
}
`,
        'src/coaches.ts': `import { Router } from 'express';
import { Coach } from './coach';
import { Roster } from './roster';

export const coaches = Router();
coaches.get('/coaches', async (_req, res) => {
  res.json(await Coach.find({ left: null }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^ row
});
coaches.post('/coaches', async (req, res) => {
  const hired = await new Roster().hire(req.body.email, req.body.password);
  res.status(201).json({ hired });
//                       ^^^^^ row
});
coaches.patch('/coaches/:id', async (req, res) => {
  const coach = await Coach.findOneAndUpdate({ _id: req.params.id }, { email: req.body.email }, { new: true });
  res.json(coach);
//         ^^^^^ row
});
coaches.delete('/coaches/:id', async (req, res) => {
  res.json(await Coach.findByIdAndDelete(req.params.id));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ row
});
`,
      },
    },
    {
      name: 'documents of MongoDB whose hash is known by what logins check',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', mongodb: '6.12.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/mongo.ts': `import { MongoClient } from 'mongodb';

export const nurses = new MongoClient(process.env.MONGO!).db('ward').collection('nurses');
`,
        'src/app.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { nurses } from './mongo';

export const app = new Hono();
app.post('/login', async (c) => {
  const { email, password } = await c.req.json();
  const nurse = await nurses.findOne({ email });
  if (!nurse || !(await verify(nurse.pass, password))) return c.text('No', 400);
  return c.text('Yes');
});
app.get('/nurses/:id', async (c) => {
  const nurse = await nurses.findOne({ _id: c.req.param('id') });
  return c.json({ nurse });
//                ^^^^^ row
});
`,
      },
    },
    {
      name: 'a query of Solid whose client of the database is made on the spot',
      dependencies: { lucia: '3.2.2', '@solidjs/start': '1.0.11', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/crew.ts': `import { query } from '@solidjs/router';
import { drizzle } from 'drizzle-orm/libsql';
import * as schema from './tables';

export const listCrew = query(async (shipId: string) => {
  'use server';
  const db = drizzle(process.env.DB_URL!, { schema });
  const crew = await db.query.deckhands.findMany({ orderBy: (row, { asc }) => asc(row.name) });
  return { shipId, crew };
//                 ^^^^ row
}, 'crew');
`,
        'src/lib/tables.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const deckhands = sqliteTable('deckhands', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
});
`,
      },
    },
    {
      name: 'rows in a pair with the error of their query',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', 'await-to-js': '3.0.0' },
      files: {
        'prisma/schema.prisma': `model Tenant {
  id           String @id
  email        String @unique
  passwordHash String
}
`,
        'src/tenants.ts': `import to from 'await-to-js';
import { Hono } from 'hono';
import { prisma } from './prisma';

export const tenants = new Hono();
tenants.get('/', async (c) => {
  const [failure, list] = await to(prisma.tenant.findMany({ take: 20 }));
  if (failure) return c.text('Later', 503);
  return c.json({ list });
//                ^^^^ row
});
`,
      },
    },
    {
      name: 'rows that come along are reported where the query asks for them',
      dependencies: { lucia: '3.2.2', express: '4.21.1', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const keepers = pgTable('keepers', { id: text('id').primaryKey(), passwordHash: text('password_hash') });
export const hives = pgTable('hives', { id: text('id').primaryKey(), keeperId: text('keeper_id').notNull() });
`,
        'src/hives.ts': `import { eq, getTableColumns } from 'drizzle-orm';
import { Router } from 'express';
import { db } from './db';
import { hives, keepers } from './schema';

export const router = Router();
router.get('/hives', async (req, res) => {
  const found = await db
    .select({
      id: hives.id,
      keeper: { ...getTableColumns(keepers) },
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ brought
    })
    .from(hives)
    .leftJoin(keepers, eq(hives.keeperId, keepers.id));
  if (req.query.page === undefined) return res.json(found);
  const page = Number(req.query.page);
  res.json({ found: found.slice(page * 20, page * 20 + 20), total: found.length });
});
`,
      },
    },
    {
      name: 'the rest of a row, with the rows that came along',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Grower {
  id           String  @id
  email        String  @unique
  passwordHash String
  plots        Plot[]
}

model Plot {
  id       String @id
  soil     String
  growerId String
  grower   Grower @relation(fields: [growerId], references: [id])
}
`,
        'src/plots.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const plots = new Hono();
plots.get('/plots', async (c) => {
  const all = await prisma.plot.findMany({ include: { grower: true } });
//                                                    ^^^^^^^^^^^^ brought
  return c.json(all.map(({ soil, ...plot }) => ({ ...plot, isClay: soil === 'clay' })));
});
plots.get('/growers/:id', async (c) => {
  const grower = await prisma.grower.findUniqueOrThrow({ where: { id: c.req.param('id') } });
  const { ...shown } = grower;
  return c.json(shown);
//              ^^^^^ row
});
`,
      },
    },
    {
      name: 'a table in a package of the workspace, whose list of folders is not there',
      files: {
        'package.json':
          '{ "private": true, "packageManager": "pnpm@9.15.4", "devDependencies": { "@farm/style": "workspace:*" } }',
        'packages/tables/package.json':
          '{ "name": "@farm/tables", "exports": { "./people": { "types": "./dist/people.d.ts", "default": "./src/people.ts" } } }',
        'packages/tables/src/people.ts': `import { pgTable, serial, text } from 'drizzle-orm/pg-core';

export const people = pgTable('people', { id: serial('id').primaryKey(), name: text('name'), password: text('password') });
`,
        'apps/barn/package.json':
          '{ "name": "@farm/barn", "dependencies": { "lucia": "3.2.2", "hono": "4.6.0", "drizzle-orm": "0.36.4", "@farm/tables": "workspace:*" } }',
        'apps/barn/src/people.ts': `import { people } from '@farm/tables/people';
import { Hono } from 'hono';
import { db } from './db';

export const list = new Hono().get('/people', async (c) => {
  const rows = await db.select().from(people);
  return c.json({ rows });
//                ^^^^ row
});
`,
      },
    },
    {
      name: 'a schema in another package of a workspace whose folders nothing lists',
      files: {
        'package.json': '{ "name": "ferry", "private": true, "packageManager": "pnpm@9.1.0" }',
        'libs/store/package.json': '{ "name": "@ferry/store", "exports": { "./tables": "./src/tables.ts" } }',
        'libs/store/src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const captains = pgTable('captains', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  password: text('password').notNull(),
});
`,
        'services/desk/package.json':
          '{ "name": "desk", "dependencies": { "hono": "4.6.0", "lucia": "3.2.2", "@ferry/store": "workspace:*" } }',
        'services/desk/src/captains.ts': `import { captains } from '@ferry/store/tables';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';

export const desk = new Hono();
desk.get('/captains/:id', async (c) => {
  const [captain] = await db.select().from(captains).where(eq(captains.id, c.req.param('id')));
  return c.json({ captain });
//                ^^^^^^^ row
});
`,
      },
    },
    {
      name: 'rows that the options of a query bring along which stand elsewhere',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Keeper {
  id           String @id
  passwordHash String
  hives        Hive[]
}

model Hive {
  id       String @id
  meadow   String
  keeperId String
  keeper   Keeper @relation(fields: [keeperId], references: [id])
}
`,
        'src/parts.ts': `export const withKeeper = { include: { keeper: true } } as const;
`,
        'src/hives.ts': `import { Hono } from 'hono';
import { withKeeper } from './parts';
import { prisma } from './prisma';

export const hives = new Hono();
hives.get('/hives', async (c) => {
  const all = await prisma.hive.findMany({ orderBy: { meadow: 'asc' }, ...withKeeper });
  return c.json({ all });
//                ^^^ row
});
hives.get('/hives/:id', async (c) => {
  const query = { where: { id: c.req.param('id') }, include: { keeper: true } };
//                                                             ^^^^^^^^^^^^ brought
  return c.json(await prisma.hive.findFirst(query));
});
hives.get('/meadows/:name', async (c) => {
  const isLong = c.req.query('long') === '1';
  const found = await prisma.hive.findMany({
    where: { meadow: c.req.param('name') },
    include: isLong ? { keeper: true } : undefined,
//                      ^^^^^^^^^^^^ brought
  });
  return c.json(found);
});
`,
      },
    },
    {
      name: 'rows that a helper fills a list with, or hands to the next one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Angler {
  id           String @id
  river        String
  passwordHash String
}
`,
        'src/catches.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { anglerPage } from './pages';

async function withWeather(anglers) {
  const rows = [];
  for (const angler of anglers) {
    const sky = await fetch(\`https://weather.example/\${angler.river}\`);
    rows.push({ angler, rain: sky.ok });
//              ^^^^^^ row
  }
  return rows;
}

export const catches = new Hono();
catches.get('/anglers', async (c) => {
  const rows = await withWeather(await prisma.angler.findMany());
  return c.json({ rows });
});
catches.get('/anglers/:id', async (c) => c.json(await anglerPage(c.req.param('id'))));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ row
`,
        'src/pages.ts': `import { prisma } from './prisma';

const paged = (angler) => ({ angler, readAt: Date.now() });

export async function anglerPage(id: string) {
  const angler = await prisma.angler.findUnique({ where: { id } });
  return paged(angler);
}
`,
      },
    },
    {
      name: 'a password of accounts that is called a pass',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Rower {
  id    String  @id
  email String  @unique
  pass  String?
  seats Seat[]
}

model Seat {
  id      String @id
  rowerId String
  rower   Rower  @relation(fields: [rowerId], references: [id])
}
`,
        'app/boats/[id]/page.tsx': `import { Crew } from './crew';
import { seatsOf } from '../../../lib/seats';

export default async function Page({ params }: { params: { id: string } }) {
  const seats = await seatsOf(params.id);
  return <Crew seats={seats} />;
//                    ^^^^^ row
}
`,
        'app/boats/[id]/crew.tsx': `'use client';

export function Crew({ seats }: { seats: { id: string }[] }) {
  return <ul>{seats.map((seat) => <li key={seat.id}>{seat.id}</li>)}</ul>;
}
`,
        'lib/seats.ts': `import { prisma } from './prisma';

export async function seatsOf(boat: string) {
  return prisma.seat.findMany({ where: { id: boat }, include: { rower: true } });
}
`,
      },
    },
    {
      name: 'rows that a page takes out of a promise',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id           String @id
  nick         String
  passwordHash String
}
`,
        'app/crew/page.tsx': `import { use } from 'react';
import { crewOf } from '../../lib/crew';
import { CrewList } from './list';

export default function Crew() {
  const crew = use(crewOf());
  return (
    <section>
      <CrewList crew={crew} />
//                    ^^^^ row
    </section>
  );
}
`,
        'app/crew/list.tsx': `'use client';

export function CrewList({ crew }) {
  return <ul>{crew.map((sailor) => <li key={sailor.id}>{sailor.nick}</li>)}</ul>;
}
`,
        'lib/crew.ts': `import { prisma } from './prisma';

export async function crewOf() {
  return prisma.user.findMany();
}
`,
      },
    },
    {
      name: 'a whole row is told to all who listen',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0', pusher: '5.2.0' },
      files: {
        'lib/push.ts': `import Pusher from 'pusher';

export const push = new Pusher({ appId: '1', key: 'k', secret: process.env.PUSH_SECRET!, cluster: 'eu' });
`,
        'prisma/schema.prisma': `model Ward {
  id             String @id
  name           String
  beds           Int
  hashedPassword String
}
`,
        'app/api/wards/[id]/route.ts': `import { prisma } from '../../../../lib/prisma';
import { push } from '../../../../lib/push';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ward = await prisma.ward.update({ where: { id }, data: { beds: { decrement: 1 } } });
  await push.trigger('wards', 'beds', { ward });
//                                      ^^^^ row
  return Response.json({ ok: true });
}
`,
      },
    },
  ],
  good: [
    {
      name: 'joins of which only columns are selected, or only other columns go out',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/db/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
});
export const loans = pgTable('loan', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  book: text('book').notNull(),
});
`,
        'src/loans.ts': `import { eq, getTableColumns } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { loans, members } from './db/schema';

const { passwordHash, ...shown } = getTableColumns(members);

export const app = new Hono();
app.get('/loans', async (c) => {
  const rows = await db.select().from(loans).leftJoin(members, eq(members.id, loans.memberId));
  return c.json(rows.map((row) => ({ ...row.loan, by: row.member?.name })));
});

app.get('/loans/open', async (c) => {
  const found = await db
    .select({ loan: loans, member: { id: members.id, name: members.name } })
    .from(loans)
    .innerJoin(members, eq(members.id, loans.memberId));
  return c.json(found);
});

app.get('/members', async (c) => {
  const list = await db.select(shown).from(members);
  const other = await db.select({ ...getTableColumns(loans), by: members.name }).from(loans).innerJoin(members, eq(members.id, loans.memberId));
  return c.json({ list, other });
});

app.get('/loans/by', async (c) => {
  const { name, ...others } = getTableColumns(loans);
  const nested = await db
    .select({ loan: { ...others }, by: { ...shown, more: { id: members.id } } })
    .from(loans)
    .leftJoin(members, eq(members.id, loans.memberId));
  const blank = await db.select({ member: { ...getTableColumns(members), passwordHash: members.id } }).from(members);
  const picked = await db.select({ loan: loans, by: { ...getTableColumns(members) } }).from(loans).leftJoin(members, eq(members.id, loans.memberId));
  return c.json({ nested, blank, loans: picked.map((row) => row.loan) });
});

app.get('/members/names', async (c) => {
  const everybody = await db.select().from(members);
  return c.json(Object.fromEntries(everybody.map((one) => [one.id, one.name])));
});
`,
      },
    },
    {
      name: 'chosen columns',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(({ ctx }) => prisma.user.findUnique({ where: { id: ctx.user.id }, select: { id: true, email: true } })),
});
`,
      },
    },
    {
      name: 'the hash is left out',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', { id: text('id').primaryKey(), email: text('email').notNull(), passwordHash: text('password_hash') });
`,
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();
app.get('/members/me', async (c) => {
  const [member] = await db.select().from(members).where(eq(members.id, c.get('user').id));
  if (!member) return c.notFound();
  const { passwordHash, ...rest } = member;
  return c.json(rest);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'rows whose hash is taken away before they go out',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Rider {
  id                String @id
  email             String
  encryptedPassword String
  hash              String
}
`,
        'src/riders.ts': `import { Router } from 'express';
import { prisma } from './prisma';
import { loadRider, trimmed } from './rider-service';

export const riders = Router();
riders.get('/riders/:id', async (req, res) => {
  const rider = await prisma.rider.findUnique({ where: { id: req.params.id } });
  if (!rider) return res.sendStatus(404);
  delete (rider as Partial<typeof rider>).encryptedPassword;
  return res.json({ rider });
});

riders.get('/riders', async (_req, res) => {
  const all = await prisma.rider.findMany();
  for (const rider of all) rider.encryptedPassword = '';
  const copies = (await prisma.rider.findMany()).map((rider) => {
    const copy: Record<string, unknown> = { ...rider };
    delete copy.encryptedPassword;
    return copy;
  });
  res.json({ all, copies });
});

riders.put('/riders/:id', async (req, res) => {
  const changed = await prisma.rider.update({ where: { id: req.params.id }, data: { email: req.body.email } });
  trimmed(changed);
  res.json({ changed, own: await loadRider(req.params.id) });
});
`,
        'src/rider-service.ts': `import { prisma } from './prisma';

export function trimmed(row: Record<string, unknown>) {
  delete row['encryptedPassword'];
}

export async function loadRider(id: string) {
  const rider = await prisma.rider.findUniqueOrThrow({ where: { id } });
  rider.encryptedPassword = undefined;
  return rider;
}
`,
      },
    },
    {
      name: 'passwords of other systems, a handler whose route has a schema, and columns without the hash',
      dependencies: {
        lucia: '3.2.2',
        elysia: '1.1.0',
        '@prisma/client': '5.22.0',
        '@node-rs/argon2': '2.0.0',
      },
      files: {
        'prisma/schema.prisma': `model Person {
  id       String @id
  password String
}

model Mailbox {
  id       String @id
  server   String
  password String
}

model Webhook {
  id     String @id
  secret String
}
`,
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from './prisma';

export async function opens(id: string, typed: string) {
  const person = await prisma.person.findUnique({ where: { id } });
  return !!person && (await verify(person.password, typed));
}
`,
        'src/handlers.ts': `import { prisma } from './prisma';

export class People {
  one = async ({ params }: { params: { id: string } }) => {
    const person = await prisma.person.findUnique({ where: { id: params.id } });
    return { data: person };
  };
}
`,
        'src/index.ts': `import { Elysia, t } from 'elysia';
import { People } from './handlers';
import { prisma } from './prisma';

const people = new People();

export const app = new Elysia()
  .get('/people/:id', people.one, { response: { 200: t.Object({ data: t.Object({ id: t.String() }) }) } })
  .get('/people', () => prisma.person.findMany({ omit: { password: true } }))
  .get('/mailboxes', () => prisma.mailbox.findMany())
  .get('/webhooks', () => prisma.webhook.findMany());
`,
      },
    },
    {
      name: 'a response schema that takes the hash away',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', '@prisma/client': '5.22.0' },
      files: {
        'src/people.ts': `import type { FastifyInstance } from 'fastify';
import { prisma } from './prisma';
import { shown } from './shown';

export async function people(app: FastifyInstance) {
  app.get('/people/:id', { schema: { response: { 200: shown } } }, async (request) => {
    const { id } = request.params as { id: string };
    return prisma.person.findUniqueOrThrow({ where: { id } });
  });
}
`,
        'src/shown.ts': `export const shown = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' } },
};
`,
        'prisma/schema.prisma': `model Person {
  id           String @id
  name         String
  passwordHash String
}
`,
      },
    },
    {
      name: 'fields of the context that hold more than rows, and answers that a schema cuts down',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.8.0',
        '@trpc/server': '10.45.2',
        '@prisma/client': '5.22.0',
        zod: '3.23.8',
      },
      files: {
        'src/hooks.server.ts': `import { prisma } from '$lib/server/prisma';
import { viewerOf } from '$lib/server/viewer';

export async function handle({ event, resolve }) {
  event.locals.viewer = await viewerOf(event.cookies);
  event.locals.guest = await prisma.person.findFirst({ where: { isGuest: true }, select: { id: true, name: true } });
  return resolve(event);
}
`,
        'src/lib/server/device.ts': `import { prisma } from '$lib/server/prisma';

export async function useDevice(event, id: string) {
  event.locals.viewer = await prisma.person.findFirst({ where: { deviceId: id } });
}
`,
        'src/lib/server/viewer.ts': `export async function viewerOf(cookies) {
  return cookies.get('name') ? { name: cookies.get('name') } : undefined;
}
`,
        'src/routes/+layout.server.ts': `export const load = ({ locals }) => ({ viewer: locals.viewer, guest: locals.guest });
`,
        'src/lib/trpc/people.ts': `import { z } from 'zod';
import { findPerson } from '$lib/server/people';
import { t } from './t';

const shown = z.object({ id: z.string(), name: z.string() });

export const people = t.router({
  one: t.procedure
    .input(z.string())
    .output(shown.nullable())
    .query(({ input }) => findPerson(input)),
});
`,
        'src/lib/server/people.ts': `import { prisma } from './prisma';

export async function findPerson(id: string) {
  const person = await prisma.person.findUnique({ where: { id } });
  return person && { ...person, seen: true };
}
`,
        'prisma/models/person.prisma': `model Person {
  id           String @id
  name         String
  deviceId     String
  isGuest      Boolean
  passwordHash String
}
`,
      },
    },
    {
      name: 'a secret that was just made, for the authenticator app',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Authenticator {
  id         String @id
  totpSecret String
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { newSecret } from './totp';

export const app = new Hono();

app.post('/authenticator', async (c) => {
  const made = await prisma.authenticator.create({ data: { id: c.get('user').id, totpSecret: newSecret() } });
  return c.json({ made });
});
`,
      },
    },
    {
      name: 'a row of a table without secrets',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const articles = pgTable('article', { id: text('id').primaryKey(), title: text('title').notNull() });
`,
        'src/articles.ts': `import { Hono } from 'hono';
import { db } from './db';
import { articles } from './schema';

export const app = new Hono();
app.get('/articles', async (c) => c.json(await db.select().from(articles)));
`,
      },
    },
    {
      name: 'one field of the row',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/me.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const app = new Hono();
app.get('/me', async (c) => {
  const row = await prisma.user.findUnique({ where: { id: c.get('user').id } });
  return c.json({ email: row?.email, hasPassword: row?.password !== null });
});
`,
      },
    },
    {
      name: 'picked columns of the rows that come along',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/team/page.tsx': `import { Members } from './members';
import { Head } from './head';
import { prisma } from '../../lib/prisma';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const team = await prisma.team.findUnique({
    where: { slug },
    include: { members: { select: { id: true, name: true } } },
  });
  const owner = await prisma.user.findFirst({ where: { teams: { some: { slug } } } });
  return (
    <>
      <Head user={owner} />
      <Members rows={team?.members} label={owner?.name} />
    </>
  );
}
`,
        'app/team/members.tsx': `'use client';

export function Members({ rows, label }: { rows: { id: string; name: string }[] | undefined; label?: string }) {
  return <ul aria-label={label}>{rows?.map((row) => <li key={row.id}>{row.name}</li>)}</ul>;
}
`,
        'app/team/head.tsx': `export function Head({ user }: { user: { name: string } | null }) {
  return <h1>{user?.name}</h1>;
}
`,
        'prisma/schema.prisma': `model User {
  id           String @id
  name         String
  passwordHash String
  teams        Team[]
}

model Team {
  id      String @id
  slug    String @unique
  members User[]
}
`,
      },
    },
    {
      name: 'a row without the hash that was taken out of it',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Member {
  id           String @id
  name         String
  passwordHash String
}
`,
        'src/members.ts': `import { Router } from 'express';
import { prisma } from './prisma';

export const router = Router();

router.get('/members/:id', async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  if (!member) return res.status(404).end();
  delete (member as { passwordHash?: string }).passwordHash;
  res.json({ member });
});

router.get('/members/:id/card', async (req, res) => {
  const card: any = await prisma.member.findUnique({ where: { id: req.params.id } });
  card.passwordHash = undefined;
  res.json(card);
});
`,
      },
    },
    {
      name: 'a hash that the client of Prisma leaves out of all rows',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '6.0.0' },
      files: {
        'prisma/schema.prisma': `model Sailor {
  id           String @id
  email        String @unique
  passwordHash String
  boats        Boat[]
}

model Boat {
  id      String @id
  ownerId String
  owner   Sailor @relation(fields: [ownerId], references: [id])
}
`,
        'src/client.ts': `import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient({ log: ['warn'], omit: { sailor: { passwordHash: true } } });
`,
        'src/app.ts': `import { Hono } from 'hono';
import { db } from './client';

export const app = new Hono();
app.get('/sailors', async (c) => c.json(await db.sailor.findMany()));
app.get('/sailors/:id', async (c) => {
  const sailor = await db.sailor.findUnique({ where: { id: c.req.param('id') }, omit: { email: true } });
  return c.json({ sailor });
});
app.get('/boats', async (c) => c.json(await db.boat.findMany({ include: { owner: { include: { boats: true } } } })));
`,
      },
    },
    {
      name: 'a helper that is given the request of Fastify and hands a row to the hook that calls it',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Member {
  id           String @id
  email        String @unique
  passwordHash String
}
`,
        'src/member-of.ts': `import type { FastifyRequest } from 'fastify';
import { prisma } from './prisma';

export async function memberOf(request: FastifyRequest) {
  const email = String(request.headers['x-member']);
  return prisma.member.findUnique({ where: { email } });
}
`,
        'src/app.ts': `import Fastify from 'fastify';
import { memberOf } from './member-of';

export const app = Fastify();
app.addHook('preHandler', async (request, reply) => {
  const member = await memberOf(request);
  if (!member) return reply.code(401).send();
  request.member = member;
});
app.get('/me', async (request) => ({ id: request.member.id }));
`,
      },
    },
    {
      name: 'documents of Mongoose without their hash',
      dependencies: { lucia: '3.2.2', express: '4.21.1', mongoose: '8.8.0' },
      files: {
        'src/models.ts': `import mongoose, { Schema } from 'mongoose';

const riderSchema = new Schema({
  _id: { type: String, required: true },
  nickname: String,
  email: String,
  hashedPassword: { type: String, select: false },
});
export const Rider = mongoose.models.Rider || mongoose.model('Rider', riderSchema);

const coachSchema = new mongoose.Schema({ _id: String, email: String, password: { type: String, required: true } });
export const Coach = mongoose.model('Coach', coachSchema);
`,
        'src/people.ts': `import { Router } from 'express';
import { Coach, Rider } from './models';

export const people = Router();
people.get('/riders', async (_req, res) => {
  res.json(await Rider.find({}));
});
people.get('/coaches', async (_req, res) => {
  res.json(await Coach.find({}, { password: 0 }));
});
people.get('/coaches/:id', async (req, res) => {
  res.json(await Coach.findById(req.params.id, 'email'));
});
people.patch('/coaches/:id', async (req, res) => {
  const coach = await Coach.findByIdAndUpdate(req.params.id, { email: req.body.email }).select('-password');
  res.json({ coach });
});
people.delete('/coaches/:id', async (req, res) => {
  const gone = await Coach.findByIdAndDelete(req.params.id);
  res.json({ id: gone._id, gone: gone !== null });
});
`,
      },
    },
    {
      name: 'documents whose schema says what becomes JSON',
      dependencies: { lucia: '3.2.2', express: '4.21.1', mongoose: '8.8.0' },
      files: {
        'src/judge.ts': `import { model, Schema } from 'mongoose';

const schema = new Schema(
  { _id: String, email: String, hashedPassword: String },
  { toJSON: { transform: (_doc, shown) => void delete shown.hashedPassword } },
);
export const Judge = model('Judge', schema);
`,
        'src/judges.ts': `import { Router } from 'express';
import { Judge } from './judge';

export const judges = Router();
judges.get('/judges', async (_req, res) => {
  res.json(await Judge.find());
});
`,
      },
    },
    {
      name: 'rests of which the rows that came along are left out, or their hash is',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Miller {
  id           String @id
  passwordHash String
  mills        Mill[]
}

model Mill {
  id       String @id
  river    String
  millerId String
  miller   Miller @relation(fields: [millerId], references: [id])
}
`,
        'src/mills.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const mills = new Hono();
mills.get('/mills', async (c) => {
  const all = await prisma.mill.findMany({ include: { miller: true } });
  return c.json(all.map(({ miller, ...mill }) => ({ ...mill, runBy: miller.id })));
});
mills.get('/mills/:id', async (c) => {
  const mill = await prisma.mill.findUniqueOrThrow({ where: { id: c.req.param('id') }, include: { miller: true } });
  const { river, miller, ...rest } = mill;
  const { passwordHash, ...known } = miller;
  return c.json({ ...rest, river: river.toUpperCase(), miller: known, isOpen: passwordHash !== '' });
});
mills.get('/millers/:id', async (c) => {
  const miller = await prisma.miller.findUniqueOrThrow({ where: { id: c.req.param('id') } });
  const { passwordHash, ...known } = miller;
  const { id, ...others } = known;
  return c.json({ others, id, isOpen: passwordHash !== '' });
});
`,
      },
    },
    {
      name: 'columns that are named in options which stand elsewhere, or may be',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Shearer {
  id           String  @id
  name         String
  passwordHash String
  flocks       Flock[]
}

model Flock {
  id        String  @id
  size      Int
  shearerId String
  shearer   Shearer @relation(fields: [shearerId], references: [id])
}
`,
        'src/parts.ts': `export const named = { select: { id: true, name: true } } as const;
export const hidden = { omit: { passwordHash: true } };
export const withName = { include: { shearer: named } };
`,
        'src/shearers.ts': `import { Hono } from 'hono';
import { hidden, named, withName } from './parts';
import { prisma } from './prisma';

const page = (size: number, options: object) =>
  prisma.shearer.findMany({ where: { flocks: { some: { size } } }, ...options });

export const shearers = new Hono();
shearers.get('/shearers', async (c) => c.json(await prisma.shearer.findMany({ orderBy: { name: 'asc' }, ...named })));
shearers.get('/shearers/all', async (c) => c.json(await prisma.shearer.findMany(hidden)));
shearers.get('/shearers/:id', async (c) =>
  c.json(await prisma.shearer.findFirst({ ...hidden, where: { id: c.req.param('id') } })),
);
shearers.get('/sizes/:size', async (c) => c.json(await page(Number(c.req.param('size')), named)));
shearers.get('/flocks', async (c) => c.json(await prisma.flock.findMany({ where: { size: 3 }, ...withName })));
`,
      },
    },
    {
      name: 'helpers that fill a list with picked fields, or hand them to the next one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Diver {
  id           String @id
  lake         String
  passwordHash String
}
`,
        'src/dives.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { diverPage } from './pages';

async function withDepth(divers) {
  const rows = [];
  const skipped = [];
  for (const diver of divers) {
    const depth = await fetch(\`https://depth.example/\${diver.lake}\`);
    if (depth.ok) rows.push({ id: diver.id, lake: diver.lake });
    else skipped.push(diver);
  }
  console.info(skipped.length);
  return rows;
}

export const dives = new Hono();
dives.get('/divers', async (c) => {
  const rows = await withDepth(await prisma.diver.findMany());
  return c.json({ rows });
});
dives.get('/divers/:id', async (c) => c.json(await diverPage(c.req.param('id'))));
`,
        'src/pages.ts': `import { prisma } from './prisma';

const paged = ({ id, lake }) => ({ diver: { id, lake }, readAt: Date.now() });

export async function diverPage(id: string) {
  const diver = await prisma.diver.findUnique({ where: { id } });
  return paged(diver);
}
`,
      },
    },
    {
      name: 'a pass that gets one through a gate',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Gate {
  id   String @id
  pass String
}
`,
        'app/api/gates/route.ts': `import { prisma } from '../../../lib/prisma';

export async function GET() {
  return Response.json(await prisma.gate.findMany());
}
`,
      },
    },
    {
      name: 'some columns that a page takes out of a promise',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id           String @id
  nick         String
  passwordHash String
}
`,
        'app/crew/page.tsx': `import { use } from 'react';
import { crewOf } from '../../lib/crew';
import { CrewList } from './list';

export default function Crew() {
  const crew = use(crewOf());
  return (
    <section>
      <CrewList crew={crew} />
    </section>
  );
}
`,
        'app/crew/list.tsx': `'use client';

export function CrewList({ crew }) {
  return <ul>{crew.map((sailor) => <li key={sailor.id}>{sailor.nick}</li>)}</ul>;
}
`,
        'lib/crew.ts': `import { prisma } from './prisma';

export async function crewOf() {
  return prisma.user.findMany({ select: { id: true, nick: true } });
}
`,
      },
    },
    {
      name: 'all who listen are told a number',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0', pusher: '5.2.0' },
      files: {
        'lib/push.ts': `import Pusher from 'pusher';

export const push = new Pusher({ appId: '1', key: 'k', secret: process.env.PUSH_SECRET!, cluster: 'eu' });
`,
        'prisma/schema.prisma': `model Ward {
  id             String @id
  name           String
  beds           Int
  hashedPassword String
}
`,
        'app/api/wards/[id]/route.ts': `import { EventEmitter } from 'node:events';
import { prisma } from '../../../../lib/prisma';
import { push } from '../../../../lib/push';

const inside = new EventEmitter();

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ward = await prisma.ward.update({ where: { id }, data: { beds: { decrement: 1 } } });
  inside.emit('ward', ward);
  await push.trigger('wards', 'beds', { id, beds: ward.beds });
  return Response.json({ ok: true });
}
`,
      },
    },
  ],
};

export default examples;
