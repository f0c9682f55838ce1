import { Router } from 'express';
import { requireUser } from './middleware';
import { loadBilling } from './billing';

export const router = Router();
router.get('/billing', requireUser, async (req, res) => {
  res.json(await loadBilling(res.locals.user.id));
});
