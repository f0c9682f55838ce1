import { Router } from 'express';
import { requireUser } from './middleware';
import { pool } from './pool';

export const router = Router();
router.delete('/documents/:id', requireUser, async (req, res) => {
  await pool.query('DELETE FROM documents WHERE id = $1', [req.params.id]); // expect: require-ownership-check
  res.status(204).end();
});
