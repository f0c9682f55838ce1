import { fail, redirect, type Actions } from '@sveltejs/kit';
import { verify } from '@node-rs/argon2';
import { db } from '$lib/server/db';
import { lucia } from '$lib/server/auth';

const DUMMY =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const password = String(form.get('password') ?? '');
    const row = db.prepare('SELECT id, password_hash FROM user WHERE email = ?').get(email) as
      | { id: string; password_hash: string | null }
      | undefined;
    let stored = DUMMY;
    if (row?.password_hash) stored = row.password_hash;
    const ok = await verify(stored, password);
    if (!row?.password_hash || !ok) return fail(400, { message: 'Wrong e-mail or password' });
    const session = await lucia.createSession(row.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
