import argon2 from 'argon2';
import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../lucia';
import { pool } from '../db';

const decoy = argon2.hash('decoy for unknown accounts');
export const router = Router();

router.post('/login', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const { email, password } = req.body ?? {};
    if (typeof email !== 'string' || typeof password !== 'string') return res.sendStatus(400);
    const found = await pool.query('SELECT id, password_hash FROM auth_user WHERE email = $1', [email]);
    const valid = await argon2.verify(found.rows[0]?.password_hash || (await decoy), password);
    if (found.rows.length === 0 || !found.rows[0].password_hash || !valid) {
      return res.status(401).json({ error: 'Wrong e-mail or password' });
    }
    const session = await lucia.createSession(found.rows[0].id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return res.json({ ok: true });
  } catch (error) {
    return next(error);
  }
});
