import { GitHub, generateState } from 'arctic';
import type { APIContext } from 'astro';

const github = new GitHub(import.meta.env.GH_ID, import.meta.env.GH_SECRET, null);

export function begin(context: APIContext): URL {
  const state = generateState();
  context.cookies.set('gh_state', state, { // expect: require-oauth-state-cookie-flags
    path: '/',
    httpOnly: true,
    secure: import.meta.env.PROD,
    sameSite: 'lax',
  });
  return github.createAuthorizationURL(state, ['read:user']);
}
