import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'an account that a helper spreads into the row',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/people.ts': `import { db } from './db';
import { people } from './schema';

export async function addPerson(person: { mail: string; passwordHash: string | null }) {
  return db.insert(people).values({ ...person, joined: new Date() }).returning();
}
`,
        'src/lib/server/social.ts': `import { addPerson } from './people';

export async function fromProvider(mail: string) {
  return addPerson({ mail, passwordHash: '' });
//                                       ^^ empty
}
`,
      },
      fixed: {
        'src/lib/server/social.ts': `import { addPerson } from './people';

export async function fromProvider(mail: string) {
  return addPerson({ mail, passwordHash: null });
}
`,
      },
    },
    {
      name: 'an account that came by OAuth',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/callback/account.ts': `import { db } from '../../lib/db';
import { users } from '../../lib/schema';

export async function createAccount(id: string, email: string) {
  await db.insert(users).values({ id, email, passwordHash: '' });
//                                                         ^^ empty
}
`,
      },
      fixed: {
        'app/callback/account.ts': `import { db } from '../../lib/db';
import { users } from '../../lib/schema';

export async function createAccount(id: string, email: string) {
  await db.insert(users).values({ id, email, passwordHash: null });
}
`,
      },
    },
    {
      name: 'a word instead of a hash',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/accounts.ts': `import { prisma } from './prisma';

export async function fromGoogle(email: string) {
  const data = { email, hashedPassword: 'oauth' };
//                                      ^^^^^^^ literal
  return prisma.user.create({ data });
}
`,
      },
    },
    {
      name: 'verified against nothing',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', oslo: '1.2.1' },
      files: {
        'src/routes/login/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { Argon2id } from 'oslo/password';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request }) => {
    const data = await request.formData();
    const password = String(data.get('password'));
    const user = await prisma.user.findUnique({ where: { email: String(data.get('email')) } });
    const ok = await new Argon2id().verify(user?.passwordHash ?? '', password);
//                                                               ^^ verified
    if (!user || !ok) return fail(400, { message: 'Wrong e-mail or password' });
  },
};
`,
      },
    },
    {
      name: 'a word in the place of a hash, by a named parameter',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0', 'better-sqlite3': '11.0.0' },
      files: {
        'src/guests.ts': `import { database } from './database';

export function addGuest(id: string, mail: string) {
  const row = { id, mail, password_hash: 'none' };
//                                       ^^^^^^ literal
  database.prepare('INSERT INTO account (id, mail, password_hash) VALUES (@id, @mail, @password_hash)').run(row);
}
`,
      },
    },
    {
      name: 'a name for a text that is no hash',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', pg: '8.13.1', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/join.ts': `import { Pool } from 'pg';
import { hash } from '@node-rs/argon2';

const db = new Pool();

export async function join(name: string, password?: string) {
  if (password) {
    await db.query('INSERT INTO members (name, hashed_password) VALUES ($1, $2)', [name, await hash(password)]);
    return;
  }
  const locked = 'LOCKED';
  //             ^^^^^^^^ literal
  await db.query('INSERT INTO members (name, hashed_password) VALUES ($1, $2)', [name, locked]);
}
`,
      },
    },
    {
      name: 'a helper that makes the row of somebody from a provider',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'src/accounts.ts': `import { generateIdFromEntropySize } from 'lucia';
import { prisma } from './prisma';

const blankAccount = (name: string) => ({
  id: generateIdFromEntropySize(10),
  name,
  passwordHash: 'none',
//              ^^^^^^ literal
});

export async function register(name: string) {
  return prisma.user.create({ data: blankAccount(name), select: { id: true } });
}
`,
      },
    },
    {
      name: 'a text in the place of the password of somebody who is invited',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'src/invite.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function invite(email: string) {
  return prisma.member.create({ data: { email, password: 'set once the invitation is accepted' } });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ literal
}
`,
      },
      fixed: {
        'src/invite.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function invite(email: string) {
  return prisma.member.create({ data: { email, password: null } });
}
`,
      },
    },
  ],
  good: [
    {
      name: 'null',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/callback/account.ts': `import { db } from '../../lib/db';
import { users } from '../../lib/schema';

export async function createAccount(id: string, email: string) {
  await db.insert(users).values({ id, email, passwordHash: null });
}
`,
      },
    },
    {
      name: 'a real hash',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/signup.ts': `import { hash } from '@node-rs/argon2';
import { prisma } from './prisma';

export async function signup(email: string, password: string) {
  await prisma.user.create({ data: { email, passwordHash: await hash(password) } });
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an empty name',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/account.ts': `import { prisma } from './prisma';

export async function create(email: string, passwordHash: string) {
  await prisma.user.create({ data: { email, name: '', passwordHash } });
}
`,
      },
    },
    {
      name: 'the column of a seed script',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'prisma/seed.ts': `import { prisma } from '../src/prisma';

await prisma.user.create({ data: { email: 'a@example.com', passwordHash: '' } });
`,
      },
    },
    {
      name: 'nothing that a helper replaces',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Elysia } from 'elysia';
import { prisma } from './prisma';

const UNKNOWN = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const fits = (stored: string, given: string) => verify(stored || UNKNOWN, given);

export const login = new Elysia().post('/login', async ({ body, error }) => {
  const { email, password } = body as { email: string; password: string };
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await fits(user?.passwordHash ?? '', password);
  if (!user || !ok) return error(401, 'Wrong e-mail or password');
  return { id: user.id };
});
`,
      },
    },
    {
      name: 'a hash that is emptied in memory after it was verified',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1', '@prisma/client': '5.22.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { prisma } from './prisma';

const fits = (stored: string, given: string) => verify(stored, given);

export const app = new Hono();

app.post('/enter', async (c) => {
  const { email, password } = await c.req.json();
  const member = await prisma.member.findUnique({ where: { email } });
  if (!member || !(await fits(member.passwordHash, password))) return c.json({ error: 'Wrong' }, 401);
  member.passwordHash = '';
  return c.json(member);
});
`,
      },
    },
    {
      name: 'a hash that is known to be there',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { people } from './people';
import { checkOld } from './old';

export async function enter(name: string, password: string) {
  const person = await people.byName(name);
  if (person?.login.hash?.includes('argon2id')) return verify(person.login.hash ?? '', password);
  return checkOld(person, password);
}
`,
      },
    },
    {
      name: 'the password of a mail server, and one that is hashed before it is stored',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/setup.ts': `import { hash } from '@node-rs/argon2';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function setup(email: string) {
  await prisma.mailServer.create({ data: { host: 'localhost', password: 'unused' } });
  const first = 'change me at once';
  return prisma.user.create({ data: { email, password: await hash(first) } });
}
`,
      },
    },
    {
      name: 'a password that a model hashes as it is saved',
      dependencies: { lucia: '3.2.2', mongoose: '8.8.0' },
      files: {
        'src/people.ts': `import { Schema, model } from 'mongoose';
import { hash } from './hashing';

const schema = new Schema({ email: String, password: String });

schema.pre('save', async function () {
  this.password = await hash(this.password);
});

export const User = model('User', schema);

export const invite = (email: string) => User.create({ email, password: 'until the invitation is accepted' });
`,
      },
    },
  ],
};

export default examples;
