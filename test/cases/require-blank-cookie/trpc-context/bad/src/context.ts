import { lucia } from './auth';
export async function createContext({ req, res }) {
  const sid = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!sid) return { user: null, session: null };
  const { session, user } = await lucia.validateSession(sid); // expect: require-blank-cookie
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { user, session };
}
