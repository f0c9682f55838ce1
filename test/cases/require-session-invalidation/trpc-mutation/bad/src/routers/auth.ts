import { sessions as lucia } from '../lucia';
import { router, signedIn } from '../trpc';

export default router({
  logout: signedIn.mutation(async ({ ctx }) => {
    ctx.resHeaders.append('Set-Cookie', lucia.createBlankSessionCookie().serialize()); // expect: require-session-invalidation
    return { ok: true };
  }),
  devices: signedIn.query(async ({ ctx }) => {
    const all = await lucia.getUserSessions(ctx.user.id);
    return { count: all.length };
  }),
});
