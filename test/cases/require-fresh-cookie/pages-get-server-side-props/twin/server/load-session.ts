import type { GetServerSidePropsContext } from 'next';
import { auth } from './auth';

export async function loadSession({ req, res }: GetServerSidePropsContext) {
  const id = req.cookies[auth.sessionCookieName] ?? null;
  if (id === null) return { user: null, session: null };
  const found = await auth.validateSession(id);
  const cookie = !found.session
    ? auth.createBlankSessionCookie()
    : found.session.fresh
      ? auth.createSessionCookie(found.session.id)
      : null;
  if (cookie) res.appendHeader('Set-Cookie', cookie.serialize());
  return found;
}
