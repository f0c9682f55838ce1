import { Router } from 'express';
import { lucia } from './lucia';
export const router = Router();
router.post('/handoff', async (req, res) => {
  const { sessionId } = req.body;
  res.setHeader('Set-Cookie', lucia.createSessionCookie(sessionId).serialize()); // expect: no-session-fixation
  res.end();
});
