import { generateState } from 'arctic';
import { cookies } from 'next/headers';
import { github } from '../../../lib/providers';

export async function GET(): Promise<Response> {
  const state = generateState();
  const url = github.createAuthorizationURL(state, ['user:email']);
  const jar = await cookies();
  jar.set('gh_state', state, { path: '/', secure: true, maxAge: 600, sameSite: 'lax' }); // expect: require-oauth-state-cookie-flags
  jar.set('login_started', '1', { path: '/' });
  return Response.redirect(url);
}
