import { Router } from 'express';
import { lucia } from './lucia';
import { checkPassword } from './login';

export const router = Router();
router.post('/login', async (req, res) => {
  const user = await checkPassword(req.body);
  const session = await lucia.createSession(user.id, { device: String(req.body.device).slice(0, 80) });
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).end();
});
