import { cookies } from 'next/headers';
import { newToken, openSession } from '../../../lib/server/session';
import { userFor } from '../../../lib/users';
export async function POST(request: Request) {
  const user = await userFor(await request.json());
  if (!user) return Response.json({ error: 'Wrong address or password' }, { status: 400 });
  const token = newToken();
  const { expiresAt } = await openSession(token, user.id);
  (await cookies()).set('sid', token, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', expires: expiresAt });
  return Response.json({ ok: true, expiresAt });
}
