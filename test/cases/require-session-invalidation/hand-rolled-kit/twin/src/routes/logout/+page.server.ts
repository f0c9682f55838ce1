import { redirect } from '@sveltejs/kit';
import { closeSession } from '$lib/server/session';
export const actions = {
  default: async ({ cookies, locals }) => {
    if (!locals.session) redirect(302, '/login');
    await closeSession(locals.session.id);
    cookies.delete('sid', { path: '/' });
    redirect(302, '/login');
  },
};
