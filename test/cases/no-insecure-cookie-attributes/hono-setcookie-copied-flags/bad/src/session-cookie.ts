import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export function writeSession(c: Context, id: string) {
  const { name, value, attributes } = lucia.createSessionCookie(id);
  setCookie(c, name, value, { httpOnly: attributes.httpOnly, sameSite: 'Lax', path: '/', maxAge: attributes.maxAge }); // expect: no-insecure-cookie-attributes
  setCookie(c, 'lang', 'en', { path: '/' });
}
