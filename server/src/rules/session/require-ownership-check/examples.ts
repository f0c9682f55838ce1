import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'an update by the id of the request',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  body: text('body').notNull(),
});
`,
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
        'app/notes/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { me } from '../../lib/auth';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';

export async function edit(form: FormData) {
  const { user } = await me();
  if (!user) return;
  const id = String(form.get('id'));
  await db.update(notes).set({ body: String(form.get('body')) }).where(eq(notes.id, id));
//      ^^^^^^^^^^^^^^^^^^^^ change
}
`,
      },
    },
    {
      name: 'a read in a tRPC procedure',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Invoice {
  id         String @id
  customerId String
  total      Int
}
`,
        'src/invoices.ts': `import { z } from 'zod';
import { protectedProcedure, router } from './trpc';
import { prisma } from './prisma';

export const invoices = router({
  one: protectedProcedure.input(z.object({ id: z.string() })).query(async ({ input }) => {
    return prisma.invoice.findUnique({ where: { id: input.id } });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ read
  }),
});
`,
        'src/trpc.ts': `import { TRPCError, initTRPC } from '@trpc/server';

const t = initTRPC.create();
export const router = t.router;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
`,
      },
    },
  ],
  good: [
    {
      name: 'the owner is in the condition',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const notes = pgTable('note', { id: text('id').primaryKey(), ownerId: text('owner_id').notNull(), body: text('body').notNull() });
`,
        'app/notes/actions.ts': `'use server';
import { and, eq } from 'drizzle-orm';
import { me } from '../../lib/auth';
import { db } from '../../lib/db';
import { notes } from '../../lib/schema';

export async function edit(form: FormData) {
  const { user } = await me();
  if (!user) return;
  const id = String(form.get('id'));
  await db.update(notes).set({ body: String(form.get('body')) }).where(and(eq(notes.id, id), eq(notes.ownerId, user.id)));
}
`,
      },
    },
    {
      name: 'the row is loaded and its owner compared',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Note {
  id      String @id
  ownerId String
}
`,
        'src/routes/notes/[id]/+page.server.ts': `import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ params, locals }) => {
    if (!locals.user) error(401);
    const note = await prisma.note.findUnique({ where: { id: params.id } });
    if (note?.ownerId !== locals.user.id) error(403);
    await prisma.note.delete({ where: { id: params.id } });
  },
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a table without owners',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Country {
  id   String @id
  name String
}
`,
        'src/routes/countries/[id]/+page.server.ts': `import { prisma } from '$lib/server/prisma';

export const load = async ({ params, locals }) => {
  return { country: await prisma.country.findUnique({ where: { id: params.id } }), user: locals.user?.name };
};
`,
      },
    },
  ],
};

export default examples;
