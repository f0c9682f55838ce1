import type { APIRoute } from 'astro';
import { $lucia } from '#auth';
import { readPassword } from '#credentials';
import { hashPassword } from '#password';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export const prerender = false;

// Requests of other sites are refused in the middleware.
export const POST: APIRoute = async (context) => {
  const form = await context.request.formData();
  const token = form.get('token');
  const password = readPassword(form.get('password'));
  if (!password) return new Response('Enter a password of at least 8 characters.', { status: 400 });
  const userId = typeof token === 'string' ? await redeemToken(token, 'reset-password') : null;
  if (!userId) return new Response('This link is not valid any more.', { status: 400 });

  const passwordHash = await hashPassword(password);
  await $lucia.invalidateUserSessions(userId);
  await setPasswordHash(userId, passwordHash);
  // Whoever has the link reads the mail of this address.
  await markEmailVerified(userId);
  return context.redirect('/login', 303);
};
