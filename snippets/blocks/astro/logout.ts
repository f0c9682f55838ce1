import type { APIRoute } from 'astro';
import { $lucia } from '#auth';

export const prerender = false;

// Requests of other sites are refused in the middleware.
export const POST: APIRoute = async (context) => {
  if (context.locals.session) await $lucia.invalidateSession(context.locals.session.id);
  const cookie = $lucia.createBlankSessionCookie();
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  return context.redirect('/login', 303);
};
