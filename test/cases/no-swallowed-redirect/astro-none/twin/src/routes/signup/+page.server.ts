import { fail, isRedirect, redirect } from '@sveltejs/kit';
import { createAccount } from '$lib/server/users';
export const actions = {
  default: async ({ request }) => {
    try {
      await createAccount(await request.formData());
      redirect(303, '/welcome');
    } catch (cause) {
      if (isRedirect(cause)) throw cause;
      return fail(500, { message: 'Something went wrong' });
    }
  },
};
