import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
const end = async ({ locals, cookies }) => {
  if (locals.session) await lucia.invalidateSession(locals.session.id);
  const blank = lucia.createBlankSessionCookie();
  cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
  redirect(302, '/');
};
export const POST = end;
export const GET = () => redirect(302, '/account');
