import { serialize } from 'cookie';

export function oauthCookie(name: string, value: string): string {
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    secure: false, // expect: require-oauth-state-cookie-flags
    sameSite: 'lax',
    maxAge: 600,
  });
}
