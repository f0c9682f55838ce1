import { lucia } from '$lib/server/auth';
import { put } from '$lib/server/put';
import { checkPassword } from '$lib/server/login';
export const actions = {
  default: async ({ request, cookies }) => {
    const user = await checkPassword(await request.formData());
    const session = await lucia.createSession(user.id, {});
    put(cookies, lucia.createSessionCookie(session.id), request.headers.get('host') ?? '');
  },
};
