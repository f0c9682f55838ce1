import { NextResponse } from 'next/server';
import { db } from '@/db';
import { noteTable } from '@/db/schema';
import { validateRequest } from '@/lib/session';

/** How many notes there are, for people who are signed in. */
export async function GET(): Promise<NextResponse> {
  if (!validateRequest()) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });

  return NextResponse.json({ notes: await db.$count(noteTable) });
}
