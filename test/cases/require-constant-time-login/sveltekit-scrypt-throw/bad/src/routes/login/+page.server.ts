import { fail, redirect, type Actions } from '@sveltejs/kit';
import { authenticate, LoginError } from '$lib/server/authenticate';
import { lucia } from '$lib/server/lucia';

export const actions: Actions = {
  async default({ request, cookies }) {
    const form = await request.formData();
    let id: string;
    try {
      id = await authenticate(String(form.get('email')), String(form.get('password')));
    } catch (e) {
      if (e instanceof LoginError) return fail(400, { message: e.message });
      throw e;
    }
    const session = await lucia.createSession(id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    redirect(302, '/');
  },
};
