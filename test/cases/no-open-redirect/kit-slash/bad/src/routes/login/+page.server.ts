import { redirect } from '@sveltejs/kit';
import { signIn } from '$lib/server/login';
export const actions = {
  default: async ({ request, url }) => {
    await signIn(await request.formData());
    const to = url.searchParams.get('redirectTo');
    if (to?.startsWith('/')) redirect(303, to); // expect: no-open-redirect
    redirect(303, '/');
  },
};
