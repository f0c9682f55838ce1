import express from 'express';
import { verifyRequestOrigin } from 'lucia';
import { attachSession } from './auth/middleware';
import { profile } from './routes/profile';

const app = express();
app.use((req, res, next) => {
  if (req.method === 'GET') return next();
  const origin = req.headers.origin ?? null;
  const host = req.headers.host ?? null;
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return res.status(403).end();
  return next();
});
app.use(attachSession);
app.use(profile);
app.listen(3000);
