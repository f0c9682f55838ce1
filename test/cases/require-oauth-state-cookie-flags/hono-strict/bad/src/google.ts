import { generateCodeVerifier, generateState, Google } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { shortLived } from './cookie-options';

const google = new Google(process.env.GG_ID!, process.env.GG_SECRET!, process.env.GG_CALLBACK!);
export const routes = new Hono();

routes.get('/login/google', (c) => {
  const state = generateState();
  const verifier = generateCodeVerifier();
  setCookie(c, 'google_state', state, shortLived); // expect: require-oauth-state-cookie-flags
  setCookie(c, 'google_verifier', verifier, { path: '/', httpOnly: true, secure: true, maxAge: 600, sameSite: 'Lax' });
  return c.redirect(google.createAuthorizationURL(state, verifier, ['openid', 'email']).toString());
});
