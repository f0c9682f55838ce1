import type { Examples } from '../../../core/examples';

const REGISTER = `
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
${REGISTER}`;

const NEXT = { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' };
const TSCONFIG = '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }';

const WRAPPER = `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const currentSession = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const cookie = lucia.createSessionCookie(result.session.id);
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // a page is being rendered
  }
  return result;
});
`;

const HOOKS = `import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName) ?? '';
  const { session, user } = await lucia.validateSession(id);
  const cookie = session?.fresh ? lucia.createSessionCookie(session.id) : session ? undefined : lucia.createBlankSessionCookie();
  if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
`;

const examples: Examples = {
  bad: [
    {
      name: 'a route handler beside a wrapper',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': AUTH,
        'src/lib/session.ts': WRAPPER,
        'src/app/api/notes/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';
import { listNotes } from '@/lib/notes';

export async function GET() {
  const sessionId = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sessionId) return new Response(null, { status: 401 });
  const { user: owner } = await lucia.validateSession(sessionId);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  if (!owner) return new Response(null, { status: 401 });
  return Response.json(await listNotes(owner.id));
}
`,
        'src/lib/notes.ts': `export async function listNotes(owner: string): Promise<string[]> {
  return [owner];
}
`,
      },
      fixed: {
        'src/app/api/notes/route.ts': `import { listNotes } from '@/lib/notes';
import { currentSession } from '@/lib/session';

export async function GET() {
  const { user: owner } = await currentSession();
  if (!owner) return new Response(null, { status: 401 });
  return Response.json(await listNotes(owner.id));
}
`,
      },
    },
    {
      name: 'an action behind a hook',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': HOOKS,
        'src/routes/settings/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const actions = {
  rename: async ({ cookies, request }) => {
    const sid = cookies.get(lucia.sessionCookieName) ?? '';
    const { user } = await lucia.validateSession(sid);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware
    if (!user) return fail(401);
    const form = await request.formData();
    return { name: form.get('name') };
  },
};
`,
      },
      fixed: {
        'src/routes/settings/+page.server.ts': `import { fail } from '@sveltejs/kit';

export const actions = {
  rename: async ({ request, locals }) => {
    const { user } = locals;
    if (!user) return fail(401);
    const form = await request.formData();
    return { name: form.get('name') };
  },
};
`,
      },
    },
    {
      name: 'a Nitro handler behind a server middleware',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/utils/auth.ts': AUTH,
        'server/middleware/session.ts': `export default defineEventHandler(async (event) => {
  const { session, user } = await lucia.validateSession(getCookie(event, lucia.sessionCookieName) ?? '');
  if (session?.fresh) appendHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) appendHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  event.context.session = session;
  event.context.user = user;
});
`,
        'server/api/profile.get.ts': `export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName) ?? '';
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ middleware
  if (!user) throw createError({ statusCode: 401 });
  return { name: user.id };
});
`,
      },
      fixed: {
        'server/api/profile.get.ts': `export default defineEventHandler(async (event) => {
  const { user } = event.context;
  if (!user) throw createError({ statusCode: 401 });
  return { name: user.id };
});
`,
      },
    },
    {
      name: 'an Express handler with an aliased import of the wrapper',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/who.ts': `import type { Request, Response } from 'express';
import { lucia } from './auth';

export async function who(req: Request, res: Response) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (result.session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  if (!result.session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return result;
}
`,
        'src/orders.ts': `import { Router } from 'express';
import { lucia } from './auth';
import { who as identify } from './who';

export const orders = Router();

orders.get('/', async (req, res) => {
  const { user } = await identify(req, res);
  res.json({ user: user?.id });
});

orders.post('/', async (req, res) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  if (!session) return res.status(401).end();
  return res.json({ user: user.id });
});
`,
      },
      fixed: {
        'src/orders.ts': `import { Router } from 'express';
import { who as identify } from './who';

export const orders = Router();

orders.get('/', async (req, res) => {
  const { user } = await identify(req, res);
  res.json({ user: user?.id });
});

orders.post('/', async (req, res) => {
  const { session, user } = await identify(req, res);
  if (!session) return res.status(401).end();
  return res.json({ user: user.id });
});
`,
      },
    },
    {
      name: 'a page in a project without a wrapper',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': AUTH,
        'src/app/account/page.tsx': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';

export default async function Account() {
  const result = await lucia.validateSession(cookies().get(lucia.sessionCookieName)?.value ?? '');
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  if (!result.user) redirect('/login');
  return <h1>{result.user.id}</h1>;
}
`,
      },
      fixed: {
        'src/lib/session.ts': `import type { Cookie, Session, User } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

type RequestAuth = { user: User; session: Session } | { user: null; session: null };

/** Who sends this request. Call it in every page, server action and route handler that needs a user: a layout protects nothing. */
export const validateRequest = cache(async (): Promise<RequestAuth> => {
  const sessionId = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!sessionId) return { user: null, session: null };
  const result = await lucia.validateSession(sessionId);
  if (result.session?.fresh) {
    await writeCookie(lucia.createSessionCookie(result.session.id));
  }
  if (!result.session) {
    await writeCookie(lucia.createBlankSessionCookie());
  }
  return result;
});

async function writeCookie(cookie: Cookie): Promise<void> {
  const store = await cookies();
  try {
    store.set(cookie.name, cookie.value, cookie.attributes);
  } catch {
    // Next.js forbids this while a page renders. The browser keeps the cookie it has: with \`expires: false\` in the
    // options of Lucia it outlives the renewed session.
  }
}
`,
        'src/app/account/page.tsx': `import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/session';

export default async function Account() {
  const result = await validateRequest();
  if (!result.user) redirect('/login');
  return <h1>{result.user.id}</h1>;
}
`,
      },
    },
    {
      name: 'a tRPC procedure that does the work of the context again',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/context.ts': `import { lucia } from './auth';

export async function createContext({ req }: { req: Request }) {
  const sessionId = lucia.readSessionCookie(req.headers.get('cookie') ?? '');
  return { sessionId };
}
`,
        'src/trpc.ts': `import { initTRPC } from '@trpc/server';
import type { createContext } from './context';

const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const procedure = t.procedure;
`,
        'src/posts.ts': `import { TRPCError } from '@trpc/server';
import { lucia } from './auth';
import { procedure, router } from './trpc';

export const posts = router({
  mine: procedure.query(async ({ ctx }) => {
    const { user } = await lucia.validateSession(ctx.sessionId ?? '');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
    if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    return [user.id];
  }),
});
`,
      },
    },
    {
      name: 'the wrapper is a default export',
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
        'lib/current-session.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

const currentSession = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});

export default currentSession;
`,
        'app/api/me/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  return Response.json({ name: user?.id });
}
`,
      },
      fixed: {
        'app/api/me/route.ts': `import currentSession from '../../../lib/current-session';

export async function GET() {
  const { user } = await currentSession();
  return Response.json({ name: user?.id });
}
`,
      },
    },
    {
      name: 'a SvelteKit load without a hook',
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
        'src/lib/server/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'src/routes/account/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '../../lib/server/auth';

export const load = async ({ cookies }) => {
  const id = cookies.get(lucia.sessionCookieName) ?? '';
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ none
  if (!user) redirect(302, '/login');
  return { id: user.id };
};
`,
      },
      fixed: {
        'src/lib/server/session.ts': `import type { Handle } from '@sveltejs/kit';
import type { Session, User } from 'lucia';
import { lucia } from './auth';

declare global {
  namespace App {
    interface Locals {
      user: User | null;
      session: Session | null;
    }
  }
}

/** Finds out who sends a request, for every load function, action and endpoint: \`event.locals.user\`. */
export const validateRequest: Handle = async ({ event, resolve }) => {
  event.locals.user = null;
  event.locals.session = null;
  const sessionId = event.cookies.get(lucia.sessionCookieName);
  if (sessionId) {
    const { user, session } = await lucia.validateSession(sessionId);
    if (session?.fresh) {
      const cookie = lucia.createSessionCookie(session.id);
      event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    }
    if (!session) {
      const cookie = lucia.createBlankSessionCookie();
      event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    }
    event.locals.user = user;
    event.locals.session = session;
  }
  return resolve(event);
};
`,
        'src/hooks.server.ts': `export { validateRequest as handle } from './lib/server/session';
`,
        'src/routes/account/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ cookies, locals }) => {
  const { user } = locals;
  if (!user) redirect(302, '/login');
  return { id: user.id };
};
`,
      },
    },
    {
      name: 'an Astro endpoint without a middleware',
      dependencies: { lucia: '3.2.2', astro: '5.1.0' },
      files: {
        'src/env.d.ts': `declare module 'astro:middleware' {
  type Next = () => Promise<Response>;
  export function defineMiddleware(handler: (context: any, next: Next) => Promise<Response>): typeof handler;
}
`,
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/lib/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'src/pages/api/me.ts': `import type { APIContext } from 'astro';
import { lucia } from '../../lib/auth';

export async function GET(context: APIContext) {
  const id = context.cookies.get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ none
  return Response.json({ id: user?.id });
}
`,
      },
      fixed: {
        'src/lib/session.ts': `import { defineMiddleware } from 'astro:middleware';
import type { Session, User } from 'lucia';
import { lucia } from './auth';

declare global {
  namespace App {
    interface Locals {
      user: User | null;
      session: Session | null;
    }
  }
}

/** Finds out who sends a request, for every page and endpoint that renders on demand: \`Astro.locals.user\`. */
export const validateRequest = defineMiddleware(async (context, next) => {
  context.locals.user = null;
  context.locals.session = null;
  // A prerendered page has no request of its own.
  if (context.isPrerendered) return next();
  const sessionId = context.cookies.get(lucia.sessionCookieName)?.value;
  if (sessionId) {
    const { user, session } = await lucia.validateSession(sessionId);
    if (session?.fresh) {
      const cookie = lucia.createSessionCookie(session.id);
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!session) {
      const cookie = lucia.createBlankSessionCookie();
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
    }
    context.locals.user = user;
    context.locals.session = session;
  }
  return next();
});
`,
        'src/middleware.ts': `export { validateRequest as onRequest } from './lib/session';
`,
        'src/pages/api/me.ts': `import type { APIContext } from 'astro';

export async function GET(context: APIContext) {
  const { user } = context.locals;
  return Response.json({ id: user?.id });
}
`,
      },
    },
    {
      name: 'an Express route without a middleware',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
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
        'src/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'src/me.ts': `import { Router } from 'express';
import { lucia } from './auth';

export const router = Router();

router.get('/me', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = await lucia.validateSession(id ?? '');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  res.json({ id: user?.id });
});
`,
      },
      fixed: {
        'src/session.ts': `import type { NextFunction, Request, Response } from 'express';
import type { Session, User } from 'lucia';
import { lucia } from './auth';

declare global {
  namespace Express {
    interface Locals {
      user: User | null;
      session: Session | null;
    }
  }
}

/** Finds out who sends a request, for every handler after it: \`res.locals.user\`. */
export async function validateRequest(req: Request, res: Response, next: NextFunction): Promise<void> {
  res.locals.user = null;
  res.locals.session = null;
  try {
    const sessionId = readSessionId(req.headers.cookie);
    if (sessionId) {
      const { user, session } = await lucia.validateSession(sessionId);
      if (session?.fresh) {
        res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      }
      if (!session) {
        res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
      }
      res.locals.user = user;
      res.locals.session = session;
    }
  } catch (error) {
    next(error);
    return;
  }
  next();
}

function readSessionId(header: string | undefined): string | null {
  try {
    return lucia.readSessionCookie(header ?? '');
  } catch (error) {
    // Any cookie with a broken percent sign, of whatever origin, ends up here.
    if (error instanceof URIError) return null;
    throw error;
  }
}
`,
        'src/me.ts': `import { Router } from 'express';
import { validateRequest } from './session';

export const router = Router();

router.get('/me', validateRequest, async (req, res) => {
  const { user } = res.locals;
  res.json({ id: user?.id });
});
`,
      },
    },
    {
      name: 'a Hono route without a middleware',
      dependencies: { lucia: '3.2.2', hono: '4.12.28' },
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
        'src/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'src/me.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const app = new Hono();

app.get('/me', async (c) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  return c.json({ id: user?.id });
});
`,
      },
      fixed: {
        'src/session.ts': `import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Session, User } from 'lucia';
import { lucia } from './auth';

export type SessionEnv = { Variables: { user: User | null; session: Session | null } };

/** Finds out who sends a request, for every handler after it: \`c.get('user')\`. */
export const validateRequest = createMiddleware<SessionEnv>(async (c, next) => {
  c.set('user', null);
  c.set('session', null);
  const sessionId = getCookie(c, lucia.sessionCookieName);
  if (sessionId) {
    const { user, session } = await lucia.validateSession(sessionId);
    if (session?.fresh) {
      c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
    }
    if (!session) {
      c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
    }
    c.set('user', user);
    c.set('session', session);
  }
  await next();
});
`,
        'src/me.ts': `import { Hono } from 'hono';
import { validateRequest } from './session';

export const app = new Hono();

app.get('/me', validateRequest, async (c) => {
  const { user } = c.var;
  return c.json({ id: user?.id });
});
`,
      },
    },
    {
      name: 'a Nuxt endpoint without a middleware',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', h3: '1.13.0' },
      files: {
        'types/h3.d.ts': `declare module 'h3' {
  export interface H3EventContext {
    params?: Record<string, string>;
  }
  export interface H3Event {
    context: H3EventContext;
  }
  export function defineEventHandler<T>(handler: (event: H3Event) => T): typeof handler;
  export function getCookie(event: H3Event, name: string): string | undefined;
  export function appendResponseHeader(event: H3Event, name: string, value: string): void;
}
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
        'server/utils/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'server/api/me.get.ts': `import { defineEventHandler, getCookie } from 'h3';
import { lucia } from '../utils/auth';

export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName) ?? '';
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ none
  return { id: user?.id };
});
`,
      },
      fixed: {
        'server/middleware/session.ts': `import { appendResponseHeader, defineEventHandler, getCookie } from 'h3';
import type { Session, User } from 'lucia';
import { lucia } from '../utils/auth';

declare module 'h3' {
  interface H3EventContext {
    user: User | null;
    session: Session | null;
  }
}

/** Finds out who sends a request, for every server route: \`event.context.user\`. Route middleware of pages protects nothing. */
export default defineEventHandler(async (event) => {
  event.context.user = null;
  event.context.session = null;
  const sessionId = getCookie(event, lucia.sessionCookieName);
  if (!sessionId) return;
  const { user, session } = await lucia.validateSession(sessionId);
  if (session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  }
  if (!session) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  event.context.user = user;
  event.context.session = session;
});
`,
        'server/api/me.get.ts': `import { defineEventHandler } from 'h3';

export default defineEventHandler(async (event) => {
  const { user } = event.context;
  return { id: user?.id };
});
`,
      },
    },
    {
      name: 'a Next route handler without a wrapper',
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
        'lib/adapter.ts': `import type { Adapter } from 'lucia';

export declare const adapter: Adapter;
`,
        'app/api/me/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';

export async function GET() {
  const jar = await cookies();
  const { user } = await lucia.validateSession(jar.get(lucia.sessionCookieName)?.value ?? '');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  return Response.json({ id: user?.id, theme: jar.get('theme')?.value });
}
`,
      },
      fixed: {
        'lib/session.ts': `import type { Cookie, Session, User } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

type RequestAuth = { user: User; session: Session } | { user: null; session: null };

/** Who sends this request. Call it in every page, server action and route handler that needs a user: a layout protects nothing. */
export const validateRequest = cache(async (): Promise<RequestAuth> => {
  const sessionId = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!sessionId) return { user: null, session: null };
  const result = await lucia.validateSession(sessionId);
  if (result.session?.fresh) {
    await writeCookie(lucia.createSessionCookie(result.session.id));
  }
  if (!result.session) {
    await writeCookie(lucia.createBlankSessionCookie());
  }
  return result;
});

async function writeCookie(cookie: Cookie): Promise<void> {
  const store = await cookies();
  try {
    store.set(cookie.name, cookie.value, cookie.attributes);
  } catch {
    // Next.js forbids this while a page renders. The browser keeps the cookie it has: with \`expires: false\` in the
    // options of Lucia it outlives the renewed session.
  }
}
`,
        'app/api/me/route.ts': `import { cookies } from 'next/headers';
import { validateRequest } from '../../../lib/session';

export async function GET() {
  const jar = await cookies();
  const { user } = await validateRequest();
  return Response.json({ id: user?.id, theme: jar.get('theme')?.value });
}
`,
      },
    },
    {
      name: 'a route that the guard of the others is not given to',
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
        'src/guard.ts': `import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { lucia } from './auth';

export const signedIn = createMiddleware(async (c, next) => {
  const { session, user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!session) return c.json({ error: 'Sign in first' }, 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  c.set('user', user);
  await next();
});
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
import { feed } from './feed';
import { signedIn } from './guard';

export const notes = new Hono();
notes.get('/notes', signedIn, (c) => c.json(feed(c.get('user'))));

export const events = new Hono();
events.get('/events', async (c) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  if (!user) return c.body(null, 401);
  return c.json(feed(user));
});
`,
      },
    },
    {
      name: 'by an instance that is out of sight',
      dependencies: { lucia: '3.2.2', next: '15.1.0' },
      files: {
        'app/api/badges/route.ts': `import { cookies } from 'next/headers';
import { auth } from '@/server/lucia';
import { badgesOf } from '@/server/badges';

export async function GET() {
  const jar = await cookies();
  const { session } = await auth.validateSession(jar.get(auth.sessionCookieName)?.value ?? '');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await badgesOf(session.userId));
}
`,
      },
    },
    {
      name: 'the work of one route in a function of its own',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function whoIsThere() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'lib/names.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function rename(request: Request) {
  const { name } = await request.json();
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { status: 401 };
  const { user } = await lucia.validateSession(id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  if (!user) return { status: 401 };
  await prisma.user.update({ where: { id: user.id }, data: { name } });
  return { status: 204 };
}
`,
        'app/api/name/route.ts': `import { rename } from '../../../lib/names';

export async function POST(request: Request) {
  const { status } = await rename(request);
  return new Response(null, { status });
}
`,
      },
    },
    {
      name: 'strangers are refused beside a wrapper that refuses them as well',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'lib/member.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function memberOnly() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return Response.json({ problem: 'Sign in first' }, { status: 401 });
  const { user } = await lucia.validateSession(id);
  if (!user) return Response.json({ problem: 'Sign in first' }, { status: 401 });
  return { memberId: user.id };
}
`,
        'app/api/letters/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';
import { lettersOf } from '../../../lib/letters';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return new Response(null, { status: 401 });
  const { user } = await lucia.validateSession(id);
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  if (!user) return new Response(null, { status: 401 });
  return Response.json(await lettersOf(user.id));
}
`,
      },
    },
    {
      name: 'services that pages give the id of the session that a hook has validated',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': HOOKS,
        'src/lib/server/garden.ts': `import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { beds, db } from './db';

export class Garden {
  async bedsOf(sessionId: string) {
    const { user } = await lucia.validateSession(sessionId);
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware
    if (!user) return [];
    return db.select().from(beds).where(eq(beds.gardener, user.id));
  }

  async clear(sessionId: string) {
    const { user } = await lucia.validateSession(sessionId);
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware
    if (!user || !(await this.bedsOf(sessionId)).length) return;
    await db.delete(beds).where(eq(beds.gardener, user.id));
  }
}
`,
        'src/routes/garden/+page.server.ts': `import { Garden } from '$lib/server/garden';

const garden = new Garden();

export const load = async ({ locals }) => ({ beds: await garden.bedsOf(locals.session?.id ?? '') });

export const actions = {
  clear: async ({ locals }) => await garden.clear(locals.session?.id ?? ''),
};
`,
      },
    },
  ],
  good: [
    {
      name: 'the wrapper is called',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': AUTH,
        'src/lib/session.ts': WRAPPER,
        'src/app/api/notes/route.ts': `import { currentSession } from '@/lib/session';

export async function GET() {
  const { user } = await currentSession();
  if (!user) return new Response(null, { status: 401 });
  return Response.json([user.id]);
}
`,
      },
    },
    {
      name: 'a hook validates, pages read locals',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': HOOKS,
        'src/routes/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { name: locals.user.id };
};
`,
      },
    },
    {
      name: 'Fastify and Elysia hooks',
      dependencies: { lucia: '3.2.2', fastify: '4.28.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/server.ts': `import Fastify from 'fastify';
import { lucia } from './auth';

export const app = Fastify();

app.addHook('onRequest', async (request, reply) => {
  const { session, user } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (session?.fresh) reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) reply.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  request.user = user;
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a method of a service that is given the id',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': AUTH,
        'src/lib/session.ts': WRAPPER,
        'src/lib/accounts.ts': `import { lucia } from './auth';

export class Accounts {
  async validateSession(ticket: string) {
    const found = await lucia.validateSession(ticket);
    return found.session ? { member: found.user.id, session: found.session } : found;
  }
  emptyCookie() {
    return lucia.createBlankSessionCookie();
  }
}
`,
        'src/lib/ports.ts': `export interface AccountsPort {
  validateSession(ticket: string): Promise<{ member?: string }>;
}
`,
      },
    },
    {
      name: 'a bearer token in an API route',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': AUTH,
        'src/lib/session.ts': WRAPPER,
        'src/app/api/mobile/route.ts': `import { lucia } from '@/lib/auth';

export async function GET(request: Request) {
  const header = request.headers.get('Authorization') ?? '';
  const { user } = await lucia.validateSession(header.slice('Bearer '.length));
  if (!user) return new Response(null, { status: 401 });
  return Response.json([user.id]);
}
`,
      },
    },
    {
      name: 'a WebSocket upgrade',
      dependencies: { lucia: '3.2.2', express: '4.19.2', ws: '8.18.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/socket.ts': `import type { Server } from 'node:http';
import { lucia } from './auth';

export function attach(server: Server) {
  server.on('upgrade', async (request, socket) => {
    const { session } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
    if (!session) socket.destroy();
  });
}
`,
      },
    },
    {
      name: 'an Express middleware that only lets members pass',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/members.ts': `import { lucia } from './auth';

export async function membersOnly(req, res, next) {
  const { session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!session) return res.status(401).end();
  return next();
}
`,
      },
    },
    {
      name: 'an own validateSession of hand-made sessions',
      dependencies: { arctic: '2.3.4', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/sessions.ts': `export async function validateSession(token: string) {
  return { user: { id: token } };
}
`,
        'src/routes/+page.server.ts': `import { validateSession } from '$lib/sessions';

export const load = async ({ cookies }) => {
  const { user } = await validateSession(cookies.get('auth_session') ?? '');
  return { name: user.id };
};
`,
      },
    },
    {
      name: 'the only validation of a small server, with renewal and clearing',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/index.ts': `import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { lucia } from './auth';

export const app = new Hono();

app.get('/me', async (c) => {
  const { session, user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!session) {
    const blank = lucia.createBlankSessionCookie();
    setCookie(c, blank.name, blank.value, blank.attributes);
    return c.json(null, 401);
  }
  if (session.fresh) {
    const cookie = lucia.createSessionCookie(session.id);
    setCookie(c, cookie.name, cookie.value, cookie.attributes);
  }
  return c.json({ name: user.id });
});
`,
      },
    },
    {
      name: 'a hook of Fastify with the parameters of a handler',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/members.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import { lucia } from './auth';

export async function members(request: FastifyRequest, reply: FastifyReply) {
  if (request.member) return;
  const { session } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (!session) return reply.status(401).send({ error: 'Sign in first' });
}
`,
        'src/app.ts': `import Fastify from 'fastify';
import { lucia } from './auth';
import { members } from './members';

export const app = Fastify();

app.addHook('preHandler', async (request) => {
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  request.member = user;
});
app.get('/tables', { onRequest: [members] }, async () => ['round', 'square']);
`,
      },
    },
    {
      name: 'a tRPC middleware that goes on, beside a service that hands out its result in a tuple',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/procedures.ts': `import { TRPCError, initTRPC } from '@trpc/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lucia } from './auth';

const t = initTRPC.context<{ req: IncomingMessage; res: ServerResponse }>().create();

export const router = t.router;
export const members = t.procedure.use(
  t.middleware(async ({ ctx, next }) => {
    const id = lucia.readSessionCookie(ctx.req.headers.cookie ?? '') ?? '';
    const { session } = await lucia.validateSession(id);
    if (!session) throw new TRPCError({ code: 'UNAUTHORIZED' });
    if (session.fresh) ctx.res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return next();
  }),
);
`,
        'src/people.ts': `import type { IncomingMessage } from 'node:http';
import { lucia } from './auth';

export class People {
  async current({ req }: { req: IncomingMessage }) {
    const id = lucia.readSessionCookie(req.headers.cookie ?? '');
    if (!id) return ['nobody', null] as const;
    const { user } = await lucia.validateSession(id);
    return [null, user] as const;
  }
}
`,
        'src/me.ts': `import { People } from './people';
import { members, router } from './procedures';

const people = new People();

export const me = router({
  name: members.query(async ({ ctx }) => {
    const [problem, user] = await people.current(ctx);
    return problem ?? user?.id;
  }),
});
`,
      },
    },
    {
      name: 'a guard that gives nothing back, and one that keeps count of visits',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/who.ts': `import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function whoIsThere() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}

export async function onlyUsers() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { session } = id ? await lucia.validateSession(id) : { session: null };
  if (!session) redirect('/login');
}

export async function countVisit() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (user) await prisma.visit.create({ data: { userId: user.id } });
}
`,
        'app/a/page.tsx': `import { countVisit, onlyUsers } from '../../lib/who';

export default async function A() {
  await onlyUsers();
  await countVisit();
  return <p>a</p>;
}
`,
        'app/b/page.tsx': `import { countVisit } from '../../lib/who';

export default async function B() {
  await countVisit();
  return <p>b</p>;
}
`,
      },
    },
    {
      name: 'who is signed in, if anybody, beside a wrapper that answers strangers itself',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {});
`,
        'lib/member.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function memberOnly() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return Response.json({ problem: 'Sign in first' }, { status: 401 });
  const { user } = await lucia.validateSession(id);
  if (!user) return Response.json({ problem: 'Sign in first' }, { status: 401 });
  return { memberId: user.id };
}
`,
        'app/api/greeting/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
  if (!user) return Response.json({ greeting: 'Hello, stranger' });
  return Response.json({ greeting: \`Hello, \${user.id}\` });
}
`,
      },
    },
    {
      name: 'services that are given an id out of the body, or one by a socket, and one that looks who is there',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': HOOKS,
        'src/lib/server/garden.ts': `import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { beds, db } from './db';

export async function bedsOfDevice(sessionId: string) {
  const { user } = await lucia.validateSession(sessionId);
  return user ? db.select().from(beds).where(eq(beds.gardener, user.id)) : [];
}

export async function water(sessionId: string) {
  const { user } = await lucia.validateSession(sessionId);
  if (user) await db.update(beds).set({ watered: new Date() }).where(eq(beds.gardener, user.id));
}

export async function isGardener(sessionId: string) {
  const { user } = await lucia.validateSession(sessionId);
  return user?.role === 'gardener';
}
`,
        'src/lib/server/socket.ts': `import { water } from './garden';

export function attach(socket: { on(event: string, run: (sessionId: string) => Promise<void>): void }) {
  socket.on('water', async (sessionId) => {
    await water(sessionId);
  });
}
`,
        'src/routes/garden/+server.ts': `import { json } from '@sveltejs/kit';
import { bedsOfDevice, isGardener, water } from '$lib/server/garden';

export async function POST({ request, locals }) {
  const { device } = await request.json();
  await water(locals.session.id);
  if (!(await isGardener(locals.session.id))) return json([], { status: 403 });
  return json(await bedsOfDevice(device));
}
`,
      },
    },
    {
      name: 'a service behind a middleware of some routes only',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': AUTH,
        'src/garden.ts': `import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { beds, db } from './db';

export async function clear(sessionId: string) {
  const { user } = await lucia.validateSession(sessionId);
  if (user) await db.delete(beds).where(eq(beds.gardener, user.id));
}
`,
        'src/index.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { lucia } from './auth';
import { clear } from './garden';

const recognise = createMiddleware(async (c, next) => {
  const { session, user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  c.set('user', user);
  await next();
});

export const app = new Hono();

app.get('/me', recognise, (c) => c.json({ id: c.get('user')?.id }));
app.post('/clear', async (c) => {
  await clear(getCookie(c, lucia.sessionCookieName) ?? '');
  return c.body(null, 204);
});
`,
      },
    },
  ],
};

export default examples;
