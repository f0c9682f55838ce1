import { createError, defineEventHandler, getQuery, sendRedirect } from 'h3';
import { $lucia } from '#auth';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export default defineEventHandler(async (event) => {
  const { token } = getQuery(event);
  const userId = typeof token === 'string' ? await redeemToken(token, 'verify-email') : null;
  if (!userId) throw createError({ statusCode: 400, statusMessage: 'This link is not valid any more.' });
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  return sendRedirect(event, '/login', 303);
});
