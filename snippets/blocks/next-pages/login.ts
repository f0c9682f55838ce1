import type { NextApiRequest, NextApiResponse } from 'next';
import { $lucia } from '#auth';
import { clientAddress } from '#clientAddress';
import { readEmail, readPassword } from '#credentials';
import { isSameOrigin } from '#origin';
import { dummyHash, verifyPassword } from '#password';
import { $validateRequest } from '#session';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

export default async function login(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.status(405).end();
    return;
  }
  if (!isSameOrigin(req)) {
    res.status(403).end();
    return;
  }
  const email = readEmail(req.body?.email);
  const password = readPassword(req.body?.password);
  if (!email || !password) {
    res.redirect(303, '/login?error=credentials');
    return;
  }
  if (isThrottled(`login:${clientAddress(req)}`, 50) || isThrottled(`login:${email}`, 10)) {
    res.redirect(303, '/login?error=throttled');
    return;
  }

  // One verify for every request: an unknown address costs as much time as a wrong password.
  const user = await findUserByEmail(email);
  const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
  if (!user || !user.passwordHash || !valid) {
    res.redirect(303, '/login?error=credentials');
    return;
  }

  const previous = await $validateRequest(req, res);
  if (previous.session) await $lucia.invalidateSession(previous.session.id);
  const session = await $lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  res.redirect(303, '/');
}
