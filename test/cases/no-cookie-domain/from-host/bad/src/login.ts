import { Router } from 'express';
import { luciaFor } from './auth';
import { check } from './users';
export const login = Router();
login.post('/login', async (req, res) => {
  const user = await check(req.body);
  if (!user) return res.status(400).end();
  const lucia = luciaFor(req.hostname);
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookie.attributes.domain = req.headers.host; // expect: no-cookie-domain
  res.appendHeader('Set-Cookie', cookie.serialize()).redirect('/');
});
