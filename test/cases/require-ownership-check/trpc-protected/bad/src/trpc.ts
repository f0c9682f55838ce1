import { initTRPC, TRPCError } from '@trpc/server';
const t = initTRPC.create();
export const router = t.router;
export const authed = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
