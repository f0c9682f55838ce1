import { lucia } from './auth';
export async function createContext({ req, res }) {
  const sid = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!sid) return { user: null, session: null };
  const { session, user } = await lucia.validateSession(sid);
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (session === null) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return { user, session };
}
