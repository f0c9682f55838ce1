import { NextResponse } from 'next/server';
import { lucia } from '../../../../server/auth';

/** For the mobile app, which sends its session in the Authorization header. */
export async function GET(request: Request) {
  const id = lucia.readBearerToken(request.headers.get('Authorization') ?? '');
  if (!id) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  const { user } = await lucia.validateSession(id);
  if (!user) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  return NextResponse.json({ email: user.email });
}
