//#if pkce
//: import { generateCodeVerifier, generateState } from 'arctic';
//#else
import { generateState } from 'arctic';
//#endif
import { Router } from 'express';
//#if scopes
import { $client, scopes } from '#provider';
//#else
//: import { $client } from '#provider';
//#endif

const cookieOptions = {
  path: '/',
  httpOnly: true,
  //#if form-post
  //: // Apple comes back with a form from its own site.
  //: secure: true,
  //: sameSite: 'none',
  //#else
  secure: process.env.NODE_ENV !== 'development',
  sameSite: 'lax',
  //#endif
  // Express counts in milliseconds.
  maxAge: 10 * 60 * 1000,
} as const;

export const oauthStartRouter = Router();

oauthStartRouter.get('/login//*#slug*/github/*#*/', async (_req, res, next) => {
  try {
    const state = generateState();
    //#if pkce
    //: const codeVerifier = generateCodeVerifier();
    //#endif
    const url = await $client.createAuthorizationURL(/*#authorizeArguments*/state, scopes/*#*/);
    //#if add-state
    //: url.searchParams.set('state', state);
    //#endif
    //#if form-post
    //: url.searchParams.set('response_mode', 'form_post');
    //#endif
    //#if twitch
    //: url.searchParams.set('claims', JSON.stringify({ userinfo: { email: null, email_verified: null } }));
    //#endif
    res.cookie('/*#cookie*/github/*#*/_oauth_state', state, cookieOptions);
    //#if pkce
    //: res.cookie('/*#cookie*/github/*#*/_code_verifier', codeVerifier, cookieOptions);
    //#endif
    res.redirect(302, url.toString());
  } catch (error) {
    next(error);
  }
});
