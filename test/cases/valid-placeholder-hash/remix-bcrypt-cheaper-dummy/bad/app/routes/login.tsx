import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { verifyRequestOrigin } from 'lucia';
import { prisma } from '../db';
import { lucia } from '../lucia.server';
import { fits } from '../password.server';

export async function action({ request }: ActionFunctionArgs) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const form = await request.formData();
  const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
  const ok = await fits(String(form.get('password')), user?.passwordHash);
  if (!user?.passwordHash || !ok) return json({ error: 'Wrong e-mail or password' }, { status: 401 });
  const session = await lucia.createSession(user.id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
