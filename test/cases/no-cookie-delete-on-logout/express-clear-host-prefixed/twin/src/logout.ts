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
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  res.redirect(303, '/');
});
