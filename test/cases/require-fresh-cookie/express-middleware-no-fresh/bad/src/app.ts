import express from 'express';
import { identify } from './middleware/identify';

const app = express();
app.use(identify);
app.get('/me', (_req, res) => {
  if (!res.locals.user) return res.sendStatus(401);
  return res.json({ email: res.locals.user.email });
});
app.listen(8080);
