import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export function writeSession(c: Context, id: string) {
  const { name, value, attributes } = lucia.createSessionCookie(id);
  setCookie(c, name, value, { httpOnly: attributes.httpOnly, secure: attributes.secure, sameSite: 'Lax', path: '/', maxAge: attributes.maxAge });
  setCookie(c, 'lang', 'en', { path: '/' });
}
