import { GitHub } from 'arctic';
import { error, redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { accountFor } from '$lib/server/accounts';
const github = new GitHub('id', 'secret', null);
export async function GET({ url, cookies }) {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  if (!code || !state || state !== cookies.get('gh_state')) error(400);
  const tokens = await github.validateAuthorizationCode(code);
  const answer = await fetch('https://api.github.com/user', { headers: { Authorization: `Bearer ${tokens.accessToken()}` } });
  const user = await accountFor(await answer.json());
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
  redirect(302, '/');
}
