import type { APIRoute } from 'astro';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { dummyHash, verifyPassword } from '#password';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

export const prerender = false;

// Requests of other sites are refused in the middleware.
export const POST: APIRoute = async (context) => {
  const form = await context.request.formData();
  const email = readEmail(form.get('email'));
  const password = readPassword(form.get('password'));
  if (!email || !password) return context.redirect('/login?error=credentials', 303);
  if (isThrottled(`login:${context.clientAddress}`, 50) || isThrottled(`login:${email}`, 10)) {
    return context.redirect('/login?error=throttled', 303);
  }

  // One verify for every request: an unknown address costs as much time as a wrong password.
  const user = await findUserByEmail(email);
  const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
  if (!user || !user.passwordHash || !valid) return context.redirect('/login?error=credentials', 303);

  if (context.locals.session) await $lucia.invalidateSession(context.locals.session.id);
  const session = await $lucia.createSession(user.id, {});
  const cookie = $lucia.createSessionCookie(session.id);
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  return context.redirect('/', 303);
};
