import { sequence } from '@sveltejs/kit/hooks';
import { error, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
const PUBLIC = ['/login', '/signup', '/'];
const session = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return resolve(event);
};
const gate = async ({ event, resolve }) => {
  if (!event.locals.user && !PUBLIC.includes(event.url.pathname)) {
    if (event.request.method === 'GET') redirect(302, '/login');
    error(401);
  }
  return resolve(event);
};
export const handle = sequence(session, gate);
