import { lucia } from './lucia.server';

export const startSession = async (userId: string, headers = new Headers()): Promise<Headers> => {
  const session = await lucia.createSession(userId, {});
  headers.append('Set-Cookie', lucia.sessionCookieName + '=' + session.id + '; Path=/; HttpOnly; Secure; SameSite=Lax'); // expect: no-manual-session-cookie
  headers.append('Set-Cookie', 'flash=welcome; Path=/; HttpOnly; Secure; SameSite=Lax');
  return headers;
};
