import { protectedProcedure, router } from '../trpc';
import { lucia } from '../lucia';

export const devicesRouter = router({
  list: protectedProcedure.query(async ({ ctx }) => {
    const open = await lucia.getUserSessions(ctx.user.id);
    return open.map((entry) => ({
      id: entry.id, // expect: no-session-id-exposure
      current: entry.id === ctx.session.id,
      validUntil: entry.expiresAt,
    }));
  }),
});
