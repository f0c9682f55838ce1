import type { Request, Response } from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export class PostsController {
  remove = async (req: Request, res: Response) => { // expect: require-session-check
    await prisma.post.delete({ where: { id: req.params.id } });
    res.status(204).end();
  };
}
