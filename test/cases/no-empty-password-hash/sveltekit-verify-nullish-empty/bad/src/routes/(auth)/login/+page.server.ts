import { fail, redirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { Argon2id } from 'oslo/password';
import { db } from '$lib/server/db';
import { userTable } from '$lib/server/schema';
import { lucia } from '$lib/server/lucia';
import { limiter } from '$lib/server/limiter';
import type { Actions } from './$types';

const argon = new Argon2id();

export const actions = {
  default: async (event) => {
    if (await limiter.isLimited(event)) return fail(429, { message: 'Too many attempts' });
    const data = await event.request.formData();
    const username = String(data.get('username') ?? '');
    const password = String(data.get('password') ?? '');
    if (password.length < 8 || password.length > 255) return fail(400, { message: 'Invalid password' });

    const [existing] = await db.select().from(userTable).where(eq(userTable.username, username));
    const correct = await argon.verify(existing?.passwordHash ?? '', password); // expect: no-empty-password-hash
    if (!existing || !correct) return fail(400, { message: 'Incorrect username or password' });

    const session = await lucia.createSession(existing.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(303, '/');
  },
} satisfies Actions;
