import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a whole row in an answer',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', { id: text('id').primaryKey(), email: text('email').notNull(), passwordHash: text('password_hash') });
`,
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();
app.get('/members/me', async (c) => {
  const [member] = await db.select().from(members).where(eq(members.id, c.get('user').id));
  return c.json(member);
//              ^^^^^^ row
});
`,
      },
    },
    {
      name: 'spread into a result of tRPC',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(async ({ ctx }) => {
    const row = await prisma.user.findUnique({ where: { id: ctx.user.id } });
    return { ...row, online: true };
//              ^^^ row
  }),
});
`,
      },
    },
  ],
  good: [
    {
      name: 'chosen columns',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/users.ts': `import { prisma } from './prisma';
import { protectedProcedure, router } from './trpc';

export const users = router({
  me: protectedProcedure.query(({ ctx }) => prisma.user.findUnique({ where: { id: ctx.user.id }, select: { id: true, email: true } })),
});
`,
      },
    },
    {
      name: 'the hash is left out',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('member', { id: text('id').primaryKey(), email: text('email').notNull(), passwordHash: text('password_hash') });
`,
        'src/members.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { members } from './schema';

export const app = new Hono();
app.get('/members/me', async (c) => {
  const [member] = await db.select().from(members).where(eq(members.id, c.get('user').id));
  if (!member) return c.notFound();
  const { passwordHash, ...rest } = member;
  return c.json(rest);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a row of a table without secrets',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const articles = pgTable('article', { id: text('id').primaryKey(), title: text('title').notNull() });
`,
        'src/articles.ts': `import { Hono } from 'hono';
import { db } from './db';
import { articles } from './schema';

export const app = new Hono();
app.get('/articles', async (c) => c.json(await db.select().from(articles)));
`,
      },
    },
    {
      name: 'one field of the row',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model User {
  id       String  @id
  email    String
  password String?
}
`,
        'src/me.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';

export const app = new Hono();
app.get('/me', async (c) => {
  const row = await prisma.user.findUnique({ where: { id: c.get('user').id } });
  return c.json({ email: row?.email, hasPassword: row?.password !== null });
});
`,
      },
    },
  ],
};

export default examples;
