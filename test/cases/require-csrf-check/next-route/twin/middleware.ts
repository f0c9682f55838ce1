import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
export function middleware(request: NextRequest) {
  if (request.method === 'GET') return NextResponse.next();
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || new URL(origin).host !== host) return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}
