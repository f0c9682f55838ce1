import { OAuth2RequestError } from 'arctic';
import type { RequestHandler } from './$types';
import { db } from '$lib/server/db';
import { github } from '$lib/server/github';
import { startSession } from '$lib/server/start-session';

export const GET: RequestHandler = async ({ url, cookies, fetch }) => {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const expected = cookies.get('github_state');
  cookies.delete('github_state', { path: '/' });
  if (!code || !state || !expected || state !== expected) return new Response(null, { status: 400 });
  try {
    const tokens = await github.validateAuthorizationCode(code);
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}` },
    });
    if (!answer.ok) return new Response(null, { status: 502 });
    const profile = (await answer.json()) as { id: number };
    const row = db.prepare('SELECT id FROM user WHERE github_id = ?').get(profile.id) as { id: string } | undefined;
    if (!row) return new Response(null, { status: 302, headers: { Location: '/signup' } });
    await startSession(cookies, row.id);
    return new Response(null, { status: 302, headers: { Location: '/' } });
  } catch (e) {
    return new Response(null, { status: e instanceof OAuth2RequestError ? 400 : 500 });
  }
};
