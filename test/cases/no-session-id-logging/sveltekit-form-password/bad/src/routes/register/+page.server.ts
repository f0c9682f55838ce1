import { fail, redirect, type Actions } from '@sveltejs/kit';
import { hash } from '@node-rs/argon2';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '$lib/server/db';
import { lucia } from '$lib/server/auth';

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const form = Object.fromEntries(await request.formData());
    console.debug('registration', form.email, form.password); // expect: no-session-id-logging
    const email = String(form.email);
    const password = String(form.password);
    if (password.length < 8 || password.length > 255) return fail(400, { message: 'Choose 8 to 255 characters' });
    const id = generateIdFromEntropySize(10);
    db.prepare('INSERT INTO user (id, email, password_hash) VALUES (?, ?, ?)').run(id, email, await hash(password));
    const session = await lucia.createSession(id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
