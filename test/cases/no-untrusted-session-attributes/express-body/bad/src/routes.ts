import { Router } from 'express';
import { lucia } from './lucia';
import { checkPassword } from './login';

export const router = Router();
router.post('/login', async (req, res) => {
  const user = await checkPassword(req.body);
  const { email, password, ...meta } = req.body;
  const session = await lucia.createSession(user.id, meta); // expect: no-untrusted-session-attributes
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).end();
});
