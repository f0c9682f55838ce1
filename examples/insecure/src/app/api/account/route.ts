import { NextResponse } from 'next/server';
import { validateRequest } from '@/lib/session';

export async function GET(): Promise<NextResponse> {
  const { user, session } = await validateRequest();
  if (!session) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });

  console.log('account read by', user.id, session.id);
  return NextResponse.json({ id: user.id, expiresAt: session.expiresAt });
}
