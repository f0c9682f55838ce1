import { fail, redirect } from '@sveltejs/kit';
import { start } from '$lib/server/start';
export const actions = {
  default: async ({ request }) => {
    try {
      await start(await request.formData());
      throw redirect(303, '/app'); // expect: no-swallowed-redirect
    } catch (err) {
      console.error('login failed');
      return fail(500);
    }
  },
};
