import { createError, defineEventHandler, getQuery, sendRedirect } from 'h3';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export default defineEventHandler(async (event) => {
  const { token } = getQuery(event);
  const userId = typeof token === 'string' ? await redeemToken(token, 'verify-email') : null;
  if (!userId) throw createError({ statusCode: 400, statusMessage: 'This link is not valid any more.' });
  await markEmailVerified(userId);
  return sendRedirect(event, '/', 303);
});
