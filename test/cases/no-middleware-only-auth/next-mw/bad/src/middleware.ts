import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { lucia } from '@/lib/auth';

export async function middleware(request: NextRequest) { // expect: no-middleware-only-auth
  const id = request.cookies.get(lucia.sessionCookieName)?.value;
  const { session } = id ? await lucia.validateSession(id) : { session: null };
  if (!session) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}
export const config = { matcher: ['/app/:path*'] };
