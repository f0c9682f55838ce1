import { lucia } from './lucia.server';

export function sessionHeader(id: string): string {
  const cookie = lucia.createSessionCookie(id);
  cookie.attributes.secure = false; // expect: no-insecure-cookie-attributes
  return cookie.serialize();
}
