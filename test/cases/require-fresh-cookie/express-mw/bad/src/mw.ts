import { lucia } from './auth';
export async function attach(req, res, next) {
  const sid = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!sid) { res.locals.user = null; return next(); }
  const { session, user } = await lucia.validateSession(sid); // expect: require-fresh-cookie
  if (!session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  res.locals.user = user;
  res.locals.session = session;
  next();
}
