import { verify } from '@node-rs/argon2';
import { fail, redirect } from '@sveltejs/kit';
import { newToken, openSession } from '$lib/server/session';
import { byEmail, decoy } from '$lib/server/users';
export const actions = {
  default: async ({ cookies, request }) => {
    const form = await request.formData();
    const user = await byEmail(String(form.get('email')));
    const ok = await verify(user?.passwordHash ?? (await decoy), String(form.get('password')));
    if (!user || !ok) return fail(400, { message: 'Wrong address or password' });
    const token = newToken();
    const session = await openSession(token, user.id);
    console.log('signed in', user.id, token); // expect: no-session-id-logging
    cookies.set('sid', token, { path: '/', expires: session.expiresAt });
    redirect(302, '/');
  },
};
