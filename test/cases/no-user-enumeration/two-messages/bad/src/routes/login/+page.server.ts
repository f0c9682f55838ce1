import { fail, redirect } from '@sveltejs/kit';
import { verify } from '@node-rs/argon2';
import { lucia } from '$lib/server/auth';
import { users } from '$lib/server/users';
export const actions = {
  default: async ({ request, cookies }) => {
    const form = await request.formData();
    const account = await users.byEmail(String(form.get('email')));
    if (!account) return fail(404, { message: 'No account with this address' }); // expect: no-user-enumeration
    const matches = await verify(account.passwordHash, String(form.get('password')));
    if (!matches) return fail(400, { message: 'The password is wrong' });
    const session = await lucia.createSession(account.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
    redirect(302, '/');
  },
};
