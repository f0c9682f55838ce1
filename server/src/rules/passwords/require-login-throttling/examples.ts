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
      name: 'a package that limits',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1', 'express-rate-limit': '7.4.0' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Router } from 'express';
import { lucia } from './auth';

export const login = Router();
login.post('/login', async (req, res) => {
  const ok = await verify(req.app.locals.hash, req.body.password);
  if (!ok) return res.status(401).end();
  await lucia.createSession('admin', {});
  res.end();
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
  ],
};

export default examples;
