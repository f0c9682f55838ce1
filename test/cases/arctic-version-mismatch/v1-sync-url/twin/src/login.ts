import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { generateState } from 'arctic';
import { discord } from './oauth';
export const login = new Hono();
login.get('/login/discord', async (c) => {
  const state = generateState();
  const pending = discord.createAuthorizationURL(state, { scopes: ['identify', 'email'] });
  setCookie(c, 'discord_state', state, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600, path: '/' });
  return c.redirect((await pending).toString());
});
