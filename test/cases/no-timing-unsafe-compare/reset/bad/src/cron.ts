import { Router } from 'express';
import { lucia } from './auth';
const { CRON_SECRET } = process.env;
export const cron = Router();
cron.post('/cron/cleanup', async (req, res) => {
  const [, token] = (req.headers.authorization ?? '').split(' ');
  if (token !== CRON_SECRET) return res.status(401).end(); // expect: no-timing-unsafe-compare
  await lucia.deleteExpiredSessions();
  res.status(204).end();
});
