//#if pkce
//: import { generateCodeVerifier, generateState } from 'arctic';
//#else
import { generateState } from 'arctic';
//#endif
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
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
  //: sameSite: 'None',
  //#else
  secure: process.env.NODE_ENV !== 'development',
  sameSite: 'Lax',
  //#endif
  maxAge: 600,
} as const;

export const oauthStartRoutes = new Hono();

oauthStartRoutes.get('/login//*#slug*/github/*#*/', async (c) => {
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
  setCookie(c, '/*#cookie*/github/*#*/_oauth_state', state, cookieOptions);
  //#if pkce
  //: setCookie(c, '/*#cookie*/github/*#*/_code_verifier', codeVerifier, cookieOptions);
  //#endif
  return c.redirect(url.toString(), 302);
});
