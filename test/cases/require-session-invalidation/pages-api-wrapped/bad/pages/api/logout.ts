import { auth } from '../../lib/auth';
import { withSession } from '../../lib/with-session';

export default withSession(async (req, res, session) => {
  if (req.method !== 'POST') return res.status(405).end();
  if (session.userId === '') return res.status(400).end();
  res.setHeader('Set-Cookie', auth.createBlankSessionCookie().serialize()); // expect: require-session-invalidation
  return res.status(200).json({ ok: true });
});
