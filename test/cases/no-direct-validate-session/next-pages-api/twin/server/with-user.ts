import type { IncomingMessage, ServerResponse } from 'node:http';
import { luciaAuth } from './lucia';

export async function readUser(req: IncomingMessage & { cookies: Partial<Record<string, string>> }, res: ServerResponse) {
  const id = req.cookies[luciaAuth.sessionCookieName];
  if (!id) return { user: null, session: null };
  const found = await luciaAuth.validateSession(id);
  if (found.session?.fresh) {
    res.appendHeader('Set-Cookie', luciaAuth.createSessionCookie(found.session.id).serialize());
  }
  if (!found.session) {
    res.appendHeader('Set-Cookie', luciaAuth.createBlankSessionCookie().serialize());
  }
  return found;
}
