import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { $lucia } from '#auth';
import { clientAddress } from '#clientAddress';
import { readEmail, readPassword } from '#credentials';
import { isSameOrigin } from '#origin';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { createUser } from '#users';
import { sendVerificationMail } from '#verification';

export default async function signup(req: NextApiRequest, res: NextApiResponse): Promise<void> {
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
    res.redirect(303, '/signup?error=input');
    return;
  }
  if (isThrottled(`signup:${clientAddress(req)}`, 20)) {
    res.redirect(303, '/signup?error=throttled');
    return;
  }

  const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  const passwordHash = await hashPassword(password);
  if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
    res.redirect(303, '/signup?error=used');
    return;
  }
  await sendVerificationMail(userId, email);

  const session = await $lucia.createSession(userId, {});
  res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  res.redirect(303, '/');
}
