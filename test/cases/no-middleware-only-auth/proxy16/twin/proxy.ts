import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { lucia } from './lib/auth';
export async function proxy(req: NextRequest) {
  if (!req.cookies.has(lucia.sessionCookieName)) return NextResponse.redirect(new URL('/login', req.url));
  return NextResponse.next();
}
