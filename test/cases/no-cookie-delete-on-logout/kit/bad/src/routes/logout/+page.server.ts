import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
export const actions = {
  default: async ({ locals, cookies }) => {
    if (locals.session) await lucia.invalidateSession(locals.session.id);
    cookies.delete(lucia.sessionCookieName); // expect: no-cookie-delete-on-logout
    redirect(302, '/');
  },
};
