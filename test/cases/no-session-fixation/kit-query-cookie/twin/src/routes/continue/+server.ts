import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { redeem } from '$lib/server/tickets';

export const GET = async ({ url, cookies }) => {
  const ticket = await redeem(url.searchParams.get('ticket'));
  if (!ticket) redirect(302, '/login');
  const session = await lucia.createSession(ticket.userId, {});
  const c = lucia.createSessionCookie(session.id);
  cookies.set(c.name, c.value, { path: '.', ...c.attributes });
  redirect(302, '/');
};
