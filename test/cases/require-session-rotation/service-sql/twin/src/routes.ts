import { Router } from 'express';
import { requireUser } from './middleware';
import { users } from './users';
export const router = Router();
router.post('/account/password', requireUser, async (req, res) => {
  await users.setPassword(res.locals.user.id, String(req.body.password));
  res.status(204).end();
});
