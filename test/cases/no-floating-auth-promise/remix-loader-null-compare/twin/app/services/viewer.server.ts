import type { User } from 'lucia';
import { lucia } from './lucia.server';

/** Who is looking at this page, or null. */
export async function currentViewer(request: Request): Promise<User | null> {
  const sessionId = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (!sessionId) return null;
  const { user } = await lucia.validateSession(sessionId);
  return user;
}
