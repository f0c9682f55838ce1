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

const NEXT = { lucia: '3.2.2', next: '14.2.35', react: '18.3.1', '@prisma/client': '5.22.0' };

const WRAPPER = `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (!result.session) cookies().delete(lucia.sessionCookieName);
  } catch {
    // a page is being rendered
  }
  return result;
});
`;

const examples: Examples = {
  bad: [
    {
      name: 'an optional id in a Prisma filter',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'app/page.tsx': `import { PrismaClient } from '@prisma/client';
import { viewer } from '../lib/viewer';

const prisma = new PrismaClient();

export default async function Notes() {
  const { user } = await viewer();
  const notes = await prisma.note.findMany({ where: { authorId: user?.id, deleted: false } });
//                                                              ^^^^^^^^ filter
  return <p>{notes.length}</p>;
}
`,
      },
    },
    {
      name: 'on the request context, by a variable',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/notes/+page.server.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const actions = {
  clear: async ({ locals }) => {
    const owner = locals.user?.id;
    await prisma.note.deleteMany({ where: { AND: [{ owner }, { done: true }] } });
//                                                  ^^^^^ filter
  },
};
`,
      },
    },
    {
      name: 'asserted without a check',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'app/actions.ts': `'use server';

import { viewer } from '../lib/viewer';
import { rename } from '../lib/accounts';

export async function save(form: FormData) {
  const { user } = await viewer();
  await rename(user!.id, String(form.get('name')));
//             ^^^^^ assert
}
`,
        'lib/accounts.ts': `export declare function rename(id: string, name: string): Promise<void>;
`,
      },
    },
    {
      name: 'the whole result is tested',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';

export async function membersOnly(req: Request, res: Response, next: NextFunction) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!result) return res.status(401).end();
//     ^^^^^^ always
  return next();
}
`,
      },
      fixed: {
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';

export async function membersOnly(req: Request, res: Response, next: NextFunction) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!result.session) return res.status(401).end();
  return next();
}
`,
      },
    },
    {
      name: 'the result of a wrapper is tested',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'app/api/notes/route.ts': `import { viewer } from '../../../lib/viewer';

export async function GET() {
  if (await viewer()) return Response.json(['secret']);
//    ^^^^^^^^^^^^^^ always
  return new Response(null, { status: 401 });
}
`,
      },
      fixed: {
        'app/api/notes/route.ts': `import { viewer } from '../../../lib/viewer';

export async function GET() {
  if ((await viewer()).session) return Response.json(['secret']);
  return new Response(null, { status: 401 });
}
`,
      },
    },
    {
      name: 'asserted in handlers that nothing guards',
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
        'src/notes.ts': `import { Hono } from 'hono';
import { listNotes } from './store';

export const app = new Hono();

app.get('/notes', async (c) => {
  const user = c.get('user')!;
//             ^^^^^^^^^^^^^^ assert
  return c.json(await listNotes(user.id));
});
`,
        'src/store.ts': `export declare function listNotes(owner: string): Promise<string[]>;
`,
      },
    },
    {
      name: 'asserted in a load below a layout',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/(app)/+layout.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
};
`,
        'src/routes/(app)/notes/+page.server.ts': `import { listNotes } from '$lib/server/notes';

export const load = async ({ locals }) => ({ notes: await listNotes(locals.user!.id) });
//                                                                  ^^^^^^^^^^^^ assert
`,
      },
    },
    {
      name: 'a filter by a user whose wrapper is out of sight',
      dependencies: NEXT,
      files: {
        'app/parcels/page.tsx': `import { whoIsThere } from '@/server/identity';
import { prisma } from '@/server/prisma';

export default async function Parcels() {
  const { user: courier } = await whoIsThere();
  const parcels = await prisma.parcel.findMany({ where: { courierId: courier?.id } });
//                                                                   ^^^^^^^^^^^ filter
  return <p>{parcels.length}</p>;
}
`,
      },
    },
    {
      name: 'the helper of a hook closes other routes only',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';

export const handle = async ({ event, resolve }) => {
  sortOut(event.url.pathname, event.locals);
  return resolve(event);
};

function sortOut(pathname, locals) {
  if (pathname === '/login' && (locals.session || locals.user)) redirect(302, '/');
  if (pathname.includes('studio') && !locals.user) redirect(302, '/login');
}
`,
        'src/routes/drafts/+page.server.ts': `import { listDrafts } from '$lib/server/drafts';

export const load = async ({ locals }) => ({ drafts: await listDrafts(locals.user!.id) });
//                                                                    ^^^^^^^^^^^^ assert
`,
      },
    },
    {
      name: 'a hook goes on with requests that send no cookie before it closes the routes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const cookie = event.cookies.get(lucia.sessionCookieName);
  if (!cookie) {
    event.locals.session = null;
    event.locals.user = null;
    return resolve(event);
  }
  const { session, user } = await lucia.validateSession(cookie);
  event.locals.session = session;
  event.locals.user = user;
  if (event.route.id?.startsWith('/(club)') && !user) redirect(303, '/join');
  return resolve(event);
};
`,
        'src/routes/(club)/minutes/+page.server.ts': `import { addMinutes } from '$lib/server/minutes';

export const actions = {
  default: async ({ request, locals }) => {
    const text = String((await request.formData()).get('text'));
    await addMinutes(locals.user!.id, text);
//                   ^^^^^^^^^^^^ assert
  },
};
`,
      },
    },
    {
      name: 'asserted of a wrapper that is out of sight',
      dependencies: { lucia: '3.2.2', next: '15.1.0' },
      files: {
        'app/guestbook/actions.ts': `'use server';
import { validateRequest } from '@/server/session';
import { sign } from '@/server/guestbook';

export async function signGuestbook(text: string) {
  const { user } = await validateRequest();
  await sign(user!.id, text);
//           ^^^^^ assert
}
`,
      },
    },
    {
      name: 'a unique field that is undefined for visitors',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/api/profile/route.ts': `import { cookies } from 'next/headers';
import { PrismaClient } from '@prisma/client';
import { lucia } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function GET() {
  const cookie = cookies().get(lucia.sessionCookieName)?.value;
  if (!cookie) return Response.json(null);
  const { user: member } = await lucia.validateSession(cookie);
  const profile = await prisma.member.findUnique({ where: { id: member?.id }, include: { badges: true } });
//                                                              ^^^^^^^^^^ unique
  return Response.json(profile);
}
`,
      },
    },
    {
      name: 'the owner of a row that is found by its id',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/letters/+page.server.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const actions = {
  burn: async ({ request, locals }) => {
    const id = String((await request.formData()).get('id'));
    await prisma.letter.delete({ where: { id, writerId: locals.user?.id } });
//                                                      ^^^^^^^^^^^^^^^ filter
  },
};
`,
      },
    },
    {
      name: 'asserted twice in one handler and once in another',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/tools/+page.server.ts': `import { borrow, giveBack } from '$lib/server/tools';

export const actions = {
  borrow: async ({ request, locals }) => {
    const tool = String((await request.formData()).get('tool'));
    await borrow(locals.user!.id, tool);
//               ^^^^^^^^^^^^ assert
    return { borrowed: tool, by: locals.user!.name };
  },
  return: async ({ locals }) => giveBack(locals.user!.id),
//                                       ^^^^^^^^^^^^ assert
};
`,
      },
    },
    {
      name: 'a user spread into an object that is there in any case',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/lucia.ts': AUTH,
        'src/app.ts': `import Fastify from 'fastify';
import type { User } from 'lucia';
import { lucia } from './lucia';
import { seatsOf } from './seats';

export const app = Fastify();

app.addHook('onRequest', async (request) => {
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  if (!id) return;
  const { user } = await lucia.validateSession(id);
  request.member = { ...user, seats: await seatsOf(id) } as User;
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ assert
});
`,
        'src/seats.ts': `export declare function seatsOf(session: string): Promise<number>;
`,
      },
    },
    {
      name: 'asserted in front of what stands in for it',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/lucia.ts': AUTH,
        'src/rides.ts': `import type { FastifyInstance } from 'fastify';
import { lucia } from './lucia';
import { keyOrSession } from './doors';
import { ridesOf } from './store';

export async function rides(app: FastifyInstance) {
  app.addHook('onRequest', keyOrSession);
  app.get('/rides', async (request) => ridesOf(request.auth.user!.id ?? request.apiKey.owner));
//                                             ^^^^^^^^^^^^^^^^^^ assert
}
`,
      },
    },
    {
      name: 'the id of a user who may not be there is cast for a query',
      dependencies: { lucia: '3.2.2', next: '15.0.3', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function askLucia() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/shelves/actions.ts': `'use server';

import { and, eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { shelves } from '../../lib/schema';
import { askLucia } from '../../lib/session';

export async function dropShelf(shelf: string) {
  const { user } = await askLucia();
  await db.delete(shelves).where(and(eq(shelves.id, shelf), eq(shelves.userId, user?.id as string)));
//                                                                             ^^^^^^^^^^^^^^^^^^ assert
}

export async function addShelf(title: string) {
  const { user } = await askLucia();
  await db.insert(shelves).values({ title, userId: user?.id! });
//                                                 ^^^^^^^^^ assert
}
`,
      },
    },
    {
      name: 'a description of a route whose middleware lets everybody pass',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@hono/zod-openapi': '0.18.0' },
      files: {
        'src/watch.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const recognise = createMiddleware(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  c.set('user', id ? (await lucia.validateSession(id)).user : null);
  await next();
});
`,
        'src/moorings.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { berths } from './berths';
import { recognise } from './watch';

const release = createRoute({ method: 'delete', path: '/moorings', middleware: [recognise] as const, responses: {} });

export const moorings = new OpenAPIHono().openapi(release, async (c) => {
  await berths.freeAllOf(c.get('user')!.id);
  //                     ^^^^^^^^^^^^^^ assert
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the id of nobody, named before the query',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.33.0' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/actions.ts': `'use server';
import { and, eq } from 'drizzle-orm';
import { db, jars } from '../lib/db';
import { who } from '../lib/who';

export async function emptyJar(data: FormData) {
  const found = await who();
  const owner = found.user?.id as string;
  //            ^^^^^^^^^^^^^^^^^^^^^^^^ assert
  const jar = Number(data.get('jar'));
  await db.delete(jars).where(and(eq(jars.ownerId, owner), eq(jars.id, jar)));
}
`,
      },
    },
    {
      name: 'a filter that is wanted by a parameter, and dropped for visitors',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'app/api/tools/route.ts': `import { validateRequest } from '@/lib/session';
import { prisma } from '@/lib/prisma';

export async function GET(request: Request) {
  const { user } = await validateRequest();
  const mine = new URL(request.url).searchParams.has('mine');
  const tools = await prisma.tool.findMany({
    where: { shelf: { ownerId: mine ? user?.id : undefined } },
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ filter
  });
  return Response.json(tools);
}
`,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function validateRequest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
    },
    {
      name: 'a chain that asks for the session once, in the helper of a public procedure',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4', next: '14.2.35' },
      files: {
        'lib/lucia.ts': AUTH,
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

const ask = async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? await lucia.validateSession(id) : { user: null, session: null };
};

export const member = async () => {
  const { session, user } = await ask();
  if (!session) return { session: null };
  return { session: { user: { id: user.id, nick: user.nick } } };
};
`,
        'lib/recipes.ts': `import { and, eq } from 'drizzle-orm';
import { db, recipes } from './db';
import { member } from './who';

export const dropRecipe = async (recipe: string) => {
  const { session } = await member();
  await db.delete(recipes).where(and(eq(recipes.id, recipe), eq(recipes.cookId, session?.user.id!)));
  //                                                                            ^^^^^^^^^^^^^^^^^ assert
};
`,
        'lib/router.ts': `import { initTRPC } from '@trpc/server';
import { dropRecipe } from './recipes';

const t = initTRPC.create();

export const recipeRouter = t.router({
  drop: t.procedure.mutation(async ({ input }) => dropRecipe(input.id)),
});
`,
      },
    },
    {
      name: 'the id of nobody, in a row that a schema checks and in rows that a callback makes',
      dependencies: { lucia: '3.2.2', next: '15.0.3', 'drizzle-orm': '0.36.4', zod: '3.23.8' },
      files: {
        'lib/lucia.ts': AUTH,
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/actions.ts': `'use server';
import { z } from 'zod';
import { db, jars } from '../lib/db';
import { who } from '../lib/who';

const jarSchema = z.object({ label: z.string(), ownerId: z.string() });

export async function addJar(input: { label: string }) {
  const { user } = await who();
  const jar = jarSchema.parse({ ...input, ownerId: user?.id! });
  //                                               ^^^^^^^^^ assert
  await db.insert(jars).values(jar);
}

export async function addJars(labels: string[]) {
  const { user } = await who();
  await db.insert(jars).values(labels.map((label) => ({ label, ownerId: user?.id! })));
  //                                                                    ^^^^^^^^^ assert
}
`,
      },
    },
    {
      name: 'the sessions of nobody are ended',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@lucia-auth/adapter-prisma': '4.0.1' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'app/leave/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function leaveEverywhere() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return;
  const { user } = await lucia.validateSession(id);
  await lucia.invalidateUserSessions(user?.id!!);
//                                   ^^^^^^^^^^ assert
  const blank = lucia.createBlankSessionCookie();
  jar.set(blank.name, blank.value, blank.attributes);
}
`,
      },
    },
    {
      name: 'the id of nobody, handed to the function that asks the database',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', next: '15.2.3' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/jars.ts': `import { eq } from 'drizzle-orm';
import { db, jars } from './db';

export const jarsOf = (owner: string) => db.select().from(jars).where(eq(jars.ownerId, owner));
`,
        'app/actions.ts': `'use server';
import { jarsOf } from '../lib/jars';
import { who } from '../lib/who';

export async function countJars() {
  const { user } = await who();
  const found = await jarsOf(user?.id as string);
//                           ^^^^^^^^^^^^^^^^^^ assert
  return found.length;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'checked first',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'app/page.tsx': `import { PrismaClient } from '@prisma/client';
import { redirect } from 'next/navigation';
import { viewer } from '../lib/viewer';

const prisma = new PrismaClient();

export default async function Notes() {
  const { user } = await viewer();
  if (!user) redirect('/login');
  const notes = await prisma.note.findMany({ where: { authorId: user.id } });
  return <p>{notes.length}</p>;
}
`,
      },
    },
    {
      name: 'a guard that throws',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'lib/member.ts': `import { redirect } from 'next/navigation';
import { viewer } from './viewer';

export async function member() {
  const { user, session } = await viewer();
  if (!user) redirect('/login');
  return { user, session };
}
`,
        'app/page.tsx': `import { member } from '../lib/member';

export default async function Notes() {
  const { user, session } = await member();
  return <p>{user!.id}{session!.id}</p>;
}
`,
      },
    },
    {
      name: 'the session is tested',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const membersOnly = createMiddleware(async (c, next) => {
  const result = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!result.session) return c.body(null, 401);
  await next();
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'behind a guard in the router',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/me.ts': `import { Hono } from 'hono';
import { membersOnly } from './guard';

type Variables = { user: { id: string } | null };
export const me = new Hono<{ Variables: Variables }>();

me.use(membersOnly);
me.get('/', (c) => c.json({ id: c.get('user')!.id }));
`,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';

export const membersOnly = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.body(null, 401);
  await next();
});
`,
      },
    },
    {
      name: 'a result that may be null',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/context.ts': `import { lucia } from './auth';

export async function createContext({ req }: { req: Request }) {
  const id = lucia.readSessionCookie(req.headers.get('cookie') ?? '');
  const found = id ? await lucia.validateSession(id) : null;
  if (!found) return { user: null };
  return { user: found.user };
}
`,
      },
    },
    {
      name: 'an optional id outside of a filter',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': WRAPPER,
        'app/page.tsx': `import { viewer } from '../lib/viewer';

export default async function Home() {
  const { user } = await viewer();
  return <p data-user={user?.id}>{user?.id ? 'Hello' : 'Sign in'}</p>;
}
`,
      },
    },
    {
      name: 'a filter that is optional on purpose',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/+page.server.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const load = async ({ url, locals }) => {
  const tag = url.searchParams.get('tag') ?? undefined;
  const posts = await prisma.post.findMany({ where: { tag } });
  const own = locals.user ? await prisma.post.count({ where: { authorId: locals.user?.id } }) : 0;
  return { posts, own };
};
`,
      },
    },
    {
      name: 'a hook ends requests to these routes',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  event.locals.session = session;
  event.locals.user = user;
  if (event.route.id?.startsWith('/(app)') && !event.locals.user) redirect(302, '/login');
  return resolve(event);
};
`,
        'src/routes/(app)/notes/+page.server.ts': `import { listNotes } from '$lib/server/notes';

export const load = async ({ locals }) => ({ notes: await listNotes(locals.user!.id) });
`,
      },
    },
    {
      name: 'a helper of the hook ends requests to a group of routes, wherever it lies',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { lucia } from '$lib/server/auth';
import { keepOut } from '$lib/server/doors';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  event.locals.session = session;
  event.locals.user = user;
  keepOut(event);
  return resolve(event);
};
`,
        'src/lib/server/doors.ts': `import { error, redirect } from '@sveltejs/kit';

export function keepOut(event) {
  const isForMembers = event.route.id?.includes('/(members)/') ?? false;
  if (event.url.pathname === '/welcome' && event.locals.user) redirect(303, '/shelf');
  if (!isForMembers) return;
  if (!event.locals.user) error(401, 'Sign in first');
}
`,
        'src/routes/[lang]/(members)/shelf/+page.server.ts': `import { listBooks } from '$lib/server/books';

export const load = async ({ locals }) => ({ books: await listBooks(locals.user!.id) });
`,
      },
    },
    {
      name: 'a guard of a package stands before the handler',
      dependencies: { lucia: '3.2.2', hono: '4.12.28' },
      files: {
        'src/notes.ts': `import { Hono } from 'hono';
import { requireUser } from '@acme/auth';
import { listNotes } from './store';

export const app = new Hono();

app.get('/notes', requireUser, async (c) => c.json(await listNotes(c.get('user')!.id)));
`,
      },
    },
    {
      name: 'a user that was asked for by its name',
      dependencies: NEXT,
      files: {
        'app/authors/[slug]/page.tsx': `import { authorOf } from '@/server/authors';
import { prisma } from '@/server/prisma';

export default async function Author({ params }: { params: { slug: string } }) {
  const { user } = await authorOf(params.slug);
  return <p>{await prisma.article.count({ where: { authorId: user!.id } })}</p>;
}
`,
      },
    },
    {
      name: 'a hook lets requests without a cookie go on to other routes only',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle = async ({ event, resolve }) => {
  const isClub = event.url.pathname.startsWith('/minutes');
  const cookie = event.cookies.get(lucia.sessionCookieName);
  if (!cookie) {
    if (isClub) redirect(303, '/join');
    return resolve(event);
  }
  const { session, user } = await lucia.validateSession(cookie);
  event.locals.session = session;
  event.locals.user = user;
  if (isClub && !user) redirect(303, '/join');
  return resolve(event);
};
`,
        'src/routes/minutes/+page.server.ts': `import { addMinutes } from '$lib/server/minutes';

export const actions = {
  default: async ({ request, locals }) => {
    const text = String((await request.formData()).get('text'));
    await addMinutes(locals.user!.id, text);
  },
};
`,
      },
    },
    {
      name: 'a page behind a condition that was worked out from the user',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function viewer() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
        'lib/rights.ts': `import { prisma } from './prisma';

export async function rightsOf(userId: string | undefined) {
  if (!userId) return { edits: false, owns: false };
  const row = await prisma.staff.findFirst({ where: { userId } });
  return { edits: !!row, owns: row?.level === 'owner' };
}
`,
        'app/menu/new/page.tsx': `import { notFound } from 'next/navigation';
import { viewer } from '@/lib/viewer';
import { rightsOf } from '@/lib/rights';
import { Editor } from './editor';

export default async function NewDishPage() {
  const { user } = await viewer();
  const rights = await rightsOf(user?.id);
  const mayAdd = rights.edits || rights.owns;
  if (!mayAdd) return notFound();
  return <Editor author={user!.id} />;
}
`,
      },
    },
    {
      name: 'a guard in a module that cannot be read, beside the handler',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/tickets.ts': `import { Router } from 'express';
import { ensureLoggedIn, readSession } from './guards';
import { ticketsOf } from './store';

export const router = Router();

router.use(readSession);
router.get('/tickets', ensureLoggedIn, async (req, res) => {
  const owner = req.user!;
  res.json(await ticketsOf(owner.id));
});
`,
      },
    },
    {
      name: 'a wrapper that throws for the option that it is given',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/viewer.ts': `import { error } from '@sveltejs/kit';
import { lucia } from './auth';

export async function viewer(cookies, mustExist = false) {
  const id = cookies.get(lucia.sessionCookieName);
  if (!id) {
    if (mustExist) error(401);
    return { user: null, session: null };
  }
  const found = await lucia.validateSession(id);
  if (!found.user) error(401);
  return found;
}
`,
        'src/routes/drafts/+server.ts': `import { json } from '@sveltejs/kit';
import { viewer } from '$lib/server/viewer';
import { draftsOf } from '$lib/server/drafts';

export async function GET({ cookies }) {
  const { user } = await viewer(cookies, true);
  return json(await draftsOf(user!.id));
}
`,
      },
    },
    {
      name: 'a result that is tested together with its user',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/home.ts': `import { Router } from 'express';
import { lucia } from './lucia';

export const router = Router();

router.get('/enter', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const found = id ? await lucia.validateSession(id) : null;
  const again = await lucia.validateSession(req.body.id);
  if (!again || !again.user) return res.status(401).end();
  if (found && found.user) return res.redirect('/desk');
  res.render('enter');
});
`,
      },
    },
    {
      name: 'who has no session has shown a token',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/lucia.ts': AUTH,
        'src/rides.ts': `import type { FastifyInstance } from 'fastify';
import { ridesOf } from './store';

export async function rides(app: FastifyInstance) {
  app.get('/rides', async (request) => ridesOf(request.auth.user?.id || (request.user as any)!.id));
}
`,
      },
    },
    {
      name: 'a unique field behind a guard',
      dependencies: { lucia: '3.2.2', hono: '4.12.28', '@prisma/client': '5.22.0' },
      files: {
        'src/profile.ts': `import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';
import { membersOnly } from './guard';

const prisma = new PrismaClient();

export const profile = new Hono();

profile.get('/profile', membersOnly, async (c) => {
  const row = await prisma.member.findUnique({ where: { id: c.get('user')?.id } });
  return c.json(row);
});
`,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';

export const membersOnly = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.body(null, 401);
  await next();
});
`,
      },
    },
    {
      name: 'the id of a user who is known to be there is cast, and one that is handed to a helper that takes visitors',
      dependencies: { lucia: '3.2.2', next: '15.0.3', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function askLucia() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'app/shelves/actions.ts': `'use server';

import { and, eq } from 'drizzle-orm';
import { db } from '../../lib/db';
import { shelves } from '../../lib/schema';
import { askLucia } from '../../lib/session';
import { countVisit } from '../../lib/visits';

export async function dropShelf(shelf: string) {
  const { user } = await askLucia();
  if (!user) throw new Error('sign in');
  await db.delete(shelves).where(and(eq(shelves.id, shelf), eq(shelves.userId, user?.id as string)));
}

export async function visitShelf(shelf: string) {
  const { user } = await askLucia();
  await countVisit(shelf, user?.id as string);
}
`,
      },
    },
    {
      name: 'guards before handlers that a helper wraps, and a helper that handlers share',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/guard.ts': `import type { NextFunction, Request, Response } from 'express';
import { lucia } from './lucia';

export async function members(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (!session) return res.status(401).end();
  req.user = user;
  next();
}
`,
        'src/catching.ts': `import type { RequestHandler } from 'express';

export const catching =
  (run: (...args: Parameters<RequestHandler>) => Promise<unknown>): RequestHandler =>
  (req, res, next) => {
    run(req, res, next).catch(next);
  };
`,
        'src/letters.ts': `import { Router } from 'express';
import type { Request, Response } from 'express';
import { catching } from './catching';
import { members } from './guard';
import { letterOf, lettersOf } from './store';

export const letters = Router();

letters.get('/letters', members, catching(async (req, res) => res.json(await lettersOf(req.user!.id))));
letters.get('/letters/:id', members, catching(async (req, res) => res.json(await ownLetter(req, res))));

async function ownLetter(req: Request, res: Response) {
  const letter = await letterOf(req.params.id);
  if (letter.writer !== req.user!.id) return res.status(403).end();
  return letter;
}
`,
        'src/stamps.ts': `import { Router } from 'express';
import { catching } from './catching';
import { members } from './guard';
import { stampsOf } from './store';

export const stamps = Router();

stamps.use(members);

stamps.get('/stamps', catching(async (req, res) => res.json(await stampsOf(req.user!.id))));
`,
      },
    },
    {
      name: 'a page that waits for its layout, and a result that is told to a log',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.15.0' },
      files: {
        'src/routes/(members)/+layout.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/enter');
  return { name: locals.user.name };
};
`,
        'src/routes/(members)/desk/+page.server.ts': `import { drawersOf } from '$lib/server/drawers';

export const load = async ({ locals, parent }) => {
  await parent();
  return { drawers: await drawersOf(locals.user!.id) };
};
`,
        'src/routes/drawers/+server.ts': `import { error, json } from '@sveltejs/kit';
import { lucia } from '$lib/server/lucia';
import { drawersOf } from '$lib/server/drawers';

export async function GET({ cookies }) {
  const found = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
  console.info('asked by', found ? 'a member' : 'nobody');
  if (!found.user) error(401);
  return json(await drawersOf(found.user.id));
}
`,
      },
    },
    {
      name: 'a page of Astro that middleware keeps visitors from',
      dependencies: { lucia: '3.2.2', astro: '5.0.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/middleware.ts': `import { defineMiddleware } from 'astro:middleware';
import { lucia } from './lucia';

const OPEN = ['/enter', '/enter/github'];

export const onRequest = defineMiddleware(async (context, next) => {
  const { user } = await lucia.validateSession(context.cookies.get(lucia.sessionCookieName)?.value ?? '');
  context.locals.user = user;
  if (!OPEN.includes(context.url.pathname) && !context.locals.user) return context.redirect('/enter');
  return next();
});
`,
        'src/pages/desk.astro': `---
const user = Astro.locals.user!;
---
<h1>{user.name}</h1>
`,
      },
    },
    {
      name: 'a guard in the description of a route',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@hono/zod-openapi': '0.18.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/guard.ts': `import { createMiddleware } from 'hono/factory';

export const onlyPotters = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.body(null, 401);
  return next();
});
`,
        'src/wheels.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { onlyPotters } from './guard';

const take = createRoute({
  method: 'post',
  path: '/wheels/:id/take',
  middleware: [onlyPotters] as const,
  responses: { 200: { description: 'Taken' } },
});

export const wheels = new OpenAPIHono().openapi(take, async (c) => {
  const user = c.get('user')!;
  return c.json({ takenBy: user.id }, 200);
});
`,
      },
    },
    {
      name: 'guards in descriptions of routes that stand in another file',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@hono/zod-openapi': '0.18.0' },
      files: {
        'src/crew.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const crew = createMiddleware(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return c.json({ problem: 'Who are you?' }, 401);
  c.set('user', user);
  return next();
});
`,
        'src/sails.routes.ts': `import { createRoute } from '@hono/zod-openapi';
import { crew } from './crew';

export const reef = createRoute({ method: 'post', path: '/sails/reef', middleware: [crew] as const, responses: {} });
`,
        'src/sails.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { crew } from './crew';
import { rigging } from './rigging';
import * as routes from './sails.routes';

export const sails = new OpenAPIHono()
  .openapi(routes.reef, async (c) => c.json(await rigging.reef(c.get('user')!.id)))
  .openapi(createRoute({ method: 'get', path: '/sails', middleware: crew, responses: {} }), async (c) =>
    c.json(await rigging.of(c.get('user')!.id)),
  );
`,
      },
    },
    {
      name: 'helpers that hand a function to themselves and to each other',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'app/actions.ts': `'use server';
import { rename } from './store';

function again(run) {
  return again((user, ...rest) => run(user, ...rest));
}
function ping(run) {
  return pong((user) => run(user));
}
function pong(run) {
  return ping((user) => run(user));
}

export const renameAgain = again(async (user, name) => {
  if (!user) throw new Error('Sign in first');
  await rename(user.id, name);
});
export const renameOnce = ping(async (user, name) => (user ? rename(user.id, name) : undefined));
`,
      },
    },
    {
      name: 'an id with a name that is tested before the query',
      dependencies: { lucia: '3.2.2', next: '15.0.0', 'drizzle-orm': '0.33.0' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db, jars } from '../lib/db';
import { who } from '../lib/who';

export async function emptyJars() {
  const found = await who();
  const owner = found.user?.id as string;
  if (!owner) throw new Error('Sign in first');
  await db.delete(jars).where(eq(jars.ownerId, owner));
}

export async function countJars() {
  const { user } = await who();
  const owner = user?.id as string;
  if (!user) return 0;
  return (await db.select().from(jars).where(eq(jars.ownerId, owner))).length;
}

export async function greet() {
  const { user } = await who();
  const owner = user?.id as string;
  return owner;
}
`,
      },
    },
    {
      name: 'a filter that is only wanted of users',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'app/api/tools/route.ts': `import { validateRequest } from '@/lib/session';
import { prisma } from '@/lib/prisma';

export async function GET(request: Request) {
  const { user } = await validateRequest();
  const mine = new URL(request.url).searchParams.has('mine');
  const [all, own, role] = await Promise.all([
    prisma.tool.count({ where: { ownerId: mine ? 'nobody' : undefined } }),
    prisma.tool.count({ where: { ownerId: user ? user?.id : 'nobody' } }),
    prisma.tool.count({ where: { ownerId: user?.role === 'renter' ? user?.id : undefined } }),
  ]);
  return Response.json({ all, own, role });
}
`,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function validateRequest() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
    },
    {
      name: 'a log is told whether anything came back',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/session.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});

export async function currentSession() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const found = await lucia.validateSession(id);
  if (!found) {
    console.warn('the session could not be read');
  }
  return found;
}
`,
      },
    },
    {
      name: 'helpers of handlers that know who calls them',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4', next: '14.2.35' },
      files: {
        'lib/lucia.ts': AUTH,
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export const member = async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? await lucia.validateSession(id) : { user: null, session: null };
};
`,
        'lib/recipes.ts': `import { eq } from 'drizzle-orm';
import { db, recipes } from './db';
import { member } from './who';

export const recipesOfCook = async () => {
  const { user } = await member();
  return db.select().from(recipes).where(eq(recipes.cookId, user?.id!));
};

export const dropRecipes = async () => {
  const { user } = await member();
  await db.delete(recipes).where(eq(recipes.cookId, user!.id));
};
`,
        'lib/router.ts': `import { TRPCError, initTRPC } from '@trpc/server';
import { dropRecipes } from './recipes';
import { member } from './who';

const t = initTRPC.context<Awaited<ReturnType<typeof member>>>().create();

const cooks = t.procedure.use(
  t.middleware(({ ctx, next }) => {
    if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
    return next({ ctx: { session: ctx.session } });
  }),
);

export const recipeRouter = t.router({
  drop: cooks.mutation(() => dropRecipes()),
});
`,
        'app/kitchen/page.tsx': `import { redirect } from 'next/navigation';
import { recipesOfCook } from '../../lib/recipes';
import { member } from '../../lib/who';

export default async function Kitchen() {
  const { session } = await member();
  if (!session) redirect('/login');
  return <p>{(await recipesOfCook()).length}</p>;
}
`,
      },
    },
    {
      name: 'a row with an id that is looked at before it is written, and a report that no query is given',
      dependencies: { lucia: '3.2.2', next: '15.0.3', 'drizzle-orm': '0.36.4', zod: '3.23.8' },
      files: {
        'lib/lucia.ts': AUTH,
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'app/actions.ts': `'use server';
import { z } from 'zod';
import { db, jars } from '../lib/db';
import { who } from '../lib/who';

const jarSchema = z.object({ label: z.string(), ownerId: z.string() });

export async function addJar(input: { label: string }) {
  const { user } = await who();
  const jar = jarSchema.parse({ ...input, ownerId: user?.id! });
  if (user) await db.insert(jars).values(jar);
}

export async function labelsOf(labels: string[]) {
  const { user } = await who();
  const rows = labels.map((label) => ({ label, ownerId: user?.id! }));
  const count = await db.select().from(jars);
  return { rows, count };
}
`,
      },
    },
    {
      name: 'the sessions of somebody are ended',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@lucia-auth/adapter-prisma': '4.0.1' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'app/leave/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function leaveEverywhere() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (user) await lucia.invalidateUserSessions(user?.id!);
}
`,
      },
    },
    {
      name: 'functions that look at the id first or ask for something else, and a component that is shown to users',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', next: '15.2.3' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function who() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/jars.ts': `import { eq } from 'drizzle-orm';
import { db, jars } from './db';

export async function jarsOf(owner: string) {
  if (!owner) return [];
  return db.select().from(jars).where(eq(jars.ownerId, owner));
}

export async function newest(shelf: string, reader: string) {
  console.info(reader);
  return db.select().from(jars).where(eq(jars.shelf, shelf));
}
`,
        'app/actions.ts': `'use server';
import { jarsOf, newest } from '../lib/jars';
import { who } from '../lib/who';

export async function countJars(shelf: string) {
  const { user } = await who();
  const mine = await jarsOf(user?.id as string);
  const fresh = await newest(shelf, user?.id as string);
  return mine.length + fresh.length;
}
`,
        'lib/count.ts': `import { eq } from 'drizzle-orm';
import { db, jars } from './db';

export const countOf = (owner: string) => db.select().from(jars).where(eq(jars.ownerId, owner));
`,
        'components/side.tsx': `import { countOf } from '../lib/count';
import { who } from '../lib/who';

export async function Side() {
  const { user } = await who();
  const found = await countOf(user?.id as string);
  return <aside>{found.length}</aside>;
}
`,
      },
    },
  ],
};

export default examples;
