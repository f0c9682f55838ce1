import { Router } from 'express';
import { wipe } from './wipe';

export const router = Router();
router.delete('/all', async (req, res) => {
  if (!res.locals.user) {
    res.status(401); // expect: no-unreturned-rejection
  }
  await wipe();
  res.json({ ok: true });
});
