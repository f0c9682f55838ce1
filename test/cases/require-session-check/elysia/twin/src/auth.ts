import { Elysia } from 'elysia';
import { lucia } from './lucia';
export const auth = new Elysia({ name: 'auth' }).resolve({ as: 'scoped' }, async ({ cookie, error }) => {
  const id = cookie[lucia.sessionCookieName]?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return error(401);
  return { user };
});
