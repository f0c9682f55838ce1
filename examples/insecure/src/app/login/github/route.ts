import { generateState } from 'arctic';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { github, stateCookieName } from '@/lib/github';

export async function GET(): Promise<NextResponse> {
  const state = generateState();
  const url = await github.createAuthorizationURL(state, { scopes: ['user:email'] });

  (await cookies()).set(stateCookieName, state, {
    path: '/',
    sameSite: 'lax',
    maxAge: 60 * 10,
  });
  return NextResponse.redirect(url);
}
