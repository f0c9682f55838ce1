import { error, redirect } from '@sveltejs/kit';
import { spotify } from '$lib/server/oauth';
export async function GET({ url, cookies }) {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  if (!code || !state || cookies.get('spotify_state') !== state) error(400);
  const profile = await profileOf(code);
  cookies.set('greeting', profile.display_name, { path: '/', maxAge: 3600 });
  redirect(302, '/');
}
async function profileOf(code: string) {
  try {
    const tokens = await spotify.validateAuthorizationCode(code, null);
    const answer = await fetch('https://api.spotify.com/v1/me', { headers: { Authorization: `Bearer ${tokens.accessToken()}` } });
    return await answer.json();
  } catch {
    error(400);
  }
}
