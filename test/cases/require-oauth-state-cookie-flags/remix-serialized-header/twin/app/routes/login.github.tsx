import { redirect } from '@remix-run/node';
import { generateState, GitHub } from 'arctic';
import { oauthCookie } from '../oauth.server';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export function loader() {
  const state = generateState();
  const url = github.createAuthorizationURL(state, []);
  return redirect(url.toString(), { headers: { 'Set-Cookie': oauthCookie('gh_state', state) } });
}
