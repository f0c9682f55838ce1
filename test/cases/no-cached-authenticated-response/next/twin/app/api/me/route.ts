import { NextResponse } from 'next/server';
import { getAuth } from '@/lib/session';
export async function GET() {
  const { user } = await getAuth();
  if (!user) return NextResponse.json(null, { status: 401 });
  return NextResponse.json({ id: user.id }, { headers: { 'Cache-Control': 'no-store' } });
}
