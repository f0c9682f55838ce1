import { Router } from 'express';
import { pool, sellerOnly } from './auth';

const ads = Router();

ads.get('/mine', sellerOnly, async (req, res, next) => {
  try {
    const [rows] = await pool.query('select id, title from ad where seller_id = ?', [res.locals.seller.id]);
    res.render('mine', { rows });
  } catch (error) {
    next(error);
  }
});

ads.post('/:id/remove', sellerOnly, async (req, res, next) => {
  try {
    await pool.execute('delete from ad where id = ? and seller_id = ?', [req.params.id, res.locals.seller.id]);
    res.redirect('/ads/mine');
  } catch (error) {
    next(error);
  }
});

export default ads;
