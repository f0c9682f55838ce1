import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a login without a limit',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
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
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Router } from 'express';
import { lucia } from './auth';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
export const login = Router();
login.post('/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  const ok = await verify(user?.passwordHash || DUMMY, req.body.password);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimited
  if (!user || !ok) return res.status(401).end();
  const session = await lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
      },
    },
    {
      name: 'a SvelteKit action without a limit',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', bcryptjs: '2.4.3' },
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
        'src/routes/login/+page.server.ts': `import { fail } from '@sveltejs/kit';
import bcrypt from 'bcryptjs';
import { lucia } from '$lib/server/auth';
import { prisma } from '$lib/server/prisma';

const DUMMY = '$2b$10$.....................................................';
export const actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
    const ok = await bcrypt.compare(String(form.get('password')), user?.passwordHash || DUMMY);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimited
    if (!user || !ok) return fail(400);
    const session = await lucia.createSession(user.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  },
};
`,
      },
    },
    {
      name: 'a limit that only a comment speaks of',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './prisma';

export const lucia = new Lucia(adapter);
`,
        'src/login.ts': `import type { FastifyInstance } from 'fastify';
import { verify } from '@node-rs/argon2';
import { lucia } from './auth';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function loginRoutes(app: FastifyInstance) {
  // TODO: rate limit
  app.post<{ Body: { email: string; password: string } }>('/login', async (request, reply) => {
    const { email, password } = request.body;
    const user = await prisma.user.findUnique({ where: { email } });
    const ok = await verify(user?.passwordHash || DUMMY, password);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimited
    if (!user || !ok) return reply.code(401).send();
    const session = await lucia.createSession(user.id, {});
    return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).code(204).send();
  });
}
`,
      },
    },
    {
      name: 'a limiter on another route only',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3', 'hono-rate-limiter': '0.4.0' },
      files: {
        'src/app.ts': `import bcrypt from 'bcryptjs';
import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import { lucia } from './auth';
import { prisma } from './prisma';

const DUMMY = '$2b$10$.....................................................';
const slow = rateLimiter({ windowMs: 60_000, limit: 20, keyGenerator: (c) => c.req.header('x-real-ip') ?? '' });

export const app = new Hono();
app.use('/newsletter', slow);
app.post('/session', async (c) => {
  const form = await c.req.parseBody<{ email: string; password: string }>();
  const user = await prisma.user.findUnique({ where: { email: form.email } });
  const ok = await bcrypt.compare(form.password, user?.passwordHash || DUMMY);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimited
  if (!user || !ok) return c.body(null, 401);
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'attempts that are counted after a wrong password only',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@node-rs/argon2': '2.2.1', '@upstash/ratelimit': '2.0.0' },
      files: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
import { ratelimit } from '@/lib/redis';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function login(form: FormData) {
  const email = String(form.get('email'));
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, String(form.get('password')));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimited
  if (!user || !ok) {
    const { success } = await ratelimit.limit(email);
    return success ? 'Wrong e-mail or password' : 'Try again later';
  }
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  return redirect('/');
}
`,
      },
    },
  ],
  good: [
    {
      name: 'a limiter before the verify',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
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
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Router } from 'express';
import { lucia } from './auth';
import { attemptsOf } from './limits';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
export const login = Router();
login.post('/login', async (req, res) => {
  if ((await attemptsOf(req.ip)) > 10) return res.status(429).end();
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  const ok = await verify(user?.passwordHash || DUMMY, req.body.password);
  if (!user || !ok) return res.status(401).end();
  const session = await lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
      },
    },
    {
      name: 'a limiter that the application puts before its router',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1', 'express-rate-limit': '7.4.0' },
      files: {
        'src/server.ts': `import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { login } from './login';

const app = express();
app.use('/auth', rateLimit({ windowMs: 60_000, limit: 10 }), login);
app.listen(3000);
`,
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Router } from 'express';
import { lucia } from './auth';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
export const login = Router();
login.post('/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  const ok = await verify(user?.passwordHash || DUMMY, req.body.password);
  if (!user || !ok) return res.status(401).end();
  const session = await lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the confirmation of a password by its owner',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/confirm.ts': `import { verify } from '@node-rs/argon2';
import { Router } from 'express';
import { prisma } from './prisma';

export const confirm = Router();
confirm.post('/confirm', async (req, res) => {
  const row = await prisma.user.findUnique({ where: { id: res.locals.user.id } });
  res.json({ ok: !!row && (await verify(row.passwordHash, req.body.password)) });
});
`,
      },
    },
    {
      name: 'a limit among the options of the route',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0', '@fastify/rate-limit': '10.0.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/app.ts': `import rateLimit from '@fastify/rate-limit';
import { verify } from '@node-rs/argon2';
import Fastify from 'fastify';
import { lucia } from './auth';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
export const app = Fastify();
await app.register(rateLimit, { global: false });

app.post<{ Body: { email: string; password: string } }>(
  '/login',
  { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } },
  async (request, reply) => {
    const user = await prisma.user.findUnique({ where: { email: request.body.email } });
    const ok = await verify(user?.passwordHash || DUMMY, request.body.password);
    if (!user || !ok) return reply.code(401).send();
    const session = await lucia.createSession(user.id, {});
    return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).code(204).send();
  },
);
`,
      },
    },
    {
      name: 'a decorator that limits the controller',
      dependencies: {
        lucia: '3.2.2',
        '@nestjs/common': '10.4.0',
        '@nestjs/throttler': '6.2.0',
        '@node-rs/argon2': '2.2.1',
      },
      files: {
        'src/auth.controller.ts': `import { verify } from '@node-rs/argon2';
import { Body, Controller, Post, UnauthorizedException, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { lucia } from './lucia';
import { prisma } from './prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

@Controller('auth')
@UseGuards(ThrottlerGuard)
export class AuthController {
  @Post('login')
  async login(@Body() body: { email: string; password: string }) {
    const user = await prisma.user.findUnique({ where: { email: body.email } });
    const ok = await verify(user?.passwordHash || DUMMY, body.password);
    if (!user || !ok) throw new UnauthorizedException();
    const session = await lucia.createSession(user.id, {});
    return { cookie: lucia.createSessionCookie(session.id).serialize() };
  }
}
`,
      },
    },
    {
      name: 'a helper of another name that counts attempts',
      dependencies: { lucia: '3.2.2', next: '15.0.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'lib/gate.ts': `const attempts = new Map<string, number>();

export function enter(address: string): boolean {
  const count = (attempts.get(address) ?? 0) + 1;
  attempts.set(address, count);
  return count <= 10;
}
`,
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { lucia } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
import { enter } from '../../../lib/gate';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function POST(request: Request) {
  if (!enter(request.headers.get('x-real-ip') ?? '')) return new Response(null, { status: 403 });
  const { email, password } = await request.json();
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, password);
  if (!user || !ok) return new Response(null, { status: 401 });
  const session = await lucia.createSession(user.id, {});
  const headers = { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() };
  return new Response(null, { status: 204, headers });
}
`,
      },
    },
  ],
};

export default examples;
