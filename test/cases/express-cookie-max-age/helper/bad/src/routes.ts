import { Router } from 'express';
import { lucia } from './lucia';
import { send } from './cookie';
import { checkPassword } from './login';
export const router = Router();
router.post('/login', async (req, res) => {
  const user = await checkPassword(req.body);
  const session = await lucia.createSession(user.id, {});
  send(res, lucia.createSessionCookie(session.id));
  res.end();
});
