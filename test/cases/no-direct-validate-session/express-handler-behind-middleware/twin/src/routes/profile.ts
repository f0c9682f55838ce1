import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { pool } from '../auth/db';

export const profile = Router();

profile.get('/profile', async (req, res, next) => {
  try {
    const user = res.locals.user;
    if (!user) return res.status(401).json({ error: 'unauthenticated' });
    const { rows } = await pool.query('SELECT id, title FROM posts WHERE author_id = $1', [user.id]);
    return res.json({ email: user.email, posts: rows });
  } catch (error) {
    return next(error);
  }
});

// signed download links carry their own short-lived token
profile.get('/download', (req, res) => {
  try {
    const claims = jwt.verify(String(req.query.t), process.env.DOWNLOAD_KEY!) as { file: string };
    return res.redirect(`/files/${encodeURIComponent(claims.file)}`);
  } catch {
    return res.status(403).json({ error: 'expired' });
  }
});
