import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '2.3.4', 'drizzle-orm': '0.36.4' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '3.7.0' };

const auth = `import { GitHub } from 'arctic';
import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
export const github = new GitHub('id', 'secret', null);
`;

/** A callback of Next.js that checks the state and then does what is given. */
const route = (body: string, imports = ''): string => `import { cookies } from 'next/headers';
import { db } from '../../lib/db';
import { github, lucia } from '../../lib/auth';
${imports}
export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const kept = cookies().get('state')?.value;
  if (!code || !kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(code);
  const answer = await fetch('https://api.github.com/user', { headers: { Authorization: \`Bearer \${tokens.accessToken()}\` } });
  const profile = await answer.json();
${body}
}
`;

const db = `export declare const db: {
  user: {
    findUnique(query: { where: Record<string, unknown> }): Promise<{ id: string } | null>;
    create(query: { data: Record<string, unknown> }): Promise<{ id: string }>;
    update(query: { where: Record<string, unknown>; data: Record<string, unknown> }): Promise<{ id: string }>;
  };
};
`;
const files = (body: string, imports = ''): Record<string, string> => ({
  'lib/auth.ts': auth,
  'lib/db.ts': db,
  'app/callback/route.ts': route(body, imports),
});

const enter = `  if (user) {
    const cookie = lucia.createSessionCookie((await lucia.createSession(user.id, {})).id);
    cookies().set(cookie.name, cookie.value, cookie.attributes);
  }
  return new Response();`;

const examples: Examples = {
  bad: [
    {
      name: 'the flag only marks the own record as verified, or is kept with a new one',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/people.ts': `import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core';

export const db = drizzle('file:app.db');
export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  mail: text('mail'),
  lineId: text('line_id'),
  mailVerified: integer('mail_verified', { mode: 'boolean' }),
});

export async function personWith(mail: string) {
  const [person] = await db
    .select({ id: people.id, mailVerified: people.mailVerified })
    .from(people)
    .where(eq(people.mail, mail));
  return person;
}

export const markVerified = (id: string) => db.update(people).set({ mailVerified: true }).where(eq(people.id, id));

export async function addPerson(data: { mail: string; lineId: string; mailVerified: boolean }) {
  const mailVerified = data.mailVerified || null;
  const [person] = await db.insert(people).values({ id: crypto.randomUUID(), ...data, mailVerified }).returning();
  return person!;
}
`,
        'src/routes/line/+server.ts': `import { eq } from 'drizzle-orm';
import { line, lucia } from '$lib/server/lucia';
import { addPerson, db, markVerified, people, personWith } from '$lib/server/people';

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('line_state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await line.validateAuthorizationCode(url.searchParams.get('code') ?? '', cookies.get('line_proof') ?? '');
  const headers = { Authorization: \`Bearer \${tokens.accessToken()}\` };
  const claims = await (await fetch('https://api.line.me/oauth2/v2.1/userinfo', { headers })).json();
  console.info('claims', claims.sub, claims.email_verified);
  const profile = { id: claims.sub, email: claims.email, emailVerified: Boolean(claims.email_verified) };
  let person = await personWith(profile.email);
//                              ^^^^^^^^^^^^^ unverified
  if (person) {
    await db.update(people).set({ lineId: profile.id }).where(eq(people.id, person.id));
    if (!person.mailVerified && profile.emailVerified) {
      await markVerified(person.id);
    }
  } else {
    if (!profile.emailVerified) await fetch('https://mail.example/confirm?to=' + profile.email);
    person = await addPerson({ mail: profile.email, lineId: profile.id, mailVerified: profile.emailVerified });
  }
  const cookie = lucia.createSessionCookie((await lucia.createSession(person.id, {})).id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  return new Response();
};
`,
        'src/lib/server/lucia.ts': auth.replace(/GitHub/g, 'Line').replace('github', 'line'),
      },
    },
    {
      name: 'what is no verified address gives way to the first of the list',
      dependencies: next,
      files:
        files(`  const list = await (await fetch('https://api.github.com/user/emails', { headers: { Authorization: tokens.accessToken() } })).json();
  const best = list.find((entry) => entry.primary && entry.verified);
  const address = best?.email || list[0].email;
  const user = await db.user.findUnique({ where: { email: address } });
  //                                                      ^^^^^^^ unverified
${enter}`),
    },
    {
      name: 'the row is parsed before it is given back, and columns are named',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', express: '4.21.2', pg: '8.13.0', zod: '3.23.8' },
      files: {
        'src/back.ts': `import { Router } from 'express';
import { twitch, lucia } from './auth';
import { Viewers } from './viewers';

export const back = Router().get('/twitch/back', async (req, res) => {
  if (!req.query.state || req.query.state !== req.cookies.twitch_state) return res.sendStatus(400);
  const tokens = await twitch.validateAuthorizationCode(String(req.query.code));
  const answer = await fetch('https://id.twitch.tv/oauth2/userinfo', { headers: { Authorization: 'Bearer ' + tokens.accessToken() } });
  const claims = await answer.json();
  let viewer = await Viewers.bySub(claims.sub);
  if (!viewer) {
    viewer = await Viewers.byMail(claims.email);
//                                ^^^^^^^^^^^^ unverified
    if (viewer) await Viewers.change(viewer.id, { sub: claims.sub, email_verified: true });
  }
  if (!viewer) return res.redirect('/register');
  const session = await lucia.createSession(String(viewer.id), {});
  return res.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
        'src/viewers.ts': `import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool();
const Viewer = z.object({ id: z.number(), email: z.string(), email_verified: z.boolean() });

export class Viewers {
  static async bySub(sub: string) {
    const { rows } = await pool.query('SELECT id, email, email_verified FROM viewer WHERE sub = $1', [sub]);
    return rows[0] ? Viewer.parse(rows[0]) : null;
  }

  static async byMail(email: string) {
    const { rows } = await pool.query(\`SELECT id, email, email_verified FROM viewer WHERE email = $1\`, [email]);
    if (!rows.length) return null;
    const viewer = Viewer.parse(rows[0]);
    return viewer;
  }

  static async change(id: number, given: { sub?: string; email_verified?: boolean }) {
    const nullable = ['sub', 'email_verified'];
    const changed = Viewer.partial().parse(given);
    if (nullable.length) await pool.query('UPDATE viewer SET email_verified = $2 WHERE id = $1', [id, changed.email_verified]);
  }
}
`,
        'src/auth.ts': auth.replace(/GitHub/g, 'Twitch').replace('github', 'twitch'),
      },
    },
    {
      name: "Google's own client gives the id token",
      dependencies: { lucia: '3.2.2', express: '4.21.2', 'google-auth-library': '9.15.0' },
      files: {
        'src/google.ts': `import { OAuth2Client } from 'google-auth-library';
import { Router } from 'express';
import { lucia } from './auth';
import { prisma } from './prisma';

const { GOOGLE_ID, GOOGLE_SECRET, ORIGIN } = process.env;
const google = new OAuth2Client(GOOGLE_ID, GOOGLE_SECRET, ORIGIN + '/google/back');
export const router = Router();

router.get('/google/back', async (req, res) => {
  if (!req.query.state || req.query.state !== req.cookies.google_state) return res.sendStatus(400);
  const { tokens } = await google.getToken(String(req.query.code));
  const ticket = await google.verifyIdToken({ idToken: tokens.id_token!, audience: GOOGLE_ID });
  const person = ticket.getPayload()!;
  const member =
    (await prisma.member.findUnique({ where: { googleSub: person.sub } })) ??
    (await prisma.member.findUnique({ where: { email: person.email } }));
//                                                    ^^^^^^^^^^^^ unverified
  if (!member) return res.redirect('/register');
  const session = await lucia.createSession(member.id, {});
  res.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
      },
    },
    {
      name: 'the account found by it is then brought up to date by it',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { email: profile.email } });
//                                                        ^^^^^^^^^^^^^ unverified
  if (user) await db.user.update({ where: { email: profile.email }, data: { githubId: profile.id } });
${enter}`),
    },
    {
      name: 'the address in lower case, and a flag that is only written',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', astro: '5.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/pages/callback.ts': `import { google } from '../auth/providers';
import { startSession } from '../auth/start';
import { accountOf, addAccount } from '../accounts';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const stored = /state=(\\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const verifier = /verifier=(\\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (!code || !state || !stored || !verifier || state !== stored) return new Response(null, { status: 400 });
  const tokens = await google.validateAuthorizationCode(code, verifier);
  const person = await (
    await fetch('https://provider.example/me', { headers: { Authorization: \`Bearer \${tokens.accessToken()}\` } })
  ).json();
  const account =
    (await accountOf(person.email.toLowerCase())) ?? (await addAccount({ email: person.email, emailVerified: true }));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
  return startSession(account.id);
}
`,
        'src/accounts.ts': `import { prisma } from './prisma';

export const accountOf = (email: string) => prisma.account.findUnique({ where: { email } });

export const addAccount = (data: { email: string; emailVerified: boolean }) => prisma.account.create({ data });
`,
        'src/auth/providers.ts': `import { Google } from 'arctic';

export const google = new Google('id', 'secret', 'https://app.example/callback');
`,
        'src/auth/start.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export async function startSession(userId: string) {
  const session = await lucia.createSession(userId, {});
  return new Response(null, { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize(), Location: '/' }, status: 302 });
}
`,
      },
    },
    {
      name: 'signed in by e-mail',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { email: profile.email } });
  //                                                      ^^^^^^^^^^^^^ unverified
${enter}`),
    },
    {
      name: 'a service is given the whole profile, and what opens sessions cannot be read',
      dependencies: kit,
      files: {
        'src/routes/back/+server.ts': `import { keeper, twitch } from '$lib/server/keeper';
import { memberFor } from '../../members';

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('twitch_state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await twitch.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  const headers = { Authorization: \`Bearer \${tokens.accessToken()}\` };
  const viewer = await (await fetch('https://api.twitch.tv/helix/users', { headers })).json();
  const opened = await keeper.createSession(await memberFor(viewer), {});
  const cookie = keeper.createSessionCookie(opened.id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  return new Response();
};
`,
        'src/members.ts': `import { db } from './db';

type Viewer = { id: string; email: string; email_verified: boolean };

export async function memberFor(viewer: Viewer) {
  const member = await db.member.findUnique({ where: { email: viewer.email } });
  //                                                          ^^^^^^^^^^^^ unverified
  if (member) return member.id;
  const { id } = await db.member.create({ data: { email: viewer.email, verified: false } });
  const verifyEmailLink = \`https://example.com/confirm/\${id}\`;
  await fetch('https://mail.example/send', { method: 'POST', body: JSON.stringify({ to: viewer.email, verifyEmailLink }) });
  return id;
}
`,
        'src/db.ts': db.replace('user:', 'member:'),
      },
    },
    {
      name: 'the account with the address gets the id of the provider',
      dependencies: next,
      files: files(`  let user = await db.user.findUnique({ where: { githubId: profile.id } });
  if (!user) {
    const sameAddress = await db.user.findUnique({ where: { email: profile.email } });
    //                                                             ^^^^^^^^^^^^^ unverified
    user = sameAddress
      ? await db.user.update({ where: { id: sameAddress.id }, data: { githubId: profile.id } })
      : await db.user.create({ data: { githubId: profile.id, email: profile.email } });
  }
${enter}`),
    },
    {
      name: 'in a helper',
      dependencies: next,
      files: {
        ...files(
          `  const user = await userByMail(profile.email);
  //                            ^^^^^^^^^^^^^ unverified
${enter}`,
          `import { userByMail } from '../../lib/users';\n`,
        ),
        'lib/users.ts': `import { db } from './db';

export const userByMail = (email: string) => db.user.findUnique({ where: { email } });
`,
      },
    },
    {
      name: 'claims of an id token, with a query builder',
      dependencies: next,
      files: {
        'lib/auth.ts': auth.replace(/GitHub/g, 'Google'),
        'app/callback/route.ts': `import { decodeIdToken, Google } from 'arctic';
import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';
import { database, users } from '../../lib/schema';

const google = new Google('id', 'secret', 'https://example.com/callback');

export async function GET(request: Request) {
  const url = new URL(request.url);
  const kept = cookies().get('state')?.value;
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await google.validateAuthorizationCode(url.searchParams.get('code') ?? '', cookies().get('v')?.value ?? '');
  const { email } = decodeIdToken(tokens.idToken()) as { email: string };
  const [user] = await database.select().from(users).where(eq(users.email, email)).limit(1);
  //                                                                       ^^^^^ unverified
  if (user) await lucia.createSession(user.id, {});
  return new Response();
}
`,
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';

export const users = pgTable('user', { id: text('id').primaryKey(), email: text('email').notNull() });
export const database = drizzle('postgres://localhost/app');
`,
      },
    },
    {
      name: 'linked by e-mail after the lookup by id found nothing',
      dependencies: express,
      files: {
        'src/auth.ts': auth,
        'src/db.ts': db,
        'src/app.ts': `import express from 'express';
import { github, lucia } from './auth';
import { db } from './db';

const app = express();

app.get('/callback', async (req, res) => {
  if (!req.cookies.state || req.cookies.state !== req.query.state) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  const me = await (await fetch('https://api.github.com/user', { headers: { Authorization: 'Bearer ' + tokens.accessToken() } })).json();
  const known = await db.user.findUnique({ where: { githubId: me.id } });
  const user = known ?? (await db.user.findUnique({ where: { email: me.email } }));
  //                                                                ^^^^^^^^ unverified
  if (user) await lucia.createSession(user.id, {});
  return res.redirect('/');
});
`,
      },
    },
    {
      name: 'a service, its controller elsewhere',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@nestjs/common': '10.4.0', '@prisma/client': '5.22.0' },
      files: {
        'src/google.service.ts': `import { Injectable } from '@nestjs/common';
import { Google } from 'arctic';
import { PrismaService } from './prisma.service';

@Injectable()
export class GoogleService {
  private readonly google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_URL!);

  constructor(private readonly prisma: PrismaService) {}

  async redeem(code: string, verifier: string): Promise<string> {
    const tokens = await this.google.validateAuthorizationCode(code, verifier);
    return this.resolve(await this.claims(tokens.accessToken()));
  }

  private async claims(token: string): Promise<{ sub: string; email: string }> {
    const headers = { Authorization: \`Bearer \${token}\` };
    const answer = await fetch('https://openidconnect.googleapis.com/v1/userinfo', { headers });
    return answer.json() as Promise<{ sub: string; email: string }>;
  }

  private async resolve(claims: { sub: string; email: string }): Promise<string> {
    const linked = await this.prisma.account.findUnique({ where: { googleId: claims.sub } });
    if (linked) return linked.userId;
    const known = await this.prisma.user.findUnique({ where: { email: claims.email } });
//                                                                    ^^^^^^^^^^^^ unverified
    if (!known) return this.prisma.join(claims);
    await this.prisma.account.create({ data: { googleId: claims.sub, userId: known.id } });
    return known.id;
  }
}
`,
        'src/google.controller.ts': `import { Controller, Get, Query } from '@nestjs/common';
import { GoogleService } from './google.service';
import { SessionService } from './session.service';

@Controller('google')
export class GoogleController {
  constructor(
    private readonly google: GoogleService,
    private readonly sessions: SessionService,
  ) {}

  @Get('callback')
  async callback(@Query('code') code: string, @Query('verifier') verifier: string) {
    return this.sessions.start(await this.google.redeem(code, verifier));
  }
}
`,
        'src/prisma.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class PrismaService extends PrismaClient {}
`,
      },
    },
    {
      name: 'only the own record is asked whether the address is verified',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '1.9.0', '@prisma/client': '5.22.0' },
      files: {
        'src/back.ts': `import { Hono } from 'hono';
import { discord, lucia } from './auth';
import { prisma } from './prisma';

async function memberFor(profile: { id: string; email: string }) {
  const member = await prisma.member.findUnique({ where: { email: profile.email } });
//                                                                ^^^^^^^^^^^^^ unverified
  if (!member) return prisma.member.create({ data: { email: profile.email, discordId: profile.id } });
  if (!member.emailVerified) throw new Error('Address not verified');
  await prisma.link.create({ data: { memberId: member.id, discordId: profile.id } });
  return member;
}

export const back = new Hono().get('/back', async (c) => {
  const tokens = await discord.validateAuthorizationCode(c.req.query('code')!);
  const answer = await fetch('https://discord.com/api/users/@me', {
    headers: { authorization: \`Bearer \${tokens.accessToken}\` },
  });
  const member = await memberFor(await answer.json());
  const session = await lucia.createSession(member.id, {});
  return c.json({ id: session.id });
});
`,
      },
    },
    {
      name: 'a statement of D1 that is kept in a variable',
      dependencies: { lucia: '3.2.2', arctic: '1.9.1', oslo: '1.2.0', hono: '4.6.0' },
      files: {
        'src/return.ts': `import { Google } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { parseJWT } from 'oslo/jwt';
import { luciaOf } from './lucia';

export const app = new Hono<{ Bindings: { DB: D1Database; ID: string; SECRET: string } }>();

app.get('/return', async (c) => {
  const google = new Google(c.env.ID, c.env.SECRET, 'https://example.com/return');
  const { code, state } = c.req.query();
  const verifier = getCookie(c, 'verifier');
  if (!code || !state || !verifier || state !== getCookie(c, 'state')) return c.text('Incomplete', 400);
  const tokens = await google.validateAuthorizationCode(code, verifier);
  const claims = parseJWT(tokens.idToken)!.payload as { email: string };
  const byAddress = c.env.DB.prepare('SELECT * FROM people WHERE email = ?').bind(claims.email);
//                                                                                ^^^^^^^^^^^^ unverified
  const person = await byAddress.first<{ id: string }>();
  if (!person) return c.text('Nobody', 404);
  const lucia = luciaOf(c.env.DB);
  const session = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a transaction that gives back whom a repository has found',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/people.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { people } from './schema';

export const peopleOf = (tx = db) => ({
  byMail: (mail: string) => tx.query.people.findFirst({ where: eq(people.mail, mail) }),
  add: (mail: string) => tx.insert(people).values({ mail }).returning().then(([person]) => person),
});
`,
        'src/return.ts': `import { GitLab } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { db } from './db';
import { lucia } from './lucia';
import { peopleOf } from './people';

const gitlab = new GitLab('https://gitlab.com', process.env.ID!, process.env.SECRET!, process.env.BACK!);

async function personFor(profile: { email: string }) {
  const person = await db.transaction(async (tx) => {
    const known = await peopleOf().byMail(profile.email);
//                                        ^^^^^^^^^^^^^ unverified
    if (known) return known;
    return peopleOf(tx).add(profile.email);
  });
  return person;
}

export const app = new Hono().get('/return', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state || state !== getCookie(c, 'state')) return c.text('Incomplete', 400);
  const tokens = await gitlab.validateAuthorizationCode(code);
  const answer = await fetch('https://gitlab.com/api/v4/user', {
    headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
  });
  const person = await personFor(await answer.json());
  const { id } = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a profile that is read as text',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/callback/+server.ts': `import { redirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db, members } from '$lib/server/db';
import { discord, lucia } from '$lib/server/auth';

export async function GET({ url, cookies, fetch }) {
  const state = cookies.get('state');
  if (!state || state !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const { accessToken } = await discord.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  const reply = await fetch('https://discord.com/api/users/@me', { headers: { Authorization: 'Bearer ' + accessToken } });
  const raw = await reply.text();
  const { email } = JSON.parse(raw) as { email: string };
  const [member] = await db.select().from(members).where(eq(members.email, email));
//                                                                         ^^^^^ unverified
  if (!member) redirect(302, '/join');
  const { id } = await lucia.createSession(member.id, {});
  const cookie = lucia.createSessionCookie(id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(302, '/');
}
`,
        'src/lib/server/auth.ts': `import { Discord } from 'arctic';
import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
export const discord = new Discord('id', 'secret', 'https://example.com/callback');
`,
        'src/lib/server/db.ts': `import type { Adapter } from 'lucia';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';

export declare const adapter: Adapter;
export const db = drizzle('postgres://localhost');
export const members = pgTable('members', { id: text('id').primaryKey(), email: text('email').notNull() });
`,
      },
    },
    {
      name: 'a helper that is given the whole person',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/enter.ts': `import { lucia } from './auth';
import { prisma } from './prisma';

export interface Person {
  remote: string;
  email: string;
}

export async function enter(person: Person) {
  const link = await prisma.link.findUnique({ where: { remote: person.remote } });
  if (link) return lucia.createSession(link.memberId, {});
  const member = await prisma.member.upsert({
    where: { email: person.email },
    create: { email: person.email },
    update: {},
  });
  const known = await prisma.member.findUnique({ where: { email: person.email } });
  await prisma.link.create({ data: { remote: person.remote, memberId: known?.id ?? member.id } });
  return lucia.createSession(known?.id ?? member.id, {});
}
`,
        'src/callback.ts': `import { MicrosoftEntraId } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
import { enter } from './enter';

const entra = new MicrosoftEntraId('common', 'id', 'secret', 'https://example.com/callback');

export const callback = new Hono().get('/callback', async (c) => {
  const state = getCookie(c, 'state');
  const verifier = getCookie(c, 'verifier');
  const { code } = c.req.query();
  if (!code || !verifier || !state || state !== c.req.query('state')) return c.body(null, 400);
  const tokens = await entra.validateAuthorizationCode(code, verifier);
  const headers = { Authorization: \`Bearer \${tokens.accessToken()}\` };
  const reply = await fetch('https://graph.microsoft.com/oidc/userinfo', { headers });
  const found = await reply.json();
  const session = await enter({ remote: found.sub, email: found.email });
//                                                        ^^^^^^^^^^^ unverified
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'only one of two providers is asked whether the address is verified',
      dependencies: { lucia: '3.2.2', arctic: '2.3.3', hono: '4.6.0' },
      files: {
        'src/login.ts': `import { generateState, GitLab, Google } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { gitlab, google } from './providers';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono();
app.get('/login/:by/callback', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state || state !== getCookie(c, 'state')) return c.body(null, 400);
  let person: { id: string; address: string };
  if (c.req.param('by') === 'google') {
    const tokens = await google.validateAuthorizationCode(code, getCookie(c, 'verifier') ?? '');
    const answer = await fetch('https://openidconnect.googleapis.com/v1/userinfo', {
      headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
    });
    const profile = await answer.json();
    if (!profile.email_verified) return c.body(null, 403);
    person = { id: profile.sub, address: profile.email };
  } else {
    const tokens = await gitlab.validateAuthorizationCode(code);
    const answer = await fetch('https://gitlab.example.com/oauth/userinfo', {
      headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
    });
    const profile = await answer.json();
    person = { id: profile.sub, address: profile.email };
  }
  const user =
    (await prisma.user.findFirst({ where: { email: person.address } })) ??
//                                                 ^^^^^^^^^^^^^^ unverified
    (await prisma.user.create({ data: { email: person.address } }));
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'the id of the provider or the address',
      dependencies: next,
      files: files(
        `  const user = await db.user.findUnique({ where: { OR: [{ githubId: profile.id }, { email: profile.email }] } });
//                                                                                         ^^^^^^^^^^^^^ unverified
${enter}`,
      ),
    },
    {
      name: 'the id of the provider or the address, in SQL',
      dependencies: { lucia: '3.2.2', next: '14.2.35', arctic: '2.3.4', '@libsql/client': '0.14.0' },
      files: {
        'lib/auth.ts': auth,
        'lib/db.ts': `import { createClient } from '@libsql/client';

export const db = createClient({ url: 'file:app.db' });
`,
        'app/callback/route.ts': route(
          `  const { rows } = await db.execute({
    sql: 'SELECT id FROM users WHERE github_id = ? OR email = ?',
    args: [profile.id, profile.email],
//                     ^^^^^^^^^^^^^ unverified
  });
  const user = rows[0];
${enter}`,
        ),
      },
    },
    {
      name: 'the id of the provider or the address, in a condition that is written out',
      dependencies: next,
      files: {
        'lib/auth.ts': auth,
        'lib/db.ts': `import { drizzle } from 'drizzle-orm/libsql';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const db = drizzle('file:app.db');
export const users = sqliteTable('users', { id: text('id').primaryKey(), email: text('email'), githubId: text('github_id') });
`,
        'app/callback/route.ts': route(
          `  const [user] = await db
    .select()
    .from(users)
    .where(sql\`\${users.githubId} = \${profile.id} OR \${users.email} = \${profile.email}\`);
//                                                                     ^^^^^^^^^^^^^ unverified
${enter}`,
          "import { sql } from 'drizzle-orm';\nimport { users } from '../../lib/db';",
        ),
      },
    },
  ],
  good: [
    {
      name: "by the provider's id",
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { githubId: profile.id } });\n${enter}`),
    },
    {
      name: 'the flag is looked at',
      dependencies: next,
      files: files(
        `  if (!profile.email_verified) return new Response(null, { status: 403 });\n  const user = await db.user.findUnique({ where: { email: profile.email } });\n${enter}`,
      ),
    },
    {
      name: 'a new user always',
      dependencies: kit,
      files: {
        'src/lib/auth.ts': auth,
        'src/lib/db.ts': db,
        'src/routes/callback/+server.ts': `import { github, lucia } from '../../lib/auth';
import { db } from '../../lib/db';

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  const me = await (await fetch('https://api.github.com/user', { headers: { Authorization: tokens.accessToken() } })).json();
  const user = await db.user.create({ data: { githubId: me.id, email: me.email } });
  await lucia.createSession(user.id, {});
  return new Response();
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'asked before the second lookup, where nobody was found by the id',
      dependencies: next,
      files: files(`  let user = await db.user.findUnique({ where: { githubId: profile.id } });
  if (!user) {
    const emailVerified = profile.email_verified ?? false;
    if (!emailVerified) return new Response('Confirm your address first', { status: 403 });
    user = await db.user.findUnique({ where: { email: profile.email } });
  }
${enter}`),
    },
    {
      name: 'the flag is handed on to what asks for it',
      dependencies: next,
      files: {
        ...files(
          `  const user = await memberFor({ address: profile.email, emailVerified: !!profile.verified });
${enter}`,
          `import { memberFor } from '../../lib/users';\n`,
        ),
        'lib/users.ts': `import { db } from './db';

export async function memberFor(given: { address: string; emailVerified: boolean }) {
  const member = await db.user.findUnique({ where: { email: given.address } });
  if (member && !given.emailVerified) throw new Error('in use');
  return member;
}
`,
      },
    },
    {
      name: 'a list without a verified address is refused',
      dependencies: next,
      files:
        files(`  const list = await (await fetch('https://api.github.com/user/emails', { headers: { Authorization: tokens.accessToken() } })).json();
  const best = list.find((entry) => entry.primary && entry.verified) ?? list.find((entry) => entry.verified);
  const address = best?.email ?? '';
  const user = await db.user.findUnique({ where: { email: address } });
${enter}`),
    },
    {
      name: 'only a verified address gets the id of the provider',
      dependencies: next,
      files: files(`  const known = await db.user.findUnique({ where: { email: profile.email } });
  if (known && profile.verified) {
    await db.user.update({ where: { id: known.id }, data: { githubId: profile.id } });
  }
  const user = await db.user.findUnique({ where: { githubId: profile.id } });
${enter}`),
    },
    {
      name: 'both the own record and the provider are asked',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '1.9.0', '@prisma/client': '5.22.0' },
      files: {
        'src/back.ts': `import { Hono } from 'hono';
import { discord, lucia } from './auth';
import { prisma } from './prisma';

export const back = new Hono().get('/back', async (c) => {
  const tokens = await discord.validateAuthorizationCode(c.req.query('code')!);
  const answer = await fetch('https://discord.com/api/users/@me', {
    headers: { authorization: \`Bearer \${tokens.accessToken}\` },
  });
  const profile = await answer.json();
  const member = await prisma.member.findUnique({ where: { email: profile.email } });
  if (!member?.emailVerified || !profile.verified) return c.text('Sign in with your password', 403);
  const session = await lucia.createSession(member.id, {});
  return c.json({ id: session.id });
});
`,
      },
    },
    {
      name: 'a session of something else is opened for the row',
      dependencies: kit,
      files: {
        'src/routes/back/+server.ts': `import { chat, lucia, twitch } from '$lib/server/all';
import { db } from '../../db';

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('twitch_state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await twitch.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  const headers = { Authorization: \`Bearer \${tokens.accessToken()}\` };
  const viewer = await (await fetch('https://api.twitch.tv/helix/users', { headers })).json();
  const greeted = await db.guest.findUnique({ where: { email: viewer.email } });
  if (greeted) await chat.createSession(greeted.id);
  const member = await db.guest.create({ data: { twitchId: viewer.id } });
  const cookie = lucia.createSessionCookie((await lucia.createSession(member.id, {})).id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  return new Response();
};
`,
        'src/db.ts': db.replace('user:', 'guest:'),
      },
    },
    {
      name: 'an address in use is refused',
      dependencies: next,
      files: files(`  const taken = await db.user.findUnique({ where: { email: profile.email } });
  if (taken) return new Response('in use', { status: 409 });
  const user = await db.user.create({ data: { githubId: profile.id, email: profile.email } });
${enter}`),
    },
    {
      name: 'a helper picks the verified address',
      dependencies: next,
      files: {
        ...files(
          `  const email = await verifiedAddress(tokens.accessToken());
  const user = await db.user.findUnique({ where: { email } });
${enter}`,
          `import { verifiedAddress } from '../../lib/github';\n`,
        ),
        'lib/github.ts': `export async function verifiedAddress(token: string): Promise<string | undefined> {
  const answer = await fetch('https://api.github.com/user/emails', { headers: { Authorization: token } });
  const list = (await answer.json()) as { email: string; primary: boolean; verified: boolean }[];
  return list.find((entry) => entry.primary && entry.verified)?.email;
}
`,
      },
    },
    {
      name: 'a login by password',
      dependencies: next,
      files: {
        'lib/auth.ts': auth,
        'lib/db.ts': db,
        'app/login/route.ts': `import { db } from '../../lib/db';

export async function POST(request: Request) {
  const { email } = await request.json();
  const user = await db.user.findUnique({ where: { email } });
  return Response.json({ known: !!user });
}
`,
      },
    },
    {
      name: 'the address is only stored',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { githubId: profile.id } });
  if (!user) await db.user.create({ data: { githubId: profile.id, email: profile.email } });
${enter}`),
    },
    {
      name: 'one look-up for any column, by the address only to refuse it',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/people.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { people } from './schema';

export async function personBy(column: 'email' | 'githubId', value: string) {
  return db.query.people.findFirst({ where: eq(people[column], value) });
}

export async function addPerson(given: { email: string; githubId: string }) {
  if (await personBy('email', given.email)) throw new Error('This address is taken');
  const [added] = await db.insert(people).values(given).returning();
  return added;
}
`,
        'src/return.ts': `import { GitHub } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';
import { addPerson, personBy } from './people';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);
export const app = new Hono();

app.get('/return', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state || state !== getCookie(c, 'state')) return c.text('Incomplete', 400);
  const tokens = await github.validateAuthorizationCode(code);
  const answer = await fetch('https://api.github.com/user', {
    headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
  });
  const profile = (await answer.json()) as { id: number; email: string };
  const known = await personBy('githubId', String(profile.id));
  const person = known ?? (await addPerson({ email: profile.email, githubId: String(profile.id) }));
  const session = await lucia.createSession(person.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'each of two providers is asked whether the address is verified',
      dependencies: { lucia: '3.2.2', arctic: '2.3.3', hono: '4.6.0' },
      files: {
        'src/login.ts': `import { generateState, GitLab, Google } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { gitlab, google } from './providers';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono();
app.get('/login/:by/callback', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state || state !== getCookie(c, 'state')) return c.body(null, 400);
  let person: { id: string; address: string };
  if (c.req.param('by') === 'google') {
    const tokens = await google.validateAuthorizationCode(code, getCookie(c, 'verifier') ?? '');
    const answer = await fetch('https://openidconnect.googleapis.com/v1/userinfo', {
      headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
    });
    const profile = await answer.json();
    if (!profile.email_verified) return c.body(null, 403);
    person = { id: profile.sub, address: profile.email };
  } else {
    const tokens = await gitlab.validateAuthorizationCode(code);
    const answer = await fetch('https://gitlab.example.com/oauth/userinfo', {
      headers: { Authorization: \`Bearer \${tokens.accessToken()}\` },
    });
    const profile = await answer.json();
    if (!profile.email_verified) return c.body(null, 403);
    person = { id: profile.sub, address: profile.email };
  }
  const user =
    (await prisma.user.findFirst({ where: { email: person.address } })) ??
    (await prisma.user.create({ data: { email: person.address } }));
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'the row has the id of the provider too',
      dependencies: next,
      files: files(
        `  const user = await db.user.findUnique({ where: { githubId: profile.id, email: profile.email } });
${enter}`,
      ),
    },
    {
      name: 'a helper that asks for what it is given, which is the id of the provider too',
      dependencies: next,
      files: {
        ...files(
          `  const user = await userWith({ githubId: profile.id, email: profile.email });
${enter}`,
          "import { userWith } from '../../lib/users';",
        ),
        'lib/users.ts': `import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

const db = drizzle('file:app.db');
const users = sqliteTable('users', { id: text('id').primaryKey(), email: text('email'), githubId: text('github_id') });

export async function userWith(known: { id?: string; email?: string; githubId?: string }) {
  const [user] = await db
    .select()
    .from(users)
    .where(
      and(
        known.id ? eq(users.id, known.id) : undefined,
        known.email ? eq(users.email, known.email) : undefined,
        known.githubId ? eq(users.githubId, known.githubId) : undefined,
      ),
    );
  return user;
}
`,
      },
    },
  ],
};

export default examples;
