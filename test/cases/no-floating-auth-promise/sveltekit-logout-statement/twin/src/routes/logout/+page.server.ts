import { fail, redirect, type Actions } from '@sveltejs/kit';
import { auth } from '$lib/server/auth';
import { record } from '$lib/server/audit';

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    if (!locals.session) return fail(401);
    await auth.invalidateSession(locals.session.id);
    record('logout');
    const blank = auth.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
    redirect(302, '/');
  },
};
