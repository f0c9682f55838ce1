import { serialize } from 'cookie';

export function oauthCookie(name: string, value: string): string {
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    secure: process.env.NODE_ENV === 'production',
    sameSite: 'lax',
    maxAge: 600,
  });
}
