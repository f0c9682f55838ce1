import { fail, redirect, type Actions } from '@sveltejs/kit';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '$lib/server/db';
import { lucia } from '$lib/server/auth';
import { seal } from '$lib/server/hash';

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const password = String(form.get('password') ?? '');
    if (password.length < 8 || password.length > 255) return fail(400, { message: 'Choose 8 to 255 characters' });
    const id = generateIdFromEntropySize(10);
    db.prepare('INSERT INTO user (id, email, password_hash) VALUES (?, ?, ?)').run(id, email, await seal(password));
    const session = await lucia.createSession(id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
