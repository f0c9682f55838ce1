import type { APIRoute } from 'astro';
import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { createUser } from '#users';
import { sendVerificationMail } from '#verification';

export const prerender = false;

// Requests of other sites are refused in the middleware.
export const POST: APIRoute = async (context) => {
  const form = await context.request.formData();
  const email = readEmail(form.get('email'));
  const password = readPassword(form.get('password'));
  if (!email || !password) return context.redirect('/signup?error=input', 303);
  if (isThrottled(`signup:${context.clientAddress}`, 20)) return context.redirect('/signup?error=throttled', 303);

  const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  const passwordHash = await hashPassword(password);
  if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
    return context.redirect('/signup?error=used', 303);
  }
  await sendVerificationMail(userId, email);

  const session = await $lucia.createSession(userId, {});
  const cookie = $lucia.createSessionCookie(session.id);
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  return context.redirect('/', 303);
};
