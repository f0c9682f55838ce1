import { sequence } from '@sveltejs/kit/hooks';
import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/lucia';

const session: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName) ?? '';
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) {
    const { name, value, attributes } = lucia.createSessionCookie(result.session.id);
    event.cookies.set(name, value, { path: '.', ...attributes });
  } else if (!result.session) {
    const { name, value, attributes } = lucia.createBlankSessionCookie();
    event.cookies.set(name, value, { path: '.', ...attributes });
  }
  event.locals.user = result.user;
  event.locals.session = result.session;
  return resolve(event);
};

const timing: Handle = async ({ event, resolve }) => {
  const start = performance.now();
  const response = await resolve(event);
  response.headers.set('Server-Timing', `app;dur=${performance.now() - start}`);
  return response;
};

export const handle = sequence(timing, session);
