import { OAuth2RequestError } from 'arctic';
import { Cookie } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { findOrCreateUser } from '#accounts';
import { $lucia } from '#auth';
import { $client, $fetchProfile/*#scopesImport*//*#*/ } from '#provider';
import { $validateRequest } from '#session';

export default async function callback(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  //#if form-post
  //: if (req.method !== 'POST') {
  //:   res.status(405).end();
  //:   return;
  //: }
  //#else
  if (req.method !== 'GET') {
    res.status(405).end();
    return;
  }
  //#endif
  // What was stored for this sign-in works once, however it ends.
  const storedState = req.cookies['/*#cookie*/github/*#*/_oauth_state'];
  const gone = { path: '/', maxAge: 0 };
  res.appendHeader('Set-Cookie', new Cookie('/*#cookie*/github/*#*/_oauth_state', '', gone).serialize());
  //#if pkce
  //: const codeVerifier = req.cookies['/*#cookie*/github/*#*/_code_verifier'];
  //: res.appendHeader('Set-Cookie', new Cookie('/*#cookie*/github/*#*/_code_verifier', '', gone).serialize());
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

  const previous = await $validateRequest(req, res);
  if (previous.session) await $lucia.invalidateSession(previous.session.id);
  const session = await $lucia.createSession(userId, {});
  res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  res.redirect(303, '/');
}
