import { fail, redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { $lucia } from '#auth';
import { readPassword } from '#credentials';
import { hashPassword } from '#password';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export const load: ServerLoad = (event) => {
  // The address of this page holds the token.
  event.setHeaders({ 'Referrer-Policy': 'no-referrer' });
  return { token: event.url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const token = form.get('token');
    const password = readPassword(form.get('password'));
    if (!password) return fail(400, { message: 'Enter a password of at least 8 characters.' });
    const userId = typeof token === 'string' ? await redeemToken(token, 'reset-password') : null;
    if (!userId) return fail(400, { message: 'This link is not valid any more.' });

    const passwordHash = await hashPassword(password);
    await $lucia.invalidateUserSessions(userId);
    await setPasswordHash(userId, passwordHash);
    // Whoever has the link reads the mail of this address.
    await markEmailVerified(userId);
    redirect(303, '/login');
  },
};
