import type { NextApiRequest, NextApiResponse } from 'next';
import { $lucia } from '#auth';
import { isSameOrigin } from '#origin';
import { $validateRequest } from '#session';

export default async function logout(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.status(405).end();
    return;
  }
  if (!isSameOrigin(req)) {
    res.status(403).end();
    return;
  }
  const { session } = await $validateRequest(req, res);
  if (session) await $lucia.invalidateSession(session.id);
  res.appendHeader('Set-Cookie', $lucia.createBlankSessionCookie().serialize());
  res.redirect(303, '/login');
}
