import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a header whose value has a name',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/cart.ts': `import { Router } from 'express';
import { lucia } from './auth';
import { db } from './db';

const HOUR = 'public, max-age=3600';
export const cart = Router();

cart.get('/offers', async (_req, res) => {
  res.setHeader('Cache-Control', HOUR);
  res.json(await db.offers());
});
cart.get('/cart', async (req, res) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  res.setHeader('Cache-Control', HOUR);
//                               ^^^^ header
  res.json(await db.cartOf(user.id));
});
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
      name: 'a public answer of a SvelteKit load',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/account/+page.server.ts': `export const load = async ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'public, max-age=600' });
//                              ^^^^^^^^^^^^^^^^^^^^^ header
  return { name: locals.user?.name };
};
`,
      },
    },
    {
      name: 'a shared route in Next',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
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
        'app/api/me/route.ts': `import { me } from '../../../lib/auth';

export const dynamic = 'force-static';
//                     ^^^^^^^^^^^^^^ route
export async function GET() {
  const { user } = await me();
  return Response.json({ id: user?.id });
}
`,
      },
    },
    {
      name: 'a header that is assigned, and one for the caches of a network',
      dependencies: { lucia: '3.2.2', elysia: '1.2.10' },
      files: {
        'src/app.ts': `import { Elysia } from 'elysia';
import { lucia } from './lucia';
import { invoicesOf } from './invoices';

export const app = new Elysia()
  .get('/invoices', async ({ cookie, set }) => {
    const { user } = await lucia.validateSession(cookie[lucia.sessionCookieName].value ?? '');
    if (!user) return [];
    set.headers['cache-control'] = 'public, max-age=600';
//                                 ^^^^^^^^^^^^^^^^^^^^^ header
    return invoicesOf(user.id);
  })
  .get('/total', async ({ cookie }) => {
    const { user } = await lucia.validateSession(cookie[lucia.sessionCookieName].value ?? '');
    const sum = (await invoicesOf(user?.id ?? '')).length;
    return Response.json({ sum }, { headers: { 'Vercel-CDN-Cache-Control': 'public, max-age=60' } });
//                                                                         ^^^^^^^^^^^^^^^^^^^^ header
  })
  .get('/rates', ({ set }) => {
    set.headers['cache-control'] = 'public, max-age=600';
    return { vat: 19 };
  });
`,
      },
    },
    {
      name: 'a cache under another name, a function that has one, and an own helper around it',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
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
        'lib/kept.ts': `import { unstable_cache as keep } from 'next/cache';

export const kept = <T>(key: string, load: (...given: string[]) => Promise<T>) => keep(load, [key], { revalidate: 60 });
`,
        'lib/account.ts': `import * as next from 'next/cache';
import { unstable_cache as remember } from 'next/cache';
import { lucia, me } from './auth';
import { kept } from './kept';

export const account = remember(async (id: string) => (await lucia.validateSession(id)).user, ['account']);
//                     ^^^^^^^^ cached
export const whoever = next.unstable_cache(me, ['me']);
//                     ^^^^^^^^^^^^^^^^^^^ cached
export const nameOf = kept('name', async (id) => (await lucia.validateSession(id)).user?.id);
//                    ^^^^ cached
`,
      },
    },
    {
      name: "Nitro's cache under another name, and Hono's in front of a handler",
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', hono: '4.6.9' },
      files: {
        'server/utils/me.ts': `import { defineCachedFunction as once } from 'nitropack/runtime';
import { lucia } from './lucia';

export const me = once(async (id: string) => (await lucia.validateSession(id)).user, { maxAge: 60 });
//                ^^^^ cached
`,
        'src/edge.ts': `import { Hono } from 'hono';
import { cache as shared } from 'hono/cache';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';

export const edge = new Hono().get('/me', shared({ cacheName: 'me' }), async (c) => {
//                                        ^^^^^^ cached
  const { user } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  return c.json({ id: user?.id });
});
`,
      },
    },
    {
      name: 'a header that is joined of words',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'app/api/boats/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/lucia';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
  const headers = new Headers();
  headers.set('Cache-Control', ['public', 'max-age=30', 's-maxage=300'].join(', '));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ header
  return new Response(user?.id, { headers });
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a hook that marks every answer',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/lucia';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  const answer = await resolve(event);
  if (answer.ok) answer.headers.set('Cache-Control', 'public, max-age=120');
//                                                   ^^^^^^^^^^^^^^^^^^^^^ header
  return answer;
};
`,
      },
    },
  ],
  good: [
    {
      name: 'private',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/account/+page.server.ts': `export const load = async ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  return { name: locals.user?.name };
};
`,
      },
    },
    {
      name: 'public without a session',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/prices', (c) => {
  c.header('Cache-Control', 'public, max-age=600');
  return c.json([1, 2, 3]);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a named value on the public route only',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/cart.ts': `import { Router } from 'express';
import { lucia } from './auth';
import { db } from './db';

const HOUR = 'public, max-age=3600';
export const cart = Router();

cart.get('/offers', async (_req, res) => {
  res.setHeader('Cache-Control', HOUR);
  res.json(await db.offers());
});
cart.get('/cart', async (req, res) => {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!user) return res.status(401).end();
  res.setHeader('Cache-Control', 'private, no-store');
  res.json(await db.cartOf(user.id));
});
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
      name: 'a public answer beside a private one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/logo', (c) => {
  c.header('Cache-Control', 'public, max-age=31536000');
  return c.body('<svg/>');
});
app.get('/me', (c) => c.json({ id: c.get('user')?.id }));
`,
      },
    },
    {
      name: 'a public file out of what the platform puts on the context',
      dependencies: { lucia: '3.2.2', astro: '4.16.0' },
      files: {
        'src/pages/covers/[id].ts': `import type { APIRoute } from 'astro';

export const GET: APIRoute = async ({ params, locals }) => {
  const { COVERS } = locals.runtime.env;
  const cover = await COVERS.get(params.id);
  if (!cover) return new Response(null, { status: 404 });
  return new Response(cover.body, { headers: { 'Cache-Control': 'public, max-age=86400' } });
};
`,
      },
    },
    {
      name: 'what is kept for everyone beside the session, and a cache of one request',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0', hono: '4.6.9' },
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
        'lib/kept.ts': `import { unstable_cache as keep } from 'next/cache';

export const kept = <T>(key: string, load: () => Promise<T>, after: () => void) => {
  after();
  return keep(load, [key]);
};
`,
        'lib/page.ts': `import { unstable_cache as remember } from 'next/cache';
import { cache } from 'react';
import { db } from './db';
import { lucia, me } from './auth';
import { kept } from './kept';

export const current = cache(me);
export const prices = remember(async () => db.prices(), ['prices']);
export const offers = kept('offers', () => db.offers(), () => void lucia.validateSession('none'));
export const page = async () => ({ user: (await current()).user, prices: await prices() });
`,
        'src/edge.ts': `import { Hono } from 'hono';
import { cache } from 'hono/cache';
import { me } from '../lib/auth';
import { db } from '../lib/db';

export const edge = new Hono()
  .get('/prices', cache({ cacheName: 'prices' }), async (c) => c.json(await db.prices()))
  .get('/me', async (c) => c.json((await me()).user?.id));
`,
      },
    },
    {
      name: 'a cached function that is given its user: that is a part of the key',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/badges.ts': `import type { User } from 'lucia';
import { unstable_cache as cache } from 'next/cache';
import { countBadges } from './store';

export const badgesOf = cache(async (user: User) => ({ count: await countBadges(user.id) }), ['badges'], { revalidate: 60 });
`,
      },
    },
    {
      name: 'words for one visitor, and words that are joined for something else',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'app/api/boats/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/lucia';

export async function GET() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(id);
  const headers = new Headers();
  headers.set('Cache-Control', ['private', 'max-age=30'].join(', '));
  headers.set('X-Kinds', ['public', 'hidden'].join(', '));
  return new Response(user?.id, { headers });
}
`,
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'a hook that marks the files of a folder only',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/hooks.server.ts': `import { lucia } from '$lib/server/lucia';

export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  const answer = await resolve(event);
  const isFont = event.url.pathname.endsWith('.woff2');
  if (isFont) answer.headers.set('Cache-Control', 'public, max-age=86400');
  return answer;
};
`,
      },
    },
  ],
};

export default examples;
