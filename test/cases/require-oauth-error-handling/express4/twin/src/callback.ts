import { Router } from 'express';
import { lucia } from './auth';
import { tokenFor } from './exchange';
import { userOf } from './users';
export const callback = Router();
callback.get('/login/github/callback', async (req, res, next) => {
  try {
    const { code, state } = req.query;
    if (typeof code !== 'string' || typeof state !== 'string' || state !== req.cookies.github_state) return res.status(400).end();
    const token = await tokenFor(code);
    if (!token) return res.status(400).end();
    const user = await userOf(token);
    const session = await lucia.createSession(user.id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
  } catch (error) {
    next(error);
  }
});
