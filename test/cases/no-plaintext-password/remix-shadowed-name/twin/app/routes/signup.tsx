import bcrypt from 'bcrypt';
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { prisma } from '../db';
import { lucia } from '../lucia.server';

export async function action({ request }: ActionFunctionArgs) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const form = await request.formData();
  const email = String(form.get('email') ?? '');
  const given = String(form.get('password') ?? '');
  if (given.length < 8 || given.length > 72) return new Response('Invalid', { status: 400 });
  const password = await bcrypt.hash(given, 12);
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email, password } });
  const session = await lucia.createSession(id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
