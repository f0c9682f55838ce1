import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import * as arctic from 'arctic';
import { entra } from './oauth';
export const routes = new Hono();
const flags = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 600 } as const;
routes.get('/login/microsoft', (c) => {
  const pair = { state: arctic.generateState(), verifier: arctic.generateCodeVerifier() };
  setCookie(c, 'ms', JSON.stringify(pair), flags);
  return c.redirect(entra.createAuthorizationURL(pair.state, pair.verifier, ['openid', 'email']).toString());
});
