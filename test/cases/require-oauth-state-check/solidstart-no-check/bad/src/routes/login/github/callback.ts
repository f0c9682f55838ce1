import type { APIEvent } from '@solidjs/start/server';
import { GitHub } from 'arctic';
import { getCookie, setCookie } from 'vinxi/http';
import { lucia } from '../../../lib/auth';
import { db } from '../../../lib/db';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export async function GET(event: APIEvent): Promise<Response> {
  const params = new URL(event.request.url).searchParams;
  const code = params.get('code') ?? '';
  const state = params.get('state') ?? '';
  const cookieState = getCookie(event.nativeEvent, 'gh_state') ?? '';
  const problems = [code === '' && 'code', state === '' && 'state', cookieState === '' && 'cookie'].filter(Boolean);
  if (problems.length > 0) return new Response('Invalid request', { status: 400 });
  try {
    const tokens = await github.validateAuthorizationCode(code); // expect: require-oauth-state-check
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'web' },
    });
    const { id } = await answer.json();
    const row = db.prepare('SELECT id FROM user WHERE github_id = ?').get(id) as { id: string } | undefined;
    if (!row) return new Response(null, { status: 302, headers: { Location: '/signup' } });
    const session = await lucia.createSession(row.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    setCookie(event.nativeEvent, cookie.name, cookie.value, cookie.attributes);
    return new Response(null, { status: 302, headers: { Location: '/' } });
  } catch {
    return new Response('Sign-in failed', { status: 502 });
  }
}
