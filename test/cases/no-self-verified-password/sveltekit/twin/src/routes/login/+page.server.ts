import { fail, redirect } from '@sveltejs/kit';
import { Argon2id } from 'oslo/password';
import { lucia } from '$lib/server/auth';
import { userByName } from '$lib/server/users';
const argon = new Argon2id();
const decoy = argon.hash('nobody has this password');
export const actions = {
  default: async ({ request, cookies }) => {
    const { username, password } = Object.fromEntries(await request.formData()) as Record<string, string>;
    const user = await userByName(username);
    const valid = await argon.verify(user?.hash ?? (await decoy), password);
    if (!user || !valid) return fail(400, { message: 'Wrong name or password' });
    const session = await lucia.createSession(user.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
    redirect(302, '/');
  },
};
