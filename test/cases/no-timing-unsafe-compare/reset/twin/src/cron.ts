import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { lucia } from './auth';
const { CRON_SECRET = '', NODE_ENV } = process.env;
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
export const cron = Router();
cron.post('/cron/cleanup', async (req, res) => {
  const [scheme, token = ''] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || CRON_SECRET === '' || !same(token, CRON_SECRET)) return res.status(401).end();
  if (NODE_ENV !== 'test') await lucia.deleteExpiredSessions();
  res.status(204).end();
});
