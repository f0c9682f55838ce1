import { verify } from '@node-rs/argon2';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { prisma } from './db';
import unknownAccount from './dummy';
import { lucia } from './lucia';

const t = initTRPC.context<{ resHeaders: Headers }>().create();

export const appRouter = t.router({
  login: t.procedure
    .input(z.object({ email: z.string().email(), password: z.string().max(255) }))
    .mutation(async ({ input: { email, password }, ctx }) => {
      const user = await prisma.user.findUnique({ where: { email } });
      const ok = await verify(user?.passwordHash || unknownAccount, password);
      if (!user || !user.passwordHash || !ok) throw new TRPCError({ code: 'UNAUTHORIZED' });
      const session = await lucia.createSession(user.id, {});
      ctx.resHeaders.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      return { ok: true };
    }),
});
