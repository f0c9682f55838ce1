import type { NextApiRequest, NextApiResponse } from 'next';
import { prisma } from '@/lib/prisma';
export default async function handler(req: NextApiRequest, res: NextApiResponse) { // expect: require-session-check
  if (req.method === 'POST') {
    const item = await prisma.item.create({ data: { name: req.body.name } });
    return res.status(201).json(item);
  }
  res.status(405).end();
}
