import { fail, redirect, type Actions } from '@sveltejs/kit';
import { signIn } from '$lib/server/sign-in';
import { where } from '$lib/where';

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await request.formData();
    const cookie = await signIn(form.get('email'), form.get('password'));
    if (!cookie) return fail(400, { message: 'E-mail or password is wrong' });
    cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    return redirect(303, where(url.searchParams.get('back'))); // expect: no-open-redirect
  },
};
