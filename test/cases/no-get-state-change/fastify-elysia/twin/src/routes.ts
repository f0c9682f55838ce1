import { Elysia } from 'elysia';
import { lucia } from './lucia';
import { auth } from './plugin';
export const routes = new Elysia().use(auth).post('/everywhere/logout', async ({ user, set }) => {
  await lucia.invalidateUserSessions(user.id);
  set.redirect = '/';
});
