import { lucia } from '$lib/server/auth';
export const handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  event.locals.user = user;
  return resolve(event);
};
