import { fail, redirect } from '@sveltejs/kit';
import { closeSession, dropCookie } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.hiker) redirect(302, '/login');
  return { hiker: locals.hiker };
};

export const actions: Actions = {
  leave: async (event) => {
    if (!event.locals.session) return fail(401);
    await closeSession(event.locals.session.id);
    dropCookie(event);
    redirect(302, '/login');
  },
};
