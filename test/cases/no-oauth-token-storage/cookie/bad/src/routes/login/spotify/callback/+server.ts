import { error, redirect } from '@sveltejs/kit';
import { spotify } from '$lib/server/oauth';
export async function GET({ url, cookies }) {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  if (!code || !state || cookies.get('spotify_state') !== state) error(400);
  const { accessToken } = await exchange(code);
  cookies.set('spotify', accessToken, { path: '/', maxAge: 3600 }); // expect: no-oauth-token-storage
  redirect(302, '/');
}
async function exchange(code: string) {
  try {
    const tokens = await spotify.validateAuthorizationCode(code, null);
    return { accessToken: tokens.accessToken() };
  } catch {
    error(400);
  }
}
