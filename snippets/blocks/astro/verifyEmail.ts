import type { APIRoute } from 'astro';
import { $lucia } from '#auth';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export const prerender = false;

export const GET: APIRoute = async (context) => {
  const token = context.url.searchParams.get('token');
  const userId = token ? await redeemToken(token, 'verify-email') : null;
  if (!userId) return new Response('This link is not valid any more.', { status: 400 });
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  return context.redirect('/login', 303);
};
