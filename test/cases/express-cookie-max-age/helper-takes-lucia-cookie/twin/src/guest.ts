import { Router } from 'express';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { send } from './cookies';
import { db, lucia } from './lucia';

export const guest = Router();

guest.post('/guest', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const id = generateIdFromEntropySize(10);
    await db.collection<{ _id: string; guest: boolean }>('users').insertOne({ _id: id, guest: true });
    const session = await lucia.createSession(id, {});
    send(res, lucia.createSessionCookie(session.id));
    return res.sendStatus(204);
  } catch (error) {
    return next(error);
  }
});
