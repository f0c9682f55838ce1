import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { generateState } from 'arctic';
import { discord } from './oauth';
export const login = new Hono();
login.get('/login/discord', (c) => {
  const state = generateState();
  const url = discord.createAuthorizationURL(state, { scopes: ['identify', 'email'] }); // expect: arctic-version-mismatch
  setCookie(c, 'discord_state', state, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600, path: '/' });
  return c.redirect(url.toString());
});
