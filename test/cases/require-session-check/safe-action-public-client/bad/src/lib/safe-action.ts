import { createSafeActionClient } from 'next-safe-action';
import { getAuth } from './lucia';

class ActionError extends Error {}

export const publicAction = createSafeActionClient({
  handleServerError: (e) => (e instanceof ActionError ? e.message : 'Something went wrong'),
});

export const memberAction = publicAction.use(async ({ next }) => {
  const { user } = await getAuth();
  if (!user) throw new ActionError('Please sign in');
  return next({ ctx: { user } });
});
