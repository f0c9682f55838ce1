import type { NextApiRequest, NextApiResponse } from 'next';
import { lucia } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
import { userOf } from '@/lib/api-auth';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await userOf(req, res);
  if (!user) return res.status(401).end();
  if (req.method === 'POST') {
    const item = await prisma.item.create({ data: { name: req.body.name, ownerId: user.id } });
    return res.status(201).json(item);
  }
  res.status(405).end();
}
