import { OAuth2RequestError } from 'arctic';
//#if form-post
//: import { appendResponseHeader, createError, defineEventHandler, deleteCookie, getCookie, readBody, sendRedirect } from 'h3';
//#else
import { appendResponseHeader, createError, defineEventHandler, deleteCookie, getCookie, getQuery, sendRedirect } from 'h3';
//#endif
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';

const expired = { statusCode: 400, statusMessage: 'This sign-in has expired. Start it again.' };

export default defineEventHandler(async (event) => {
  // What was stored for this sign-in works once, however it ends.
  const storedState = getCookie(event, '/*#cookie*/github/*#*/_oauth_state');
  deleteCookie(event, '/*#cookie*/github/*#*/_oauth_state', { path: '/' });
  //#if pkce
  //: const codeVerifier = getCookie(event, '/*#cookie*/github/*#*/_code_verifier');
  //: deleteCookie(event, '/*#cookie*/github/*#*/_code_verifier', { path: '/' });
  //#endif

  //#if form-post
  //: const { code, state, error: refusal } = (await readBody(event)) ?? {};
  //#else
  const { code, state, error: refusal } = getQuery(event);
  //#endif
  if (refusal !== undefined) return sendRedirect(event, '/login?error=oauth', 303);
  if (typeof code !== 'string' || typeof state !== 'string' || !storedState || state !== storedState) {
    throw createError(expired);
  }
  //#if pkce
  //: if (!codeVerifier) throw createError(expired);
  //#endif

  let userId: string | null;
  try {
    const tokens = await $client.validateAuthorizationCode(/*#exchangeArguments*/code/*#*/);
    userId = await findOrCreateUser(await $fetchProfile(/*#profileToken*/tokens.accessToken()/*#*/));
  } catch (error) {
    if (error instanceof OAuth2RequestError) {
      throw createError({ statusCode: 400, statusMessage: 'The sign-in was not accepted. Start it again.' });
    }
    throw error;
  }
  if (!userId) {
    throw createError({ statusCode: 409, statusMessage: /*#confirmFirst*/'Sign in with your password and confirm your e-mail address first.'/*#*/ });
  }

  if (event.context.session) await $lucia.invalidateSession(event.context.session.id);
  const session = await $lucia.createSession(userId, {});
  appendResponseHeader(event, 'Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  return sendRedirect(event, '/', 303);
});
