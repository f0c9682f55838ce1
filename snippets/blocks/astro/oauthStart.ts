//#if pkce
//: import { generateCodeVerifier, generateState } from 'arctic';
//#else
import { generateState } from 'arctic';
//#endif
import type { APIRoute } from 'astro';
//#if scopes
import { $client, scopes } from '#provider';
//#else
//: import { $client } from '#provider';
//#endif

export const prerender = false;

const cookieOptions = {
  path: '/',
  httpOnly: true,
  //#if form-post
  //: // Apple comes back with a form from its own site.
  //: secure: true,
  //: sameSite: 'none',
  //#else
  secure: import.meta.env.PROD,
  sameSite: 'lax',
  //#endif
  maxAge: 600,
} as const;

export const GET: APIRoute = async (context) => {
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
  context.cookies.set('/*#cookie*/github/*#*/_oauth_state', state, cookieOptions);
  //#if pkce
  //: context.cookies.set('/*#cookie*/github/*#*/_code_verifier', codeVerifier, cookieOptions);
  //#endif
  return context.redirect(url.toString(), 302);
};
