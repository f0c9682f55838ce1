import { Router } from 'express';
import { report } from './report';
export const router = Router();
router.get('/report', async (req, res) => {
  if (res.locals.user?.role !== 'admin') return res.status(403).end();
  res.json(await report());
});
