import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session, User } from 'lucia';
import { $lucia } from '#auth';

type RequestAuth = { user: User; session: Session } | { user: null; session: null };
type Request = IncomingMessage & { cookies: Partial<Record<string, string>> };

/** Who sends this request. Call it in every getServerSideProps and API route that needs a user. */
export async function $validateRequest(req: Request, res: ServerResponse): Promise<RequestAuth> {
  const sessionId = req.cookies[$lucia.sessionCookieName];
  if (!sessionId) return { user: null, session: null };
  const result = await $lucia.validateSession(sessionId);
  if (result.session?.fresh) {
    res.appendHeader('Set-Cookie', $lucia.createSessionCookie(result.session.id).serialize());
  }
  if (!result.session) {
    res.appendHeader('Set-Cookie', $lucia.createBlankSessionCookie().serialize());
  }
  return result;
}
