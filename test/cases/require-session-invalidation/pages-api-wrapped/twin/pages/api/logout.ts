import { auth } from '../../lib/auth';
import { withSession } from '../../lib/with-session';

export default withSession(async (req, res, session) => {
  if (req.method !== 'POST') return res.status(405).end();
  await auth.invalidateSession(session.id);
  res.setHeader('Set-Cookie', auth.createBlankSessionCookie().serialize());
  return res.status(200).json({ ok: true });
});
