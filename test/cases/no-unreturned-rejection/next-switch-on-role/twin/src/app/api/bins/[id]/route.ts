import { eq } from 'drizzle-orm';
import { NextResponse } from 'next/server';
import { sameOrigin, validateRequest } from '@/lib/auth';
import { db } from '@/lib/db';
import { bins } from '@/lib/schema';

export async function PUT(request: Request, { params }: { params: { id: string } }) {
  if (!sameOrigin()) return NextResponse.json({ error: 'Bad origin' }, { status: 403 });
  const { user } = await validateRequest();
  switch (user?.role) {
    case 'lead':
    case 'picker':
      break;
    case 'auditor':
      return NextResponse.json({ error: 'Auditors may only look' }, { status: 403 });
    default:
      return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }
  const { count } = await request.json();
  if (!Number.isInteger(count) || count < 0) {
    return NextResponse.json({ error: 'Bad count' }, { status: 400 });
  }
  await db.update(bins).set({ count }).where(eq(bins.id, params.id));
  return NextResponse.json({ id: params.id, count });
}
