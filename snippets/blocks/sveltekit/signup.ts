import { fail, redirect } from '@sveltejs/kit';
import type { Actions } from '@sveltejs/kit';
import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { createUser } from '#users';
import { sendVerificationMail } from '#verification';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = readEmail(form.get('email'));
    const password = readPassword(form.get('password'));
    if (!email || !password) {
      return fail(400, { message: 'Enter an e-mail address and a password of at least 8 characters.' });
    }
    if (isThrottled(`signup:${event.getClientAddress()}`, 20)) {
      return fail(429, { message: 'Too many attempts. Try again later.' });
    }

    const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
    const passwordHash = await hashPassword(password);
    if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
      return fail(409, { message: 'This e-mail address is already used.' });
    }
    await sendVerificationMail(userId, email);

    const session = await $lucia.createSession(userId, {});
    const cookie = $lucia.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(303, '/');
  },
};
