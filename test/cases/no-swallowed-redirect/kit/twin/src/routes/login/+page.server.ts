import { fail, isRedirect, redirect } from '@sveltejs/kit';
import { start } from '$lib/server/start';
export const actions = {
  default: async ({ request }) => {
    try {
      await start(await request.formData());
      throw redirect(303, '/app');
    } catch (err) {
      if (isRedirect(err)) throw err;
      return fail(500);
    }
  },
};
