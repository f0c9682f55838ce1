import type { CookieOptions } from 'hono/utils/cookie';

export const shortLived: CookieOptions = {
  path: '/',
  httpOnly: true,
  secure: true,
  maxAge: 60 * 10,
  sameSite: 'Lax',
};
