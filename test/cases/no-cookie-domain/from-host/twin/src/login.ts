import { Router } from 'express';
import { lucia } from './auth';
import { check } from './users';
export const login = Router();
login.post('/login', async (req, res) => {
  const user = await check(req.body);
  if (!user) return res.status(400).end();
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  res.cookie('tenant', 'x', { domain: req.hostname, secure: true, httpOnly: true, sameSite: 'lax' });
  res.appendHeader('Set-Cookie', cookie.serialize()).redirect('/');
});
