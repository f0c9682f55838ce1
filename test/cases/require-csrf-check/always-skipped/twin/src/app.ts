import express from 'express';
import { lucia } from './lucia';
import { origin } from './origin';
const app = express();
app.use(origin);
app.post('/logout', async (req, res) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).end();
});
app.listen(3000);
