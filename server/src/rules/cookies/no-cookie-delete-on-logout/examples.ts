import type { Examples } from '../../../core/examples';

const instance = (options = ''): string => `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter${options});
`;
const next = { lucia: '3.2.2', next: '14.2.35' };
const express = { lucia: '3.2.2', express: '4.19.2' };
const hono = { lucia: '3.2.2', hono: '4.4.0' };

const examples: Examples = {
  bad: [
    {
      name: 'delete in a server action',
      dependencies: next,
      files: {
        'lib/auth.ts': instance(),
        'app/logout/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function logout(id: string) {
  await lucia.invalidateSession(id);
  (await cookies()).delete(lucia.sessionCookieName);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain
}
`,
      },
      fixed: {
        'app/logout/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function logout(id: string) {
  await lucia.invalidateSession(id);
  const blankCookie = lucia.createBlankSessionCookie();
  (await cookies()).set(blankCookie.name, blankCookie.value, blankCookie.attributes);
}
`,
      },
    },
    {
      name: 'a cookie with a domain stays',
      dependencies: express,
      files: {
        'src/lucia.ts': instance(`, { sessionCookie: { attributes: { domain: 'example.com' } } }`),
        'src/logout.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export async function logout(res: Response, id: string) {
  await lucia.invalidateSession(id);
  res.clearCookie(lucia.sessionCookieName);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fails
}
`,
      },
      fixed: {
        'src/logout.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export async function logout(res: Response, id: string) {
  await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
}
`,
      },
    },
    {
      name: 'a __Host- name needs secure',
      dependencies: hono,
      files: {
        'src/lucia.ts': instance(`, { sessionCookie: { name: '__Host-session' } }`),
        'src/logout.ts': `import type { Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { lucia } from './lucia';

export async function logout(c: Context, id: string) {
  await lucia.invalidateSession(id);
  deleteCookie(c, lucia.sessionCookieName);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fails
}
`,
      },
    },
    {
      name: 'in Astro',
      dependencies: { lucia: '3.2.2', astro: '4.10.0' },
      files: {
        'src/auth.ts': instance(),
        'src/pages/logout.ts': `import type { APIContext } from 'astro';
import { lucia } from '../auth';

export async function POST(context: APIContext): Promise<Response> {
  await lucia.invalidateSession('id');
  context.cookies.delete(lucia.sessionCookieName);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain
  return context.redirect('/');
}
`,
      },
      fixed: {
        'src/pages/logout.ts': `import type { APIContext } from 'astro';
import { lucia } from '../auth';

export async function POST(context: APIContext): Promise<Response> {
  await lucia.invalidateSession('id');
  const blankCookie = lucia.createBlankSessionCookie();
  context.cookies.set(blankCookie.name, blankCookie.value, blankCookie.attributes);
  return context.redirect('/');
}
`,
      },
    },
    {
      name: 'another path than the cookie has',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { path: '/portal' } } });
`,
        'src/routes/portal/logout/+page.server.ts': `import { lucia } from '$lib/server/lucia';

export const actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return;
    await lucia.invalidateSession(locals.session.id);
    cookies.delete(lucia.sessionCookieName, { path: '/' });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fails
  },
};
`,
      },
    },
    {
      name: 'by a module that is imported as a whole',
      dependencies: { lucia: '3.2.2', hono: '4.5.0' },
      files: {
        'src/settings.ts': `export const sessionCookie = { name: '__Host-guest' };
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';
import { sessionCookie } from './settings';

export const lucia = new Lucia(adapter, { sessionCookie });
`,
        'src/logout.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import * as biscuits from 'hono/cookie';
import { lucia } from './lucia';

export const logout = new Hono().use(csrf()).post('/logout', async (c) => {
  const id = biscuits.getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  biscuits.deleteCookie(c, lucia.sessionCookieName);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fails
  return c.redirect('/', 303);
});
`,
      },
    },
  ],
  good: [
    {
      name: 'a blank cookie',
      dependencies: next,
      files: {
        'lib/auth.ts': instance(),
        'app/logout/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function logout(id: string) {
  await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  cookies().set(blank.name, blank.value, blank.attributes);
}
`,
      },
    },
    {
      name: 'a blank header',
      dependencies: express,
      files: {
        'src/lucia.ts': instance(),
        'src/logout.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export const logout = (res: Response) => res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
`,
      },
    },
    {
      name: 'the path is named, as SvelteKit asks',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': instance(),
        'src/routes/logout/+page.server.ts': `import { lucia } from '../../lib/server/auth';

export const actions = {
  default: async ({ cookies, locals }) => {
    await lucia.invalidateSession(locals.session.id);
    cookies.delete(lucia.sessionCookieName, { path: '/' });
  },
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'another cookie',
      dependencies: next,
      files: {
        'lib/auth.ts': instance(),
        'app/callback/route.ts': `import { cookies } from 'next/headers';

export async function GET() {
  cookies().delete('github_oauth_state');
  return new Response();
}
`,
      },
    },
    {
      name: 'a map',
      dependencies: express,
      files: {
        'src/lucia.ts': instance(),
        'src/cache.ts': `export const cache = new Map<string, string>();\nexport const forget = () => cache.delete('auth_session');\n`,
      },
    },
    {
      name: 'a row',
      dependencies: hono,
      files: {
        'src/lucia.ts': instance(),
        'src/db.ts': `declare const db: { delete(table: string): Promise<void> };\nexport const clear = () => db.delete('auth_session');\n`,
      },
    },
    {
      name: 'domain and path are given',
      dependencies: express,
      files: {
        'src/lucia.ts': instance(`, { sessionCookie: { attributes: { domain: 'example.com' } } }`),
        'src/logout.ts': `import type { Response } from 'express';
import { lucia } from './lucia';

export const logout = (res: Response) => res.clearCookie(lucia.sessionCookieName, { domain: 'example.com', path: '/' });
`,
      },
    },
    {
      name: 'the path and the prefix are kept',
      dependencies: { lucia: '3.2.2', hono: '4.5.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Host-session' } });
`,
        'src/logout.ts': `import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { lucia } from './lucia';

export const logout = new Hono().use(csrf()).post('/logout', async (c) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  deleteCookie(c, lucia.sessionCookieName, { path: '/', secure: true });
  return c.redirect('/', 303);
});
`,
      },
    },
    {
      name: 'the prefix is kept by a module that is imported as a whole',
      dependencies: { lucia: '3.2.2', hono: '4.5.0' },
      files: {
        'src/settings.ts': `export const sessionCookie = { name: '__Host-guest' };
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';
import { sessionCookie } from './settings';

export const lucia = new Lucia(adapter, { sessionCookie });
`,
        'src/logout.ts': `import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import * as biscuits from 'hono/cookie';
import { lucia } from './lucia';

export const logout = new Hono().use(csrf()).post('/logout', async (c) => {
  const id = biscuits.getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  biscuits.deleteCookie(c, lucia.sessionCookieName, { path: '/', secure: true });
  return c.redirect('/', 303);
});
`,
      },
    },
  ],
};

export default examples;
