import type { NextApiHandler } from 'next';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { auth } from '../../lib/auth';
import { pool } from '../../lib/db';
import { makeHash } from '../../lib/scrypt';

const handlers: Record<string, NextApiHandler> = {
  POST: async (req, res) => {
    const { email, password } = req.body as { email?: string; password?: string };
    if (!email || !password || password.length < 8 || password.length > 255) return res.status(400).end();
    const id = generateIdFromEntropySize(10);
    const hashed = await makeHash(password);
    const params = [id, email, password, hashed.length];
    await pool.query('INSERT INTO auth_user (id, email, password_hash, password_length) VALUES ($1, $2, $3, $4)', params); // expect: no-plaintext-password
    const session = await auth.createSession(id, {});
    res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
    return res.status(201).json({ ok: true });
  },
};

export default function route(req: Parameters<NextApiHandler>[0], res: Parameters<NextApiHandler>[1]) {
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  const handler = handlers[req.method ?? ''];
  return handler ? handler(req, res) : res.status(405).end();
}
