import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
export async function GET({ locals, cookies }) { // expect: no-get-state-change
  if (locals.session) await lucia.invalidateSession(locals.session.id);
  const blank = lucia.createBlankSessionCookie();
  cookies.set(blank.name, blank.value, { path: '.', ...blank.attributes });
  redirect(302, '/');
}
