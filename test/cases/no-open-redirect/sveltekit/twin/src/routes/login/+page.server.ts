import { fail, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { signIn } from '$lib/server/users';
export const actions = {
  default: async ({ request, url, cookies }) => {
    const user = await signIn(await request.formData());
    if (!user) return fail(400, { message: 'Wrong name or password' });
    const session = await lucia.createSession(user.id, {});
    const { name, value, attributes } = lucia.createSessionCookie(session.id);
    cookies.set(name, value, { path: '.', ...attributes });
    const next = new URL(url.searchParams.get('next') ?? '/', url.origin);
    if (next.origin !== url.origin) redirect(303, '/');
    redirect(303, next.pathname + next.search);
  },
};
