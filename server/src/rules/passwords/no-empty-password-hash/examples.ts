import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
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
  ],
};

export default examples;
