import { Router } from 'express';
import { prisma } from './prisma';

export const router = Router();
router.get('/files', async (req, res) => {
  const owner = res.locals.user!.id; // expect: no-unchecked-session
  res.json(await prisma.file.findMany({ where: { owner } }));
});
