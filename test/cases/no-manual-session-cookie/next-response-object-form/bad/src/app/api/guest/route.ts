import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from '../../../auth';
import { prisma } from '../../../db';

export async function POST(request: NextRequest) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new NextResponse(null, { status: 403 });
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email: `${id}@guest.invalid` } });
  const opened = await lucia.createSession(id, {});
  const response = NextResponse.json({ ok: true });
  response.cookies.set({ name: 'auth_session', value: opened.id, httpOnly: true, secure: true, sameSite: 'lax', path: '/' }); // expect: no-manual-session-cookie
  response.cookies.set({ name: 'visits', value: '1', path: '/' });
  return response;
}
