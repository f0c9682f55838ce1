//#if pkce
//: import { generateCodeVerifier, generateState } from 'arctic';
//#else
import { generateState } from 'arctic';
//#endif
import { Cookie } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
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
  maxAge: 600,
} as const;

export default async function start(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'GET') {
    res.status(405).end();
    return;
  }
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
  res.appendHeader('Set-Cookie', new Cookie('/*#cookie*/github/*#*/_oauth_state', state, cookieOptions).serialize());
  //#if pkce
  //: const verifierCookie = new Cookie('/*#cookie*/github/*#*/_code_verifier', codeVerifier, cookieOptions);
  //: res.appendHeader('Set-Cookie', verifierCookie.serialize());
  //#endif
  res.redirect(302, url.toString());
}
