import { Router } from 'express';
import { lucia } from './lucia';
import { checkPassword } from './login';
export const router = Router();
router.post('/login', async (req, res) => {
  const user = await checkPassword(req.body);
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  res.appendHeader('Set-Cookie', cookie.serialize()).end();
});
