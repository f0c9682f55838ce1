import { Router } from 'express';
import { wipe } from './wipe';

export const router = Router();
router.delete('/all', async (req, res) => {
  if (!res.locals.user) {
    res.status(401).end();
    return;
  }
  await wipe();
  res.json({ ok: true });
});
