import { Router } from 'express';
import { lucia } from './lucia';
export const router = Router();
router.post('/logout', async (req, res) => {
  await lucia.invalidateSession(res.locals.session.id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  res.redirect('/');
});
