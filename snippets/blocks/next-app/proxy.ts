import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { isSameOrigin } from '#origin';

/** Refuses requests that change something and were sent by another site. It decides nothing about users. */
//#if next16
//: export function proxy(request: NextRequest): NextResponse {
//#else
export function middleware(request: NextRequest): NextResponse {
//#endif
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return NextResponse.next();
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (request.nextUrl.pathname === '/login/apple/callback') return NextResponse.next();
  //#endif
  return isSameOrigin(request) ? NextResponse.next() : new NextResponse('Forbidden', { status: 403 });
}
