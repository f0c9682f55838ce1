import type { Request, Response } from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function create(req: Request, res: Response) {
  await prisma.post.create({ data: { title: req.body.title } });
  res.status(201).end();
}
export async function publish(req: Request, res: Response) { // expect: require-session-check
  await prisma.post.update({ where: { id: req.params.id }, data: { published: true } });
  res.status(204).end();
}
