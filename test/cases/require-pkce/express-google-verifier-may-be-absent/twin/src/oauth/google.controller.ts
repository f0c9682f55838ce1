import type { NextFunction, Request, Response } from 'express';
import { generateCodeVerifier, generateState, Google } from 'arctic';
import { lucia } from '../lucia';
import { Accounts } from '../accounts';

const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);
const flags = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 10 * 60 * 1000 } as const;

export async function start(_req: Request, res: Response, next: NextFunction) {
  try {
    const state = generateState();
    const proof = generateCodeVerifier();
    const location = await google.createAuthorizationURL(state, proof, { scopes: ['profile'] });
    res.cookie('g_state', state, flags).cookie('g_proof', proof, flags).redirect(location.href);
  } catch (e) {
    next(e);
  }
}

export async function finish(req: Request, res: Response, next: NextFunction) {
  const code = req.query.code?.toString();
  const state = req.query.state?.toString();
  const { g_state: savedState, g_proof: savedProof } = req.cookies as Record<string, string | undefined>;
  if (!code || !state || !savedState || !savedProof || state !== savedState) {
    return res.status(400).render('login', { problem: 'Please try again' });
  }
  try {
    const tokens = await google.validateAuthorizationCode(code, savedProof);
    const answer = await fetch('https://openidconnect.googleapis.com/v1/userinfo', {
      headers: { Authorization: `Bearer ${tokens.accessToken}` },
    });
    const { sub, name } = (await answer.json()) as { sub: string; name: string };
    const account = await Accounts.forGoogle(sub, name);
    const session = await lucia.createSession(account.userId, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
  } catch (e) {
    next(e);
  }
}
