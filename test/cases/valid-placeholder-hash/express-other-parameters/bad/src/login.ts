import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { pool } from './db';
import { lucia } from './lucia';
import { check } from './password';

export const login = Router();

login.post('/login', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const { email, password } = req.body ?? {};
    if (typeof email !== 'string' || typeof password !== 'string') return res.sendStatus(400);
    const { rows } = await pool.query('SELECT id, password_hash FROM auth_user WHERE email = $1', [email]);
    const user = rows[0];
    const ok = await check(user?.password_hash, password);
    if (!user || !user.password_hash || !ok) return res.status(401).json({ error: 'Wrong e-mail or password' });
    const session = await lucia.createSession(user.id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return res.json({ ok: true });
  } catch (error) {
    return next(error);
  }
});
