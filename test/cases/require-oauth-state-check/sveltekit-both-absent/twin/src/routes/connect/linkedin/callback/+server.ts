import { error, redirect } from '@sveltejs/kit';
import { linkedin } from '$lib/server/oauth';
import { lucia } from '$lib/server/lucia';
import { personBySubject } from '$lib/server/people';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, cookies, fetch }) => {
  const code = url.searchParams.get('code');
  const returned = url.searchParams.get('state');
  const remembered = cookies.get('linkedin_state') ?? null;
  cookies.delete('linkedin_state', { path: '/' });

  if (!code) error(400, 'No code');
  if (remembered === null || returned !== remembered) error(400, 'State differs');

  let sub: string;
  let name: string;
  try {
    const tokens = await linkedin.validateAuthorizationCode(code);
    const answer = await fetch('https://api.linkedin.com/v2/userinfo', {
      headers: { authorization: `Bearer ${tokens.accessToken()}` },
    });
    ({ sub, name } = await answer.json());
  } catch {
    error(502, 'LinkedIn did not answer');
  }

  const person = await personBySubject(sub, name);
  const session = await lucia.createSession(person.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(302, '/feed');
};
