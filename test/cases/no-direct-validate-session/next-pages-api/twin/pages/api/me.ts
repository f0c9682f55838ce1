import type { NextApiRequest, NextApiResponse } from 'next';
import { readUser } from '../../server/with-user';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') return res.status(405).end();
  const { user } = await readUser(req, res);
  if (!user) return res.status(401).json({ error: 'unauthorized' });
  return res.status(200).json({ id: user.id, email: user.email });
}
