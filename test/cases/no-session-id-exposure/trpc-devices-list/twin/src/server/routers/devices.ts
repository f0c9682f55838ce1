import { protectedProcedure, router } from '../trpc';
import { lucia } from '../lucia';

export const devicesRouter = router({
  list: protectedProcedure.query(async ({ ctx }) => {
    const open = await lucia.getUserSessions(ctx.user.id);
    return open.map((entry) => ({
      current: entry.id === ctx.session.id,
      validUntil: entry.expiresAt,
    }));
  }),
});
