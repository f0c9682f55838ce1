import { Elysia } from 'elysia';
import { lucia } from './lucia';

export const authPlugin = new Elysia({ name: 'auth' }).derive({ as: 'global' }, async ({ cookie }) => {
  const id = cookie[lucia.sessionCookieName].value;
  if (!id) return { user: null, session: null };
  const { session, user } = await lucia.validateSession(id);
  if (!session) {
    const blank = lucia.createBlankSessionCookie();
    cookie[blank.name].set({ value: blank.value, ...blank.attributes });
  }
  if (session?.fresh) {
    const renewed = lucia.createSessionCookie(session.id);
    cookie[renewed.name].set({ value: renewed.value, ...renewed.attributes });
  }
  return { user, session };
});
