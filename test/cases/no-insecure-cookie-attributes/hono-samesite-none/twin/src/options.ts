import type { SessionCookieOptions } from 'lucia';

export const sessionCookie: SessionCookieOptions = {
  name: 'shop_session',
  attributes: {
    secure: true,
    sameSite: 'lax',
    path: '/',
  },
};
