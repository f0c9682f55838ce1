import { hash, verify } from '@node-rs/argon2';
import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';
import { pool } from './db';

const dummy = hash(crypto.randomUUID());
export const login = Router();

login.post('/login', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const captcha = jwt.verify(String(req.body.captcha), process.env.CAPTCHA_KEY!);
    if (!captcha) return res.sendStatus(400);
    const { rows } = await pool.query('SELECT id, password_hash FROM auth_user WHERE email = $1', [req.body.email]);
    const stored = rows[0]?.password_hash || (await dummy);
    const ok = await verify(stored, String(req.body.password));
    if (!rows[0]?.password_hash || !ok) return res.status(401).json({ error: 'Wrong e-mail or password' });
    const session = await lucia.createSession(rows[0].id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return res.json({ ok: true });
  } catch (error) {
    return next(error);
  }
});
