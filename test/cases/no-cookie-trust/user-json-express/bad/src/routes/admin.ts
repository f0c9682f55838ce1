import { Router } from 'express';
import { removeUser } from '../db/users';
export const admin = Router();

admin.delete('/users/:id', async (req, res) => {
  const me = JSON.parse(req.cookies.profile ?? '{}'); // expect: no-cookie-trust
  if (me.role !== 'admin') return res.status(403).json({ error: 'forbidden' });
  await removeUser(req.params.id);
  res.status(204).end();
});
