import { NextResponse, type NextRequest } from 'next/server';

type Handler = (request: NextRequest, code: string) => Promise<Response>;

export const withState = (cookieName: string, handler: Handler) => async (request: NextRequest) => {
  const code = request.nextUrl.searchParams.get('code');
  const state = request.nextUrl.searchParams.get('state');
  const kept = request.cookies.get(cookieName)?.value;
  if (!code || !state || !kept) return new NextResponse('Bad request', { status: 400 });
  return handler(request, code);
};
