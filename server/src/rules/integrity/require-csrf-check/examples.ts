import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'SvelteKit told not to check',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/harbour/+page.server.ts': `import { boats } from '$lib/server/boats';

export const actions = {
  moor: async ({ locals, request }) => {
    if (locals.user) await boats.moor(locals.user.id, await request.formData());
  },
};
`,
        'src/hooks.server.ts': `import { lucia } from './auth';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};
`,
        'svelte.config.js': `import adapter from '@sveltejs/adapter-node';

export default {
  kit: {
    adapter: adapter(),
    csrf: { checkOrigin: false },
    //      ^^^^^^^^^^^^^^^^^^ off
  },
};
`,
      },
    },
    {
      name: 'a way around the check for addresses with some text anywhere in them',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'server/middleware/origin.ts': `import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler((event) => {
  const address = event.node.req.url ?? '';
  if (event.method === 'GET' || address.includes('/hooks/')) return;
  //                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ query
  const origin = getHeader(event, 'Origin');
  const host = getHeader(event, 'Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) throw createError({ statusCode: 403 });
});
`,
      },
    },
    {
      name: 'cors() that only leaves headers out for other origins',
      dependencies: { lucia: '3.2.2', express: '4.21.0', cors: '2.8.5' },
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
        'src/app.ts': `import cors from 'cors';
import express from 'express';
import { lucia } from './auth';
import { store } from './store';

const allowed = ['https://desk.example'];
const app = express();
app.use(express.urlencoded());
app.use(cors({ credentials: true, origin: (from, done) => done(null, !from || allowed.includes(from)) }));
app.post('/tickets', async (req, res) => {
//  ^^^^ app
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  await store.open(user.id, req.body.subject);
  res.status(201).end();
});

export default app;
`,
      },
    },
    {
      name: 'a Hono application with types of its own',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/index.ts': `import { Hono } from 'hono';
import type { Env } from './env';
import { validate } from './validate';

const app = new Hono<Env>();
app.use('*', validate);
//  ^^^ app

export default { port: 8080, fetch: app.fetch };
`,
        'src/env.ts': `import type { Session, User } from 'lucia';

export interface Env {
  Variables: { user: User | null; session: Session | null };
}
`,
        'src/validate.ts': `import { createMiddleware } from 'hono/factory';
import type { Env } from './env';
import { lucia } from './auth';

export const validate = createMiddleware<Env>(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.set('session', session);
  c.set('user', user);
  return next();
});
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
      fixed: {
        'src/index.ts': `import { Hono } from 'hono';
import type { Env } from './env';
import { validate } from './validate';
import { csrf } from 'hono/csrf';

const app = new Hono<Env>();
app.use(csrf());
app.use('*', validate);

export default { port: 8080, fetch: app.fetch };
`,
      },
    },
    {
      name: 'an Express application with cookie sessions',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/index.ts': `import express from 'express';
import { lucia } from './auth';

const app = express();
app.use(express.urlencoded());
app.post('/logout', async (req, res) => {
//  ^^^^ app
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect(303, '/');
});
app.listen(3000);
`,
      },
      fixed: {
        'src/index.ts': `import express from 'express';
import { lucia } from './auth';
import { verifyRequestOrigin } from 'lucia';

const app = express();
app.use((req, res, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(req.method) || verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) {
    next();
    return;
  }
  res.status(403).end();
});
app.use(express.urlencoded());
app.post('/logout', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect(303, '/');
});
app.listen(3000);
`,
      },
    },
    {
      name: 'a Nuxt login without an origin check',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/nitro.d.ts': `declare global {
  const getHeader: typeof import('h3').getHeader;
  const createError: typeof import('h3').createError;
}
export {};
`,
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'server/api/logout.post.ts': `export default defineEventHandler(async (event) => {
//             ^^^^^^^^^^^^^^^^^^ handler
  const id = getCookie(event, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
});
`,
      },
      fixed: {
        'server/api/logout.post.ts': `import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (!verifyRequestOrigin(getHeader(event, 'Origin') ?? '', [getHeader(event, 'Host') ?? ''])) throw createError({ statusCode: 403 });
  const id = getCookie(event, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
});
`,
      },
    },
    {
      name: 'a route handler in Next',
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
        'app/api/logout/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';

export async function POST() {
//                    ^^^^ handler
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (id) await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  jar.set(blank.name, blank.value, blank.attributes);
  return new Response(null, { status: 204 });
}
`,
      },
      fixed: {
        'app/api/logout/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';
import { verifyRequestOrigin } from 'lucia';

export async function POST(request: Request) {
  if (!verifyRequestOrigin(request.headers.get('Origin') ?? '', [request.headers.get('Host') ?? ''])) return new Response(null, { status: 403 });
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (id) await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  jar.set(blank.name, blank.value, blank.attributes);
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a check that does not end the request',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/origin.ts': `import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';

export function origin(req: Request, res: Response, next: NextFunction) {
  if (req.method === 'GET') return next();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) res.status(403).end();
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ineffective
  next();
}
`,
      },
    },
    {
      name: 'a check that is always skipped',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/origin.ts': `import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';

export function origin(req: Request, res: Response, next: NextFunction) {
  if (process.env.NODE_ENV === 'development' || 'test') return next();
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ skipped
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  return next();
}
`,
      },
    },
    {
      name: 'a server whose only route of its own reads, with procedures that change data',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@trpc/server': '10.45.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/router.ts': `import { initTRPC } from '@trpc/server';
import { lucia } from './lucia';
import { rename } from './teams';

const t = initTRPC.create();

export const router = t.router({
  rename: t.procedure.mutation(async ({ ctx }) => {
    const { user } = await lucia.validateSession(ctx.req.cookies[lucia.sessionCookieName]);
    return rename(user.id);
  }),
});
`,
        'src/main.ts': `import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';
import { router } from './router';

const app = express();
app.use('/api', createExpressMiddleware({ router }));
//  ^^^ app
app.get('/health', (req, res) => res.send('ok'));
app.listen(4000);
`,
      },
    },
    {
      name: 'procedures behind a handler for two methods, and a middleware in a folder where Next does not look',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/rpc/context.ts': `import { cookies } from 'next/headers';
import { lucia } from '../auth';

export async function contextOf() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return { user };
}
`,
        'src/rpc/garden.ts': `import { initTRPC } from '@trpc/server';
import { plants } from '../store';

const rpc = initTRPC.create();

export const garden = rpc.router({
  water: rpc.procedure.mutation(({ ctx }) => plants.water(ctx.user.id)),
});
`,
        'src/app/api/rpc/[call]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextOf } from '@/rpc/context';
import { garden } from '@/rpc/garden';

function serve(request: Request) {
  return fetchRequestHandler({ endpoint: '/api/rpc', req: request, router: garden, createContext: () => contextOf() });
//       ^^^^^^^^^^^^^^^^^^^ handler
}

export { serve as GET, serve as POST };
`,
        'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
        'src/rpc/middleware.ts': `import { verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const { headers, method } = request;
  if (method !== 'GET' && !verifyRequestOrigin(headers.get('Origin') ?? '', [headers.get('Host') ?? '']))
    return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}
`,
      },
    },
    {
      name: 'a handler that an adapter makes, and a middleware for pages alone',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/rpc/context.ts': `import { cookies } from 'next/headers';
import { lucia } from '../auth';

export async function contextOf() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return { user };
}
`,
        'src/rpc/garden.ts': `import { initTRPC } from '@trpc/server';
import { plants } from '../store';

const rpc = initTRPC.create();

export const garden = rpc.router({
  water: rpc.procedure.mutation(({ ctx }) => plants.water(ctx.user.id)),
});
`,
        'src/pages/api/rpc/[call].ts': `import { createNextApiHandler } from '@trpc/server/adapters/next';
import { contextOf } from '../../../rpc/context';
import { garden } from '../../../rpc/garden';

export default createNextApiHandler({ router: garden, createContext: contextOf });
//             ^^^^^^^^^^^^^^^^^^^^ handler
`,
        'src/middleware.ts': `import { verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const { headers, method } = request;
  if (method !== 'GET' && !verifyRequestOrigin(headers.get('Origin') ?? '', [headers.get('Host') ?? '']))
    return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}

export const config = { matcher: ['/beds/:path*', '/profile'] };
`,
      },
    },
    {
      name: 'a check of the Origin that no router is given',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/guards/origin.ts': `import type { RequestHandler } from 'express';
import { verifyRequestOrigin } from 'lucia';

export const sameSiteOnly: RequestHandler = (req, res, next) => {
  const { origin, host } = req.headers;
  if (req.method !== 'GET' && !verifyRequestOrigin(origin ?? '', [host ?? ''])) return void res.sendStatus(403);
  next();
};
`,
        'src/server.ts': `import express from 'express';
import { lucia } from './auth';

const shop = express();
shop.post('/signout', async (req, res) => {
//   ^^^^ app
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).end();
});
shop.listen(8080);
`,
      },
    },
    {
      name: 'a handler whose wrapper reads the cookie',
      dependencies: { lucia: '3.2.2', next: '14.2.30' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/signed-in.ts': `import type { NextApiRequest, NextApiResponse } from 'next';
import { lucia } from './lucia';

type Handler = (req: NextApiRequest, res: NextApiResponse, userId: string) => Promise<void>;

export const signedIn = (handler: Handler) => async (req: NextApiRequest, res: NextApiResponse) => {
  const { session } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (!session) return res.status(401).end();
  return handler(req, res, session.userId);
};
`,
        'pages/api/wishes.ts': `import { prisma } from '../../lib/prisma';
import { signedIn } from '../../lib/signed-in';

export default signedIn(async (req, res, userId) => {
//             ^^^^^^^^ handler
  if (req.method !== 'POST') return res.status(405).end();
  await prisma.wish.create({ data: { text: String(req.body.text), userId } });
  res.status(201).end();
});
`,
      },
    },
    {
      name: 'a handler that takes the user out of the context in parts',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/utils/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'server/nitro.d.ts': `declare global {
  const getHeader: typeof import('h3').getHeader;
  const createError: typeof import('h3').createError;
}
export {};
`,
        'server/middleware/session.ts': `export default defineEventHandler(async (event) => {
  const { session, user } = await lucia.validateSession(getCookie(event, lucia.sessionCookieName) ?? '');
  event.context.session = session;
  event.context.user = user;
});
`,
        'server/api/plants.post.ts': `export default defineEventHandler(async (event) => {
//             ^^^^^^^^^^^^^^^^^^ handler
  const { user: gardener } = event.context;
  if (!gardener) throw createError({ statusCode: 401 });
  const { name } = await readBody(event);
  return prisma.plant.create({ data: { name: String(name), userId: gardener.id } });
});
`,
      },
    },
    {
      name: 'an application by another name, whose own middleware answers browsers about origins',
      dependencies: { lucia: '3.2.2', hono: '4.6.14' },
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
        'src/shared.ts': `import { createMiddleware } from 'hono/factory';

const friends = ['https://desk.example'];

export const shared = createMiddleware(async (c, next) => {
  const from = c.req.header('Origin');
  if (from && friends.includes(from)) c.header('Access-Control-Allow-Origin', from);
  c.header('Access-Control-Allow-Methods', 'GET, POST');
  await next();
});
`,
        'src/worker.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
import { shared } from './shared';
import { store } from './store';

const desk = new Hono();
desk.use(shared);
desk.post('/tickets', async (c) => {
//   ^^^^ app
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.body(null, 401);
  return c.json(await store.open(user.id, await c.req.parseBody()));
});

export default desk;
`,
      },
    },
    {
      name: 'procedures that look at the cookie in their own middleware',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
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
        'src/calls/base.ts': `import { initTRPC } from '@trpc/server';
import { cookies } from 'next/headers';
import { lucia } from '../auth';

const t = initTRPC.create();
export const router = t.router;
export const anyone = t.procedure.use(async ({ next }) => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return next({ ctx: { user } });
});
`,
        'src/calls/pond.ts': `import { anyone, router } from './base';
import { store } from '../store';

export const pond = router({ fill: anyone.mutation(({ ctx }) => store.fill(ctx.user)) });
`,
        'src/app/api/calls/[name]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { pond } from '../../../../calls/pond';

const handler = (req: Request) =>
  fetchRequestHandler({ endpoint: '/api/calls', req, router: pond, createContext: () => ({ headers: req.headers }) });
//^^^^^^^^^^^^^^^^^^^ handler

export { handler as GET, handler as POST };
`,
      },
    },
    {
      name: 'an application that another file starts, with procedures and sessions of other packages of the workspace',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'package.json': '{ "name": "orchard", "private": true, "workspaces": ["services/*", "libs/*"] }',
        'libs/calls/package.json':
          '{ "name": "@orchard/calls", "main": "index.ts", "dependencies": { "lucia": "3.2.2", "@trpc/server": "10.45.0" } }',
        'libs/calls/index.ts': `import { initTRPC } from '@trpc/server';
import { Lucia } from 'lucia';
import { adapter, trees } from './store';

export const lucia = new Lucia(adapter);
const t = initTRPC.create();

export const calls = t.router({
  prune: t.procedure.mutation(async ({ ctx }) => {
    const id = lucia.readSessionCookie(ctx.cookie);
    const { user } = id ? await lucia.validateSession(id) : { user: null };
    if (user) await trees.prune(user.id);
  }),
});
`,
        'services/gate/package.json':
          '{ "name": "gate", "dependencies": { "hono": "4.6.0", "@orchard/calls": "workspace:*", "@hono/trpc-server": "0.3.2" } }',
        'services/gate/src/gate.ts': `import { trpcServer } from '@hono/trpc-server';
import { calls } from '@orchard/calls';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const gate = new Hono();
gate.use(cors({ origin: 'https://orchard.example', credentials: true }));
gate.get('/', (c) => c.text('up'));

gate.use('/calls/*', trpcServer({ router: calls }));
//   ^^^ app

export { gate };
`,
        'services/gate/src/start.ts': `import { serve } from '@hono/node-server';
import { gate } from './gate';

serve({ fetch: gate.fetch, port: 8080 });
`,
      },
    },
    {
      name: 'procedures that an application is given at the end of a chain',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/procedures.ts': `import { initTRPC } from '@trpc/server';
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express';
import { auth } from './auth';
import { notes } from './notes';

export async function context({ req }: CreateExpressContextOptions) {
  const id = auth.readSessionCookie(req.headers.cookie ?? '');
  return id ? await auth.validateSession(id) : { user: null, session: null };
}

const t = initTRPC.context<typeof context>().create();

export const procedures = t.router({
  clear: t.procedure.mutation(async ({ ctx }) => {
    if (ctx.user) await notes.clear(ctx.user.id);
  }),
});
`,
        'src/server.ts': `import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express from 'express';
import { context, procedures } from './procedures';

const app = express();

app
  .use(express.json())
// ^^^ app
  .use(compression())
  .use('/trpc', createExpressMiddleware({ router: procedures, createContext: context }));

app.listen(8080);
`,
      },
    },
    {
      name: 'a check for some paths of an application, and a login on another',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth';
import { checkPassword } from './passwords';

export const app = new Hono();
app.use('/comments/*', csrf());

app.post('/comments/new', (c) => c.redirect('/comments'));
app.post('/enter', async (c) => {
//  ^^^^ handler
  const { email, password } = await c.req.parseBody();
  const user = await checkPassword(String(email), String(password));
  if (!user) return c.text('Wrong e-mail or password', 401);
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a helper out of sight tells who is signed in',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/api/profile/route.ts': `import { currentUser } from '@/lib/session';
import { prisma } from '@/lib/prisma';

export async function PUT(request: Request) {
//                    ^^^ handler
  const me = await currentUser();
  if (!me) return new Response(null, { status: 401 });
  const form = await request.formData();
  await prisma.profile.update({ where: { userId: me.id }, data: { about: String(form.get('about')) } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'an application that lets sites send cookies before a part of it reads sessions',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/members.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const members = createMiddleware(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return c.text('Members only', 401);
  c.set('user', user);
  await next();
});
`,
        'src/shelves.ts': `import { Hono } from 'hono';
import { stock } from './stock';

export const shelves = new Hono().post('/', async (c) => c.json(await stock.add(c.get('user').id, await c.req.json())));
`,
        'src/shop.ts': `import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { members } from './members';
import { shelves } from './shelves';

const shop = new Hono();

shop.use(cors({ origin: ['https://shop.example'], credentials: true }));
//   ^^^ app
shop.get('/', (c) => c.text('Open'));

shop.use('/shelves/*', members);
shop.route('/shelves', shelves);

export default shop;
`,
      },
    },
    {
      name: 'an application that lets all sites send cookies to its procedures',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@trpc/server': '10.45.0', '@hono/trpc-server': '0.3.2' },
      files: {
        'src/calls.ts': `import { initTRPC } from '@trpc/server';
import { Lucia } from 'lucia';
import { adapter, nests } from './store';

export const lucia = new Lucia(adapter);
const t = initTRPC.create();

export const calls = t.router({
  clear: t.procedure.mutation(async ({ ctx }) => {
    const id = lucia.readSessionCookie(ctx.cookie);
    const { user } = id ? await lucia.validateSession(id) : { user: null };
    if (user) await nests.clear(user.id);
  }),
});
`,
        'src/gate.ts': `import { trpcServer } from '@hono/trpc-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { calls } from './calls';

const gate = new Hono();

gate.use(cors({ credentials: true, origin: (asked) => asked }));
//   ^^^ app
gate.use('/calls/*', trpcServer({ router: calls }));

export default gate;
`,
      },
    },
    {
      name: 'a check of the Origin that fails nobody in production',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/index.ts': `import { Hono } from 'hono';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';
import { db } from './db';

const app = new Hono();

app.use('*', async (c, next) => {
  const origin = c.req.header('Origin');
  const host = c.req.header('Host');
  if (c.req.method !== 'GET') {
    if (!origin || !host || (!verifyRequestOrigin(origin, [host]) && process.env.NODE_ENV !== 'production')) {
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ development
      return c.body(null, 403);
    }
  }
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});

app.post('/notes', async (c) => {
  await db.insertInto('notes').values({ userId: c.get('user').id }).execute();
  return c.body(null, 204);
});

export default app;
`,
      },
    },
  ],
  good: [
    {
      name: 'a middleware ends cross-origin requests',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/index.ts': `import express from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './auth';

const app = express();
app.use((req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  return next();
});
app.post('/logout', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect(303, '/');
});
app.listen(3000);
`,
      },
    },
    {
      name: "Hono's own middleware",
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/index.ts': `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

const app = new Hono();
app.use(csrf());
app.post('/logout', async (c) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  return c.redirect('/');
});
serve(app);
`,
      },
    },
    {
      name: 'a Nest application whose middleware checks',
      dependencies: { lucia: '3.2.2', '@nestjs/core': '10.4.0', '@nestjs/common': '10.4.0' },
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
        'src/origin.middleware.ts': `import { Injectable, NestMiddleware } from '@nestjs/common';
import { verifyRequestOrigin } from 'lucia';

@Injectable()
export class OriginMiddleware implements NestMiddleware {
  use(req, res, next) {
    if (req.method !== 'GET' && !verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? '']))
      return res.status(403).end();
    next();
  }
}
`,
        'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function start() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
start();
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'SvelteKit told not to check, with a hook that does, and a check that is off in development',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/harbour/+page.server.ts': `import { boats } from '$lib/server/boats';

export const actions = {
  moor: async ({ locals, request }) => {
    if (locals.user) await boats.moor(locals.user.id, await request.formData());
  },
};
`,
        'src/hooks.server.ts': `import { verifyRequestOrigin } from 'lucia';
import { lucia } from './auth';

export const handle = async ({ event, resolve }) => {
  const { headers, method } = event.request;
  if (method !== 'GET' && !verifyRequestOrigin(headers.get('Origin') ?? '', ['boats.example']))
    return new Response(null, { status: 403 });
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};
`,
        'svelte.config.js': `export default { kit: { csrf: { checkOrigin: false } } };
`,
        'apps/docks/package.json': `{ "dependencies": { "lucia": "3.2.2", "@sveltejs/kit": "2.8.0" } }`,
        'apps/docks/src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
export const cookieName = lucia.sessionCookieName;
`,
        'apps/docks/svelte.config.js': `export default { kit: { csrf: { checkOrigin: process.env.NODE_ENV === 'production' } } };
`,
      },
    },
    {
      name: 'a router that another file mounts on an application with csrf(), and paths that are left out of a check',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/sails.ts': `import { Hono } from 'hono';
import { lucia } from './auth';

export const sailing = new Hono();
sailing.post('/sails', async (c) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  if (id) await lucia.invalidateSession(id);
  return c.body(null, 204);
});
`,
        'src/main.ts': `import { verifyRequestOrigin } from 'lucia';
import { Hono } from 'hono';
import { serve } from '@hono/node-server';
import { sailing } from './sails';

const app = new Hono();
app.use(async (c, next) => {
  const { pathname } = new URL(c.req.url);
  if (c.req.method === 'GET' || pathname.includes('/hooks/') || c.req.path.endsWith('/hook')) return next();
  if (!verifyRequestOrigin(c.req.header('Origin') ?? '', [c.req.header('Host') ?? ''])) return c.body(null, 403);
  await next();
});
app.route('/', sailing);
serve({ fetch: app.fetch });
`,
      },
    },
    {
      name: 'procedures and routes for the sessions of an app that sends them in a header',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export async function userOf(id: string | undefined) {
  return id ? (await lucia.validateSession(id)).user : null;
}
`,
        'src/rpc/kitchen.ts': `import { initTRPC } from '@trpc/server';
import { dishes } from '../store';

const rpc = initTRPC.create();

export const kitchen = rpc.router({
  serve: rpc.procedure.mutation(({ ctx }) => dishes.serve(ctx.user.id)),
});
`,
        'src/app/api/rpc/[call]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { userOf } from '../../../../auth';
import { kitchen } from '../../../../rpc/kitchen';

const serve = (request: Request) =>
  fetchRequestHandler({
    endpoint: '/api/rpc',
    req: request,
    router: kitchen,
    createContext: async ({ req }) => {
      const sent = req.headers.get('authorization');
      return { user: await userOf(sent?.replace('Bearer ', '')) };
    },
  });

export { serve as GET, serve as POST };
`,
        'src/app/api/orders/route.ts': `import { userOf } from '../../../auth';
import { prisma } from '../../../db';

export async function POST(request: Request) {
  const user = await userOf(request.headers.get('Authorization')?.slice(7));
  if (!user) return new Response(null, { status: 401 });
  await prisma.order.create({ data: { userId: user.id } });
  return new Response(null, { status: 201 });
}
`,
      },
    },
    {
      name: 'cors() that ends requests from elsewhere with an error',
      dependencies: { lucia: '3.2.2', express: '4.21.0', cors: '2.8.5' },
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
        'src/app.ts': `import cors from 'cors';
import express from 'express';
import { lucia } from './auth';
import { store } from './store';

const allowed = ['https://desk.example'];
const app = express();
app.use(express.urlencoded());
app.use(
  cors({
    credentials: true,
    origin: (from, done) => (!from || allowed.includes(from) ? done(null, true) : done(new Error('Not from there'))),
  }),
);
app.post('/tickets', async (req, res) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  await store.open(user.id, req.body.subject);
  res.status(201).end();
});

export default app;
`,
      },
    },
    {
      name: 'Lucia 2, which checks the origin by itself',
      dependencies: { lucia: '2.7.7', express: '4.21.0' },
      files: {
        'src/auth.ts': `import { lucia } from 'lucia';
import { express } from 'lucia/middleware';
import { adapter } from './adapter';

export const auth = lucia({ adapter, middleware: express(), env: 'PROD', sessionCookie: { name: 'auth_session' } });
`,
        'src/index.ts': `import express from 'express';
import { auth } from './auth';

const app = express();
app.post('/leave', async (req, res) => {
  const visit = auth.handleRequest(req, res);
  const session = await visit.validate();
  if (session) await auth.invalidateSession(session.sessionId);
  visit.setSession(null);
  res.redirect(303, '/');
});
app.listen(3000);
`,
      },
    },
    {
      name: 'a router that the application mounts, exported as an application would be',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
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
        'src/account.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

const app = new Hono();
export const account = app.post('/leave', async (c) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return c.redirect('/');
});

export default app;
`,
        'src/index.ts': `import { Hono } from 'hono';
import { serve } from '@hono/node-server';
import { account } from './account';

export function start(guard: Parameters<Hono['use']>[1]) {
  const site = new Hono();
  site.use(guard);
  site.route('/account', account);
  return site;
}
`,
      },
    },
    {
      name: 'procedures behind a middleware whose matcher holds their address',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/rpc/context.ts': `import { cookies } from 'next/headers';
import { lucia } from '../auth';

export async function contextOf() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return { user };
}
`,
        'src/rpc/garden.ts': `import { initTRPC } from '@trpc/server';
import { plants } from '../store';

const rpc = initTRPC.create();

export const garden = rpc.router({
  water: rpc.procedure.mutation(({ ctx }) => plants.water(ctx.user.id)),
});
`,
        'src/app/api/rpc/[call]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextOf } from '@/rpc/context';
import { garden } from '@/rpc/garden';

function serve(request: Request) {
  return fetchRequestHandler({ endpoint: '/api/rpc', req: request, router: garden, createContext: () => contextOf() });
}

export { serve as GET, serve as POST };
`,
        'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
        'src/middleware.ts': `import { verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const { headers, method } = request;
  if (method !== 'GET' && !verifyRequestOrigin(headers.get('Origin') ?? '', [headers.get('Host') ?? '']))
    return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}

export const config = { matcher: ['/beds/:path*', '/api/rpc/:path*'] };
`,
      },
    },
    {
      name: 'a matcher that leaves out other addresses below /api',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/rpc/context.ts': `import { cookies } from 'next/headers';
import { lucia } from '../auth';

export async function contextOf() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return { user };
}
`,
        'src/rpc/garden.ts': `import { initTRPC } from '@trpc/server';
import { plants } from '../store';

const rpc = initTRPC.create();

export const garden = rpc.router({
  water: rpc.procedure.mutation(({ ctx }) => plants.water(ctx.user.id)),
});
`,
        'src/app/api/rpc/[call]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextOf } from '@/rpc/context';
import { garden } from '@/rpc/garden';

function serve(request: Request) {
  return fetchRequestHandler({ endpoint: '/api/rpc', req: request, router: garden, createContext: () => contextOf() });
}

export { serve as GET, serve as POST };
`,
        'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
        'src/middleware.ts': `import { verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const { headers, method } = request;
  if (method !== 'GET' && !verifyRequestOrigin(headers.get('Origin') ?? '', [headers.get('Host') ?? '']))
    return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}

export const config = { matcher: ['/((?!api/health|_next).*)'] };
`,
      },
    },
    {
      name: 'procedures that know their user by a key in a header',
      dependencies: { lucia: '3.2.2', next: '14.2.5', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/rpc/context.ts': `import { keys } from '../store';

export async function contextOf(headers: Headers) {
  const user = await keys.ownerOf(headers.get('X-Api-Key'));
  return { user };
}
`,
        'src/rpc/garden.ts': `import { initTRPC } from '@trpc/server';
import { plants } from '../store';

const rpc = initTRPC.create();

export const garden = rpc.router({
  water: rpc.procedure.mutation(({ ctx }) => plants.water(ctx.user.id)),
});
`,
        'src/app/api/rpc/[call]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextOf } from '@/rpc/context';
import { garden } from '@/rpc/garden';

function serve(request: Request) {
  return fetchRequestHandler({ endpoint: '/api/rpc', req: request, router: garden, createContext: () => contextOf(request.headers) });
}

export { serve as GET, serve as POST };
`,
        'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
      },
    },
    {
      name: 'an application that only reads',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/server.ts': `import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';

const reader = async (c: Context) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  return user;
};

const app = new Hono()
  .get('/me', async (c) => c.json(await reader(c)))
  .get('/health', (c) => c.text('ok'));

export default app;
`,
      },
    },
    {
      name: 'an API whose sessions leave in the answer and whose cookie is never sent',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/app.ts': `import express from 'express';
import { lucia } from './lucia';
import { memberOf } from './members';

const app = express();

app.post('/tokens', async (req, res) => {
  const session = await lucia.createSession(await memberOf(req.body), {});
  lucia.createSessionCookie(session.id);
  res.json({ until: session.expiresAt });
});

app.listen(8080);
`,
      },
    },
    {
      name: 'a SvelteKit form action',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/logout/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (locals.session) await lucia.invalidateSession(locals.session.id);
    const blank = lucia.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
    redirect(303, '/');
  },
};
`,
      },
    },
    {
      name: 'a server action of Next',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../lib/auth';

export async function logout() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (id) await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  jar.set(blank.name, blank.value, blank.attributes);
}
`,
      },
    },
    {
      name: 'an API without cookies',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/index.ts': `import { Hono } from 'hono';
import { lucia } from './auth';

const app = new Hono();
app.post('/tasks', async (c) => {
  const id = lucia.readBearerToken(c.req.header('Authorization') ?? '');
  const { user } = await lucia.validateSession(id ?? '');
  if (!user) return c.body(null, 401);
  return c.json({ owner: user.id });
});
export default app;
`,
      },
    },
    {
      name: 'a check that is left out while developing',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/origin.ts': `import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';

export function origin(req: Request, res: Response, next: NextFunction) {
  const isTest = process.env.NODE_ENV === 'development' || process.env.NODE_ENV === 'test';
  const isKnown = verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? '']);
  if (!isKnown && !isTest) return res.status(403).end();
  return next();
}
`,
      },
    },
    {
      name: 'a wrapper that compares the Origin before it reads the cookie',
      dependencies: { lucia: '3.2.2', next: '14.2.30' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/signed-in.ts': `import { verifyRequestOrigin } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { lucia } from './lucia';

type Handler = (req: NextApiRequest, res: NextApiResponse, userId: string) => Promise<void>;

export const signedIn = (handler: Handler) => async (req: NextApiRequest, res: NextApiResponse) => {
  const { origin, host } = req.headers;
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return res.status(403).end();
  const { session } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (!session) return res.status(401).end();
  return handler(req, res, session.userId);
};
`,
        'pages/api/wishes.ts': `import { prisma } from '../../lib/prisma';
import { signedIn } from '../../lib/signed-in';

export default signedIn(async (req, res, userId) => {
  if (req.method !== 'POST') return res.status(405).end();
  await prisma.wish.create({ data: { text: String(req.body.text), userId } });
  res.status(201).end();
});
`,
      },
    },
    {
      name: 'a check of the Origin that is mounted from an object of handlers',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/before.ts': `import type { RequestHandler } from 'express';
import { verifyRequestOrigin } from 'lucia';

const sameSite: RequestHandler = (req, res, next) => {
  const { origin, host } = req.headers;
  if (req.method !== 'GET' && !verifyRequestOrigin(origin ?? '', [host ?? ''])) return void res.sendStatus(403);
  next();
};

export const before = [sameSite];
`,
        'src/server.ts': `import express from 'express';
import { lucia } from './auth';
import { before } from './before';

const shop = express();
for (const step of before) shop.use(step);
shop.post('/signout', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).end();
});
shop.listen(8080);
`,
      },
    },
    {
      name: 'a server in one file beside the application, and a middleware that goes on for its own origin',
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
        'preview.js': `import express from 'express';

const preview = express();
preview.use(express.json());
preview.post('/render', (req, res) => res.send(String(req.body.text)));
preview.listen(4000);
`,
        'src/main.ts': `import express from 'express';
import { lucia } from './auth';
import { store } from './store';

const app = express();
app.use((req, res, next) => {
  if (req.method === 'GET' || req.headers.origin === 'https://desk.example') next();
  else res.status(403).end();
});
app.post('/tickets', async (req, res) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  await store.open(user.id, req.body.subject);
  res.status(201).end();
});
app.listen(3000);
`,
      },
    },
    {
      name: 'an application that another file starts, after it has been given the check',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/build.ts': `import Fastify from 'fastify';
import { lucia } from './auth';
import { shelves } from './store';

export async function build() {
  const app = Fastify();
  app.decorateRequest('user', null);
  app.addHook('preHandler', async (request) => {
    const id = lucia.readSessionCookie(request.headers.cookie ?? '');
    request.user = id ? (await lucia.validateSession(id)).user : null;
  });
  app.post('/shelves', async (request, reply) => {
    if (!request.user) return reply.code(401).send();
    return shelves.add(request.user.id, request.body.label);
  });
  return app;
}
`,
        'src/run.ts': `import { build } from './build';

const app = await build();
app.addHook('onRequest', async (request, reply) => {
  const isSafe = request.method === 'GET' || request.headers['sec-fetch-site'] === 'same-origin';
  if (!isSafe) return reply.code(403).send();
});
await app.listen({ port: 3000 });
`,
      },
    },
    {
      name: 'a check for the paths of the application that change something',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth';
import { checkPassword } from './passwords';

export const app = new Hono();
app.use('/account/*', csrf());

app.get('/news', (c) => c.text('…'));
app.post('/account/enter', async (c) => {
  const { email, password } = await c.req.parseBody();
  const user = await checkPassword(String(email), String(password));
  if (!user) return c.text('Wrong e-mail or password', 401);
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/');
});
`,
      },
    },
    {
      name: 'a helper out of sight reads the bearer token of an app',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@prisma/client': '5.22.0' },
      files: {
        'app/api/profile/route.ts': `import { currentUser } from '@/lib/session';
import { prisma } from '@/lib/prisma';

export async function PUT(request: Request) {
  const me = await currentUser(request.headers.get('Authorization'));
  if (!me) return new Response(null, { status: 401 });
  const { about } = await request.json();
  await prisma.profile.update({ where: { userId: me.id }, data: { about } });
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a check of the Origin that lets more through in development',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/index.ts': `import { Hono } from 'hono';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';
import { db } from './db';

const app = new Hono();

app.use('*', async (c, next) => {
  const origin = c.req.header('Origin');
  const host = c.req.header('Host');
  if (c.req.method !== 'GET') {
    if (!origin || !host || (!verifyRequestOrigin(origin, [host]) && !(process.env.NODE_ENV !== 'production' && verifyRequestOrigin(origin, ['localhost:5173'])))) {
      return c.body(null, 403);
    }
  }
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return c.body(null, 401);
  c.set('user', user);
  await next();
});

app.post('/notes', async (c) => {
  await db.insertInto('notes').values({ userId: c.get('user').id }).execute();
  return c.body(null, 204);
});

export default app;
`,
      },
    },
  ],
};

export default examples;
