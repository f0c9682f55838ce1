import type { CreateNextContextOptions } from '@trpc/server/adapters/next';
import { lucia } from './lucia';

export async function createContext({ req, res }: CreateNextContextOptions) {
  const id = req.cookies[lucia.sessionCookieName];
  const auth = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (auth.session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(auth.session.id).serialize());
  if (id && !auth.session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  console.dir(auth.user, { depth: 3 });
  return { ...auth, res };
}
