import { fail, redirect } from '@sveltejs/kit';
import { createAccount } from '$lib/server/users';
export const actions = {
  default: async ({ request }) => {
    try {
      await createAccount(await request.formData());
      throw redirect(303, '/welcome'); // expect: no-swallowed-redirect
    } catch (cause) {
      return fail(500, { message: 'Something went wrong' });
    }
  },
};
