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
      name: 'a handler of all methods, where the method is GET',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'src/pages/api/watchlist.ts': `import type { NextApiRequest, NextApiResponse } from 'next';
import { prisma } from '../../server/prisma';
import { validateRequest } from '../../server/session';

export default async function watchlist(req: NextApiRequest, res: NextApiResponse) {
  const { user } = await validateRequest(req, res);
  if (!user) return res.status(401).end();
  switch (req.method) {
    case 'GET': {
      const film = String(req.query.film);
      await prisma.watched.create({ data: { film, userId: user.id } });
      //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
      return res.redirect('/watchlist');
    }
    default:
      return res.status(405).end();
  }
}
`,
      },
    },
    {
      name: 'a load of a page that is named after the change',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/newsletter/subscribe/+page.server.ts': `import { db } from '$lib/server/db';
import { members } from '$lib/server/schema';
import { eq } from 'drizzle-orm';

export const load = async ({ locals }) => {
  await db.update(members).set({ letters: true }).where(eq(members.id, locals.user.id));
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return {};
};
`,
      },
    },
    {
      name: 'a logout in an Astro endpoint',
      dependencies: { lucia: '3.2.2', astro: '5.1.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/pages/logout.ts': `import type { APIContext } from 'astro';
import { lucia } from '../auth';

export async function GET(context: APIContext) {
  if (!context.locals.session) return new Response(null, { status: 401 });
  await lucia.invalidateSession(context.locals.session.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logout
  context.cookies.delete(lucia.sessionCookieName);
  return context.redirect('/login');
}
`,
      },
    },
    {
      name: 'a logout in a Remix loader, by a helper',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.9.0', '@remix-run/react': '2.9.0' },
      files: {
        'app/auth.ts': AUTH,
        'app/end-session.ts': `import { lucia } from './auth';

export async function endSession(request: Request) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}
`,
        'app/routes/sign-out.tsx': `import { redirect } from '@remix-run/node';
import { endSession } from '../end-session';

export async function loader({ request }: { request: Request }) {
  const cookie = await endSession(request);
//                     ^^^^^^^^^^^^^^^^^^^ logout
  return redirect('/', { headers: { 'Set-Cookie': cookie } });
}
`,
      },
    },
    {
      name: 'an Express route',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/routes.ts': `import { Router } from 'express';
import { lucia } from './auth';

export const routes = Router();

routes.get('/logout', async (req, res) => {
  await lucia.invalidateUserSessions(res.locals.user.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logout
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/');
});
`,
      },
    },
    {
      name: 'a row is deleted by a link',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': AUTH,
        'app/api/notes/remove/route.ts': `import { PrismaClient } from '@prisma/client';
import type { NextRequest } from 'next/server';
import { viewer } from '../../../../lib/viewer';

const prisma = new PrismaClient();

export async function GET(request: NextRequest) {
  const { user } = await viewer();
  if (!user) return new Response(null, { status: 401 });
  const id = request.nextUrl.searchParams.get('id') ?? '';
  await prisma.note.delete({ where: { id, userId: user.id } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return Response.redirect('/notes');
}
`,
      },
    },
    {
      name: 'a tRPC query that deletes',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'src/notes.ts': `import { z } from 'zod';
import { prisma } from './db';
import { protectedProcedure, router } from './trpc';

export const notes = router({
  drop: protectedProcedure.input(z.object({ id: z.string() })).query(async ({ ctx, input }) => {
    await prisma.note.deleteMany({ where: { id: input.id, ownerId: ctx.user.id } });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  }),
});
`,
      },
    },
    {
      name: 'the account of the visitor is deleted',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/account.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { users } from './schema';

export const app = new Hono();

app.get('/account/close', async (c) => {
  const user = c.get('user');
  if (!user) return c.json(null, 401);
  await db.delete(users).where(eq(users.id, user.id));
//      ^^^^^^^^^^^^^^^^ write
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a function that cannot be seen',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/api/friends/route.ts': `import { getUser } from '@/lib/auth';
import { removeFriend } from '@/lib/friends';

export async function GET(request: Request) {
  const user = await getUser();
  if (!user) return new Response(null, { status: 401 });
  const friend = new URL(request.url).searchParams.get('friend') ?? '';
  await removeFriend(user.id, friend);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unseen
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a page that acts on its query',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'app/items/page.tsx': `import { prisma } from '../../lib/prisma';
import { me } from '../../lib/session';

export default async function Items({ searchParams }: { searchParams: Promise<{ remove?: string }> }) {
  const user = await me();
  const { remove } = await searchParams;
  if (remove) await prisma.item.deleteMany({ where: { id: remove, ownerId: user.id } });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return <p>Items</p>;
}
`,
      },
    },
    {
      name: 'a number out of the query, which names the row of a helper',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'src/app/api/parcels/route.ts': `import { NextRequest } from 'next/server';
import { markAs } from '../../../server/parcels';
import { validateRequest } from '../../../server/session';

export async function GET(request: NextRequest) {
  const { user } = await validateRequest();
  if (!user) return new Response(null, { status: 401 });
  const asked = request.nextUrl.searchParams.get('parcel');
  const parcel = asked ? parseInt(asked, 10) : null;
  if (parcel) await markAs(parcel, 'delivered');
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return Response.json({ parcel });
}
`,
        'src/server/parcels.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function markAs(id: number, state: string) {
  return prisma.parcel.update({ where: { id }, data: { state } });
}
`,
      },
    },
    {
      name: 'a check of the server that changes all rows, and another mail for whoever the address names',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/health/+server.ts': `import { db } from '$lib/db';
import { members } from '$lib/schema';

export async function GET() {
  await db.update(members).set({ rank: 'captain' });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return new Response('up');
}
`,
        'src/lib/members.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { members } from '$lib/schema';

export async function memberAt(mail: string) {
  const rows = await db.select().from(members).where(eq(members.mail, mail));
  return rows[0];
}

export async function change(id: string, values: Partial<typeof members.$inferInsert>) {
  await db.update(members).set(values).where(eq(members.id, id));
}
`,
        'src/routes/verify/resend/[mail]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { lucia } from '$lib/auth';
import { sendMail } from '$lib/mail';
import { change, memberAt } from '$lib/members';

export async function load({ params, cookies }) {
  const { session } = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
  const member = await memberAt(params.mail);
  if (!member) error(404);
  await change(member.id, { confirmed: false });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  await sendMail(member.mail);
  return { signedIn: !!session };
}
`,
      },
    },
    {
      name: 'an address that makes one more',
      dependencies: { lucia: '3.2.2', next: '15.0.3', '@prisma/client': '5.22.0' },
      files: {
        'app/api/vouchers/add/route.ts': `import { Vouchers } from '../../../../lib/vouchers';

export async function GET() {
  const voucher = await Vouchers.print();
//                      ^^^^^^^^^^^^^^^^ write
  return Response.json({ voucher });
}
`,
        'lib/vouchers.ts': `import { prisma } from './prisma';

const print = () => prisma.voucher.create({ data: { worth: 20 } });

export const Vouchers = { print };
`,
      },
    },
    {
      name: 'a function of another file that a route names as its handler',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/leave/route.ts': `export { leave as GET } from '../../lib/leave';
//       ^^^^^^^^^^^^ logout
`,
        'app/goodbye/route.ts': `import { leave } from '../../lib/leave';

export const POST = leave;
`,
        'lib/leave.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';
import { visitor } from './visitor';

export async function leave() {
  const { session } = await visitor();
  if (!session) return new Response(null, { status: 401 });
  await lucia.invalidateSession(session.id);
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes);
  return new Response(null, { status: 303, headers: { Location: '/' } });
}
`,
        'lib/visitor.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function visitor() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { session: null, user: null };
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a page that makes a new key for the authenticator app at each visit',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/security/app/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  const { user } = locals;
  if (!user) redirect(302, '/login');
  if (user.usesApp) return { key: null };
  const key = randomBytes(20).toString('hex');
  await prisma.user.update({ where: { id: user.id }, data: { totpKey: key } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return { key };
};
`,
      },
    },
    {
      name: 'a page that throws away the last code and sends another one',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/send-confirmation/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { sendCode } from '$lib/server/mail';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  await prisma.verificationCode.deleteMany({ where: { userId: locals.user.id } });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  await sendCode(locals.user.email);
  redirect(302, '/enter-code');
};
`,
      },
    },
    {
      name: 'a workspace that leaves its server to the root',
      files: {
        'package.json': '{ "workspaces": ["api", "web"], "dependencies": { "hono": "4.6.0" } }',
        'api/package.json': '{ "name": "api", "dependencies": { "lucia": "3.2.2" } }',
        'web/package.json': '{ "name": "web", "dependencies": { "react": "18.3.1" } }',
        'api/src/visits.ts': `import { Hono } from 'hono';
import { lucia } from './auth';

export const visits = new Hono<{ Variables: { session: { id: string } | null } }>().get('/end', async (c) => {
  const session = c.get('session');
  if (!session) return c.redirect('/');
  await lucia.invalidateSession(session.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logout
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return c.redirect('/');
});
`,
        'api/src/auth.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a route of Hono by its description, and one of a member whose workspace has the framework',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@hono/zod-openapi': '0.18.0' },
      files: {
        'package.json':
          '{ "private": true, "workspaces": ["kiosk"], "dependencies": { "hono": "4.6.0", "lucia": "3.2.2", "@hono/zod-openapi": "0.18.0" } }',
        'src/auth.ts': AUTH,
        'src/farewell.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { lucia } from './auth';

const leave = createRoute({ method: 'get', path: '/leave', responses: {} });

export const farewell = new OpenAPIHono().openapi(leave, async (c) => {
  await lucia.invalidateSession(c.get('session').id);
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logout
  return c.redirect('/');
});
`,
        'kiosk/package.json': '{ "name": "kiosk", "dependencies": { "lucia": "3.2.2" } }',
        'kiosk/auth.ts': AUTH,
        'kiosk/desk.ts': `import { Hono } from 'hono';
import { lucia } from './auth';

export const desk = new Hono().get('/done', async (c) => {
  await lucia.invalidateUserSessions(c.get('user').id);
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logout
  return c.text('Bye');
});
`,
      },
    },
    {
      name: 'what a helper marks as paid',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/threads/[id]/+server.ts': `import { error, json } from '@sveltejs/kit';
import { newest, markAsPaid } from '$lib/server/threads';

export const GET = async ({ params, locals }) => {
  if (!locals.user) error(401);
  const post = await newest(params.id);
  await markAsPaid(params.id, locals.user.id, post.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return json(post);
};
`,
        'src/lib/server/threads.ts': `import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { members, posts } from './schema';

export async function newest(thread: string) {
  const [post] = await db.select().from(posts).where(eq(posts.thread, thread));
  return post!;
}

export async function markAsPaid(thread: string, userId: string, upTo: number) {
  await db.update(members).set({ position: upTo }).where(and(eq(members.thread, thread), eq(members.userId, userId)));
}
`,
      },
    },
    {
      name: 'a helper that ends the session where there is one, and says so where there is none',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/leave.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function leave() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { session } = await lucia.validateSession(id);
  if (session) {
    await lucia.invalidateSession(session.id);
    return;
  }
  return { problem: 'You are not signed in' };
}
`,
        'app/leave/route.ts': `import { leave } from '@/lib/leave';

export async function GET() {
  const problem = await leave();
  //                    ^^^^^^^ logout
  return Response.json({ problem });
}
`,
      },
    },
    {
      name: 'a load that changes something when the search says so',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', postgres: '3.4.5' },
      files: {
        'src/lib/garden.ts': `import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

export async function clearBeds(gardener: string) {
  await sql\`UPDATE gardens SET beds = NULL WHERE gardener_id = \${gardener}\`;
}
`,
        'src/routes/garden/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { clearBeds } from '$lib/garden';

export const load = async ({ locals, url }) => {
  if (!locals.user) redirect(302, '/enter');
  if (url.searchParams.get('do') === 'clear') await clearBeds(locals.user.id);
  //                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ write
  return { name: locals.user.name };
};
`,
      },
    },
    {
      name: 'a logout whose helper lies behind an alias of the settings that Vite is given',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.63.0' },
      files: {
        'vite.config.ts': `import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit({ adapter: adapter(), alias: { $own: 'src/own' } })],
});
`,
        'src/own/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

const lucia = new Lucia(adapter, {});

export async function leave(id: string): Promise<void> {
  await lucia.invalidateSession(id);
}
`,
        'src/routes/bye/+server.ts': `import { redirect } from '@sveltejs/kit';
import { leave } from '$own/auth';

export async function GET({ locals }) {
  if (locals.session) await leave(locals.session.id);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^ logout
  redirect(302, '/');
}
`,
      },
    },
  ],
  good: [
    {
      name: 'a form action',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/logout/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return fail(401);
    await lucia.invalidateSession(locals.session.id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
    redirect(302, '/login');
  },
};
`,
      },
    },
    {
      name: 'a POST route',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/logout.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth';

export const app = new Hono();
app.use(csrf());

app.post('/logout', async (c) => {
  const session = c.get('session');
  if (session) await lucia.invalidateSession(session.id);
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a GET that only reads',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'app/api/notes/route.ts': `import { PrismaClient } from '@prisma/client';
import { viewer } from '../../../lib/viewer';

const prisma = new PrismaClient();

export async function GET() {
  const { user } = await viewer();
  if (!user) return new Response(null, { status: 401 });
  return Response.json(await prisma.note.findMany({ where: { userId: user.id } }));
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the time of the last visit, in SQL',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', mysql2: '3.11.0' },
      files: {
        'src/profile.ts': `import { Hono } from 'hono';
import { pool } from './pool';
import { requireUser } from './session';

export const profile = new Hono();
profile.use('*', requireUser);
profile.get('/profile', async (c) => {
  const user = c.get('user');
  await pool.execute('UPDATE reader SET last_active_at = NOW() WHERE id = ?', [user.id]);
  return c.json({ name: user.name });
});
`,
      },
    },
    {
      name: 'a handler of all methods, where the method is POST',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'src/pages/api/watchlist.ts': `import type { NextApiRequest, NextApiResponse } from 'next';
import { prisma } from '../../server/prisma';
import { validateRequest } from '../../server/session';

export default async function watchlist(req: NextApiRequest, res: NextApiResponse) {
  const { user } = await validateRequest(req, res);
  if (!user) return res.status(401).end();
  switch (req.method) {
    case 'POST': {
      const film = String(req.query.film);
      await prisma.watched.create({ data: { film, userId: user.id } });
      return res.redirect('/watchlist');
    }
    default:
      return res.status(405).end();
  }
}
`,
      },
    },
    {
      name: 'a load that keeps what it was seen with',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/newsletter/inbox/+page.server.ts': `import { db } from '$lib/server/db';
import { members } from '$lib/server/schema';
import { eq } from 'drizzle-orm';

export const load = async ({ locals }) => {
  await db.update(members).set({ letters: true }).where(eq(members.id, locals.user.id));
  return {};
};
`,
      },
    },
    {
      name: 'a session cookie that no other site can make a browser send',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionCookie: { expires: false, attributes: { secure: true, sameSite: 'strict' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/routes/leave/+server.ts': `import { lucia } from '$lib/server/auth';

export async function GET({ locals, cookies }) {
  if (!locals.session) return new Response(null, { status: 401 });
  await lucia.invalidateSession(locals.session.id);
  const blank = lucia.createBlankSessionCookie();
  cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
  return new Response(null, { status: 302, headers: { Location: '/' } });
}
`,
      },
    },
    {
      name: 'an e-mail verification link',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/verify-email/[token]/+server.ts': `import { PrismaClient } from '@prisma/client';
import { lucia } from '$lib/server/auth';

const prisma = new PrismaClient();

export async function GET({ params }) {
  const found = await prisma.verification.delete({ where: { id: params.token } });
  await lucia.invalidateUserSessions(found.userId);
  await prisma.user.update({ where: { id: found.userId }, data: { verified: true } });
  return new Response(null, { status: 302, headers: { Location: '/' } });
}
`,
      },
    },
    {
      name: 'a banned user is signed out',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  if (locals.user.banned) {
    await lucia.invalidateUserSessions(locals.user.id);
    redirect(302, '/banned');
  }
  return {};
};
`,
      },
    },
    {
      name: 'the time of the last visit',
      dependencies: { lucia: '3.2.2', express: '4.19.2', '@prisma/client': '5.22.0' },
      files: {
        'src/routes.ts': `import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const routes = Router();

routes.get('/posts/:id', async (req, res) => {
  const post = await prisma.post.update({ where: { id: req.params.id }, data: { views: { increment: 1 } } });
  res.json(post);
});
`,
      },
    },
    {
      name: 'an OAuth callback that ends the old session',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': AUTH,
        'app/login/github/callback/route.ts': `import { cookies } from 'next/headers';
import { github } from '../../../../lib/github';
import { lucia } from '../../../../lib/auth';
import { userOf } from '../../../../lib/accounts';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const stored = cookies().get('github_state')?.value ?? null;
  if (!code || !state || !stored || state !== stored) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(code);
  const userId = await userOf(tokens.accessToken);
  await lucia.invalidateUserSessions(userId);
  const cookie = lucia.createSessionCookie((await lucia.createSession(userId, {})).id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
  return new Response(null, { status: 302, headers: { Location: '/' } });
}
`,
      },
    },
    {
      name: 'messages are marked as read when they are shown',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/inbox/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ params, locals }) => {
  if (!locals.user) error(401);
  await prisma.message.updateMany({ where: { id: params.id, ownerId: locals.user.id }, data: { isRead: true } });
  return { message: await prisma.message.findFirst({ where: { id: params.id, ownerId: locals.user.id } }) };
};
`,
      },
    },
    {
      name: 'a search term is taken out of a list',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/api/search/route.ts': `import { removeAccents } from 'remove-accents';

export async function GET(request: Request) {
  const term = new URL(request.url).searchParams.get('q') ?? '';
  return Response.json({ term: removeAccents(term) });
}
`,
      },
    },
    {
      name: 'what is missing is filled in once',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', 'drizzle-orm': '0.36.4' },
      files: {
        'src/card.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { users } from './schema';

export const app = new Hono();

app.get('/card', async (c) => {
  const user = c.get('user');
  if (!user) return c.json(null, 401);
  if (!user.cardNumber) {
    user.cardNumber = crypto.randomUUID();
    await db.update(users).set({ cardNumber: user.cardNumber }).where(eq(users.id, user.id));
  }
  return c.json({ card: user.cardNumber });
});
`,
      },
    },
    {
      name: 'a validation of its own ends what has expired',
      dependencies: { next: '15.1.0', '@oslojs/crypto': '1.0.1', 'drizzle-orm': '0.36.0' },
      files: {
        'db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const db = drizzle(process.env.DATABASE_URL!);
export const sessions = pgTable('session', { id: text('id').primaryKey(), memberId: text('member_id'), expiresAt: timestamp('expires_at') });
`,
        'lib/store.ts': `import { eq } from 'drizzle-orm';
import { db, sessions } from '../db';

export async function dropSession(id: string) {
  await db.delete(sessions).where(eq(sessions.id, id));
}

export async function findSession(id: string) {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row;
}
`,
        'lib/visitor.ts': `import { cookies } from 'next/headers';
import { dropSession, findSession } from './store';

async function check(id: string) {
  const session = await findSession(id);
  if (!session) return { session: null };
  if (Date.now() >= session.expiresAt.getTime()) {
    await dropSession(session.id);
    return { session: null };
  }
  return { session };
}

export async function visitor() {
  const id = (await cookies()).get('session')?.value;
  return id ? check(id) : { session: null };
}
`,
        'app/page.tsx': `import { visitor } from '../lib/visitor';

export default async function Home() {
  const { session } = await visitor();
  return <p>{session ? 'Welcome back' : 'Hello'}</p>;
}
`,
      },
    },
    {
      name: 'a session whose account is gone',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/profile.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { lucia } from './auth';
import { db } from './db';
import { people } from './schema';

const personOf = async (id: string) => {
  const [row] = await db.select().from(people).where(eq(people.id, id)).limit(1);
  return row;
};

export const profile = new Hono();
profile.get('/profile', async (c) => {
  const session = c.get('session');
  if (!session) return c.text('Sign in', 401);
  const person = await personOf(session.userId);
  if (!person) {
    await lucia.invalidateSession(session.id);
    return c.text('Sign in', 401);
  }
  return c.json({ name: person.name });
});
`,
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const people = pgTable('people', { id: text('id').primaryKey(), name: text('name').notNull() });
`,
      },
    },
    {
      name: 'a wrapper that ends the sessions of closed accounts, for a page and a route',
      dependencies: { lucia: '3.2.2', next: '15.0.3' },
      files: {
        'lib/guest.ts': `import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './lucia';

export const guest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const found = await lucia.validateSession(id);
  if (found.user?.closedAt) {
    await lucia.invalidateSession(found.session.id);
    return { user: null, session: null };
  }
  return found;
});
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/menu/page.tsx': `import { guest } from '../../lib/guest';

export default async function Menu() {
  const { user } = await guest();
  return <p>{user ? user.name : 'Hello'}</p>;
}
`,
        'app/api/menu/route.ts': `import { guest } from '../../../lib/guest';

export async function GET() {
  const { user } = await guest();
  return Response.json({ name: user?.name ?? null });
}
`,
      },
    },
    {
      name: 'rows that have had their time, and a provider token that is fetched anew',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.0' },
      files: {
        'src/shares.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { renew } from './calendar';
import { db } from './db';
import { calendars, shares } from './schema';

async function shareOf(id: string) {
  const [row] = await db.select().from(shares).where(eq(shares.id, id));
  if (!row) return null;
  if (row.expiresAt.getTime() < Date.now()) {
    await db.delete(shares).where(eq(shares.id, id));
    return null;
  }
  try {
    return JSON.parse(row.body);
  } catch {
    await db.delete(shares).where(eq(shares.id, id));
    return null;
  }
}

async function eventsOf(id: string) {
  const [calendar] = await db.select().from(calendars).where(eq(calendars.id, id));
  const { accessToken } = await renew(calendar);
  await db.update(calendars).set({ accessToken }).where(eq(calendars.id, id));
  return fetch('https://calendar.example/events', { headers: { Authorization: accessToken } });
}

export const app = new Hono();
app.get('/shares/:id', async (c) => c.json(await shareOf(c.req.param('id'))));
app.get('/calendars/:id', async (c) => eventsOf(c.req.param('id')));
`,
        'src/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const shares = pgTable('shares', { id: text('id').primaryKey(), body: text('body'), expiresAt: timestamp('expires_at') });
export const calendars = pgTable('calendars', { id: text('id').primaryKey(), accessToken: text('access_token') });
`,
      },
    },
    {
      name: 'the row that a link from a mail leads to, and a row that is found by whoever is signed in',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/welcome/+server.ts': `import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { letters, members } from '$lib/schema';

export async function GET({ url }) {
  const [letter] = await db.select().from(letters).where(eq(letters.code, url.searchParams.get('code') ?? ''));
  if (!letter) return new Response(null, { status: 404 });
  await db.update(members).set({ confirmed: true }).where(eq(members.id, letter.memberId));
  return new Response('Welcome');
}
`,
        'src/routes/desk/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/db';
import { members } from '$lib/schema';

export async function load({ locals }) {
  if (!locals.user) redirect(303, '/enter');
  const [member] = await db.select().from(members).where(eq(members.id, locals.user.id));
  if (member.plan === 'trial') await db.update(members).set({ plan: 'free' }).where(eq(members.id, member.id));
  return { member };
}
`,
      },
    },
    {
      name: 'a row that a list begins with, and one that is made by POST',
      dependencies: { lucia: '3.2.2', next: '15.0.3', '@prisma/client': '5.22.0' },
      files: {
        'app/api/settings/route.ts': `import { prisma } from '../../../lib/prisma';

export async function GET() {
  const found = await prisma.preference.findFirst();
  return Response.json(found ?? (await prisma.preference.create({ data: { theme: 'light' } })));
}
`,
        'app/api/vouchers/add/route.ts': `import { prisma } from '../../../../lib/prisma';

export async function POST() {
  return Response.json(await prisma.voucher.create({ data: { worth: 20 } }));
}
`,
      },
    },
    {
      name: 'a function of another file for both methods that looks which one it is',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/leave/+server.ts': `import { leave } from '$lib/server/leave';

export const GET = leave;
export const POST = leave;
`,
        'src/lib/server/leave.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from './auth';

export const leave = async ({ request, locals, cookies }) => {
  if (request.method !== 'POST') return new Response('Press the button to leave.');
  if (!locals.session) redirect(303, '/');
  await lucia.invalidateSession(locals.session.id);
  const blank = lucia.createBlankSessionCookie();
  cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
  redirect(303, '/');
};
`,
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a page that makes a key for the authenticator app where there is none, and one that forgets old codes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/security/app/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  let { totpKey } = locals.user;
  if (!totpKey) {
    totpKey = randomBytes(20).toString('hex');
    await prisma.user.update({ where: { id: locals.user.id }, data: { totpKey } });
  }
  return { totpKey };
};
`,
        'src/routes/enter-code/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  await prisma.verificationCode.deleteMany({ where: { userId: locals.user.id, until: { lt: new Date() } } });
  return { address: locals.user.email };
};
`,
      },
    },
    {
      name: 'where a payment comes back to, once the bank has said that it was made',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/bank.ts': `export async function statusOf(transfer: string): Promise<{ settled: boolean; cents: number }> {
  const reply = await fetch('https://bank.example/transfers/' + transfer, { headers: { Authorization: process.env.BANK_KEY! } });
  return reply.json();
}
`,
        'src/orders.ts': `import { Hono } from 'hono';
import { statusOf } from './bank';
import { prisma } from './prisma';

export const orders = new Hono().get('/orders/return', async (c) => {
  const { order, transfer } = c.req.query();
  const status = await statusOf(transfer);
  if (!status.settled) return c.redirect('/unpaid');
  await prisma.order.update({ where: { id: order, cents: status.cents }, data: { paid: true } });
  return c.redirect('/thanks');
});
`,
      },
    },
    {
      name: 'the page that a payment comes back to, once its provider has confirmed it',
      dependencies: { lucia: '3.2.2', express: '4.19.2', '@prisma/client': '5.22.0', stripe: '17.0.0' },
      files: {
        'src/purse.ts': `export async function lookUp(reference: string) {
  const answer = await fetch('https://pay.example/lookup', { method: 'POST', body: JSON.stringify({ reference }) });
  return answer.json();
}
`,
        'src/tickets.ts': `import { Router } from 'express';
import Stripe from 'stripe';
import { prisma } from './prisma';
import { lookUp } from './purse';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export const tickets = Router()
  .get('/tickets/paid', async (req, res) => {
    const { reference, ticket } = req.query;
    const payment = await lookUp(String(reference));
    if (payment.state !== 'settled') return res.redirect('/tickets/problem');
    await prisma.ticket.update({ where: { id: String(ticket) }, data: { paid: true } });
    res.redirect('/tickets');
  })
  .get('/tickets/bought', async (req, res) => {
    const checkout = await stripe.checkout.sessions.retrieve(String(req.query.checkout));
    if (checkout.payment_status === 'paid') {
      await prisma.ticket.update({ where: { id: String(req.query.ticket) }, data: { paid: true } });
    }
    res.redirect('/tickets');
  });
`,
      },
    },
    {
      name: 'where a shop is paid: what the URL says is signed with a secret',
      dependencies: { lucia: '^3.2.2', '@sveltejs/kit': '^2.5.0', '@prisma/client': '^5.0.0' },
      files: {
        'src/lib/server/lucia.ts': `import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const prisma = new PrismaClient();
export const lucia = new Lucia(adapter);
`,
        'src/lib/server/signed.ts': `import { createHmac } from 'node:crypto';

function macOf(secret: string, fields: string[]): string {
  return createHmac('sha256', secret).update(fields.join('\\n')).digest('hex');
}

export function isSigned(secret: string, query: URLSearchParams): boolean {
  const fields = [...query].filter(([name]) => name.startsWith('pay-')).map(([name, value]) => \`\${name}:\${value}\`);
  return query.get('signature') === macOf(secret, fields);
}
`,
        'src/routes/order/paid/+page.server.ts': `import { env } from '$env/dynamic/private';
import { lucia, prisma } from '$lib/server/lucia';
import { isSigned } from '$lib/server/signed';

export const load = async ({ cookies, url }) => {
  const { user } = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
  if (isSigned(env.PAY_SECRET, url.searchParams)) {
    const id = url.searchParams.get('pay-stamp') ?? '';
    await prisma.order.update({ where: { id }, data: { state: url.searchParams.get('pay-state') } });
  }
  return { name: user?.name };
};
`,
      },
    },
    {
      name: 'how far somebody has read',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/threads/[id]/+server.ts': `import { error, json } from '@sveltejs/kit';
import { newest, markAsRead } from '$lib/server/threads';

export const GET = async ({ params, locals }) => {
  if (!locals.user) error(401);
  const post = await newest(params.id);
  await markAsRead(params.id, locals.user.id, post.id);
  return json(post);
};
`,
        'src/lib/server/threads.ts': `import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { members, posts } from './schema';

export async function newest(thread: string) {
  const [post] = await db.select().from(posts).where(eq(posts.thread, thread));
  return post!;
}

export async function markAsRead(thread: string, userId: string, upTo: number) {
  await db.update(members).set({ position: upTo }).where(and(eq(members.thread, thread), eq(members.userId, userId)));
}
`,
      },
    },
    {
      name: 'who is signed in, as a row of the database',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { db } from './db';
import { members } from './schema';

const shape = (row: typeof members.$inferSelect) => ({ id: row.id, nick: row.nick ?? 'somebody' });

export async function viewer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const found = await lucia.validateSession(id);
  if (!found.user) return null;
  const [row] = await db.select().from(members).where(eq(members.id, found.user.id));
  if (!row || row.standing !== 'good') {
    try {
      await lucia.invalidateSession(id);
    } catch {
      console.error('The session could not be ended');
    }
    return null;
  }
  return shape(row);
}
`,
        'app/api/me/route.ts': `import { viewer } from '@/lib/viewer';

export async function GET() {
  const me = await viewer();
  if (!me) return new Response(null, { status: 401 });
  return Response.json(me);
}
`,
      },
    },
    {
      name: 'a load that fills in what is missing, whatever the search says',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', postgres: '3.4.5' },
      files: {
        'src/lib/garden.ts': `import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

export async function setSeason(gardener: string) {
  await sql\`UPDATE gardens SET season = 'spring' WHERE gardener_id = \${gardener}\`;
}

export async function bedsOf(gardener: string, order: string) {
  return sql\`SELECT id, name FROM beds WHERE gardener_id = \${gardener} ORDER BY \${sql(order)}\`;
}
`,
        'src/routes/garden/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { bedsOf, setSeason } from '$lib/garden';

export const load = async ({ locals, url }) => {
  if (!locals.user) redirect(302, '/enter');
  if (!url.searchParams.has('season')) await setSeason(locals.user.id);
  const order = url.searchParams.get('order') === 'name' ? 'name' : 'id';
  return { beds: await bedsOf(locals.user.id, order) };
};
`,
      },
    },
  ],
};

export default examples;
