import type { GetServerSidePropsContext } from 'next';
import { auth } from './auth';

export async function loadSession({ req, res }: GetServerSidePropsContext) {
  const id = req.cookies[auth.sessionCookieName] ?? null;
  if (id === null) return { user: null, session: null };
  const found = await auth.validateSession(id); // expect: require-fresh-cookie
  const cookie = found.session ? null : auth.createBlankSessionCookie();
  if (cookie) res.appendHeader('Set-Cookie', cookie.serialize());
  return found;
}
