import type { APIContext } from 'astro';
import { generateState } from 'arctic';
import { twitch } from '../../../server/providers';

export const prerender = false;

const TEN_MINUTES = 60 * 10;

export async function GET({ cookies, redirect }: APIContext): Promise<Response> {
  const state = generateState();
  const url = await twitch.createAuthorizationURL(state, { scopes: ['user:read:email'] });

  cookies.set('twitch_oauth_state', state, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: import.meta.env.PROD,
    maxAge: TEN_MINUTES,
  });

  return redirect(url.toString());
}
