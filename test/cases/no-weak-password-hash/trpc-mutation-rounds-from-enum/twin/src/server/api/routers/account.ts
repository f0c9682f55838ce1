import bcrypt from 'bcrypt';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { createTRPCRouter, publicProcedure } from '../trpc';
import { users } from '../../db/schema';
import { lucia } from '../../lucia';

const enum Cost {
  Fast = 8,
  Normal = 12,
}

export const accountRouter = createTRPCRouter({
  register: publicProcedure
    .input(z.object({ email: z.string().email(), password: z.string().min(8).max(72) }))
    .mutation(async ({ ctx, input }) => {
      const salt = await bcrypt.genSalt(Cost.Normal);
      const passwordHash = await bcrypt.hash(input.password, salt);
      const [row] = await ctx.db
        .insert(users)
        .values({ email: input.email.toLowerCase(), passwordHash })
        .onConflictDoNothing()
        .returning({ id: users.id });
      if (!row) throw new TRPCError({ code: 'CONFLICT' });
      const session = await lucia.createSession(row.id, {});
      ctx.headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      return { id: row.id };
    }),
});
