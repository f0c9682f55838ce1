import { OAuth2RequestError } from 'arctic';
//#if form-post
//: import { Router, urlencoded } from 'express';
//#else
import { Router } from 'express';
//#endif
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { readCookie } from '#cookies';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';

export const oauthCallbackRouter = Router();

//#if form-post
//: oauthCallbackRouter.post('/login/apple/callback', urlencoded({ extended: false }), async (req, res, next) => {
//#else
oauthCallbackRouter.get('/login//*#slug*/github/*#*//callback', async (req, res, next) => {
//#endif
  try {
    // What was stored for this sign-in works once, however it ends.
    const storedState = readCookie(req, '/*#cookie*/github/*#*/_oauth_state');
    res.clearCookie('/*#cookie*/github/*#*/_oauth_state', { path: '/' });
    //#if pkce
    //: const codeVerifier = readCookie(req, '/*#cookie*/github/*#*/_code_verifier');
    //: res.clearCookie('/*#cookie*/github/*#*/_code_verifier', { path: '/' });
    //#endif

    //#if form-post
    //: const { code, state, error: refusal } = req.body ?? {};
    //#else
    const { code, state, error: refusal } = req.query;
    //#endif
    if (refusal !== undefined) {
      res.redirect(303, '/login?error=oauth');
      return;
    }
    if (typeof code !== 'string' || typeof state !== 'string' || !storedState || state !== storedState) {
      res.status(400).send('This sign-in has expired. Start it again.');
      return;
    }
    //#if pkce
    //: if (!codeVerifier) {
    //:   res.status(400).send('This sign-in has expired. Start it again.');
    //:   return;
    //: }
    //#endif

    let userId: string | null;
    try {
      const tokens = await $client.validateAuthorizationCode(/*#exchangeArguments*/code/*#*/);
      userId = await findOrCreateUser(await $fetchProfile(/*#profileToken*/tokens.accessToken()/*#*/));
    } catch (error) {
      if (error instanceof OAuth2RequestError) {
        res.status(400).send('The sign-in was not accepted. Start it again.');
        return;
      }
      throw error;
    }
    if (!userId) {
      res.status(409).send(/*#confirmFirst*/'Sign in with your password and confirm your e-mail address first.'/*#*/);
      return;
    }

    if (res.locals.session) await $lucia.invalidateSession(res.locals.session.id);
    const session = await $lucia.createSession(userId, {});
    res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
    res.redirect(303, '/');
  } catch (error) {
    next(error);
  }
});
