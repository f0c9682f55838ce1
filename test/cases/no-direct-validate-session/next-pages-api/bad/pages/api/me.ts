import type { NextApiRequest, NextApiResponse } from 'next';
import { luciaAuth } from '../../server/lucia';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') return res.status(405).end();
  const { user } = await luciaAuth.validateSession(req.cookies[luciaAuth.sessionCookieName] ?? ''); // expect: no-direct-validate-session
  if (!user) return res.status(401).json({ error: 'unauthorized' });
  return res.status(200).json({ id: user.id, email: user.email });
}
