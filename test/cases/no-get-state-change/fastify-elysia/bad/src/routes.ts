import { Elysia } from 'elysia';
import { lucia } from './lucia';
import { auth } from './plugin';
export const routes = new Elysia().use(auth).get('/everywhere/logout', async ({ user, set }) => {
  await lucia.invalidateUserSessions(user.id); // expect: no-get-state-change
  set.redirect = '/';
});
