import type { SessionCookieOptions } from 'lucia';

export const attributes = {
  path: '/',
  sameSite: 'lax',
  httpOnly: false, // expect: no-insecure-cookie-attributes
  secure: process.env.NODE_ENV === 'production',
} as const;

export const sessionCookie: SessionCookieOptions = {
  name: 'acme_session',
  expires: false,
  attributes,
};
