import { Router } from 'express';
import { currentSession } from '../session';
import { removeUser } from '../db/users';
export const admin = Router();

admin.delete('/users/:id', async (req, res) => {
  const layout = JSON.parse(req.cookies.layout ?? '{}');
  const { user } = await currentSession(req);
  if (user?.role !== 'admin') return res.status(403).json({ error: 'forbidden' });
  await removeUser(req.params.id);
  res.status(200).json({ dense: layout.dense === true });
});
