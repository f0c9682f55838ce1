import type { APIEvent } from '@solidjs/start/server';
import { generateState, GitHub } from 'arctic';
import { setCookie } from 'vinxi/http';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);
const base = { path: '/', httpOnly: true, secure: process.env.NODE_ENV === 'production' } as const;

export async function GET(event: APIEvent): Promise<Response> {
  const state = generateState();
  const url = github.createAuthorizationURL(state, []);
  setCookie(event.nativeEvent, 'gh_state', state, { ...base, sameSite: 'lax', maxAge: 60 * 60 * 24 }); // expect: require-oauth-state-cookie-flags
  setCookie(event.nativeEvent, 'seen_banner', 'yes', { path: '/', maxAge: 60 * 60 * 24 });
  return new Response(null, { status: 302, headers: { Location: url.toString() } });
}
