import { fail, redirect, type Actions } from '@sveltejs/kit';
import { Argon2id } from 'oslo/password';
import { auth } from '$lib/server/auth';
import { insertUser } from '$lib/server/users';

const hasher = new Argon2id();

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const email = form.get('email');
    const password = form.get('password');
    if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8 || password.length > 255) {
      return fail(400, { message: 'Invalid input' });
    }
    const id = insertUser(email, await hasher.hash(password));
    const session = await auth.createSession(id, {});
    const cookie = auth.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
