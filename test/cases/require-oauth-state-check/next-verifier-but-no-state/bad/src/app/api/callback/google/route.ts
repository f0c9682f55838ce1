import { decodeIdToken, Google } from 'arctic';
import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from '@lib/auth';
import { prisma } from '@lib/db';
import { same } from '@lib/same';

const google = new Google(process.env.GG_ID!, process.env.GG_SECRET!, process.env.GG_CALLBACK!);

export async function GET(request: NextRequest) {
  const jar = await cookies();
  const code = request.nextUrl.searchParams.get('code');
  const state = request.nextUrl.searchParams.get('state');
  const kept = jar.get('gg_state')?.value;
  const verifier = jar.get('gg_verifier')?.value;
  if (!code || !state || !kept || !verifier) return new NextResponse('Bad request', { status: 400 });
  same(state, kept);
  try {
    const tokens = await google.validateAuthorizationCode(code, verifier); // expect: require-oauth-state-check
    const claims = decodeIdToken(tokens.idToken()) as { sub: string };
    const account = await prisma.oauthAccount.findUnique({ where: { google: claims.sub } });
    if (!account) return NextResponse.redirect(new URL('/signup', request.url));
    const session = await lucia.createSession(account.userId, {});
    const cookie = lucia.createSessionCookie(session.id);
    jar.set(cookie.name, cookie.value, cookie.attributes);
    return NextResponse.redirect(new URL('/', request.url));
  } catch {
    return new NextResponse('Sign-in failed', { status: 502 });
  }
}
