import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { generateState } from 'arctic';
import { entra } from './oauth';
export const routes = new Hono();
const flags = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 600 } as const;
routes.get('/login/microsoft', (c) => {
  const state = generateState();
  setCookie(c, 'ms_state', state, flags);
  return c.redirect(entra.createAuthorizationURL(state, state, ['openid', 'email']).toString()); // expect: require-pkce
});
