import express from 'express';
import { session } from './session';
import { transfer } from './bank';
const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session);
app.post('/transfer', async (req, res) => {
  if (!res.locals.user) return res.status(401).end();
  await transfer(res.locals.user.id, req.body.to, req.body.amount);
  res.redirect('/');
});
app.listen(3000);
