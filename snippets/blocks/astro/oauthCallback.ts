import { OAuth2RequestError } from 'arctic';
import type { APIRoute } from 'astro';
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';

export const prerender = false;

//#if form-post
//: export const POST: APIRoute = async (context) => {
//#else
export const GET: APIRoute = async (context) => {
//#endif
  // What was stored for this sign-in works once, however it ends.
  const storedState = context.cookies.get('/*#cookie*/github/*#*/_oauth_state')?.value;
  context.cookies.delete('/*#cookie*/github/*#*/_oauth_state', { path: '/' });
  //#if pkce
  //: const codeVerifier = context.cookies.get('/*#cookie*/github/*#*/_code_verifier')?.value;
  //: context.cookies.delete('/*#cookie*/github/*#*/_code_verifier', { path: '/' });
  //#endif

  //#if form-post
  //: const query = await context.request.formData();
  //#else
  const query = context.url.searchParams;
  //#endif
  const code = query.get('code');
  const state = query.get('state');
  if (query.get('error') !== null) return context.redirect('/login?error=oauth', 303);
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

  if (context.locals.session) await $lucia.invalidateSession(context.locals.session.id);
  const session = await $lucia.createSession(userId, {});
  const cookie = $lucia.createSessionCookie(session.id);
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  return context.redirect('/', 303);
};
