import { NextResponse } from 'next/server';
import { prices } from '@/lib/prices';
export async function GET() {
  return NextResponse.json(await prices(), { headers: { 'Cache-Control': 's-maxage=60' } });
}
