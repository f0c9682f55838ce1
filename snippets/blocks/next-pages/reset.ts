import type { NextApiRequest, NextApiResponse } from 'next';
import { $lucia } from '#auth';
import { readPassword } from '#credentials';
import { isSameOrigin } from '#origin';
import { hashPassword } from '#password';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export default async function resetPassword(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.status(405).end();
    return;
  }
  if (!isSameOrigin(req)) {
    res.status(403).end();
    return;
  }
  const token: unknown = req.body?.token;
  const password = readPassword(req.body?.password);
  if (!password) {
    res.status(400).send('Enter a password of at least 8 characters.');
    return;
  }
  const userId = typeof token === 'string' ? await redeemToken(token, 'reset-password') : null;
  if (!userId) {
    res.status(400).send('This link is not valid any more.');
    return;
  }

  const passwordHash = await hashPassword(password);
  await $lucia.invalidateUserSessions(userId);
  await setPasswordHash(userId, passwordHash);
  // Whoever has the link reads the mail of this address.
  await markEmailVerified(userId);
  res.redirect(303, '/login');
}
