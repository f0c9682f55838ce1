import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { $lucia } from '#auth';
import { isSameOrigin } from '#origin';
import { $validateRequest } from '#session';

export async function POST(request: Request): Promise<NextResponse> {
  if (!isSameOrigin(request)) return new NextResponse('Forbidden', { status: 403 });
  const { session } = await $validateRequest();
  if (session) await $lucia.invalidateSession(session.id);
  const cookie = $lucia.createBlankSessionCookie();
  const store = await cookies();
  store.set(cookie.name, cookie.value, cookie.attributes);
  return new NextResponse(null, { status: 303, headers: { Location: '/login' } });
}
