import { initTRPC, TRPCError } from '@trpc/server';
import { validateRequest } from './validate-request';

export const createContext = async () => validateRequest();

const t = initTRPC.context<typeof createContext>().create();

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user, session: ctx.session } });
});

export const router = t.router;
export const protectedProcedure = t.procedure.use(signedIn);
