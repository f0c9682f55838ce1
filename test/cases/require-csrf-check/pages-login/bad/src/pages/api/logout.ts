import { lucia } from '@/lib/auth';
export default async function handler(req, res) { // expect: require-csrf-check
  if (req.method !== 'POST') return res.status(405).end();
  const id = req.cookies[lucia.sessionCookieName];
  if (id) await lucia.invalidateSession(id);
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).status(200).end();
}
