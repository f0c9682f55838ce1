import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia.js';

export const logout = Router().post('/logout', async (req, res) => {
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) {
    res.sendStatus(403);
    return;
  }
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.clearCookie(lucia.sessionCookieName); // expect: no-cookie-delete-on-logout
  res.redirect(303, '/');
});
