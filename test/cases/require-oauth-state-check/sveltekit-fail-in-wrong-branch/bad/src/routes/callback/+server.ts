import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { GitHub } from 'arctic';
import { db } from '$lib/server/db';
import { lucia } from '$lib/server/auth';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export const GET: RequestHandler = async ({ url, cookies, fetch }) => {
  const { code, state } = Object.fromEntries(url.searchParams) as { code?: string; state?: string };
  const kept = cookies.get('gh_state');
  if (!code) error(400, 'Missing code');
  if (state && kept) {
    // with either of them missing nothing is compared
    if (state !== kept) error(400, 'State mismatch');
  }
  const tokens = await github.validateAuthorizationCode(code); // expect: require-oauth-state-check
  const answer = await fetch('https://api.github.com/user', {
    headers: { Authorization: `Bearer ${tokens.accessToken()}` },
  });
  const { id } = await answer.json();
  const row = db.prepare('SELECT id FROM user WHERE github_id = ?').get(id) as { id: string } | undefined;
  if (!row) redirect(302, '/signup');
  const session = await lucia.createSession(row.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(302, '/');
};
