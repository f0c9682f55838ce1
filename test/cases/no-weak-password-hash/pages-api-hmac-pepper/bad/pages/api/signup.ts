import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import type { NextApiRequest, NextApiResponse } from 'next';
import { auth } from '../../lib/auth';
import { prisma } from '../../lib/db';
import { protect } from '../../lib/pepper';

export default async function signup(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  const { email, password } = req.body as { email?: string; password?: string };
  if (!email || typeof password !== 'string' || password.length < 8 || password.length > 255) return res.status(400).end();
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email, passwordHash: await protect(password) } });
  const session = await auth.createSession(id, {});
  res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
  return res.status(201).json({ ok: true });
}
