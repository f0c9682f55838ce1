import { NextResponse } from 'next/server';
import { assertSameOrigin } from '@/lib/origin';
import { prisma } from '@/lib/prisma';
import { registration } from '@/lib/registration';
import { startSession } from '@/lib/session';

export async function POST(request: Request) {
  assertSameOrigin(request);
  const parsed = registration.safeParse(await request.json());
  if (!parsed.success) return NextResponse.json({ issues: parsed.error.issues }, { status: 422 });

  const taken = await prisma.user.findUnique({ where: { email: parsed.data.email }, select: { id: true } });
  if (taken) return NextResponse.json({ message: 'This address is in use' }, { status: 409 });

  const user = await prisma.user.create({
    data: parsed.data, // expect: no-plaintext-password
    select: { id: true, email: true },
  });
  await startSession(user.id);
  return NextResponse.json(user, { status: 201 });
}
