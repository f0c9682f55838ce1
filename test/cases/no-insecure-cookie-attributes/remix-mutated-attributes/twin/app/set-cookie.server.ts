import { lucia } from './lucia.server';

export function sessionHeader(id: string): string {
  const cookie = lucia.createSessionCookie(id);
  cookie.attributes.secure = true;
  return cookie.serialize();
}
