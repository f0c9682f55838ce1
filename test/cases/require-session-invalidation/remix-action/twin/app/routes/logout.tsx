import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../lucia.server';
import { readSession } from '../session.server';

export const action = async ({ request }: ActionFunctionArgs) => {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const session = await readSession(request, new Headers());
  if (session) await lucia.invalidateSession(session.id);
  return redirect('/login', {
    headers: { 'Set-Cookie': lucia.createBlankSessionCookie().serialize() },
  });
};
