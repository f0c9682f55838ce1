import type { IncomingMessage, ServerResponse } from 'node:http';
import { lucia } from './lucia';

export async function validateRequest(req: IncomingMessage, res: ServerResponse) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) {
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  }
  if (!result.session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return result;
}
