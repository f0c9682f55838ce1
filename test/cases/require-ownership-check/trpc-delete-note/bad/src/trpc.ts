import { initTRPC, TRPCError } from '@trpc/server';
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone';
import { lucia } from './lucia';

export async function createContext({ req, res }: CreateHTTPContextOptions) {
  const sid = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!sid) return { user: null };
  const { user, session } = await lucia.validateSession(sid);
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return { user };
}

const t = initTRPC.context<typeof createContext>().create();

export const router = t.router;
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
