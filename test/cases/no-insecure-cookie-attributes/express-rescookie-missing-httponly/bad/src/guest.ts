import { Router } from 'express';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { pool } from './db';
import { lucia } from './lucia';
import { sendSession } from './send-session';

export const guest = Router();

guest.post('/guest', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const id = generateIdFromEntropySize(10);
    await pool.query('INSERT INTO auth_user (id) VALUES ($1)', [id]);
    const session = await lucia.createSession(id, {});
    sendSession(res, session.id);
    return res.status(201).json({ ok: true });
  } catch (error) {
    return next(error);
  }
});
