import type { APIEvent } from '@solidjs/start/server';
import { setCookie } from 'vinxi/http';
import { gitlab } from '~/lib/gitlab';
import { newTicket } from '~/lib/ticket';

export async function GET(event: APIEvent) {
  const ticket = newTicket('gitlab');
  const url = await gitlab.createAuthorizationURL(ticket); // expect: no-predictable-oauth-state
  setCookie(event.nativeEvent, 'gitlab_state', ticket, {
    path: '/',
    httpOnly: true,
    secure: import.meta.env.PROD,
    sameSite: 'lax',
    maxAge: 600,
  });
  return new Response(null, { status: 302, headers: { Location: url.toString() } });
}
