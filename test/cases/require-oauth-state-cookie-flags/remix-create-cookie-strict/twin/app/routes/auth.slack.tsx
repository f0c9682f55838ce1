import { redirect } from '@remix-run/node';
import { generateState } from 'arctic';
import { slackState } from '~/oauth-cookies.server';
import { slack } from '~/slack.server';

export async function loader() {
  const state = generateState();
  const destination = slack.createAuthorizationURL(state, ['openid', 'profile']);
  return redirect(destination.toString(), {
    headers: { 'Set-Cookie': await slackState.serialize(state) },
  });
}
