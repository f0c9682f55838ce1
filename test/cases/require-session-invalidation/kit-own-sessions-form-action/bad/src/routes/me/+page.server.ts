import { fail, redirect } from '@sveltejs/kit';
import { dropCookie } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.hiker) redirect(302, '/login');
  return { hiker: locals.hiker };
};

export const actions: Actions = {
  leave: async (event) => {
    if (!event.locals.session) return fail(401);
    dropCookie(event); // expect: require-session-invalidation
    redirect(302, '/login');
  },
};
