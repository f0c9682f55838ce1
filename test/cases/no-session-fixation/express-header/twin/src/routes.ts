import { Router } from 'express';
import { lucia } from './lucia';
import { redeem } from './handoff';
export const router = Router();
router.post('/handoff', async (req, res) => {
  const userId = await redeem(req.body.ticket);
  if (!userId) return res.status(400).end();
  const session = await lucia.createSession(userId, {});
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  res.end();
});
