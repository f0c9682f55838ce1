import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { prisma } from '../db';
import { passwordRecord } from '../hash.server';
import { lucia } from '../lucia.server';

export async function action({ request }: ActionFunctionArgs) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const form = await request.formData();
  const email = String(form.get('email') ?? '');
  const password = String(form.get('password') ?? '');
  if (password.length < 8 || password.length > 255) return new Response('Invalid', { status: 400 });
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email, passwordHash: passwordRecord(password) } });
  const session = await lucia.createSession(id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
