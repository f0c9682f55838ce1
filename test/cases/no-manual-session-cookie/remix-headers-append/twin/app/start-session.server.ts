import { lucia } from './lucia.server';

export const startSession = async (userId: string, headers = new Headers()): Promise<Headers> => {
  const session = await lucia.createSession(userId, {});
  headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  headers.append('Set-Cookie', 'flash=welcome; Path=/; HttpOnly; Secure; SameSite=Lax');
  return headers;
};
