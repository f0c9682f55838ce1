import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { lucia } from './lib/auth';
export async function proxy(req: NextRequest) { // expect: no-middleware-only-auth
  const sid = req.cookies.get(lucia.sessionCookieName)?.value;
  if (!sid || !(await lucia.validateSession(sid)).session) return NextResponse.redirect(new URL('/login', req.url));
  return NextResponse.next();
}
