import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'an early return in a route handler',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1', 'drizzle-orm': '0.36.4' },
      files: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { users } from '../../../lib/schema';

export async function signIn(email: string, password: string) {
  const [account] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  if (!account) {
    return { error: 'Wrong e-mail or password' };
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  }
  const valid = await verify(account.passwordHash, password);
  if (!valid) {
    return { error: 'Wrong e-mail or password' };
  }
  return { id: account.id };
}
`,
      },
      fixed: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { users } from '../../../lib/schema';

// A hash that no password matches, at the cost of a real one: logins take the same time whether or not the account exists.
const DUMMY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const [account] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  const valid = await verify(account?.passwordHash || DUMMY_HASH, password);
  if (!account) {
    return { error: 'Wrong e-mail or password' };
  }
  if (!valid) {
    return { error: 'Wrong e-mail or password' };
  }
  return { id: account.id };
}
`,
      },
    },
    {
      name: 'a throw in a service class with helpers in other files',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3' },
      files: {
        'src/passwords.ts': `import bcrypt from 'bcryptjs';

export const matches = (typed: string, stored: string) => bcrypt.compare(typed, stored);
`,
        'src/accounts.ts': `import { db } from './db';

export class Accounts {
  async byName(name: string) {
    return db.query.accounts.findFirst({ where: { name } });
  }
}
`,
        'src/auth-service.ts': `import { Accounts } from './accounts';
import { matches } from './passwords';

export class AuthService {
  constructor(private readonly accounts: Accounts) {}

  async login(name: string, password: string) {
    const row = await this.accounts.byName(name);
    if (row === undefined) throw new Error('invalid credentials');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
    if (!(await matches(password, row.passwordHash))) throw new Error('invalid credentials');
    return row.id;
  }
}
`,
      },
    },
    {
      name: 'short-circuit without an if',
      dependencies: { lucia: '3.2.2', express: '4.21.0', argon2: '0.41.0' },
      files: {
        'src/login.ts': `import argon2 from 'argon2';
import { Router } from 'express';
import { prisma } from './prisma';

export const login = Router();
login.post('/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (!user || !(await argon2.verify(user.passwordHash, req.body.password))) {
    return res.status(401).end();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ early
  }
  res.json({ id: user.id });
});
`,
      },
    },
    {
      name: 'a look-up that throws',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/routes/login/+page.server.ts': `import { verify } from '@node-rs/argon2';
import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await prisma.user.findUniqueOrThrow({ where: { email: String(form.get('email')) } });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ throwing
    if (!(await verify(user.passwordHash, String(form.get('password'))))) return fail(400);
  },
};
`,
      },
    },
  ],
  good: [
    {
      name: 'one verify on every path',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/api/login/route.ts': `import { verify } from '@node-rs/argon2';
import { findAccount } from '../../../lib/accounts';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const account = await findAccount(email);
  const valid = await verify(account?.passwordHash || DUMMY, password);
  if (!account || !account.passwordHash || !valid) return null;
  return account.id;
}
`,
      },
    },
    {
      name: 'a hash where there is nobody to verify',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/lib/server/login.ts': `import { hash, verify } from '@node-rs/argon2';
import { findAccount } from './accounts';

export async function signIn(email: string, password: string) {
  const account = await findAccount(email);
  if (!account?.passwordHash) {
    await hash(password);
    return null;
  }
  return (await verify(account.passwordHash, password)) ? account.id : null;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a password change of the signed-in user',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
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
        'app/settings/actions.ts': `'use server';
import { hash, verify } from '@node-rs/argon2';
import { lucia, me } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export async function changePassword(form: FormData) {
  const { user } = await me();
  if (!user) return { error: 'Sign in first' };
  const account = await prisma.user.findUnique({ where: { id: user.id } });
  if (!account) return { error: 'Try again' };
  if (!(await verify(account.passwordHash, String(form.get('currentPassword'))))) return { error: 'Wrong password' };
  const passwordHash = await hash(String(form.get('newPassword')));
  await lucia.invalidateUserSessions(user.id);
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash } });
}
`,
      },
    },
    {
      name: 'a missing field of the form',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { findAccount } from './accounts';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string | null, password: string | null) {
  if (!email || !password) return null;
  const account = await findAccount(email);
  const valid = await verify(account?.passwordHash || DUMMY, password);
  return valid && account ? account.id : null;
}
`,
      },
    },
    {
      name: 'the hash of a one-time code',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/lib/server/codes.ts': `import { verify } from '@node-rs/argon2';
import { db } from './db';

export async function redeem(id: string, digits: string) {
  const row = await db.query.codes.findFirst({ where: { id } });
  if (!row) return false;
  return verify(row.codeDigest, digits);
}
`,
      },
    },
  ],
};

export default examples;
