import { OAuth2RequestError } from 'arctic';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';
import { $validateRequest } from '#session';

//#if form-post
//: export async function POST(request: NextRequest): Promise<NextResponse> {
//#else
export async function GET(request: NextRequest): Promise<NextResponse> {
//#endif
  // What was stored for this sign-in works once, however it ends.
  const store = await cookies();
  const storedState = store.get('/*#cookie*/github/*#*/_oauth_state')?.value;
  store.delete('/*#cookie*/github/*#*/_oauth_state');
  //#if pkce
  //: const codeVerifier = store.get('/*#cookie*/github/*#*/_code_verifier')?.value;
  //: store.delete('/*#cookie*/github/*#*/_code_verifier');
  //#endif

  //#if form-post
  //: const query = await request.formData();
  //#else
  const query = request.nextUrl.searchParams;
  //#endif
  const code = query.get('code');
  const state = query.get('state');
  if (query.get('error') !== null) {
    return new NextResponse(null, { status: 303, headers: { Location: '/login?error=oauth' } });
  }
  if (typeof code !== 'string' || typeof state !== 'string' || !storedState || state !== storedState) {
    return new NextResponse('This sign-in has expired. Start it again.', { status: 400 });
  }
  //#if pkce
  //: if (!codeVerifier) return new NextResponse('This sign-in has expired. Start it again.', { status: 400 });
  //#endif

  let userId: string | null;
  try {
    const tokens = await $client.validateAuthorizationCode(/*#exchangeArguments*/code/*#*/);
    userId = await findOrCreateUser(await $fetchProfile(/*#profileToken*/tokens.accessToken()/*#*/));
  } catch (error) {
    if (error instanceof OAuth2RequestError) {
      return new NextResponse('The sign-in was not accepted. Start it again.', { status: 400 });
    }
    throw error;
  }
  if (!userId) {
    return new NextResponse(/*#confirmFirst*/'Sign in with your password and confirm your e-mail address first.'/*#*/, { status: 409 });
  }

  const previous = await $validateRequest();
  if (previous.session) await $lucia.invalidateSession(previous.session.id);
  const session = await $lucia.createSession(userId, {});
  const cookie = $lucia.createSessionCookie(session.id);
  store.set(cookie.name, cookie.value, cookie.attributes);
  return new NextResponse(null, { status: 303, headers: { Location: '/' } });
}
