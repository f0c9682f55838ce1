import type { Examples } from '../../../core/examples';

const NEXT = { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' };

const REGISTER = `
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const WRAPPER = (mark: string): string => `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from '@/lib/auth';

export const validateRequest = cache(async () => {
  const sessionId = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sessionId) return { user: null, session: null };
  const result = await lucia.validateSession(sessionId);
  try {
    if (result.session && result.session.fresh) {
${mark}      const cookie = lucia.createSessionCookie(result.session.id);
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // Next.js cannot set cookies while a page renders
  }
  return result;
});
`;

const TSCONFIG = '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }';

const examples: Examples = {
  bad: [
    {
      name: 'the write is swallowed while a page renders',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: { secure: process.env.NODE_ENV === 'production' },
  },
});
${REGISTER}`,
        'src/lib/session.ts': WRAPPER('//                        ^^^^^^^^^^^^^^^^^^^^ swallowed\n'),
      },
      fixed: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: { secure: process.env.NODE_ENV === 'production' },
    expires: false,
  },
});
${REGISTER}`,
      },
    },
    {
      name: 'an Express middleware that never renews the cookie',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': `import { Lucia } from "lucia"
import { adapter } from "./adapter"

export const lucia = new Lucia(adapter)
${REGISTER.replace(/'/g, '"').replace(/;/g, '')}`,
        'src/load-user.ts': `import type { NextFunction, Request, Response } from "express"
import { lucia } from "./auth"

export async function loadUser(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? "")
  const { session, user } = await lucia.validateSession(id ?? "")
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never
  if (!session) res.appendHeader("Set-Cookie", lucia.createBlankSessionCookie().serialize())
  res.locals.session = session
  res.locals.user = user
  next()
}
`,
      },
      fixed: {
        'src/auth.ts': `import { Lucia } from "lucia"
import { adapter } from "./adapter"

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } })
${REGISTER.replace(/'/g, '"').replace(/;/g, '')}`,
      },
    },
    {
      name: 'a tRPC context without renewal',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/lucia.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(2, 'w'),
});
${REGISTER}`,
        'src/context.ts': `import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';
import { lucia } from './lucia';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  const header = req.headers.get('Cookie');
  const token = header ? lucia.readSessionCookie(header) : null;
  const found = token ? await lucia.validateSession(token) : null;
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never
  return { user: found?.user };
}
`,
      },
      fixed: {
        'src/lucia.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(2, 'w'),
  sessionCookie: { expires: false },
});
${REGISTER}`,
      },
    },
    {
      name: 'a SvelteKit hook that only stores the session',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'sid' } });
${REGISTER}`,
        'src/hooks.server.ts': `import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  if (id) {
    const checked = await lucia.validateSession(id);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ never
    event.locals.user = checked.user;
    event.locals.session = checked.session;
  }
  return resolve(event);
};
`,
      },
      fixed: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { name: 'sid', expires: false } });
${REGISTER}`,
      },
    },
    {
      name: 'a page beside an API whose own middleware renews',
      dependencies: { lucia: '3.2.2', next: '15.5.29', hono: '4.6.0' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: true } } });
`,
        'server/api.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from '../lib/lucia';

export const api = new Hono();

api.use('*', async (c, next) => {
  const { session } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  await next();
});
`,
        'lib/member.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function member() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { session, user } = await lucia.validateSession(id);
  try {
    if (session?.fresh) {
//      ^^^^^^^^^^^^^^ swallowed
      const renewed = lucia.createSessionCookie(session.id);
      jar.set(renewed.name, renewed.value, renewed.attributes);
    }
  } catch {}
  return user;
}
`,
      },
    },
    {
      name: 'an instance in a file that is not there to be read',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/member.ts': `import type { NextFunction, Request, Response } from 'express';
import { auth } from './auth';

export async function member(req: Request, res: Response, next: NextFunction) {
  const id = auth.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return next();
  const { session, user } = await auth.validateSession(id);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^ never
  res.locals.session = session;
  res.locals.user = user;
  next();
}
`,
      },
    },
    {
      name: 'middleware that keeps a row of its own instead of what Lucia gives',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/keep.ts': `import type { Context, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { keys } from './keys';
import { sql } from './sql';

export async function keep(c: Context, next: Next) {
  const id = getCookie(c, keys.sessionCookieName);
  if (!id) return c.body(null, 401);
  try {
    const { session, user: holder } = await keys.validateSession(id);
    //                                      ^^^^^^^^^^^^^^^^^^^^^^^^ never
    if (!session) return c.body(null, 401);
    const [clerk] = await sql\`SELECT id, desk FROM clerks WHERE id = \${holder.id}\`;
    if (!clerk) return c.body(null, 401);
    c.set('clerk', { id: clerk.id, desk: clerk.desk });
    await next();
  } catch {
    return c.body(null, 500);
  }
}
`,
        'src/keys.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const keys = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a wrapper that hands out a tuple, and one that nests what it has found',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/visitor.ts': `import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { auth } from './auth';

export async function visitor(c: Context) {
  const id = getCookie(c, auth.sessionCookieName);
  if (!id) return [null, c] as const;
  const found = await auth.validateSession(id);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^ never
  if (!found.user) return [null, c] as const;
  return [found, c] as const;
}
`,
        'src/outcome.ts': `import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { auth } from './auth';

export async function outcome(c: Context) {
  const id = getCookie(c, auth.sessionCookieName) ?? '';
  const { session, user } = await auth.validateSession(id);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^ never
  return user ? { ok: true, data: { session, user } } : { ok: false, data: undefined };
}
`,
        'src/routes.ts': `import { Hono } from 'hono';
import { outcome } from './outcome';
import { visitor } from './visitor';

export const routes = new Hono()
  .get('/name', async (c) => {
    const [found] = await visitor(c);
    return found ? c.json(found.user?.id) : c.body(null, 401);
  })
  .get('/role', async (c) => {
    const { ok, data } = await outcome(c);
    return ok ? c.json(data?.user.id) : c.body(null, 401);
  });
`,
      },
    },
    {
      name: 'a second guard, on routes that the first one is not given to',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/keeper.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const keeper = createMiddleware(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (!session) return c.text('No', 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  c.set('user', user);
  await next();
});
`,
        'src/ponds.ts': `import { getCookie } from 'hono/cookie';
import { Hono } from 'hono';
import { lucia } from './lucia';

export const ponds = new Hono();

ponds.use('*', async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (!id) return c.text('No', 401);
  const { user } = await lucia.validateSession(id);
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^ never
  if (!user) return c.text('No', 401);
  c.set('user', user);
  await next();
});
ponds.get('/', (c) => c.json(c.get('user').ponds));
`,
        'src/app.ts': `import { Hono } from 'hono';
import { fish } from './fish';
import { keeper } from './keeper';
import { ponds } from './ponds';

const app = new Hono();
app.use('/fish/*', keeper);
app.route('/fish', fish);
app.route('/ponds', ponds);

export default app;
`,
      },
    },
    {
      name: 'a helper that gives back the row of the user',
      dependencies: { lucia: '3.2.2', next: '14.2.15', '@prisma/client': '5.22.0' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/member.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function memberHere() {
  const token = cookies().get(lucia.sessionCookieName)?.value;
  if (!token) return null;
  const { user } = await lucia.validateSession(token);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never
  if (!user) return null;
  const memberId = Number(user.id);
  const member = await prisma.user.findUnique({ where: { id: memberId }, select: { id: true, name: true } });
  if (!member) throw new Error('Gone');
  return { ...member, id: String(member.id) };
}
`,
      },
    },
    {
      name: 'a guard whose helper reads the cookie',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export const idOf = (request: Request) => lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
`,
        'src/visitor.ts': `import { idOf, lucia } from './auth';

export async function visitor(request: Request) {
  const id = idOf(request);
  if (!id) return null;
  const { session, user } = await lucia.validateSession(id);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ never
  return session && user;
}
`,
        'src/routes/parcels/+server.ts': `import { error, json } from '@sveltejs/kit';
import { visitor } from '../../visitor';

export async function GET({ request }) {
  const found = await visitor(request);
  if (!found) error(401);
  return json({ name: found.name });
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the cookie outlives the session',
      dependencies: NEXT,
      files: {
        'tsconfig.json': TSCONFIG,
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
${REGISTER}`,
        'src/lib/session.ts': WRAPPER(''),
      },
    },
    {
      name: 'a Hono middleware that writes the renewed cookie',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
${REGISTER}`,
        'src/session.ts': `import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const session = createMiddleware(async (c, next) => {
  const { session, user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  else if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.set('user', user);
  c.set('session', session);
  await next();
});
`,
      },
    },
    {
      name: 'the caller of an inner function renews',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
${REGISTER}`,
        'src/lib/server/check.ts': `import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export async function check(cookies: Cookies) {
  const id = cookies.get(lucia.sessionCookieName);
  return lucia.validateSession(id ?? '');
}
`,
        'src/hooks.server.ts': `import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { check } from '$lib/server/check';

export const handle: Handle = async ({ event, resolve }) => {
  const { session, user } = await check(event.cookies);
  if (session?.fresh) {
    const { name, value, attributes } = lucia.createSessionCookie(session.id);
    event.cookies.set(name, value, { path: '.', ...attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'hand-made sessions without a renewal flag',
      dependencies: { arctic: '1.9.2', next: '14.2.35' },
      files: {
        'src/sessions.ts': `export async function validateSession(token: string) {
  return { user: { id: token }, session: { id: token } };
}
`,
        'src/current.ts': `import { cookies } from 'next/headers';
import { validateSession } from './sessions';

export async function current() {
  const token = cookies().get('auth_session')?.value ?? '';
  return validateSession(token);
}
`,
      },
    },
    {
      name: 'a bearer token needs no cookie',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
${REGISTER}`,
        'src/bearer.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './auth';

export const bearer = createMiddleware(async (c, next) => {
  const token = lucia.readBearerToken(c.req.header('Authorization') ?? '');
  const { session, user } = await lucia.validateSession(token ?? '');
  c.set('user', user);
  c.set('session', session);
  await next();
});
`,
      },
    },
    {
      name: 'a helper behind a middleware that renews',
      dependencies: { lucia: '3.2.2', astro: '4.10.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
${REGISTER}`,
        'src/middleware.ts': `import { defineMiddleware } from 'astro:middleware';
import { lucia } from './auth';

export const onRequest = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value ?? '';
  const { session, user } = await lucia.validateSession(id);
  const cookie = session?.fresh ? lucia.createSessionCookie(session.id) : !session ? lucia.createBlankSessionCookie() : undefined;
  if (cookie) context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  context.locals.session = session;
  context.locals.user = user;
  return next();
});
`,
        'src/lib/viewer.ts': `import type { AstroCookies } from 'astro';
import { lucia } from '../auth';

export async function viewer(cookies: AstroCookies) {
  const { user } = await lucia.validateSession(cookies.get(lucia.sessionCookieName)?.value ?? '');
  return user;
}
`,
      },
    },
    {
      name: 'options that cannot be read',
      dependencies: NEXT,
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';
import { luciaOptions } from '@company/auth-options';

export const lucia = new Lucia(adapter, luciaOptions);
${REGISTER}`,
        'src/lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function currentUser() {
  const { user } = await lucia.validateSession(cookies().get(lucia.sessionCookieName)?.value ?? '');
  return user;
}
`,
      },
    },
    {
      name: 'an instance that cannot be read, and a caller that renews',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/gate.ts': `import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { auth, renew } from './auth';

export const gate: MiddlewareHandler = async (c, next) => {
  const id = getCookie(c, auth.sessionCookieName);
  if (id) {
    const { session, user } = await auth.validateSession(id);
    renew(c, session);
    c.set('user', user);
  }
  await next();
};
`,
      },
    },
    {
      name: 'a second guard behind one for the whole application',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/renew.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const renew = createMiddleware(async (c, next) => {
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { session } = id ? await lucia.validateSession(id) : { session: null };
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  await next();
});
`,
        'src/app.ts': `import { getCookie } from 'hono/cookie';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { renew } from './renew';

const app = new Hono();
app.use('*', renew);
app.use('/ponds/*', async (c, next) => {
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.text('No', 401);
  await next();
});

export default app;
`,
      },
    },
    {
      name: 'a guard whose helper reads the cookie, and that gives the renewed one',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);

export const idOf = (request: Request) => lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
`,
        'src/visitor.ts': `import { idOf, lucia } from './auth';

export async function visitor(request: Request) {
  const id = idOf(request);
  if (!id) return null;
  const { session, user } = await lucia.validateSession(id);
  if (!session) return null;
  const headers = session.fresh ? { 'set-cookie': lucia.createSessionCookie(session.id).serialize() } : {};
  return { user, headers };
}
`,
        'src/routes/parcels/+server.ts': `import { error, json } from '@sveltejs/kit';
import { visitor } from '../../visitor';

export async function GET({ request }) {
  const found = await visitor(request);
  if (!found) error(401);
  return json({ name: found.user.name }, { headers: found.headers });
}
`,
      },
    },
  ],
};

export default examples;
