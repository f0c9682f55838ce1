import { eq } from 'drizzle-orm';
import { NextResponse } from 'next/server';
import { verifyRequestOrigin } from 'lucia';
import { cookies } from 'next/headers';
import { auth } from '~/server/auth';
import { db } from '~/server/db';
import { users } from '~/server/schema';

export async function POST(request: Request) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
    return new NextResponse(null, { status: 403 });
  }
  const id = (await cookies()).get(auth.sessionCookieName)?.value;
  if (!id) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  const { user } = await auth.validateSession(id); // expect: no-direct-validate-session
  if (!user) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  const { name } = await request.json();
  if (typeof name !== 'string') return NextResponse.json({ error: 'Invalid' }, { status: 400 });
  await db.update(users).set({ name }).where(eq(users.id, user.id));
  return NextResponse.json({ ok: true });
}
