import { Elysia } from 'elysia';
import { lucia } from './lucia';
export const auth = new Elysia({ name: 'auth' })
  .derive({ as: 'global' }, async ({ headers }) => {
    const id = lucia.readSessionCookie(headers.cookie ?? '');
    return { user: id ? (await lucia.validateSession(id)).user : null };
  })
  .onBeforeHandle({ as: 'global' }, ({ user, set }) => {
    if (!user) {
      set.status = 401;
      return 'Unauthorized';
    }
  });
