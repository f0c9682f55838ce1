import { lucia } from '$lib/server/lucia';

export async function handle({ event, resolve }) {
  const { user, session } = await lucia.validateSession(event.cookies.get(lucia.sessionCookieName) ?? '');
  if (session?.fresh) {
    const c = lucia.createSessionCookie(session.id);
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  if (!session) {
    const c = lucia.createBlankSessionCookie();
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  event.locals.user = user;
  return resolve(event);
}
