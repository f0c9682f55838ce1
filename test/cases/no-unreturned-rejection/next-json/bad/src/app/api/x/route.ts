import { NextResponse } from 'next/server';
import { validateRequest } from '@/lib/auth';
import { wipe } from '@/lib/wipe';

export async function DELETE() {
  const { user } = await validateRequest();
  if (!user) NextResponse.json({ error: 'Unauthorized' }, { status: 401 }); // expect: no-unreturned-rejection
  await wipe();
  return NextResponse.json({ ok: true });
}
