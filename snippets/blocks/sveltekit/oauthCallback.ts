import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { OAuth2RequestError } from 'arctic';
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';

//#if form-post
//: // SvelteKit refuses forms of other sites: list `https://appleid.apple.com` in `csrf.trustedOrigins` of its configuration.
//: export const POST: RequestHandler = async (event) => {
//#else
export const GET: RequestHandler = async (event) => {
//#endif
  // What was stored for this sign-in works once, however it ends.
  const storedState = event.cookies.get('/*#cookie*/github/*#*/_oauth_state');
  event.cookies.delete('/*#cookie*/github/*#*/_oauth_state', { path: '/' });
  //#if pkce
  //: const codeVerifier = event.cookies.get('/*#cookie*/github/*#*/_code_verifier');
  //: event.cookies.delete('/*#cookie*/github/*#*/_code_verifier', { path: '/' });
  //#endif

  //#if form-post
  //: const query = await event.request.formData();
  //#else
  const query = event.url.searchParams;
  //#endif
  const code = query.get('code');
  const state = query.get('state');
  if (query.get('error') !== null) redirect(303, '/login?error=oauth');
  if (typeof code !== 'string' || typeof state !== 'string' || !storedState || state !== storedState) {
    return new Response('This sign-in has expired. Start it again.', { status: 400 });
  }
  //#if pkce
  //: if (!codeVerifier) return new Response('This sign-in has expired. Start it again.', { status: 400 });
  //#endif

  let userId: string | null;
  try {
    const tokens = await $client.validateAuthorizationCode(/*#exchangeArguments*/code/*#*/);
    userId = await findOrCreateUser(await $fetchProfile(/*#profileToken*/tokens.accessToken()/*#*/));
  } catch (error) {
    if (error instanceof OAuth2RequestError) {
      return new Response('The sign-in was not accepted. Start it again.', { status: 400 });
    }
    throw error;
  }
  if (!userId) return new Response(/*#confirmFirst*/'Sign in with your password and confirm your e-mail address first.'/*#*/, { status: 409 });

  if (event.locals.session) await $lucia.invalidateSession(event.locals.session.id);
  const session = await $lucia.createSession(userId, {});
  const cookie = $lucia.createSessionCookie(session.id);
  event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(303, '/');
};
