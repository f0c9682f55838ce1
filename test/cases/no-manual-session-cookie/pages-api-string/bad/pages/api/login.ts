import { verify } from '@node-rs/argon2';
import { verifyRequestOrigin } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { lucia, prisma } from '../../lib/lucia';

const UNKNOWN = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();

  const { email, password } = req.body;
  if (typeof email !== 'string' || typeof password !== 'string') return res.status(400).end();
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || UNKNOWN, password);
  if (!user || !ok) return res.status(401).json({ message: 'Wrong e-mail or password' });

  const { id, expiresAt } = await lucia.createSession(user.id, {});
  const parts = [
    `${lucia.sessionCookieName}=${id}`,
    'Path=/',
    'HttpOnly',
    'Secure',
    'SameSite=Lax',
    `Expires=${expiresAt.toUTCString()}`,
  ];
  res.setHeader('Set-Cookie', parts.join('; ')); // expect: no-manual-session-cookie
  return res.status(204).end();
}
