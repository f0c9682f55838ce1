import { fail, redirect } from '@sveltejs/kit';
import { verify } from '@node-rs/argon2';
import { lucia } from '$lib/server/auth';
import { users } from '$lib/server/users';
const refused = () => fail(400, { message: 'Wrong address or password' });
export const actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const email = String(form.get('email'));
    if (!email.includes('@')) return fail(422, { message: 'This is no address' });
    const account = await users.byEmail(email);
    if (!account) return refused();
    const matches = await verify(account.passwordHash, String(form.get('password')));
    if (!matches) return refused();
    const session = await lucia.createSession(account.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
    redirect(302, '/');
  },
};
