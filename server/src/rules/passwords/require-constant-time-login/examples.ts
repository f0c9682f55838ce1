import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a check of the password that looks the account up once more',
      dependencies: { lucia: '3.2.2', express: '4.21.2', '@prisma/client': '5.22.0' },
      files: {
        'src/members.ts': `import { scryptSync } from 'node:crypto';
import { prisma } from './prisma';

export function byHandle(handle: string) {
  return prisma.member.findUnique({ where: { handle } });
}

export async function knowsPassword(handle: string, password: string) {
  const member = await byHandle(handle);
  if (!member) return false;
  const key = scryptSync(password, member.salt, 64);
  if (key.toString('base64') !== member.passwordHash) return false;
  return true;
}
`,
        'src/login.ts': `import { lucia } from './auth';
import { byHandle, knowsPassword } from './members';

export async function login(req, res) {
  const { handle, password } = req.body;
  const member = await byHandle(handle);
  if (!member) return res.status(401).end();
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  if (!(await knowsPassword(handle, password))) return res.status(401).end();
  const session = await lucia.createSession(member.id, {});
  return res.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).end();
}
`,
      },
    },
    {
      name: 'an early return in a route handler',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1', 'drizzle-orm': '0.36.4' },
      files: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { users } from '../../../lib/schema';

export async function signIn(email: string, password: string) {
  const [account] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  if (!account) {
    return { error: 'Wrong e-mail or password' };
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  }
  const valid = await verify(account.passwordHash, password);
  if (!valid) {
    return { error: 'Wrong e-mail or password' };
  }
  return { id: account.id };
}
`,
      },
      fixed: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { users } from '../../../lib/schema';

// A hash that no password matches, at the cost of a real one: logins take the same time whether or not the account exists.
const DUMMY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const [account] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  const valid = await verify(account?.passwordHash || DUMMY_HASH, password);
  if (!account) {
    return { error: 'Wrong e-mail or password' };
  }
  if (!valid) {
    return { error: 'Wrong e-mail or password' };
  }
  return { id: account.id };
}
`,
      },
    },
    {
      name: 'a throw in a service class with helpers in other files',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3' },
      files: {
        'src/passwords.ts': `import bcrypt from 'bcryptjs';

export const matches = (typed: string, stored: string) => bcrypt.compare(typed, stored);
`,
        'src/accounts.ts': `import { db } from './db';

export class Accounts {
  async byName(name: string) {
    return db.query.accounts.findFirst({ where: { name } });
  }
}
`,
        'src/auth-service.ts': `import { Accounts } from './accounts';
import { matches } from './passwords';

export class AuthService {
  constructor(private readonly accounts: Accounts) {}

  async login(name: string, password: string) {
    const row = await this.accounts.byName(name);
    if (row === undefined) throw new Error('invalid credentials');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
    if (!(await matches(password, row.passwordHash))) throw new Error('invalid credentials');
    return row.id;
  }
}
`,
      },
    },
    {
      name: 'short-circuit without an if',
      dependencies: { lucia: '3.2.2', express: '4.21.0', argon2: '0.41.0' },
      files: {
        'src/login.ts': `import argon2 from 'argon2';
import { Router } from 'express';
import { prisma } from './prisma';

export const login = Router();
login.post('/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (!user || !(await argon2.verify(user.passwordHash, req.body.password))) {
    return res.status(401).end();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  }
  res.json({ id: user.id });
});
`,
      },
    },
    {
      name: 'a look-up that throws',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/routes/login/+page.server.ts': `import { verify } from '@node-rs/argon2';
import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await prisma.user.findUniqueOrThrow({ where: { email: String(form.get('email')) } });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ throwing
    if (!(await verify(user.passwordHash, String(form.get('password'))))) return fail(400);
  },
};
`,
      },
    },
    {
      name: 'a helper that hands a result around',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/people.ts': `import { prisma } from './prisma';

export async function findPerson(email: string) {
  const person = await prisma.user.findUnique({ where: { email } });
  if (!person || person.blocked) return { found: false as const };
  return { found: true as const, person };
}
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { findPerson } from './people';

export async function enter(email: string, password: string) {
  const answer = await findPerson(email);
  if (!answer.found) return undefined;
//                   ^^^^^^^^^^^^^^^^^ early
  return (await verify(answer.person.passwordHash, password)) ? answer.person.id : undefined;
}
`,
      },
    },
    {
      name: 'a check that throws',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/demand.ts': `export class Refused extends Error {}

export function demand(value: unknown): asserts value {
  if (!value) throw new Refused('Wrong e-mail or password');
}
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { db } from './db';
import { demand } from './demand';

export async function enter(email: string, password: string) {
  const row = await db.query.users.findFirst({ where: (users, { eq }) => eq(users.email, email) });
  demand(row);
//^^^^^^^^^^^ throwing
  const valid = await verify(row.passwordHash, password);
  demand(valid);
  return row.id;
}
`,
      },
    },
    {
      name: 'the number of a card, and what comes after the query',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@node-rs/argon2': '2.0.0', kysely: '0.27.4' },
      files: {
        'app/enter.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { db } from '../db';
import { lucia } from '../lucia';

export async function enter(cardId: string, password: string) {
  return db
    .selectFrom('holder')
    .selectAll()
    .where('holder.id', '=', cardId)
    .executeTakeFirst()
    .then(async (holder) => {
      if (!holder) return { error: 'Wrong card or password' };
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
      if (!(await verify(holder.password_hash, password))) return { error: 'Wrong card or password' };
      const session = await lucia.createSession(holder.id, {});
      return { session: session.userId };
    });
}
`,
      },
    },
    {
      name: 'a row that is looked up twice',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@node-rs/argon2': '2.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/api/enter/route.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from '../../../prisma';

export async function POST(request: Request) {
  const { email, password } = Object.fromEntries((await request.formData()).entries()) as Record<string, string>;
  const known = await prisma.member.findUnique({ where: { email }, select: { closedAt: true } });
  if (!known) return new Response(null, { status: 401 });
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  const member = await prisma.member.findUniqueOrThrow({ where: { email } });
  if (!(await verify(member.password, password))) return new Response(null, { status: 401 });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a row that is taken out of its list later, and verified only where there is one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.33.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, members } from './db';
import { lucia } from './lucia';

export async function enter(address: string, password: string) {
  let member: typeof members.$inferSelect | undefined;
  if (address.includes('@')) [member] = await db.select().from(members).where(eq(members.email, address));
  else [member] = await db.select().from(members).where(eq(members.username, address));
  const right = member ? await verify(member.passwordHash, password) : false;
  if (!member || !right) return undefined;
//                       ^^^^^^^^^^^^^^^^^ early
  return lucia.createSession(member.id, {});
}
`,
      },
    },
    {
      name: 'promises that come as an error and a value',
      dependencies: { lucia: '3.2.2', 'await-to-js': '3.0.0', '@prisma/client': '5.22.0', bcryptjs: '2.4.3' },
      files: {
        'src/enter.ts': `import { compare } from 'bcryptjs';
import to from 'await-to-js';
import { credentials } from './credentials';
import { prisma } from './prisma';

export async function enter(request: Request) {
  let failed, found, fits;
  [failed, found] = await to(request.json());
  const { data } = credentials.safeParse(found);
  if (!data) return undefined;
  [failed, found] = await to(prisma.player.findUnique({ where: { name: data.name } }));
  if (failed) throw failed;
  if (!found) return undefined;
//            ^^^^^^^^^^^^^^^^^ early
  [failed, fits] = await to(compare(data.password, found.password));
  return fits ? found.id : undefined;
}
`,
      },
    },
    {
      name: 'a login that sends those on who are signed in already',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/routes/enter/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { lucia } from '$lib/lucia';
import { members } from '$lib/schema';

function sendOn({ locals }) {
  if (locals.session && locals.user) {
    if (!locals.user.confirmed) redirect(302, '/confirm');
  }
}

export const actions = {
  default: async (event) => {
    sendOn(event);
    const form = await event.request.formData();
    const [member] = await db.select().from(members).where(eq(members.mail, String(form.get('mail'))));
    let isRight = false;
    if (member?.passwordHash) isRight = await verify(member.passwordHash, String(form.get('password')));
    if (!member || !isRight) return fail(400);
//                           ^^^^^^^^^^^^^^^^^ early
    const { id } = await lucia.createSession(member.id, {});
    const cookie = lucia.createSessionCookie(id);
    event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  },
};
`,
      },
    },
    {
      name: 'another helper says whether there is an account',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/people.ts': `import { prisma } from './prisma';

export const isKnown = async (mail: string) => Boolean(await prisma.person.findFirst({ where: { mail } }));
export const byMail = (mail: string) => prisma.person.findUniqueOrThrow({ where: { mail } });
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { byMail, isKnown } from './people';

export const app = new Hono().post('/enter', async (c) => {
  const { mail, word } = await c.req.json();
  const known = await isKnown(mail);
  if (!known) return c.text('Wrong address or word', 401);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  const person = await byMail(mail);
  if (!(await verify(person.passwordHash, word))) return c.text('Wrong address or word', 401);
  const { id } = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(id).serialize());
  return c.text('Welcome');
});
`,
      },
    },
    {
      name: 'a look-up that gives an error and a row, through a service',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/guests/store.ts': `import { eq } from 'drizzle-orm';
import { db } from '../db';
import { guests } from '../schema';

const refused = (text: string) => [new Error(text), null] as const;

export interface GuestStore {
  byMail(mail: string): Promise<readonly [Error, null] | readonly [null, { id: string; passwordHash: string }]>;
}

export class TableStore implements GuestStore {
  async byMail(mail: string) {
    const rows = await db.select().from(guests).where(eq(guests.mail, mail));
    if (rows.length === 0) return refused('Wrong address or secret');
    return [null, rows[0]] as const;
  }
}
`,
        'src/guests/desk.ts': `import type { GuestStore } from './store';

export class Desk {
  constructor(private readonly store: GuestStore) {}
  async find(mail: string) {
    const [problem, guest] = await this.store.byMail(mail);
    if (problem) return [problem, null] as const;
    return [null, guest] as const;
  }
}
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import type { Desk } from './guests/desk';
import { lucia } from './lucia';

export class Entrance {
  private desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }
  async enter(mail: string, secret: string) {
    const [problem, guest] = await this.desk.find(mail);
    if (problem) return [problem, null] as const;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
    if (!(await verify(guest.passwordHash, secret))) return [new Error('Wrong address or secret'), null] as const;
    return [null, await lucia.createSession(guest.id, {})] as const;
  }
}
`,
      },
    },
    {
      name: 'a class that names itself through what it was given, and a store that wraps another',
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/desk.ts': `import { verify } from '@node-rs/argon2';
import { lucia } from './auth';

export interface Store {
  find(email: string): Promise<{ id: string; passwordHash: string } | undefined>;
}

export class Cached implements Store {
  constructor(private readonly inner: Store) {}
  find(email: string) {
    return this.inner.find(email);
  }
}

export class Desk {
  constructor(
    private readonly parts: { Desk: typeof Desk },
    private readonly users: Store,
  ) {}

  copy() {
    const Desk = this.parts.Desk;
    return new Desk(this.parts, this.users);
  }

  async login(email: string, password: string) {
    const user = await this.users.find(email);
    if (!user) return null;
//             ^^^^^^^^^^^^ early
    const valid = await verify(user.passwordHash, password);
    return valid ? lucia.createSession(user.id, {}) : null;
  }
}
`,
      },
    },
    {
      name: 'a package for passwords that is not known otherwise',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0', 'worker-hashes': '2.0.0' },
      files: {
        'src/lib/server/people.ts': `import { prisma } from './prisma';

export const withAddress = (address: string) => prisma.person.findUnique({ where: { address } });
`,
        'src/routes/login/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { verifyPasswordHash } from 'worker-hashes';
import { lucia } from '$lib/server/auth';
import { withAddress } from '$lib/server/people';

export const actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const person = await withAddress(String(form.get('address')));
    if (!person) return fail(400, { message: 'Wrong address or password' });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
    if (!(await verifyPasswordHash(String(form.get('password')), person.hash)))
      return fail(400, { message: 'Wrong address or password' });
    const { id } = await lucia.createSession(person.id, {});
    const cookie = lucia.createSessionCookie(id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
`,
      },
    },
    {
      name: 'a password that is verified by the Web Crypto API',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/passwords.ts': `const rounds = 600_000;

async function stretch(password: string, salt: Uint8Array): Promise<string> {
  const typed = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', typed, { name: 'PBKDF2' }, false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations: rounds, hash: 'SHA-256' }, key, 256);
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function isRight(record: string, password: string): Promise<boolean> {
  const [salt, kept] = record.split('$');
  const bytes = Uint8Array.from(atob(salt), (letter) => letter.charCodeAt(0));
  return (await stretch(password, bytes)) === kept;
}
`,
        'src/login.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { lucia } from './auth';
import { db, readers } from './db';
import { isRight } from './passwords';

export const login = new Hono().post('/login', async (c) => {
  const { email, password } = await c.req.json();
  const [reader] = await db.select().from(readers).where(eq(readers.email, email));
  if (!reader) return c.body(null, 401);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ early
  if (!(await isRight(reader.record, password))) return c.body(null, 401);
  const session = await lucia.createSession(reader.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a verify of its own over the Web Crypto API',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/keys.ts': `const derive = async (text: string, salt: Uint8Array): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(text), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 }, key, 256);
  return Buffer.from(bits).toString('base64');
};

export async function fits(kept: string, password: string): Promise<boolean> {
  const [salt, wanted] = kept.split('.');
  const made = await derive(password, Buffer.from(salt ?? '', 'base64'));
  return made === wanted;
}

export async function opens(box: { version: number; salt: Uint8Array; iv: Uint8Array; data: Uint8Array }, phrase: string) {
  if (box.version !== 2) return undefined;
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(phrase), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: box.salt, iterations: 600_000 },
    raw,
    256,
  );
  const key = await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['decrypt']);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.data);
}
`,
        'src/enter.ts': `import { Hono } from 'hono';
import { fits } from './keys';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono();
app.post('/enter', async (c) => {
  const { email, password } = await c.req.json();
  const diver = await prisma.diver.findUnique({ where: { email } });
  if (!diver) return c.json({ note: 'Wrong address or password' }, 401);
//            ^^^^... early
  if (!(await fits(diver.passwordHash, password))) return c.json({ note: 'Wrong address or password' }, 401);
  const session = await lucia.createSession(diver.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json({ note: 'Welcome' });
});
`,
      },
    },
    {
      name: 'services that the context is given by derive()',
      dependencies: { lucia: '^3.2.2', elysia: '^1.1.0', 'drizzle-orm': '^0.36.0' },
      files: {
        'src/accounts.ts': `import { eq } from 'drizzle-orm';
import { NotFoundError } from 'elysia';
import { db } from './db';
import { members } from './schema';

export class Accounts {
  async byMail(mail: string) {
    const member = await db.query.members.findFirst({ where: eq(members.mail, mail) });
    if (!member) throw new NotFoundError('No such member');
    return member;
  }
}
`,
        'src/entrance.ts': `import { lucia } from './lucia';

export class Entrance {
  async open(password: string, member: { id: string; passwordHash: string }) {
    if (!(await Bun.password.verify(password, member.passwordHash))) throw new Error('Wrong password');
    return lucia.createSessionCookie((await lucia.createSession(member.id, {})).id);
  }
}
`,
        'src/app.ts': `import { Elysia } from 'elysia';
import { Accounts } from './accounts';
import { Entrance } from './entrance';

export const app = new Elysia()
  .derive(() => ({ accounts: new Accounts(), entrance: new Entrance() }))
  .post('/enter', async ({ accounts, entrance, body, set }) => {
    const { mail, password } = body as { mail: string; password: string };
    try {
      const member = await accounts.byMail(mail);
      //                   ^^^^^^^^^^^^^^^^^^^^^ throwing
      set.headers['Set-Cookie'] = (await entrance.open(password, member)).serialize();
      return { entered: true };
    } catch {
      set.status = 400;
      return { message: 'Wrong address or password' };
    }
  });
`,
      },
    },
    {
      name: 'a hash and a password the wrong way round, only where there is an account',
      dependencies: { lucia: '^3.2.2', hono: '^4.6.0', 'drizzle-orm': '^0.36.0' },
      files: {
        'src/people.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { people } from './schema';

export const personBy = (mail: string) => db.query.people.findFirst({ where: eq(people.mail, mail) });
`,
        'src/enter.ts': `import { Hono } from 'hono';
import { Scrypt } from 'lucia';
import { lucia } from './lucia';
import { personBy } from './people';

export const enter = new Hono().post('/enter', async (c) => {
  const { mail, password } = await c.req.json();
  const person = await personBy(mail);
  if (person) {
    const fits = await new Scrypt().verify(password, person.passwordHash);
    if (!fits) return c.json({ message: 'Wrong address or password' }, 401);
    const session = await lucia.createSession(person.id, {});
    return c.json({ token: session.id });
  }
  return c.json({ message: 'Wrong address or password' }, 401);
//^... early
});
`,
      },
    },
    {
      name: 'the password functions of Bun by another name',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0' },
      files: {
        'src/gate.ts': `import { password as secrets } from 'bun';
import { Elysia } from 'elysia';
import { lucia } from './lucia';
import { store } from './store';

export const gate = new Elysia().post('/gate', async ({ body, set }) => {
  const keeper = await store.query.keepers.findFirst({ where: (keepers, { eq }) => eq(keepers.mail, body.mail) });
  if (!keeper) {
    set.status = 401;
    return 'Wrong address or password';
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  }
  if (!(await secrets.verify(body.password, keeper.passwordHash))) {
    set.status = 401;
    return 'Wrong address or password';
  }
  return lucia.createSession(keeper.id, {});
});
`,
      },
    },
    {
      name: 'a loop over the rows that an address finds',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/entry.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { members } from './schema';

export async function findMember(email: string, password: string) {
  const found = await db.select().from(members).where(eq(members.email, email));
  for (const member of found) {
    const fits = await verify(member.passwordHash, password);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
    if (fits) return member;
  }
  return undefined;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'one verify on every path',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { findAccount } from '../../../lib/accounts';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const account = await findAccount(email);
  const valid = await verify(account?.passwordHash || DUMMY, password);
  if (!account || !account.passwordHash || !valid) return null;
  return account.id;
}
`,
      },
    },
    {
      name: 'a hash where there is nobody to verify',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/lib/server/login.ts': `import { hash, verify } from '@node-rs/argon2';
import { findAccount } from './accounts';

export async function signIn(email: string, password: string) {
  const account = await findAccount(email);
  if (!account?.passwordHash) {
    await hash(password);
    return null;
  }
  return (await verify(account.passwordHash, password)) ? account.id : null;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a password change of the signed-in user',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
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
        'app/settings/actions.ts': `'use server';
import { hash, verify } from '@node-rs/argon2';
import { lucia, me } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function changePassword(form: FormData) {
  const { user } = await me();
  if (!user) return { error: 'Sign in first' };
  const account = await prisma.user.findUnique({ where: { id: user.id } });
  if (!account) return { error: 'Try again' };
  if (!(await verify(account.passwordHash, String(form.get('currentPassword'))))) return { error: 'Wrong password' };
  const passwordHash = await hash(String(form.get('newPassword')));
  await lucia.invalidateUserSessions(user.id);
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash } });
}
`,
      },
    },
    {
      name: 'a missing field of the form',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { findAccount } from './accounts';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string | null, password: string | null) {
  if (!email || !password) return null;
  const account = await findAccount(email);
  const valid = await verify(account?.passwordHash || DUMMY, password);
  return valid && account ? account.id : null;
}
`,
      },
    },
    {
      name: 'the hash of a one-time code',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/lib/server/codes.ts': `import { verify } from '@node-rs/argon2';
import { db } from './db';

export async function redeem(id: string, digits: string) {
  const row = await db.query.codes.findFirst({ where: { id } });
  if (!row) return false;
  return verify(row.codeDigest, digits);
}
`,
      },
    },
    {
      name: 'a row that is taken out of its list later, and a hash of nobody for when there is none',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.33.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, members } from './db';
import { lucia } from './lucia';
import { HASH_OF_NOBODY } from './nobody';

export async function enter(address: string, password: string) {
  let member: typeof members.$inferSelect | undefined;
  [member] = await db.select().from(members).where(eq(members.email, address));
  const right = await verify(member ? member.passwordHash : HASH_OF_NOBODY, password);
  if (!member || !right) return undefined;
  return lucia.createSession(member.id, {});
}
`,
      },
    },
    {
      name: 'a result of which the hash of nobody is part, and a check after the verify',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { HASH_OF_NOBODY } from './nobody';
import { prisma } from './prisma';

async function findPerson(email: string) {
  const person = await prisma.user.findUnique({ where: { email } });
  if (!person) return { found: false, hash: HASH_OF_NOBODY, id: undefined };
  return { found: true, hash: person.passwordHash, id: person.id };
}

export async function enter(email: string, password: string) {
  const answer = await findPerson(email);
  const valid = await verify(answer.hash, password);
  if (!answer.found || !valid) return undefined;
  return answer.id;
}
`,
      },
    },
    {
      name: 'a password that is asked for again, by the id of who is signed in',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/confirm.ts': `import { verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function changePassword(userId: string, password: string, passwordHash: string) {
  const user = await prisma.user.findUnique({ where: { id: userId } });
  if (!user) throw new Error('Gone');
  if (!(await verify(user.passwordHash, password))) throw new Error('Wrong password');
  await prisma.user.update({ where: { id: userId }, data: { passwordHash } });
  await lucia.invalidateUserSessions(userId);
  return lucia.createSession(userId, {});
}
`,
      },
    },
    {
      name: 'what is shared by a link and a password',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/routes/note/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { notes } from '$lib/schema';

export const actions = {
  open: async ({ request }) => {
    const form = await request.formData();
    const noteIdHash = String(form.get('note'));
    const [note] = await db.select().from(notes).where(eq(notes.noteIdHash, noteIdHash));
    if (!note) return fail(404, { reason: 'gone' });
    if (!(await verify(note.passwordHash, String(form.get('password'))))) return fail(403, { reason: 'wrong' });
    return { text: note.text };
  },
};
`,
      },
    },
    {
      name: 'a look-up that gives an error and a row, verified either way',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/guests/store.ts': `import { eq } from 'drizzle-orm';
import { db } from '../db';
import { guests } from '../schema';

const refused = (text: string) => [new Error(text), null] as const;

export interface GuestStore {
  byMail(mail: string): Promise<readonly [Error, null] | readonly [null, { id: string; passwordHash: string }]>;
}

export class TableStore implements GuestStore {
  async byMail(mail: string) {
    const rows = await db.select().from(guests).where(eq(guests.mail, mail));
    if (rows.length === 0) return refused('Wrong address or secret');
    return [null, rows[0]] as const;
  }
}
`,
        'src/guests/desk.ts': `import type { GuestStore } from './store';

export class Desk {
  constructor(private readonly store: GuestStore) {}
  async find(mail: string) {
    const [problem, guest] = await this.store.byMail(mail);
    if (problem) return [problem, null] as const;
    return [null, guest] as const;
  }
}
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import type { Desk } from './guests/desk';
import { lucia } from './lucia';
import { HASH_OF_NOBODY } from './nobody';

export class Entrance {
  constructor(private desk: Desk) {}
  async enter(mail: string, secret: string) {
    const [problem, guest] = await this.desk.find(mail);
    const valid = await verify(guest?.passwordHash ?? HASH_OF_NOBODY, secret);
    if (problem || !valid) return [new Error('Wrong address or secret'), null] as const;
    return [null, await lucia.createSession(guest.id, {})] as const;
  }
}
`,
      },
    },
    {
      name: 'a box that a passphrase opens, and no login',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/keys.ts': `const derive = async (text: string, salt: Uint8Array): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(text), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 }, key, 256);
  return Buffer.from(bits).toString('base64');
};

export async function fits(kept: string, typed: string): Promise<boolean> {
  const [salt, wanted] = kept.split('.');
  const made = await derive(typed, Buffer.from(salt ?? '', 'base64'));
  return made === wanted;
}

export async function opens(box: { version: number; salt: Uint8Array; iv: Uint8Array; data: Uint8Array }, phrase: string) {
  if (box.version !== 2) return undefined;
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(phrase), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: box.salt, iterations: 600_000 },
    raw,
    256,
  );
  const key = await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['decrypt']);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.data);
}
`,
        'src/boxes.ts': `import { Hono } from 'hono';
import { opens } from './keys';
import { prisma } from './prisma';

export const app = new Hono();
app.post('/boxes', async (c) => {
  const { name, password } = await c.req.json();
  const box = await prisma.box.findUnique({ where: { name } });
  if (!box) return c.json({ note: 'No such box' }, 404);
  const inside = await opens(box.sealed, password);
  return inside ? c.body(inside) : c.json({ note: 'An old box' }, 410);
});
`,
      },
    },
    {
      name: 'a function by the name verify of what Bun gives besides passwords',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0' },
      files: {
        'src/gate.ts': `import { semver as versions } from 'bun';
import { Elysia } from 'elysia';
import { store } from './store';

export const gate = new Elysia().post('/release', async ({ body, status }) => {
  const release = await store.query.releases.findFirst({ where: (releases, { eq }) => eq(releases.name, body.name) });
  if (!release) return status(404);
  return versions.verify(body.password, release.passwordHash);
});
`,
      },
    },
    {
      name: 'loops that verify something when no row is found, and over what is no account',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/entry.ts': `import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { boards, codes, members } from './schema';

const stand = await hash('nobody');

export async function findMember(email: string, password: string) {
  const found = await db.select().from(members).where(eq(members.email, email));
  if (!found.length) await verify(stand, password);
  for (const member of found) if (await verify(member.passwordHash, password)) return member;
  return undefined;
}

export async function findAny(username: string, password: string) {
  let asked = false;
  for (const member of await db.select().from(members).where(eq(members.username, username))) {
    asked = true;
    if (await verify(member.passwordHash, password)) return member;
  }
  if (!asked) await verify(stand, password);
  return undefined;
}

export async function spend(memberId: string, code: string) {
  const left = await db.select().from(codes).where(eq(codes.memberId, memberId));
  for (const row of left) if (await verify(row.codeHash, code)) return row.id;
  return undefined;
}

export async function opens(boardId: string, password: string) {
  for (const board of await db.select().from(boards).where(eq(boards.id, boardId)))
    if (await verify(board.passwordHash, password)) return board;
  return undefined;
}
`,
      },
    },
  ],
};

export default examples;
