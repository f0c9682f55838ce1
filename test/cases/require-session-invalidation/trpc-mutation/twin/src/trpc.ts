import { initTRPC, TRPCError } from '@trpc/server';
import type { Session, User } from 'lucia';

const t = initTRPC.context<{ user: User | null; session: Session | null; resHeaders: Headers }>().create();
export const router = t.router;
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session || !ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user, session: ctx.session } });
});
