import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from './auth';

export async function middleware(request: NextRequest) {
  const id = request.cookies.get(lucia.sessionCookieName)?.value;
  const { session } = id ? await lucia.validateSession(id) : { session: null };
  if (!session) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}

export const config = { matcher: ['/contacts/:path*'] };
