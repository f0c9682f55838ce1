import { createSafeActionClient } from 'next-safe-action';
import { getCurrent } from './session';
export const actionClient = createSafeActionClient();
export const memberAction = actionClient.use(async ({ next }) => {
  const { user } = await getCurrent();
  if (!user) throw new Error('Unauthorized');
  return next({ ctx: { user } });
});
