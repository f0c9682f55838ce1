import type { NextApiRequest, NextApiResponse } from 'next';
import { $lucia } from '#auth';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export default async function verifyEmail(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'GET') {
    res.status(405).end();
    return;
  }
  const { token } = req.query;
  const userId = typeof token === 'string' ? await redeemToken(token, 'verify-email') : null;
  if (!userId) {
    res.status(400).send('This link is not valid any more.');
    return;
  }
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  res.redirect(303, '/login');
}
