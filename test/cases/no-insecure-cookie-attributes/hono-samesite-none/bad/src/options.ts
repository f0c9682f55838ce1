import type { SessionCookieOptions } from 'lucia';

export const sessionCookie: SessionCookieOptions = {
  name: 'shop_session',
  attributes: {
    secure: true,
    sameSite: 'none', // expect: no-insecure-cookie-attributes
    path: '/',
  },
};
