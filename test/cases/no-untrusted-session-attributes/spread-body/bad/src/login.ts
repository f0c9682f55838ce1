import { Router } from 'express';
import { lucia } from './auth';
import { verifyUser } from './users';
export const login = Router();
login.post('/login', async (req, res) => {
  const { email, password, ...extra } = req.body;
  const user = await verifyUser(email, password);
  if (!user) return res.status(400).json({ error: 'Wrong e-mail or password' });
  const session = await lucia.createSession(user.id, extra); // expect: no-untrusted-session-attributes
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
});
