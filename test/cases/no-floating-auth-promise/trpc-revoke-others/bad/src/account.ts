import { hash } from '@node-rs/argon2';
import { initTRPC, TRPCError } from '@trpc/server';
import type { User } from 'lucia';
import { z } from 'zod';
import { prisma } from './db';
import { lucia } from './lucia';
import { sendMail } from './mail';

const t = initTRPC.context<{ user: User | null }>().create();

export const account = t.router({
  changePassword: t.procedure
    .input(z.object({ next: z.string().min(8).max(255) }))
    .mutation(async ({ ctx, input }) => {
      if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
      await prisma.user.update({ where: { id: ctx.user.id }, data: { passwordHash: await hash(input.next) } });
      lucia.invalidateUserSessions(ctx.user.id); // expect: no-floating-auth-promise
      sendMail(ctx.user.email, 'Your password was changed');
      return { ok: true };
    }),
  prune: t.procedure.mutation(({ ctx }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    void lucia.deleteExpiredSessions();
    return { started: true };
  }),
});
