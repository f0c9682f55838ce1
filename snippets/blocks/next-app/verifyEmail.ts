import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { $lucia } from '#auth';
import { redeemToken } from '#tokens';
import { markEmailVerified } from '#users';

export async function GET(request: NextRequest): Promise<NextResponse> {
  const token = request.nextUrl.searchParams.get('token');
  const userId = token ? await redeemToken(token, 'verify-email') : null;
  if (!userId) return new NextResponse('This link is not valid any more.', { status: 400 });
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  return new NextResponse(null, { status: 303, headers: { Location: '/login' } });
}
