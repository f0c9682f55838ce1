import { Router } from 'express';
import { requireUser } from './middleware';
import { prisma } from './prisma';

export const router = Router();
router.get('/files', requireUser, async (req, res) => {
  const owner = res.locals.user!.id;
  res.json(await prisma.file.findMany({ where: { owner } }));
});
