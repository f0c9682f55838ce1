import { Router } from 'express';
import { report } from './report';
export const router = Router();
router.get('/report', async (req, res) => {
  if (req.cookies.role !== 'admin') return res.status(403).end(); // expect: no-cookie-trust
  res.json(await report());
});
