import type { Examples } from '../../../core/examples';

const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { country?: string };
  }
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'the body as attributes',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import type { Request, Response } from 'express';
import { lucia } from './auth';
import { checkPassword } from './accounts';

export async function login(req: Request, res: Response) {
  const user = await checkPassword(req.body);
  const session = await lucia.createSession(user.id, req.body);
//                                                   ^^^^^^^^ whole
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).end();
}
`,
      },
    },
    {
      name: 'a spread of parsed JSON',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': AUTH,
        'app/api/start/route.ts': `import { lucia } from '../../../lib/auth';
import { checkPassword } from '../../../lib/accounts';

export async function POST(request: Request) {
  const { email, password, ...device } = await request.json();
  const user = await checkPassword(email, password);
  const session = await lucia.createSession(user.id, { country: 'de', ...device });
//                                                                       ^^^^^^ whole
  return new Response(null, { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
`,
      },
    },
    {
      name: 'a form as an object',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/login/+page.server.ts': `import { lucia } from '$lib/server/auth';
import { checkPassword } from '$lib/server/accounts';

export const actions = {
  default: async ({ request, cookies }) => {
    const fields = Object.fromEntries(await request.formData());
    const user = await checkPassword(fields);
    const session = await lucia.createSession(user.id, fields);
//                                                     ^^^^^^ whole
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  },
};
`,
      },
    },
    {
      name: 'a column of Lucia',
      files: {
        'src/auth.ts': AUTH,
        'src/remember.ts': `import { lucia } from './auth';

export async function remember(userId: string) {
  const until = new Date(Date.now() + 1000 * 60 * 60 * 24 * 365);
  return lucia.createSession(userId, { country: 'de', expiresAt: until });
//                                                    ^^^^^^^^^ column
}
`,
      },
    },
    {
      name: 'an object in the body',
      dependencies: { lucia: '3.2.2', hono: '4.12.28' },
      files: {
        'src/lucia.ts': AUTH,
        'src/login.ts': `import { Hono } from 'hono';
import { checkPassword } from './accounts';
import { lucia } from './lucia';

export const app = new Hono();

app.post('/login', async (c) => {
  const body = await c.req.json();
  const user = await checkPassword(body);
  const session = await lucia.createSession(user.id, { country: 'AT', ...body.device });
//                                                                       ^^^^^^^^^^^ whole
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'what is left of a form, where the instance is out of sight',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/enter/+page.server.ts': `import { keeper } from '$lib/server/keeper';
import { memberOf } from '$lib/server/members';

export const actions = {
  default: async ({ request, cookies }) => {
    const { name, pin, ...rest } = Object.fromEntries(await request.formData());
    const member = await memberOf(name, pin);
    const session = await keeper.createSession(member.id, rest);
//                                                        ^^^^ whole
    const cookie = keeper.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  },
};
`,
      },
    },
  ],
  good: [
    {
      name: 'picked attributes',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import type { Request } from 'express';
import { lucia } from './auth';

export async function start(req: Request, userId: string) {
  return lucia.createSession(userId, { country: req.body.country });
}
`,
      },
    },
    {
      name: 'no attributes',
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import { lucia } from './auth';

export async function start(userId: string) {
  return lucia.createSession(userId, {});
}
`,
      },
    },
    {
      name: 'a schema picks',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.0' },
      files: {
        'src/auth.ts': AUTH,
        'src/start.ts': `import { Hono } from 'hono';
import { z } from 'zod';
import { lucia } from './auth';

const device = z.object({ country: z.string() });
export const app = new Hono();

app.post('/start', async (c) => {
  const attributes = device.parse(await c.req.json());
  const session = await lucia.createSession('u1', attributes);
  return c.text(session.userId);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a function of the same name',
      dependencies: { stripe: '16.0.0', lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/checkout.ts': `import type { Request } from 'express';
import { createSession } from './checkout-sessions';

export async function pay(req: Request) {
  return createSession(req.params.id, req.body);
}
`,
        'src/checkout-sessions.ts': `export async function createSession(cart: string, data: object) {
  return { cart, data };
}
`,
      },
    },
    {
      name: 'attributes of the request that the server works out',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/utils/auth.ts': AUTH,
        'server/api/start.post.ts': `export default defineEventHandler(async (event) => {
  const device = { country: getHeader(event, 'cf-ipcountry') };
  const session = await lucia.createSession('u1', device);
  appendHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
});
`,
      },
    },
    {
      name: 'one value of the body under another name',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/routes/start/+server.ts': `import { lucia } from '$lib/server/auth';

export async function POST({ request }) {
  const { country } = await request.json();
  const session = await lucia.createSession('u1', { country });
  return new Response(session.userId);
}
`,
      },
    },
    {
      name: 'an old API with one object',
      dependencies: { lucia: '2.7.0' },
      files: {
        'src/start.ts': `import { auth } from './lucia';

export async function start(userId: string) {
  return auth.createSession({ userId, attributes: {} });
}
`,
      },
    },
    {
      name: 'sessions of another kind, where nothing speaks of Lucia',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/chat.ts': `import type { Request, Response } from 'express';
import { rooms } from '@/rooms';

export async function join(req: Request, res: Response) {
  res.json(await rooms.createSession(req.params.room, req.body));
}
`,
      },
    },
  ],
};

export default examples;
