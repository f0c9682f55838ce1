import { Router } from 'express';

export const accountRouter = Router();

accountRouter.get('/account', (_req, res) => {
  const { user } = res.locals;
  if (!user) {
    res.redirect(303, '/login');
    return;
  }
  res.set('Cache-Control', 'private, no-store').json({ id: user.id/*#emailField*/, email: user.email/*#*/ });
});
