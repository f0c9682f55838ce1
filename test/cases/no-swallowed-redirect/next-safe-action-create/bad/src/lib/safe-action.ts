import { createSafeActionClient } from 'next-safe-action';
import { validateRequest } from './validate-request';

export const signedInAction = createSafeActionClient().use(async ({ next }) => {
  const { user } = await validateRequest();
  if (!user) throw new Error('Sign in first');
  return next({ ctx: { user } });
});
