import { TRPCError, initTRPC } from '@trpc/server';
import type { createContext } from './context';
const t = initTRPC.context<typeof createContext>().create();
export const createRouter = t.router;
export const open = t.procedure;
const enforce = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
export const closed = t.procedure.use(enforce);
export const admin = closed.use(({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
