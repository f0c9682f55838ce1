import { TRPCError, initTRPC } from '@trpc/server';
import type { User } from 'lucia';
const t = initTRPC.context<{ user: User | null }>().create();
export const router = t.router;
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
