import { verifyRequestOrigin } from 'lucia';
import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from '@/lib/auth';
import { checkPassword, dummyHash } from '@/lib/password';
import { findUserByEmail } from '@/lib/users';

/** The sign-in of the command-line client, which keeps the cookie in a jar of its own. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
    return NextResponse.json({ error: 'Forbidden' }, { status: 403 });
  }

  const { email, password } = await request.json();
  if (typeof email !== 'string' || typeof password !== 'string') {
    return NextResponse.json({ error: 'Invalid input' }, { status: 400 });
  }
  const user = await findUserByEmail(email);
  const valid = await checkPassword(user?.passwordHash || dummyHash, password);
  if (!user || !user.passwordHash || !valid) {
    return NextResponse.json({ error: 'Invalid credentials' }, { status: 401 });
  }

  const session = await lucia.createSession(user.id, {});
  const response = NextResponse.json({ ok: true });
  response.headers.append('Set-Cookie', `auth_session=${session.id}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  return response;
}
