import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from './lib/lucia';

export async function proxy(request: NextRequest) {
  const { user } = await lucia.validateSession(request.cookies.get(lucia.sessionCookieName)?.value ?? '');
  return user ? NextResponse.next() : NextResponse.redirect(new URL('/login', request.nextUrl));
}

export const config = { matcher: '/quotes/:path*' };
