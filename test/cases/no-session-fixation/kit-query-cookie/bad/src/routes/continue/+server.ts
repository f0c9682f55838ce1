import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const GET = async ({ url, cookies }) => {
  const sid = url.searchParams.get('session');
  if (!sid) redirect(302, '/login');
  const c = lucia.createSessionCookie(sid);
  cookies.set(c.name, c.value, { path: '.', ...c.attributes }); // expect: no-session-fixation
  redirect(302, '/');
};
