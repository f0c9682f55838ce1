import { initTRPC, TRPCError } from '@trpc/server';
import { Argon2id } from 'oslo/password';
import { z } from 'zod';
import { prisma } from './db';
import { lucia } from './lucia';

const t = initTRPC.context<{ resHeaders: Headers }>().create();
const argon = new Argon2id();
const fallback = argon.hash(crypto.randomUUID());

export const appRouter = t.router({
  login: t.procedure
    .input(z.object({ email: z.string().email(), password: z.string().max(255) }))
    .mutation(async ({ input, ctx }) => {
      const member = await prisma.user.findUnique({ where: { email: input.email } });
      const ok = await argon.verify(member?.passwordHash || (await fallback), input.password);
      if (!member || !member.passwordHash || !ok) throw new TRPCError({ code: 'UNAUTHORIZED' });
      const session = await lucia.createSession(member.id, {});
      ctx.resHeaders.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      return { ok: true };
    }),
});
