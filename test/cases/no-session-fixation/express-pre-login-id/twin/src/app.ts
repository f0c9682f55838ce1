import cookieParser from 'cookie-parser';
import express from 'express';
import { verifyRequestOrigin } from 'lucia';
import { login } from './auth/login';

const app = express();
app.use(express.urlencoded({ extended: false }), cookieParser());
app.use((req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  const { origin, host } = req.headers;
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return res.status(403).end();
  next();
});
app.post('/login', (req, res, next) => login(req, res).catch(next));
app.listen(8000);
