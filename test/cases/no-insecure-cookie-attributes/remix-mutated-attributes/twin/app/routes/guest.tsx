import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { prisma } from '../db';
import { lucia } from '../lucia.server';
import { sessionHeader } from '../set-cookie.server';

export async function action({ request }: ActionFunctionArgs) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email: `${id}@guest.invalid` } });
  const session = await lucia.createSession(id, {});
  return redirect('/', { headers: { 'Set-Cookie': sessionHeader(session.id) } });
}
