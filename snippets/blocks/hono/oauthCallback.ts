import { OAuth2RequestError } from 'arctic';
import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';
import type { SessionEnv } from '#session';

export const oauthCallbackRoutes = new Hono<SessionEnv>();

//#if form-post
//: oauthCallbackRoutes.post('/login/apple/callback', async (c) => {
//#else
oauthCallbackRoutes.get('/login//*#slug*/github/*#*//callback', async (c) => {
//#endif
  // What was stored for this sign-in works once, however it ends.
  const storedState = getCookie(c, '/*#cookie*/github/*#*/_oauth_state');
  deleteCookie(c, '/*#cookie*/github/*#*/_oauth_state', { path: '/' });
  //#if pkce
  //: const codeVerifier = getCookie(c, '/*#cookie*/github/*#*/_code_verifier');
  //: deleteCookie(c, '/*#cookie*/github/*#*/_code_verifier', { path: '/' });
  //#endif

  //#if form-post
  //: const { code, state, error: refusal } = await c.req.parseBody();
  //#else
  const { code, state, error: refusal } = c.req.query();
  //#endif
  if (refusal !== undefined) return c.redirect('/login?error=oauth', 303);
  if (typeof code !== 'string' || typeof state !== 'string' || !storedState || state !== storedState) {
    return c.text('This sign-in has expired. Start it again.', 400);
  }
  //#if pkce
  //: if (!codeVerifier) return c.text('This sign-in has expired. Start it again.', 400);
  //#endif

  let userId: string | null;
  try {
    const tokens = await $client.validateAuthorizationCode(/*#exchangeArguments*/code/*#*/);
    userId = await findOrCreateUser(await $fetchProfile(/*#profileToken*/tokens.accessToken()/*#*/));
  } catch (error) {
    if (error instanceof OAuth2RequestError) return c.text('The sign-in was not accepted. Start it again.', 400);
    throw error;
  }
  if (!userId) return c.text(/*#confirmFirst*/'Sign in with your password and confirm your e-mail address first.'/*#*/, 409);

  const previous = c.get('session');
  if (previous) await $lucia.invalidateSession(previous.id);
  const session = await $lucia.createSession(userId, {});
  c.header('Set-Cookie', $lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/', 303);
});
