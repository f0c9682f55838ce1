import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a code that is put together of random bytes',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/pins.ts': `import { db } from './db';
import { pins } from './schema';

function digits(): string {
  const bytes = new Uint8Array(6);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => String(byte % 10)).join('');
}

export async function issueLoginCode(mail: string) {
  const pin = digits();
  await db.insert(pins).values({ pin, mail });
  return pin;
}

export async function issueSeatCode(seats: readonly string[]) {
  const salt = new Uint8Array(8);
  crypto.getRandomValues(salt);
  return seats.join('-');
}
`,
        'src/enter.ts': `import { Hono } from 'hono';
import { issueLoginCode, issueSeatCode } from './pins';
import { mail } from './mail';

export const enter = new Hono().post('/enter', async (c) => {
  const { to } = await c.req.json();
  const sent = await issueLoginCode(to);
  console.log('sent', sent);
//                    ^^^^ secret
  console.log('seat', await issueSeatCode(['a', 'b']));
  await mail(to, sent);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the context of a request, with the session that middleware puts there',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';

export const accounts = new Lucia(adapter);
`,
        'server/middleware/session.ts': `import { accounts } from '../utils/accounts';

export default defineEventHandler(async (event) => {
  const id = getCookie(event, accounts.sessionCookieName) ?? '';
  const { session } = await accounts.validateSession(id);
  event.context.session = session;
});
`,
        'server/api/page.get.ts': `import { page } from '../utils/page';

export default defineEventHandler((event) => {
  console.log('asked for a page', event.context);
//                                ^^^^^^^^^^^^^ secret
  return page(event.context.params.slug);
});
`,
      },
    },
    {
      name: 'a user with a secret among the attributes, what hooks keep for the request, a token that was just stored',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/lib/server/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';

export const accounts = new Lucia(adapter, {
  getUserAttributes: ({ name, feed_token }) => ({ name, feedToken: feed_token }),
});
`,
        'src/hooks.server.ts': `import { accounts } from '$lib/server/accounts';

export async function handle({ event, resolve }) {
  const id = event.cookies.get(accounts.sessionCookieName);
  if (!id) return resolve(event);
  const { session, user } = await accounts.validateSession(id);
  Object.assign(event.locals, { session, member: user });
  return resolve(event);
}
`,
        'src/routes/feed/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { emailConfirmations } from '$lib/server/schema';

export const load = async ({ locals }) => {
  console.log('feed of', locals);
//                       ^^^^^^ secret
  const { member } = locals;
  if (member.name === '') return fail(400);
  console.debug({ member });
//                ^^^^^^ secret
  console.debug(member.name, member.feedToken);
//                           ^^^^^^^^^^^^^^^^ secret
  const again = crypto.randomUUID();
  await db.insert(emailConfirmations).values({ token: again, name: member.name });
  console.info({ again });
//               ^^^^^ secret
};
`,
      },
    },
    {
      name: 'what a helper puts together for the lines of a log, and a helper in place of the mail',
      dependencies: { lucia: '3.2.2', express: '4.21.0', pino: '9.5.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/lines.ts': `import type { Request, Response } from 'express';

export function lineOf(req: Request, res: Response) {
  return {
    path: req.path,
    account: res.locals.user?.id,
    visit: res.locals.session?.id,
//         ^^^^^^^^^^^^^^^^^^^^^^ secret
  };
}
`,
        'src/invite.ts': `import { randomBytes } from 'node:crypto';
import { db } from './db';

export async function createInviteLink(team: string) {
  const secret = randomBytes(24).toString('hex');
  await db.insertInto('invitations').values({ team, secret }).execute();
  return \`https://teams.example/join/\${secret}\`;
}

export function mailInvite({ to, link }: { to: string; link: string }) {
  console.log('to', to);
  console.log(\`Join here: \${link}\`);
//                          ^^^^ secret
}
`,
        'src/app.ts': `import express from 'express';
import { pino } from 'pino';
import { createInviteLink, mailInvite } from './invite';
import { lineOf } from './lines';

export const app = express();
const log = pino();

app.use((req, res, next) => {
  log.info({ at: Date.now(), ...lineOf(req, res) });
  next();
});

app.post('/teams/:team/invites', async (req, res) => {
  const link = await createInviteLink(req.params.team);
  mailInvite({ to: req.body.to, link });
  res.status(204).end();
`,
      },
    },
    {
      name: 'what a sign-in with a provider is made of: known by what it is used for, or read out of the Cookie header',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/header.ts': `export function fromHeader(header: string, key: string) {
  return new RegExp(key + '=([^;]*)').exec(header)?.[1];
}
`,
        'src/discord.ts': `import { Discord } from 'arctic';
import { Hono } from 'hono';
import { nanoid } from 'nanoid';
import { fromHeader } from './header';

const discord = new Discord('id', 'secret', 'https://shop.example/in');
export const app = new Hono();

app.get('/out', async (c) => {
  const marker = nanoid();
  console.debug('leaving with', marker);
  //                            ^^^^^^ secret
  return c.redirect((await discord.createAuthorizationURL(marker)).href);
});

app.get('/in', async (c) => {
  const header = c.req.header('cookie') ?? '';
  const kept = fromHeader(header, 'discord_oauth_state');
  console.log('came back', kept);
  //                       ^^^^ secret
  if (!kept || kept !== c.req.query('state')) return c.body(null, 400);
  return enter({ grant: c.req.query('code') ?? '' });
});

async function enter({ grant }: { grant: string }) {
  console.log('exchanging', grant);
  //                        ^^^^^ secret
  const given = await discord.validateAuthorizationCode(grant);
  const later = await discord.refreshAccessToken(given.refreshToken);
  const line = \`renewed: \${later.accessToken}\`;
  console.info(line);
  //           ^^^^ secret
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'tokens that are read back from their tables, and one that is signed',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', jose: '5.9.0' },
      files: {
        'src/signed.ts': `import { SignJWT } from 'jose';

export const signed = (claims: Record<string, string>, key: Uint8Array) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1d').sign(key);
`,
        'src/mails.ts': `import { prisma } from './prisma';
import { signed } from './signed';

export async function again(userId: string, key: Uint8Array) {
  const open = await prisma.emailVerification.findFirst({ where: { userId } });
  console.log('sending once more', open?.code);
  //                               ^^^^^^^^^^ secret
  const linked = await prisma.linkedAccount.findFirst({ where: { userId } });
  console.log('calendar', { key: linked.refresh_token });
  //                             ^^^^^^^^^^^^^^^^^^^^ secret
  const pass = await signed({ userId }, key);
  console.log('guest pass', encodeURIComponent(pass));
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^ secret
}
`,
      },
    },
    {
      name: 'a helper that is given the code of a mail and prints it, and a session id by the name of its cookie',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/post.ts': `import { mailer } from './mailer';

export async function post({ to, code }: { to: string; code: string }) {
  console.info('posting', code, to);
  //                      ^^^^ secret
  await mailer.send(to, code);
}
`,
        'src/confirm.ts': `import { Router } from 'express';
import { generateRandomString } from 'oslo/crypto';
import { post } from './post';
import { prisma } from './prisma';

export const confirm = Router();

async function _createCode(userId: string) {
  const code = generateRandomString(8);
  await prisma.emailVerification.create({ data: { userId, code } });
  return code;
}

confirm.post('/confirm', async (req, res) => {
  console.log('asked by', req.cookies.auth_session);
  //                      ^^^^^^^^^^^^^^^^^^^^^^^^ secret
  await post({ to: req.body.email, code: await _createCode(res.locals.user.id) });
  res.sendStatus(204);
});
`,
      },
    },
    {
      name: 'a filled-in form whose schema has the password behind what is chained to it',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'sveltekit-superforms': '2.20.0', zod: '3.23.0' },
      files: {
        'src/lib/schemas.ts': `import { z } from 'zod';

const person = z.object({ email: z.string().email() });
export const joining = person
  .extend({ password: z.string().min(10), repeated: z.string() })
  .refine((given) => given.password === given.repeated);
`,
        'src/routes/join/+page.server.ts': `import { superValidate } from 'sveltekit-superforms';
import { zod } from 'sveltekit-superforms/adapters';
import { joining } from '$lib/schemas';
import { join } from '$lib/server/join';

export const actions = {
  default: async (event) => {
    const filled = await superValidate(event, zod(joining));
    console.log('joining', filled.data);
//                         ^^^^^^^^^^^ secret
    if (!filled.valid) return { filled };
    await join(filled.data);
    return { filled };
  },
};
`,
      },
      fixed: {
        'src/routes/join/+page.server.ts': `import { superValidate } from 'sveltekit-superforms';
import { zod } from 'sveltekit-superforms/adapters';
import { joining } from '$lib/schemas';
import { join } from '$lib/server/join';

export const actions = {
  default: async (event) => {
    const filled = await superValidate(event, zod(joining));
    if (!filled.valid) return { filled };
    await join(filled.data);
    return { filled };
  },
};
`,
      },
    },
    {
      name: 'a row that a helper hands back after a write, and the object that is written',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('members', { id: text('id').primaryKey(), email: text('email'), passwordHash: text('hash') });
`,
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { members } from './schema';

export async function rename(id: string, email: string) {
  const [row] = await db.update(members).set({ email }).where(eq(members.id, id)).returning();
  return row;
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { hash } from '@node-rs/argon2';
import { db } from './db';
import { rename } from './members';
import { members } from './schema';

export const app = new Hono();

app.post('/rename', async (c) => {
  const { email } = await c.req.json();
  const renamed = await rename(c.get('user').id, email);
  console.info('renamed', { renamed });
//                          ^^^^^^^ secret
  return c.body(null, 204);
});

app.post('/members', async (c) => {
  const { email, password } = await c.req.json();
  const digest = await hash(password);
  const fresh = { id: crypto.randomUUID(), email, passwordHash: digest };
  console.log('adding', fresh);
//                      ^^^^^ secret
  await db.insert(members).values(fresh);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a header that the secret of a job may also be in',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/jobs.ts': `import { Hono } from 'hono';

export const jobs = new Hono();

jobs.post('/rates', async (c) => {
  const given = c.req.header('Authorization');
  console.log('asked for rates', given);
//                               ^^^^^ secret
  if (given !== \`Bearer \${process.env.RATES_TOKEN}\`) return c.body(null, 403);
  return c.body(null, 204);
});
`,
      },
      fixed: {
        'src/jobs.ts': `import { Hono } from 'hono';

export const jobs = new Hono();

jobs.post('/rates', async (c) => {
  const given = c.req.header('Authorization');
  if (given !== \`Bearer \${process.env.RATES_TOKEN}\`) return c.body(null, 403);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'passwords under other names, known by what is done with them',
      dependencies: { lucia: '3.2.2', astro: '5.0.0', bcryptjs: '2.4.3', '@prisma/client': '5.22.0' },
      files: {
        'src/words.ts': `import bcrypt from 'bcryptjs';

export const matches = (word: string, digest: string) => bcrypt.compare(word, digest);
export const digestOf = (word: string) => bcrypt.hash(word, 12);
`,
        'src/pages/api/change.ts': `import { lucia } from '../../auth';
import { prisma } from '../../prisma';
import { digestOf, matches } from '../../words';

export async function POST({ request, locals }) {
  const { before, next } = await request.json();
  console.log('change', locals.user.id, before);
//                                      ^^^^^^ secret
  const account = await prisma.account.findUniqueOrThrow({ where: { id: locals.user.id } });
  if (!(await matches(before, account.digest))) return new Response(null, { status: 400 });
  await lucia.invalidateUserSessions(account.id);
  await prisma.account.update({ where: { id: account.id }, data: { digest: await digestOf(next) } });
  return new Response(null, { status: 204 });
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
      },
      fixed: {
        'src/pages/api/change.ts': `import { lucia } from '../../auth';
import { prisma } from '../../prisma';
import { digestOf, matches } from '../../words';

export async function POST({ request, locals }) {
  const { before, next } = await request.json();
  console.log('change', locals.user.id);
  const account = await prisma.account.findUniqueOrThrow({ where: { id: locals.user.id } });
  if (!(await matches(before, account.digest))) return new Response(null, { status: 400 });
  await lucia.invalidateUserSessions(account.id);
  await prisma.account.update({ where: { id: account.id }, data: { digest: await digestOf(next) } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'the id of a new session',
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
        'lib/start.ts': `import { lucia } from './auth';

export async function start(userId: string) {
  const session = await lucia.createSession(userId, {});
  console.log('session for', userId, session.id);
//                                   ^^^^^^^^^^ secret
  return session;
}
`,
      },
      fixed: {
        'lib/start.ts': `import { lucia } from './auth';

export async function start(userId: string) {
  const session = await lucia.createSession(userId, {});
  console.log('session for', userId);
  return session;
}
`,
      },
    },
    {
      name: 'a cookie through a child logger in a template',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0', pino: '9.5.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
`,
        'src/login.ts': `import pino from 'pino';
import { auth } from './auth';

const logger = pino().child({ module: 'login' });
export function cookieFor(id: string) {
  const cookie = auth.createSessionCookie(id);
  // for debugging
  logger.debug(\`Set-Cookie: \${cookie.serialize()}\`);
//                            ^^^^^^^^^^^^^^^^^^ secret
  return cookie;
}
`,
      },
      fixed: {
        'src/login.ts': `import pino from 'pino';
import { auth } from './auth';

const logger = pino().child({ module: 'login' });
export function cookieFor(id: string) {
  const cookie = auth.createSessionCookie(id);
  // for debugging
  return cookie;
}
`,
      },
    },
    {
      name: 'a form with the password',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/signup.ts': `import { Router } from 'express';
import { register } from './register';

export const signup = Router();
signup.post('/signup', async (req, res) => {
  const { email, password } = req.body;
  console.info('signup', req.body);
//                       ^^^^^^^^ secret
  await register(email, password);
  res.status(201).end();
});
`,
      },
    },
    {
      name: 'through an own logger in another file',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/log.ts': `export function note(label: string, value: unknown) {
  console.error(label, value);
}
`,
        'src/login.ts': `import { Hono } from 'hono';
import { note } from './log';
import { authenticate } from './authenticate';

export const app = new Hono();
app.post('/login', async (c) => {
  const { name, password } = await c.req.json();
  note('trying', password);
//               ^^^^^^^^ secret
  return c.json({ ok: await authenticate(name, password) });
});
`,
      },
    },
    {
      name: 'a child logger that carries the session',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/hook.ts': `import type { FastifyRequest } from 'fastify';
import { lucia } from './auth';

export async function attach(request: FastifyRequest) {
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  if (!id) return;
  const { session, user } = await lucia.validateSession(id);
  if (!session) return;
  request.log = request.log.child({ userId: user.id, session });
//                                                   ^^^^^^^ secret
}
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a link of a mail that a page prints, and a cookie in the text for an own logger',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/trail.ts': `import { appendFileSync } from 'node:fs';

export function trail(line: string, level = 'info') {
  console.info(level, line);
  appendFileSync('trail.txt', line);
}
`,
        'app/confirm/[code]/page.tsx': `import { prisma } from '@/lib/prisma';
import { digest } from '@/lib/digest';

export default async function ConfirmPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  console.debug('confirming', code);
  //                          ^^^^ secret
  const key = await digest(code);
  const row = await prisma.emailConfirmation.findFirst({ where: { key } });
  return <p>{row ? 'Thank you' : 'Too late'}</p>;
}
`,
        'app/enter/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';
import { trail } from '@/lib/trail';

export async function enter(memberId: string) {
  const made = await lucia.createSession(memberId, {});
  const cookie = lucia.createSessionCookie(made.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  trail(\`\${memberId} is in, with \${cookie.value}\`);
  //                               ^^^^^^^^^^^^ secret
}
`,
      },
    },
    {
      name: 'the whole event of a hook, a form that a schema accepts, and the row of a user where its attributes are picked',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4', zod: '3.23.8' },
      files: {
        'src/lib/server/tables.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const guests = sqliteTable('guest', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  hashedPassword: text('hashed_password').notNull(),
});
export const visits = sqliteTable('visit', { id: text('id').primaryKey() });
`,
        'src/lib/server/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { guests, visits } from './tables';

export const auth = new Lucia(new DrizzleSQLiteAdapter(db, visits, guests), {
  getUserAttributes: (guest) => {
    console.debug('guest', guest);
//                         ^^^^^ secret
    return { name: guest.name };
  },
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
    DatabaseUserAttributes: { name: string };
  }
}
`,
        'src/hooks.server.ts': `import { auth } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const { session, user } = await auth.validateSession(event.cookies.get(auth.sessionCookieName) ?? '');
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};

export const handleError = ({ error, event }) => {
  console.error(error, event.url.pathname);
  console.error(JSON.stringify({ event }));
//                               ^^^^^ secret
};
`,
        'src/routes/join/+page.server.ts': `import { z } from 'zod';
import { join } from '$lib/server/join';

const joining = z.object({ name: z.string(), password: z.string().min(8) });

export const actions = {
  default: async ({ request }) => {
    const sent = Object.fromEntries(await request.formData());
    try {
      await join(joining.parse(sent));
    } catch (error) {
      console.warn('refused', sent);
//                            ^^^^ secret
    }
  },
};
`,
      },
    },
    {
      name: 'a logger that puts its lines together first, and a session that is made where there was none',
      dependencies: { lucia: '3.2.2', hono: '4.6.9' },
      files: {
        'src/trail.ts': `class Trail {
  private line(level: string, text: string, more?: object): string {
    const tail = more ? \` \${JSON.stringify(more)}\` : '';
    return \`\${level} \${text}\${tail}\`;
  }

  note(text: string, more?: object): void {
    console.info(this.line('note', text, more));
  }
}

export const trail = new Trail();
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
        'src/enter.ts': `import { Hono } from 'hono';
import { lucia } from './lucia';
import { trail } from './trail';

export const enter = new Hono();

enter.post('/renew', async (c) => {
  const { session, user } = await lucia.validateSession(c.req.header('x-id') ?? '');
  if (!session) return c.body(null, 401);
  const next = await lucia.createSession(user.id, {});
  trail.note('renewed', { who: user.id, next: next.id });
  //                                          ^^^^^^^ secret
  return c.body(null, 204);
});

enter.post('/wallet', async (c) => {
  let session = c.get('session');
  if (!session) {
    session = await lucia.createSession(await c.req.text(), {});
    console.debug('made', session);
    //                    ^^^^^^^ secret
  }
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'codes of a reset: typed in, handed to what prints the mail, and in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', 'drizzle-orm': '0.36.4', '@neondatabase/serverless': '0.10.0' },
      files: {
        'src/otp.ts': `export function newOtp(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return Array.from(bytes, (byte) => byte % 10).join('');
}
`,
        'src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const resetSessions = pgTable('reset_session', { id: text('id').primaryKey(), memberId: text('member_id'), otp: text('otp') });
export const members = pgTable('member', { id: text('id').primaryKey(), activationCode: text('activation_code') });
`,
        'src/mail.ts': `export async function mailReset(to: string, code: string) {
  console.log(\`For \${to}: \${code}\`);
  //                        ^^^^ secret
}
`,
        'src/reset.ts': `import { neon } from '@neondatabase/serverless';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/neon-http';
import { Hono } from 'hono';
import { mailReset } from './mail';
import { newOtp } from './otp';
import { members, resetSessions } from './tables';

const sql = neon(process.env.DATABASE_URL!);
const db = drizzle(process.env.DATABASE_URL!);

async function begin(memberId: string) {
  const begun = { id: crypto.randomUUID(), memberId, otp: newOtp() };
  await db.insert(resetSessions).values(begun);
  return begun;
}

export const reset = new Hono();

reset.post('/forgot', async (c) => {
  const { id, email } = await c.req.json();
  const begun = await begin(id);
  await mailReset(email, begun.otp);
  return c.body(null, 204);
});

reset.post('/forgot/link', async (c) => {
  const { email } = await c.req.json();
  const token = crypto.randomUUID();
  await sql\`INSERT INTO password_resets (email, token) VALUES (\${email}, \${token})\`;
  console.warn('no mail server, token:', token);
  //                                     ^^^^^ secret
  return c.body(null, 204);
});

reset.post('/activate', async (c) => {
  const form = await c.req.formData();
  const code = String(form.get('code')).toUpperCase();
  console.log('activating', code);
  //                        ^^^^ secret
  const [member] = await db.select().from(members).where(eq(members.activationCode, code));
  return c.json({ done: !!member });
});
`,
      },
    },
    {
      name: 'a row of Astro DB, whose tables only its configuration declares',
      dependencies: { lucia: '3.2.2', astro: '4.16.0', '@astrojs/db': '0.14.0' },
      files: {
        'db/config.ts': `import { column, defineDb, defineTable } from 'astro:db';

const keeper = defineTable({
  columns: { id: column.text({ primaryKey: true }), email: column.text(), hashed_password: column.text() },
});
const visit = defineTable({ columns: { id: column.text({ primaryKey: true }), keeperId: column.text() } });

export default defineDb({ tables: { Keeper: keeper, visit } });
`,
        'src/pages/api/keeper.ts': `import type { APIRoute } from 'astro';
import { db, eq, Keeper, visit } from 'astro:db';

export const GET: APIRoute = async ({ url }) => {
  const found = await db.select().from(Keeper).where(eq(Keeper.id, url.searchParams.get('id') ?? '')).get();
  console.log('asked for', found);
  //                       ^^^^^ secret
  const visits = await db.select().from(visit).where(eq(visit.keeperId, found?.id ?? ''));
  console.log('who came to see', visits);
  return new Response(found?.email);
};
`,
      },
    },
    {
      name: 'what a form hands to its handler, by the type of its schema',
      dependencies: { lucia: '3.2.2', react: '18.3.1', zod: '3.24.1', 'react-hook-form': '7.54.0' },
      files: {
        'src/fields.ts': `import { z } from 'zod';

export const fields = z.object({ nickname: z.string(), password: z.string().min(12) });
`,
        'src/join.tsx': `import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { fields } from './fields';

type Filled = z.infer<typeof fields>;

export function Join({ send }) {
  const form = useForm<Filled>();
  const submit = async (filled: Filled) => {
    console.debug('joining', filled);
//                           ^^^^^^ secret
    await send(filled);
  };
  return <form onSubmit={form.handleSubmit(submit)} />;
}
`,
      },
    },
    {
      name: 'lines that a helper of its own joins',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/trail.ts': `export const trail = {
  note: (where: string, ...lines: string[]) => write(where, lines),
};

const write = (where: string, lines: string[]) => {
  console.info(\`[\${where}] \${lines.join(' ')}\`);
};
`,
        'src/renew.ts': `import { lucia } from './lucia';
import { trail } from './trail';

export async function renew(given: string) {
  const { session } = await lucia.validateSession(given);
  if (!session) return null;
  trail.note('renew', 'still there: ' + session.id);
//                                      ^^^^^^^^^^ secret
  return session.userId;
}
`,
      },
    },
    {
      name: 'the logger of a module that is not there',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/enter.ts': `import { lucia } from './lucia';
import { log } from './generated/log';

export async function enter(userId: string) {
  const made = await lucia.createSession(userId, {});
  log.info('entered', { userId, cookie: lucia.createSessionCookie(made.id) });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  return made.userId;
}
`,
      },
    },
    {
      name: 'what somebody has typed in: the code of a mail and that of an authenticator app',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0', otplib: '12.0.1' },
      files: {
        'src/lib/server/codes.ts': `import { prisma } from './prisma';

export async function fits(memberId: string, typed: string): Promise<boolean> {
  const latest = await prisma.emailVerification.findFirst({ where: { memberId } });
  if (!latest) return false;
  return latest.code === typed;
}
`,
        'src/routes/confirm/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { authenticator } from 'otplib';
import { fits } from '$lib/server/codes';

export const actions = {
  mail: async ({ request, locals }) => {
    const form = await request.formData();
    const six = [1, 2, 3, 4, 5, 6].map((place) => form.get('d' + place)).join('');
    console.log('confirming', locals.user.id, six);
//                                            ^^^ secret
    if (!(await fits(locals.user.id, six))) return fail(400);
    redirect(302, '/');
  },
  app: async ({ request, locals }) => {
    const form = await request.formData();
    const digits = form.get('first') + '' + form.get('last');
    console.debug({ digits });
//                  ^^^^^^ secret
    if (!authenticator.verify({ token: digits, secret: locals.user.key })) return fail(400);
    redirect(302, '/');
  },
};
`,
      },
    },
    {
      name: 'a row of which the hash was asked for, and a row with the code that is compared',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const sailors = pgTable('sailors', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  rank: text('rank'),
  passwordHash: text('password_hash').notNull(),
});
export const emailVerifications = pgTable('email_verifications', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  code: text('code').notNull(),
});
`,
        'src/board.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { hashOf } from './hashes';
import { emailVerifications, sailors } from './schema';

export async function board(email: string, word: string) {
  const [sailor] = await db
    .select({ id: sailors.id, secret: sailors.passwordHash })
    .from(sailors)
    .where(eq(sailors.email, email));
  console.info('boarding', sailor);
//                         ^^^^^^ secret
  return sailor && hashOf(word);
}

export async function confirm(email: string, code: string) {
  const sent = await db.query.emailVerifications.findFirst({ where: eq(emailVerifications.email, email) });
  console.debug('sent before', sent);
//                             ^^^^ secret
  return sent !== undefined && sent.code === code;
}
`,
      },
    },
    {
      name: 'the ticket of a login that CAS vouches for',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/vouch.ts': `export async function vouch(ticket: string) {
  const address = \`https://cas.orchard.example/serviceValidate?ticket=\${ticket}\`;
  console.log('asking', address);
  //                    ^^^^^^^ secret
  return fetch(address);
}
`,
        'app/cas/callback/route.ts': `import { vouch } from '../../../lib/vouch';

export async function GET(request: Request) {
  console.log('back from CAS', request.url);
  //                           ^^^^^^^^^^^ secret
  const ticket = new URL(request.url).searchParams.get('ticket');
  if (!ticket) return new Response(null, { status: 400 });
  return vouch(ticket);
}
`,
      },
    },
    {
      name: 'a form that a component logs in the browser',
      dependencies: { lucia: '3.2.2', next: '15.0.0', zod: '3.23.0' },
      files: {
        'components/enter.tsx': `'use client';
import { z } from 'zod';
import { enter } from '../lib/actions';

const fields = z.object({ mail: z.string(), password: z.string() });

export function Enter() {
  async function onSubmit(values: z.infer<typeof fields>) {
    console.log(values);
    //          ^^^^^^ browser
    await enter(values);
  }
  return <EnterForm onSubmit={onSubmit} />;
}
`,
      },
    },
    {
      name: 'a logger of its own that writes to the stream of the process',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/journal.ts': `export const journal = {
  note(text: string, more: object = {}) {
    process.stdout.write(JSON.stringify({ text, ...more }) + '\\n');
  },
};
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/app.ts': `import { Hono } from 'hono';
import { journal } from './journal';
import { lucia } from './lucia';

export const app = new Hono();
app.post('/guest', async (c) => {
  const session = await lucia.createSession('guest', {});
  journal.note('a guest', { visit: session.id, of: session.userId });
//                                 ^^^^^^^^^^ secret
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a line that a helper makes, a token that a repository keeps, and the answer that holds one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const albumTokens = pgTable('album_tokens', { token: text('token').primaryKey(), albumId: text('album_id') });
`,
        'src/albums.ts': `import { db } from './db';
import { albumTokens } from './schema';

export const share = (row: { token: string; albumId: string }) => db.insert(albumTokens).values(row);
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/app.ts': `import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { share } from './albums';
import { lucia } from './lucia';

const line = (event: string, subject: string) => \`[\${event}] \${subject}\`;

export const app = new Hono();
app.post('/guest', async (c) => {
  const session = await lucia.createSession('guest', {});
  console.info(line('guest', session.id));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  return c.body(null, 204);
});
app.post('/albums/:id/share', async (c) => {
  const albumId = c.req.param('id');
  const token = randomBytes(18).toString('hex');
  await share({ token, albumId });
  console.info({ albumId, token }, 'shared');
//                        ^^^^^ secret
  return c.json({ url: \`/album/\${token}\` });
});
app.post('/bank', async (c) => {
  const answer = await fetch('https://bank.example/authenticate', { method: 'POST' });
  const granted = await answer.json();
  console.info('bank', granted);
//                     ^^^^^^^ secret
  const { access_token: key } = granted;
  await fetch('https://bank.example/accounts', { headers: { Authorization: \`Bearer \${key}\` } });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'addresses with the state, whole requests, and rows and answers with tokens',
      dependencies: {
        lucia: '3.2.2',
        next: '15.5.29',
        arctic: '3.7.0',
        '@prisma/client': '5.22.0',
        '@trpc/server': '11.0.0',
      },
      files: {
        'prisma/schema.prisma': `model Baker {
  id                String  @id
  email             String  @unique
  githubAccessToken String?
}
`,
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export async function GET(request: Request) {
  console.log(request);
//            ^^^^^^^ secret
  const state = generateState();
  const address = github.createAuthorizationURL(state, ['user:email']);
  console.log('off to', address.toString(), address.href);
//                      ^^^^^^^ secret
//                                          ^^^^^^^^^^^^ secret
  (await cookies()).set('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
  return Response.redirect(address);
}
`,
        'app/bakers/route.ts': `import { keysOf } from '../../lib/keys';
import { prisma } from '../../lib/prisma';

export async function POST(request: Request) {
  const { email } = await request.json();
  const baker = await prisma.baker.findUnique({ where: { email } });
  console.log(baker);
//            ^^^^^ secret
  const keys = await keysOf(baker.id);
  console.log('keys', keys);
//                    ^^^^ secret
  const answer = await fetch('https://ovens.example', { headers: { authorization: 'Bearer ' + keys.access_token } });
  return Response.json({ ok: answer.ok });
}
`,
        'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { router } from '../../../../lib/router';

const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router,
    onError({ error, path, req }) {
      console.error(error.message, { path, req });
//                                         ^^^ secret
    },
  });

export { answer as GET, answer as POST };
`,
      },
    },
    {
      name: 'the key of a cache in front of Lucia',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/remembered.ts': `import { lucia } from './auth';

const remembered = new Map<string, Awaited<ReturnType<typeof lucia.validateSession>>>();

export async function remember(key: string) {
  const known = remembered.get(key);
  if (known) return known;
  console.debug(\`nothing is known of \${key} yet\`);
  //                                   ^^^ secret
  const found = await lucia.validateSession(key);
  remembered.set(key, found);
  return found;
}
`,
      },
    },
    {
      name: 'rows of sessions, their ids, and what they come along with',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String    @id
  email    String
  sessions Session[]
}

model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  user      User     @relation(fields: [userId], references: [id])
}
`,
        'src/lib/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia } from 'lucia';
import { prisma } from './prisma';

export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user));
`,
        'src/routes/devices/+page.server.ts': `import { prisma } from '$lib/prisma';
import { lucia } from '../../lib/auth';

export async function load({ locals }) {
  const mine = await prisma.session.findMany({ where: { userId: locals.user.id } });
  console.log('mine', mine);
//                    ^^^^ secret
  const ids = mine.map((one) => one.id);
  console.log({ ids });
//              ^^^ secret
  const me = await prisma.user.findUnique({ where: { id: locals.user.id }, include: { sessions: true } });
  console.log('me', me);
//                  ^^ secret
  const open = await lucia.getUserSessions(locals.user.id);
  const all = [...mine, ...open].sort();
  console.log(\`all \${JSON.stringify(all)}\`);
//                                  ^^^ secret
  return { devices: mine.length };
}
`,
      },
    },
    {
      name: 'the key that a program shows',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/api/+server.ts': `import { json } from '@sveltejs/kit';
import { programOf } from '$lib/programs';

const keyOf = (request: Request) => request.headers.get('x-api-key') || null;

export async function GET({ request }) {
  const shown = keyOf(request);
  console.debug(\`called with \${shown}\`);
//                             ^^^^^ secret
  return json(await programOf(shown));
}
`,
      },
    },
  ],
  good: [
    {
      name: "the user's id",
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
        'lib/start.ts': `import { lucia } from './auth';

export async function start(userId: string) {
  const session = await lucia.createSession(userId, {});
  console.log('session for', session.userId, 'until', session.expiresAt);
  return session;
}
`,
      },
    },
    {
      name: 'the hash of the id',
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
        'src/start.ts': `import { createHash } from 'node:crypto';
import { lucia } from './auth';

export async function start(userId: string) {
  const session = await lucia.createSession(userId, {});
  console.log('session', createHash('sha256').update(session.id).digest('hex'));
  return session;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'own sessions whose id is a hash',
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
  console.log('request of', session?.id, user?.name);
  event.locals.user = user;
  return resolve(event);
};
`,
      },
    },
    {
      name: 'the context of something else than a request',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';

export const accounts = new Lucia(adapter);
`,
        'server/middleware/session.ts': `import { accounts } from '../utils/accounts';

export default defineEventHandler(async (event) => {
  const id = getCookie(event, accounts.sessionCookieName) ?? '';
  const { session } = await accounts.validateSession(id);
  event.context.session = session;
});
`,
        'server/utils/explain.ts': `export const explain = (failure) => console.error(failure.message, failure.context);
`,
        'server/api/page.get.ts': `import { explain } from '../utils/explain';
import { page } from '../utils/page';

export default defineEventHandler((event) => {
  try {
    return page(event.context.params.slug);
  } catch (failure) {
    console.warn(failure.context);
    explain(failure);
    return null;
  }
`,
      },
    },
    {
      name: 'what is stored beside tokens, what is found by a hash, other cookies of a header, and codes of something else',
      dependencies: {
        lucia: '3.2.2',
        hono: '4.6.0',
        arctic: '1.9.2',
        '@prisma/client': '5.22.0',
        jose: '5.9.0',
      },
      files: {
        'src/offers.ts': `export function note(offer: { code: string; link: string }) {
  console.info('offer', offer.code, offer.link);
}
`,
        'src/app.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { jwtVerify } from 'jose';
import { digest } from './digest';
import { note } from './offers';
import { prisma } from './prisma';

const github = new GitHub('id', 'secret');
export const app = new Hono();

app.get('/in', async (c) => {
  const header = c.req.header('cookie') ?? '';
  const back = header.match(/back_to=([^;]+)/)?.[1];
  console.log('goes on to', back);
  const given = await github.validateAuthorizationCode(c.req.query('code') ?? '');
  console.log('valid until', given.accessTokenExpiresAt);
  return c.body(null, 204);
});

app.get('/links', async (c) => {
  const row = await prisma.linkedAccount.findFirst({ where: { id: c.req.query('id') } });
  console.log(row?.provider, row?.expiresAt, row?.tokenType);
  const mail = await prisma.emailVerification.findFirst({ where: { code: digest(c.req.query('key')) } });
  console.log('found', mail?.code, mail?.email);
  const { payload } = await jwtVerify(c.req.query('pass') ?? '', new Uint8Array());
  console.log('pass of', payload.sub);
  note({ code: 'SUMMER', link: 'https://shop.example/summer' });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a user without secrets, a context without the session, fields that no log gets, a link that is no secret',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';

export const accounts = new Lucia(adapter, {
  getUserAttributes: ({ name, token_version }) => ({ name, tokenVersion: token_version }),
});
`,
        'src/lib/server/lines.ts': `export const lineOf = (event) => ({
  path: event.url.pathname,
  signedIn: !!event.locals.session,
  until: event.locals.session?.expiresAt,
});

export const cookieOf = (event) => ({ id: event.locals.session?.id });

export const announce = (link: string) => console.log(\`New on the blog: \${link}\`);
`,
        'src/hooks.server.ts': `import { accounts } from '$lib/server/accounts';
import { announce, cookieOf, lineOf } from '$lib/server/lines';
import { renew } from '$lib/server/renew';

export async function handle({ event, resolve }) {
  const id = event.cookies.get(accounts.sessionCookieName);
  const { user } = await accounts.validateSession(id ?? '');
  event.locals.user = user;
  console.log(event.locals, { user }, lineOf(event));
  await renew(cookieOf(event));
  announce(\`/posts/\${event.params.slug}\`);
  return resolve(event);
}
`,
      },
    },
    {
      name: 'a wrong secret of a job, which opens no session',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/jobs.ts': `import { Hono } from 'hono';
import { log } from './log';
import { refreshRates } from './rates';

export const jobs = new Hono();

jobs.post('/rates', async (c) => {
  const given = c.req.header('authorization');
  const key = given?.replace('Bearer ', '');
  if (key === process.env.RATES_TOKEN) {
    await refreshRates();
    return c.body(null, 204);
  }
  log.warn('not the token of the scheduler', { given });
  return c.body(null, 403);
});

jobs.post('/mails', async (c) => {
  const given = c.req.header('Authorization');
  const secret = process.env.MAIL_SECRET;
  if (!secret || given !== \`Bearer \${secret}\`) {
    log.warn(\`refused: \${given}\`);
    return c.body(null, 403);
  }
  return c.body(null, 204);
});
`,
        'src/log.ts': `import pino from 'pino';

export const log = pino();
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
      },
    },
    {
      name: 'a link that is printed on a developer’s machine in place of the mail',
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
        'src/lib/stage.ts': `import { env } from '$env/dynamic/private';

export const stage = () => env.STAGE ?? 'development';
`,
        'src/lib/server/confirm.ts': `import { generateIdFromEntropySize } from 'lucia';
import { stage } from '../stage';
import { post } from './post';

export async function sendConfirmation(to: string) {
  const link = \`https://shop.example/confirm?token=\${generateIdFromEntropySize(25)}\`;
  if (stage() !== 'production') console.log(link);
  else await post(to, link);
}
`,
      },
    },
    {
      name: 'parts of a form, a form that nobody has filled in, and rows without the hash',
      dependencies: {
        lucia: '3.2.2',
        '@sveltejs/kit': '2.8.0',
        'sveltekit-superforms': '2.20.0',
        zod: '3.23.0',
        'drizzle-orm': '0.36.0',
      },
      files: {
        'src/lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('members', { id: text('id').primaryKey(), email: text('email'), passwordHash: text('hash') });
export const notes = pgTable('notes', { id: text('id').primaryKey(), body: text('body') });
`,
        'src/routes/join/+page.server.ts': `import { superValidate } from 'sveltekit-superforms';
import { zod } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { members, notes } from '$lib/schema';

const joining = z.object({ email: z.string(), password: z.string() }).strict();

export const load = async () => {
  const empty = await superValidate(zod(joining));
  console.log('empty', empty);
  return { empty };
};

export const actions = {
  default: async (event) => {
    const form = await superValidate(event, zod(joining));
    console.log(form.valid, form.errors, form.data.email);
    const contact = await superValidate(event, zod(joining.omit({ password: true })));
    console.log(contact.data);
    const [note] = await db.insert(notes).values({ id: '1', body: form.data.email }).returning();
    const [named] = await db.update(members).set({ email: '' }).where(eq(members.id, '1')).returning({ id: members.id });
    const [row] = await db.update(members).set({ email: '' }).where(eq(members.id, '2')).returning();
    console.log(note, named, row.id, { email: row.email });
    const [bare] = await db.select().from(members).where(eq(members.id, '3'));
    delete bare.passwordHash;
    console.log(bare);
    return { form };
  },
};
`,
      },
    },
    {
      name: 'whether there is a session',
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
        'src/check.ts': `import { lucia } from './auth';

export async function check(id: string) {
  const { session } = await lucia.validateSession(id);
  console.log('signed in:', !!session, 'password given:', Boolean(session), id.length);
  return session;
}
`,
      },
    },
    {
      name: 'a caught error',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/login.ts': `import { authenticate } from './authenticate';

export async function login(form: FormData) {
  try {
    return await authenticate(form.get('password') as string);
  } catch (error) {
    console.error('login failed', error);
    return null;
  }
}
`,
      },
    },
    {
      name: 'a session of something else',
      dependencies: { lucia: '3.2.2', stripe: '17.3.0' },
      files: {
        'src/checkout.ts': `import { stripe } from './stripe';

export async function open() {
  const session = await stripe.checkout.sessions.create({});
  console.log('checkout', session.id);
}
`,
      },
    },
    {
      name: 'a code of which there is no row, and a text without the cookie for an own logger',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/trail.ts': `export function trail(line: string, secret?: string) {
  console.info(line);
  return secret?.length;
}
`,
        'app/confirm/[code]/page.tsx': `import { prisma } from '@/lib/prisma';
import { trail } from '@/lib/trail';

export default async function ConfirmPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const row = await prisma.emailConfirmation.findFirst({ where: { code } });
  if (!row) {
    console.warn('no such link', code);
    return <p>Too late</p>;
  }
  trail(\`confirmed \${row.userId}\`, code);
  return <p>Thank you</p>;
}
`,
        'app/offers/[code]/page.tsx': `import { prisma } from '@/lib/prisma';

export default async function OfferPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  console.info('offer', code);
  const offer = await prisma.offer.findFirst({ where: { code } });
  return <p>{offer?.title}</p>;
}
`,
      },
    },
    {
      name: 'a row and an event in a text, a session that there is not, and the headers of an answer that was thrown',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '6.0.0', zod: '3.23.8' },
      files: {
        'prisma/schema.prisma': `model Guest {
  id             String @id
  name           String
  hashedPassword String
}
`,
        'src/lib/server/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia } from 'lucia';
import { db } from './db';

export const auth = new Lucia(new PrismaAdapter(db.visit, db.guest));
`,
        'src/hooks.server.ts': `import { auth } from '$lib/server/auth';
import { db } from '$lib/server/db';

export const handle = async ({ event, resolve }) => {
  const { session, user } = await auth.validateSession(event.cookies.get(auth.sessionCookieName) ?? '');
  if (!session) console.log('nobody', session);
  event.locals.session = session;
  event.locals.user = user;
  const guest = user && (await db.guest.findUnique({ where: { id: user.id } }));
  console.log('guest ' + guest + \` in \${session}\`);
  return resolve(event);
};

export const handleError = ({ error, event }) => {
  console.error(\`\${event}\`, error, event.route, event.locals.user?.id);
};
`,
        'src/routes/visits/+page.server.ts': `import { z } from 'zod';
import { auth } from '$lib/server/auth';
import { book } from '$lib/server/visits';

const visit = z.object({ day: z.string(), password: z.string() }).omit({ password: true });

export const actions = {
  default: async ({ request, cookies }) => {
    const sent = Object.fromEntries(await request.formData());
    const id = cookies.get(auth.sessionCookieName);
    if (!id) console.warn('no cookie', id);
    try {
      await book(visit.parse(sent), id);
    } catch (thrown) {
      const answer = thrown as Response;
      console.warn('refused', sent, Object.fromEntries(answer.headers.entries()));
    }
  },
};
`,
      },
    },
    {
      name: 'a logger that masks what it is given',
      dependencies: { lucia: '3.2.2', hono: '4.6.9' },
      files: {
        'src/trail.ts': `function masked(more: Record<string, unknown>) {
  const { session, ...rest } = more;
  return { ...rest, session: session ? 'there' : 'none' };
}

export function note(text: string, more: Record<string, unknown>): void {
  console.info(text, JSON.stringify(masked(more)));
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
        'src/enter.ts': `import { lucia } from './lucia';
import { note } from './trail';

export async function enter(userId: string) {
  const session = await lucia.createSession(userId, {});
  note('made', { userId, session });
  return lucia.createSessionCookie(session.id);
}
`,
      },
    },
    {
      name: 'what a script tells the one who runs it',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/db/seeders/staff.ts': `import { hash } from '@node-rs/argon2';
import { store } from '../store';

const password = 'welcome-to-the-desk';

await store.put({ name: 'desk', passwordHash: await hash(password) });
console.log('The desk signs in with', password);
`,
      },
    },
    {
      name: 'a form without a password, and paths that are joined',
      dependencies: { lucia: '3.2.2', zod: '3.24.1' },
      files: {
        'src/profile.ts': `import path from 'node:path';
import { z } from 'zod';

const secretive = z.object({ nickname: z.string(), password: z.string() });
const open = secretive.omit({ password: true });

export function saveProfile(values: z.infer<typeof open>) {
  console.log('saving', values);
}

export function keep({ nickname }: z.infer<typeof secretive>) {
  console.log('keeping', nickname, path.join('/data', nickname));
}
`,
      },
    },
    {
      name: 'a code that did not fit, and what is compared with other columns',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0', otplib: '12.0.1' },
      files: {
        'src/routes/confirm/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { authenticator } from 'otplib';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const address = String(form.get('address'));
    const six = String(form.get('six'));
    console.log('confirming', address, six.length);
    const latest = await prisma.emailVerification.findFirst({ where: { memberId: locals.user.id } });
    if (!latest || latest.email !== address) return fail(400);
    const isRight = authenticator.check(six, locals.user.key);
    console.log('checked', isRight);
    if (latest.code !== six) {
      console.warn('wrong code', six);
      return fail(400);
    }
    redirect(302, '/');
  },
};
`,
      },
    },
    {
      name: 'a row of which other columns were asked for, and a row with the hash of a code',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const sailors = pgTable('sailors', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  rank: text('rank'),
  passwordHash: text('password_hash').notNull(),
});
export const emailVerifications = pgTable('email_verifications', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  code: text('code').notNull(),
});
`,
        'src/board.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { digest, hashOf } from './hashes';
import { emailVerifications, sailors } from './schema';

export async function board(email: string, word: string) {
  const [sailor] = await db
    .select({ id: sailors.id, rank: sailors.rank })
    .from(sailors)
    .where(eq(sailors.email, email));
  console.info('boarding', sailor);
  return sailor && hashOf(word);
}

export async function confirm(email: string, code: string) {
  const sent = await db.query.emailVerifications.findFirst({ where: eq(emailVerifications.email, email) });
  console.debug('sent before', sent);
  return sent !== undefined && sent.code === digest(code);
}
`,
      },
    },
    {
      name: 'what a component knows anyway: who is signed in, and what is wrong with a form',
      dependencies: { lucia: '3.2.2', next: '15.0.0', zod: '3.23.0' },
      files: {
        'components/profile.tsx': `'use client';
import { useForm } from 'react-hook-form';
import { save } from '../lib/actions';

export function Profile({ session, token }: { session: { id: string }; token: string }) {
  const { register, handleSubmit, formState } = useForm<{ nick: string; password: string }>();
  console.log(session.id, token, formState.errors, formState.errors.password);
  return <form onSubmit={handleSubmit((values) => console.log(values.nick, save(values)))}>{register('nick').name}</form>;
}
`,
      },
    },
    {
      name: 'tickets of a help desk, and the URL of a callback that carries no code',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/desk.ts': `export async function close(ticket: string) {
  const address = \`https://desk.orchard.example/close?ticket=\${ticket}\`;
  console.log('closing', ticket, address);
  return fetch(address, { method: 'POST' });
}
`,
        'app/desk/route.ts': `import { close } from '../../lib/desk';

export async function GET(request: Request) {
  console.log('closed from', request.url);
  const ticket = new URL(request.url).searchParams.get('ticket');
  return ticket ? close(ticket) : new Response(null, { status: 400 });
}
`,
        'app/payments/callback/route.ts': `export async function GET(request: Request) {
  console.log('paid', request.url);
  const order = new URL(request.url).searchParams.get('order');
  return Response.json({ order });
}
`,
      },
    },
    {
      name: 'lines that a helper makes of little, ids of rows, and answers that say what went wrong',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const tickets = pgTable('tickets', { id: text('id').primaryKey(), pushToken: text('push_token') });
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/app.ts': `import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { db } from './db';
import { lucia } from './lucia';
import { tickets } from './schema';

const line = (event: string, subject: string) => \`[\${event}] \${subject}\`;
const sizeOf = (text: string) => \`\${text.length} letters\`;
const begins = (text: string) => \`\${text.slice(0, 4)}…\`;

export const app = new Hono();
app.post('/guest', async (c) => {
  const session = await lucia.createSession('guest', {});
  console.info(line('guest', session.userId), sizeOf(session.id), begins(session.id));
  return c.body(null, 204);
});
app.post('/tickets', async (c) => {
  const id = randomBytes(9).toString('hex');
  const pushToken = randomBytes(9).toString('hex');
  await db.insert(tickets).values({ id, pushToken });
  console.info({ id, pushToken }, 'ticket');
  return c.json({ id });
});
app.post('/bank', async (c) => {
  const answer = await fetch('https://bank.example/authenticate', { method: 'POST' });
  const granted = await answer.json();
  if (granted.error) console.error('bank', granted);
  if (!answer.ok) {
    console.error('bank', granted);
    return c.body(null, 502);
  }
  const accounts = await fetch('https://bank.example/accounts', {
    headers: { Authorization: \`Bearer \${granted.access_token}\` },
  });
  const listed = await accounts.json();
  console.info('accounts', listed);
  return c.json(listed.items);
});
`,
      },
    },
    {
      name: 'parts of addresses, requests, and rows and answers without their tokens',
      dependencies: { lucia: '3.2.2', next: '15.5.29', arctic: '3.7.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Baker {
  id                String  @id
  email             String  @unique
  githubAccessToken String?
}
`,
        'app/login/github/route.ts': `import { generateState, GitHub } from 'arctic';
import { cookies } from 'next/headers';
import { logger } from '../../../lib/logger';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export async function GET(request: Request) {
  console.log(request.method, \`\${request}\`);
  logger.info({ request });
  const state = generateState();
  const address = github.createAuthorizationURL(state, ['user:email']);
  console.log('off to', address.host);
  (await cookies()).set('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
  return Response.redirect(address);
}
`,
        'app/bakers/route.ts': `import { keysOf } from '../../lib/keys';
import { prisma } from '../../lib/prisma';

export async function POST(request: Request) {
  const { email } = await request.json();
  const baker = await prisma.baker.findUnique({ where: { email }, select: { id: true, email: true } });
  console.log(baker);
  const keys = await keysOf(baker.id);
  if (!keys.access_token) console.log('no key', keys);
  console.log('keys', keys.expiresAt);
  const answer = await fetch('https://ovens.example', { headers: { authorization: 'Bearer ' + keys.access_token } });
  return Response.json({ ok: answer.ok });
}
`,
      },
    },
    {
      name: 'the number of a visit, where the id of the session is validated under another name',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/remembered.ts': `import { lucia } from './auth';

const remembered = new Map<string, Awaited<ReturnType<typeof lucia.validateSession>>>();
let visits = 0;

export async function remember(key: string) {
  const visit = ++visits;
  console.log('visit ' + visit + ', key of ' + key.length);
  const known = remembered.get(key);
  if (known) return known;
  const found = await lucia.validateSession(key);
  remembered.set(key, found);
  console.log('visit ' + visit + ' asked the database');
  return found;
}
`,
      },
    },
    {
      name: 'how many sessions there are, when they end, and lessons',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String    @id
  email    String
  sessions Session[]
}

model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  user      User     @relation(fields: [userId], references: [id])
}

model TrainingSession {
  id    String @id
  title String
  room  String
}
`,
        'src/lib/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia } from 'lucia';
import { prisma } from './prisma';

export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user));
`,
        'src/routes/devices/+page.server.ts': `import { prisma } from '$lib/prisma';

export async function load({ locals, request }) {
  const mine = await prisma.session.findMany({ where: { userId: locals.user.id } });
  console.log('mine', mine.length, \`\${mine}\`, mine[0]?.expiresAt);
  const ends = mine.map((one) => ({ until: one.expiresAt }));
  console.log({ ends });
  const dates = await prisma.session.findMany({ select: { expiresAt: true } });
  console.log(dates);
  const lessons = await prisma.trainingSession.findMany();
  console.log('lessons', lessons, lessons.map((lesson) => lesson.id));
  const key = request.headers.get('x-api-key');
  console.log('key', key !== null, key?.slice(0, 4));
  return { devices: mine.length };
}
`,
      },
    },
  ],
};

export default examples;
