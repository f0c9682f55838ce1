import { Router } from 'express';
import { lucia } from '../auth';
import { pool } from '../pool';

export const documents = Router();

documents.get('/', async (req, res, next) => {
  try {
    if (!req.cookies[lucia.sessionCookieName]) {
      // expect: no-cookie-trust
      return res.redirect('/login');
    }
    const [rows] = await pool.query('select id, title, signed_at from house_rule order by title');
    return res.render('documents', { rows });
  } catch (error) {
    return next(error);
  }
});
