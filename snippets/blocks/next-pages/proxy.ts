import { verifyRequestOrigin } from 'lucia';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

/** Refuses requests that change something and were sent by another site. It decides nothing about users. */
//#if next16
//: export function proxy(request: NextRequest): NextResponse {
//#else
export function middleware(request: NextRequest): NextResponse {
//#endif
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return NextResponse.next();
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (request.nextUrl.pathname === '/api/login/apple/callback') return NextResponse.next();
  //#endif
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new NextResponse('Forbidden', { status: 403 });
  return NextResponse.next();
}
