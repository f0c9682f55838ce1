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
      name: 'the address in lower case',
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
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ changing
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
      name: 'only by e-mail',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { email: profile.email } });
  //                                                      ^^^^^^^^^^^^^ changing
${enter}`),
    },
    {
      name: 'the id only decides whether the account found by the address gets one more login',
      dependencies: kit,
      files: {
        'src/lib/auth.ts': auth,
        'src/lib/db.ts': db.replace('user:', 'login: any;\n  user:'),
        'src/routes/back/+server.ts': `import { github, lucia } from '$lib/auth';
import { db } from '$lib/db';

const ask = async (path: string, token: string) =>
  (await fetch('https://api.github.com' + path, { headers: { Authorization: 'Bearer ' + token } })).json();

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('hub_state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const token = (await github.validateAuthorizationCode(url.searchParams.get('code') ?? '')).accessToken();
  const [person, addresses] = await Promise.all([ask('/user', token), ask('/user/emails', token)]);
  const main = addresses.find((address) => address.primary && address.verified);
  const member = await db.user.findUnique({ where: { email: main.email } });
  //                                                        ^^^^^^^^^^ changing
  if (!member) return new Response('Ask for an invitation', { status: 403 });
  const login = await db.login.findFirst({ where: { memberId: member.id, remote: String(person.id) } });
  if (!login) await db.login.create({ data: { memberId: member.id, remote: String(person.id) } });
  const cookie = lucia.createSessionCookie((await lucia.createSession(member.id, {})).id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  return new Response();
};
`,
      },
    },
    {
      name: 'only by the login name',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { username: profile.login } });
  //                                                         ^^^^^^^^^^^^^ changing
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
  //                                                          ^^^^^^^^^^^^ changing
  if (member) return member.id;
  return (await db.member.create({ data: { email: viewer.email, verified: false } })).id;
}
`,
        'src/db.ts': db.replace('user:', 'member:'),
      },
    },
    {
      name: 'in a helper',
      dependencies: next,
      files: {
        ...files(
          `  const user = await byName(profile.login);
  //                        ^^^^^^^^^^^^^ changing
${enter}`,
          `import { byName } from '../../lib/users';\n`,
        ),
        'lib/users.ts': `import { db } from './db';

export const byName = (name: string) => db.user.findUnique({ where: { name } });
`,
      },
    },
    {
      name: 'in Express',
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
  const { email, email_verified } = await (await fetch('https://example.com/me', { headers: { Authorization: tokens.accessToken() } })).json();
  if (!email_verified) return res.sendStatus(403);
  const user = await db.user.findUnique({ where: { email } });
  //                                               ^^^^^ changing
  if (user) await lucia.createSession(user.id, {});
  return res.redirect('/');
});
`,
      },
    },
    {
      name: 'sessions that the project keeps by itself',
      dependencies: { arctic: '3.7.0', elysia: '1.1.0', 'drizzle-orm': '0.36.4', '@oslojs/crypto': '1.0.1' },
      files: {
        'src/sessions.ts': `import { db, sessions } from './db';

export async function openSession(token: string, userId: number): Promise<Date> {
  const expiresAt = new Date(Date.now() + 1000 * 60 * 60 * 24 * 30);
  await db.insert(sessions).values({ id: digest(token), userId, expiresAt });
  return expiresAt;
}

const digest = (token: string): string => new Bun.CryptoHasher('sha256').update(token).digest('hex');
`,
        'src/reddit.ts': `import { Reddit } from 'arctic';
import { eq } from 'drizzle-orm';
import { Elysia } from 'elysia';
import { db, users } from './db';
import { openSession } from './sessions';

const reddit = new Reddit(Bun.env.REDDIT_ID!, Bun.env.REDDIT_SECRET!, Bun.env.REDDIT_CALLBACK!);

export const routes = new Elysia().get('/reddit/callback', async ({ query, cookie: { state, token }, error, redirect }) => {
  if (!state.value || state.value !== query.state) return error(400);
  const tokens = await reddit.validateAuthorizationCode(query.code!);
  const headers = { Authorization: \`Bearer \${tokens.accessToken()}\` };
  const answer = await fetch('https://oauth.reddit.com/api/v1/me', { headers });
  const me = (await answer.json()) as { id: string; name: string };
  let [user] = await db.select().from(users).where(eq(users.name, me.name));
//                                                                ^^^^^^^ changing
  user ??= await db.insert(users).values({ name: me.name }).returning().then((rows) => rows[0]!);
  const value = crypto.randomUUID();
  token.set({ value, httpOnly: true, secure: true, sameSite: 'lax', expires: await openSession(value, user.id) });
  return redirect('/');
});
`,
      },
    },
    {
      name: 'an insert that gives way to the address and stores a picture',
      dependencies: { ...next, 'drizzle-orm': '0.36.4' },
      files: {
        ...files(
          `  const [user] = await db.insert(people)
    .values({ email: profile.email, picture: profile.avatar_url })
    .onConflictDoNothing({ target: people.email })
    .returning();
  const known = user ?? (await db.select().from(people).where(eq(people.email, profile.email)))[0];
//                                                                             ^^^^^^^^^^^^^ changing
  await lucia.createSession(known.id, {});
  return new Response();`,
          "import { eq } from 'drizzle-orm';\nimport { people } from '../../lib/people';",
        ),
        'lib/people.ts': `import { pgTable, serial, text } from 'drizzle-orm/pg-core';

export const people = pgTable('people', { id: serial('id').primaryKey(), email: text('email').unique(), picture: text('picture') });
`,
      },
    },
    {
      name: 'an id token that the browser was given, read for the address only',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'google-auth-library': '9.14.0', '@prisma/client': '5.22.0' },
      files: {
        'src/one-tap.ts': `import { OAuth2Client } from 'google-auth-library';

const client = new OAuth2Client(process.env.GOOGLE_ID);

export async function readCredential(credential: string) {
  const ticket = await client.verifyIdToken({ idToken: credential, audience: process.env.GOOGLE_ID });
  const payload = ticket.getPayload();
  if (!payload?.email_verified) throw new Error('Not verified');
  return payload;
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { z } from 'zod';
import { lucia } from './lucia';
import { prisma } from './prisma';
import { readCredential } from './one-tap';

const schema = z.object({ email: z.string(), name: z.string() });

export const app = new Hono();
app.post('/one-tap', async (c) => {
  const payload = await readCredential((await c.req.json()).credential);
  const person = schema.parse({ email: payload.email, name: payload.name });
  const email = person.email.toLowerCase();
  let user = await prisma.user.findUnique({ where: { email } });
//                                                   ^^^^^ changing
  if (!user) user = await prisma.user.create({ data: { email, name: person.name } });
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.text('in');
});
`,
      },
    },
  ],
  good: [
    {
      name: 'by the id',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { githubId: profile.id } });\n${enter}`),
    },
    {
      name: 'by the id as text',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { key: \`github:\${profile.id}\` } });\n${enter}`),
    },
    {
      name: 'by the id first, then by a verified address',
      dependencies: next,
      files: files(`  const known = await db.user.findUnique({ where: { githubId: profile.id } });
  const user = known ?? (profile.verified ? await db.user.findUnique({ where: { email: profile.email } }) : null);
${enter}`),
    },
  ],
  lookAlike: [
    {
      name: 'the account with the address is only let in when the id is its own',
      dependencies: next,
      files: files(`  const user = await db.user.findUnique({ where: { email: profile.email } });
  const linked = user && (await db.user.findUnique({ where: { id: user.id, githubId: profile.id } }));
  if (!linked) return new Response(null, { status: 403 });
${enter}`),
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
      name: 'a name in use is refused',
      dependencies: next,
      files: files(`  const taken = await db.user.findUnique({ where: { username: profile.login } });
  if (taken) return new Response('in use', { status: 409 });
  const user = await db.user.create({ data: { githubId: profile.id, username: profile.login } });
${enter}`),
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
  return Response.json({ known: !!(await db.user.findUnique({ where: { email } })) });
}
`,
      },
    },
    {
      name: 'nothing is looked up',
      dependencies: kit,
      files: {
        'src/lib/auth.ts': auth,
        'src/routes/callback/+server.ts': `import { github } from '../../lib/auth';

export const GET = async ({ url, cookies }) => {
  const kept = cookies.get('state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  return new Response(tokens.tokenType());
};
`,
      },
    },
    {
      name: 'the lookup is in a service that cannot be seen',
      dependencies: next,
      files: files(
        `  const user = await accounts.find(profile.email);\n${enter}`,
        `import { accounts } from 'house-accounts';\n`,
      ),
    },
    {
      name: 'the id is put together bit by bit',
      dependencies: next,
      files: files(`  let key = 'github';
  for (const part of [profile.realm, profile.id]) key = \`\${key}:\${part}\`;
  const user = await db.user.findUnique({ where: { key } });
${enter}`),
    },
    {
      name: 'an id token that the browser was given, with the id of its user, and one for somebody else',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'google-auth-library': '9.14.0', '@prisma/client': '5.22.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { OAuth2Client } from 'google-auth-library';
import { lucia } from './lucia';
import { prisma } from './prisma';

const client = new OAuth2Client(process.env.GOOGLE_ID);

export const app = new Hono();
app.post('/one-tap', async (c) => {
  const { credential } = await c.req.json();
  const ticket = await client.verifyIdToken({ idToken: credential, audience: process.env.GOOGLE_ID });
  const payload = ticket.getPayload();
  if (!payload?.email_verified) return c.text('no', 403);
  let user = await prisma.user.findUnique({ where: { googleId: payload.sub } });
  if (!user) user = await prisma.user.create({ data: { googleId: payload.sub, email: payload.email! } });
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.text('in');
});
app.post('/known', async (c) => {
  const { credential } = await c.req.json();
  const ticket = await client.verifyIdToken({ idToken: credential, audience: process.env.GOOGLE_ID });
  const known = await prisma.user.count({ where: { email: ticket.getPayload()?.email } });
  return c.json({ known: known > 0 });
});
`,
      },
    },
  ],
};

export default examples;
