import { redirect } from '@sveltejs/kit';
export const actions = {
  default: async ({ cookies, locals }) => {
    if (!locals.session) redirect(302, '/login');
    cookies.delete('sid', { path: '/' }); // expect: require-session-invalidation
    redirect(302, '/login');
  },
};
