import { createError, defineEventHandler, readBody } from 'h3';
import { $lucia } from '#auth';
import { readPassword } from '#credentials';
import { hashPassword } from '#password';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

// Requests of other sites are refused in server/middleware.
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const password = readPassword(body?.password);
  if (!password) throw createError({ statusCode: 400, statusMessage: 'Enter a password of at least 8 characters.' });
  const userId = typeof body?.token === 'string' ? await redeemToken(body.token, 'reset-password') : null;
  if (!userId) throw createError({ statusCode: 400, statusMessage: 'This link is not valid any more.' });

  const passwordHash = await hashPassword(password);
  await $lucia.invalidateUserSessions(userId);
  await setPasswordHash(userId, passwordHash);
  // Whoever has the link reads the mail of this address.
  await markEmailVerified(userId);
  return { done: true };
});
