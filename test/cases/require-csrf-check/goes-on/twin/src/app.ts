import express from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';
const app = express();
app.use((req, res, next) => {
  if (req.method === 'GET') return next();
  const origin = req.headers.origin ?? '';
  if (!verifyRequestOrigin(origin, [req.headers.host ?? ''])) {
    res.status(403).end();
    return;
  }
  next();
});
app.post('/logout', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).end();
});
app.listen(3000);
