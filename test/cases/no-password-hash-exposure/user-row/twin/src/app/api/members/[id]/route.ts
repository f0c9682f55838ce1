import { NextResponse } from 'next/server';
import { memberById } from '@/lib/members';
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const member = await memberById((await params).id);
  return NextResponse.json(member);
}
