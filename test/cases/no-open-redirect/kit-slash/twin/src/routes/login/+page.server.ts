import { redirect } from '@sveltejs/kit';
import { signIn } from '$lib/server/login';
export const actions = {
  default: async ({ request, url }) => {
    await signIn(await request.formData());
    const to = url.searchParams.get('redirectTo') ?? '/';
    const target = new URL(to, url.origin);
    redirect(303, target.origin === url.origin ? target.pathname : '/');
  },
};
