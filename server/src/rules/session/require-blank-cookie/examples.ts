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
      name: 'a hook that only renews',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/hooks.server.ts': `import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName) ?? '';
  const { session, user } = await lucia.validateSession(id);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  if (session?.fresh) {
    const cookie = lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
`,
      },
      fixed: {
        'src/hooks.server.ts': `import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName) ?? '';
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) {
    const cookie = lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  }
  if (!session) {
    const cookie = lucia.createBlankSessionCookie();
    event.cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
`,
      },
    },
    {
      name: 'a Next.js wrapper without the second half',
      dependencies: { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' },
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ missing
});
`,
      },
    },
    {
      name: 'an Express middleware',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/load-user.ts': `import { lucia } from './auth';

export async function loadUser(req, res, next) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  if (result.session?.fresh) {
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  }
  res.locals.user = result.user;
  next();
}
`,
      },
      fixed: {
        'src/load-user.ts': `import { lucia } from './auth';

export async function loadUser(req, res, next) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (result.session?.fresh) {
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  }
  if (!result.session) {
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  res.locals.user = result.user;
  next();
}
`,
      },
    },
    {
      name: 'a tRPC context',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/context.ts': `import { lucia } from './auth';

export async function createContext({ req }: { req: Request }) {
  const id = lucia.readSessionCookie(req.headers.get('cookie') ?? '');
  const result = id ? await lucia.validateSession(id) : null;
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  return { user: result?.user ?? null };
}
`,
      },
    },
    {
      name: 'the branch that clears the cookie can never run',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/whoami.ts': `import type { Request, Response } from 'express';
import { lucia } from './lucia';

export async function whoAmI(req: Request, res: Response) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return res.status(401).end();
  const { session, user } = await lucia.validateSession(id);
  if (!session) return res.status(401).end();
  if (session.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session || !user) {
//    ^^^^^^^^^^^^^^^^^ unreachable
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  return res.json({ name: user.id });
}
`,
      },
    },
    {
      name: 'an instance that is out of sight',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/visitor.ts': `import type { RequestHandler } from 'express';
import { auth } from '~/auth';

export const visitor: RequestHandler = async (req, res, next) => {
  const id = auth.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return next();
  const { session, user } = await auth.validateSession(id);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^ missing
  if (session?.fresh) res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
  res.locals.user = user;
  res.locals.session = session;
  next();
};
`,
      },
    },
    {
      name: 'a middleware of Nuxt with what is imported by itself',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/middleware/visitor.ts': `export default defineEventHandler(async (event) => {
  const token = getCookie(event, lucia.sessionCookieName);
  if (!token) return;
  const found = await lucia.validateSession(token);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  event.context.visitor = found.user;
  event.context.session = found.session;
});
`,
      },
    },
  ],
  good: [
    {
      name: 'both halves in a Hono middleware',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/session.ts': `import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const session = createMiddleware(async (c, next) => {
  const { session, user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  c.set('user', user);
  c.set('session', session);
  await next();
});
`,
      },
    },
    {
      name: 'deleted by its name',
      dependencies: { lucia: '3.2.2', astro: '4.10.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/middleware.ts': `import { defineMiddleware } from 'astro:middleware';
import { lucia } from './auth';

export const onRequest = defineMiddleware(async (context, next) => {
  const { session, user } = await lucia.validateSession(context.cookies.get(lucia.sessionCookieName)?.value ?? '');
  if (!session) context.cookies.delete(lucia.sessionCookieName);
  context.locals.session = session;
  context.locals.user = user;
  return next();
});
`,
      },
    },
    {
      name: 'the caller of an inner function clears',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/utils/auth.ts': AUTH,
        'server/utils/check.ts': `import type { H3Event } from 'h3';

export async function check(event: H3Event) {
  return lucia.validateSession(getCookie(event, lucia.sessionCookieName) ?? '');
}
`,
        'server/middleware/session.ts': `export default defineEventHandler(async (event) => {
  const { session, user } = await check(event);
  if (!session) appendHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  event.context.session = session;
  event.context.user = user;
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a bearer token has no cookie to clear',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/bearer.ts': `import { createMiddleware } from 'hono/factory';
import { lucia } from './auth';

export const bearer = createMiddleware(async (c, next) => {
  const { user } = await lucia.validateSession(lucia.readBearerToken(c.req.header('Authorization') ?? '') ?? '');
  c.set('user', user);
  await next();
});
`,
      },
    },
    {
      name: 'a helper that takes the id',
      files: {
        'src/auth.ts': AUTH,
        'src/lookup.ts': `import { lucia } from './auth';

export async function lookup(id: string) {
  return lucia.validateSession(id);
}
`,
      },
    },
    {
      name: 'hand-made sessions',
      dependencies: { arctic: '2.3.4', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/hooks.server.ts': `import { validateSession } from '$lib/sessions';

export const handle = async ({ event, resolve }) => {
  event.locals.user = await validateSession(event.cookies.get('auth_session') ?? '');
  return resolve(event);
};
`,
        'src/lib/sessions.ts': `export async function validateSession(token: string) {
  return { id: token };
}
`,
      },
    },
    {
      name: 'a helper behind a middleware that clears',
      dependencies: { lucia: '3.2.2', astro: '4.10.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/middleware.ts': `import { defineMiddleware } from 'astro:middleware';
import { lucia } from './auth';

export const onRequest = defineMiddleware(async (context, next) => {
  const { session, user } = await lucia.validateSession(context.cookies.get(lucia.sessionCookieName)?.value ?? '');
  if (!session) context.cookies.delete(lucia.sessionCookieName);
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
      name: 'the cookie is cleared where the missing session leaves',
      dependencies: { lucia: '3.2.2', express: '4.21.2' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'src/whoami.ts': `import type { Request, Response } from 'express';
import { lucia } from './lucia';

export async function whoAmI(req: Request, res: Response) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return res.status(401).end();
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session || !user) {
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
    return res.status(401).end();
  }
  return res.json({ name: user.id });
}
`,
      },
    },
  ],
};

export default examples;
