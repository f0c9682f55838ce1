import { Router } from 'express';
import { endSession } from './session-service';
import { lucia } from './lucia';

export const router = Router();
router.get('/sign-out', async (req, res) => {
  if (!res.locals.session) return res.redirect('/');
  await endSession(res.locals.session.id); // expect: no-get-state-change
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/');
});
