import argon2 from 'argon2';
import { verifyRequestOrigin } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { lucia } from '../../lib/auth';
import { prisma } from '../../lib/db';
import { decoy } from '../../lib/decoy';

export default async function login(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  const { email, password } = req.body as { email?: string; password?: string };
  if (typeof email !== 'string' || typeof password !== 'string') return res.status(400).end();
  const user = await prisma.user.findUnique({ where: { email } });
  let stored = user?.passwordHash;
  stored ||= decoy;
  const ok = await argon2.verify(stored, password);
  if (!user || !user.passwordHash || !ok) return res.status(401).json({ error: 'Wrong e-mail or password' });
  const session = await lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return res.status(200).json({ ok: true });
}
