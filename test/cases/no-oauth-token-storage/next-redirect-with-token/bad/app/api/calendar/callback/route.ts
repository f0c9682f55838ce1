import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { getAuth } from '@/lib/auth';
import { google } from '@/lib/google';
import { seal } from '@/lib/vault';
import { saveCalendarGrant } from '@/lib/grants';

export async function GET(request: NextRequest) {
  const { user } = await getAuth();
  if (!user) return NextResponse.redirect(new URL('/login', request.url));

  const params = request.nextUrl.searchParams;
  const jar = await cookies();
  const state = jar.get('cal_state')?.value;
  const verifier = jar.get('cal_verifier')?.value;
  const code = params.get('code');
  if (!code || !state || !verifier || params.get('state') !== state) {
    return new NextResponse('Bad request', { status: 400 });
  }

  const done = new URL('/settings/calendar', request.url);
  try {
    const tokens = await google.validateAuthorizationCode(code, verifier);
    await saveCalendarGrant(user.id, seal(tokens.refreshToken()));
    done.searchParams.set('access_token', tokens.accessToken()); // expect: no-oauth-token-storage
  } catch {
    done.searchParams.set('problem', 'google');
  }
  return NextResponse.redirect(done);
}
