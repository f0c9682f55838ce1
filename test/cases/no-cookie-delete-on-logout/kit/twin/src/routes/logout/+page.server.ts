import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
export const actions = {
  default: async ({ locals, cookies }) => {
    if (locals.session) await lucia.invalidateSession(locals.session.id);
    const c = lucia.createBlankSessionCookie();
    cookies.set(c.name, c.value, { path: '.', ...c.attributes });
    redirect(302, '/');
  },
};
