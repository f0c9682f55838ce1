import { sequence } from '@sveltejs/kit/hooks';
import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
const session = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};
const account = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/account') && !event.locals.user) redirect(302, '/login');
  return resolve(event);
};
export const handle = sequence(session, account);
