import { fail, redirect } from '@sveltejs/kit';
import type { Actions } from '@sveltejs/kit';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { dummyHash, verifyPassword } from '#password';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

const refusal = 'Wrong e-mail address or password.';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = readEmail(form.get('email'));
    const password = readPassword(form.get('password'));
    if (!email || !password) return fail(401, { message: refusal });
    if (isThrottled(`login:${event.getClientAddress()}`, 50) || isThrottled(`login:${email}`, 10)) {
      return fail(429, { message: 'Too many attempts. Try again later.' });
    }

    // One verify for every request: an unknown address costs as much time as a wrong password.
    const user = await findUserByEmail(email);
    const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
    if (!user || !user.passwordHash || !valid) return fail(401, { message: refusal });

    if (event.locals.session) await $lucia.invalidateSession(event.locals.session.id);
    const session = await $lucia.createSession(user.id, {});
    const cookie = $lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(303, '/');
  },
};
