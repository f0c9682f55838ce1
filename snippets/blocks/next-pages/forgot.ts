import type { NextApiRequest, NextApiResponse } from 'next';
import { clientAddress } from '#clientAddress';
import { readEmail } from '#credentials';
import { isSameOrigin } from '#origin';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';

export default function forgotPassword(req: NextApiRequest, res: NextApiResponse): void {
  if (req.method !== 'POST') {
    res.status(405).end();
    return;
  }
  if (!isSameOrigin(req)) {
    res.status(403).end();
    return;
  }
  const email = readEmail(req.body?.email);
  if (email && !isThrottled(`reset:${clientAddress(req)}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // Not awaited: the time of the answer must not tell whether the address is known.
    void sendResetMail(email);
  }
  res.redirect(303, '/forgot-password?sent=1');
}
