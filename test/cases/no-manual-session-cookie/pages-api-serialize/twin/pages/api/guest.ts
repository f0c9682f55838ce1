import { serialize } from 'cookie';
import type { NextApiRequest, NextApiResponse } from 'next';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { auth } from '../../lib/auth';
import { prisma } from '../../lib/db';
import { LOCALE_COOKIE } from '../../lib/names';

export default async function guest(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  const id = generateIdFromEntropySize(10);
  await prisma.user.create({ data: { id, email: `${id}@guest.invalid` } });
  const session = await auth.createSession(id, {});
  res.appendHeader('Set-Cookie', serialize(LOCALE_COOKIE, 'en', { path: '/' }));
  const made = auth.createSessionCookie(session.id);
  res.appendHeader('Set-Cookie', made.serialize());
  return res.status(201).json({ ok: true });
}
