import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { $lucia } from '#auth';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export const GET: RequestHandler = async (event) => {
  const token = event.url.searchParams.get('token');
  const userId = token ? await redeemToken(token, 'verify-email') : null;
  if (!userId) error(400, 'This link is not valid any more.');
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  redirect(303, '/login');
};
