import { Router } from 'express';
import { lucia } from '../auth';
import { pool } from '../pool';

export const documents = Router();

documents.get('/', async (req, res, next) => {
  try {
    const sid = req.cookies[lucia.sessionCookieName];
    const { session } = sid ? await lucia.validateSession(sid) : { session: null };
    if (!session) {
      return res.redirect('/login');
    }
    const [rows] = await pool.query('select id, title, signed_at from house_rule order by title');
    return res.render('documents', { rows });
  } catch (error) {
    return next(error);
  }
});
