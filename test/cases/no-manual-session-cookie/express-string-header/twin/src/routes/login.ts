import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../auth';
import { pool } from '../db';
import { checkPassword, DUMMY_HASH } from '../passwords';

export const login = Router();

login.post('/login', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const { email, password } = req.body;
    if (typeof email !== 'string' || typeof password !== 'string') return res.sendStatus(400);
    const { rows } = await pool.query('SELECT id, password_hash FROM auth_user WHERE email = $1', [email]);
    const account = rows[0];
    const ok = await checkPassword(account?.password_hash || DUMMY_HASH, password);
    if (!account || !account.password_hash || !ok) return res.status(401).json({ error: 'Wrong e-mail or password' });
    const session = await lucia.createSession(account.id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    res.appendHeader('Set-Cookie', 'last_login_method=password; Path=/; Secure; SameSite=Lax');
    return res.json({ ok: true });
  } catch (error) {
    return next(error);
  }
});
