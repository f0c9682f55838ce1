import { NextResponse } from 'next/server';
import { PrismaClient } from '@prisma/client';
import { getSession } from '@/lib/session';
const prisma = new PrismaClient();
export async function POST(request: Request) { // expect: require-csrf-check
  const { user } = await getSession();
  if (!user) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  const form = await request.formData();
  await prisma.user.update({ where: { id: user.id }, data: { name: String(form.get('name')) } });
  return NextResponse.json({ ok: true });
}
