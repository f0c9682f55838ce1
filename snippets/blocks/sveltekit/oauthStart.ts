//#if !form-post
import { dev } from '$app/environment';
//#endif
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
//#if pkce
//: import { generateCodeVerifier, generateState } from 'arctic';
//#else
import { generateState } from 'arctic';
//#endif
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
  secure: !dev,
  sameSite: 'lax',
  //#endif
  maxAge: 600,
} as const;

export const GET: RequestHandler = async (event) => {
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
  event.cookies.set('/*#cookie*/github/*#*/_oauth_state', state, cookieOptions);
  //#if pkce
  //: event.cookies.set('/*#cookie*/github/*#*/_code_verifier', codeVerifier, cookieOptions);
  //#endif
  redirect(302, url);
};
