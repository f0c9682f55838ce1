import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { cookieFlags, lucia } from '../../../lib/lucia';

export async function GET(request: NextRequest) {
  const ticket = request.nextUrl.searchParams.get('ticket');
  if (!ticket) return NextResponse.redirect(new URL('/login', request.url));
  (await cookies()).set(lucia.sessionCookieName, ticket, cookieFlags); // expect: no-session-fixation
  return NextResponse.redirect(new URL('/', request.url));
}
