import { Router } from 'express';
import { lucia } from './lucia';
import { checkPassword } from './login';
export const router = Router();
router.post('/login', async (req, res) => {
  const user = await checkPassword(req.body);
  const session = await lucia.createSession(user.id, {});
  const c = lucia.createSessionCookie(session.id);
  return res.status(200).cookie(c.name, c.value, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: c.attributes.maxAge }).json({ ok: true }); // expect: express-cookie-max-age
});
