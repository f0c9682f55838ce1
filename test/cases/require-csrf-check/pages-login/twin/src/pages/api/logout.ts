import { lucia } from '@/lib/auth';
import { sameOrigin } from '@/lib/origin';
export default async function handler(req, res) {
  if (req.method !== 'POST') return res.status(405).end();
  if (!sameOrigin(req)) return res.status(403).end();
  const id = req.cookies[lucia.sessionCookieName];
  if (id) await lucia.invalidateSession(id);
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).status(200).end();
}
