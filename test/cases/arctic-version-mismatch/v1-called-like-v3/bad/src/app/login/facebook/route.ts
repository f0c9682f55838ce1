import { generateState } from 'arctic';
import { cookies } from 'next/headers';
import { facebook } from '@/lib/oauth';

export async function GET(): Promise<Response> {
  const state = generateState();
  const url = await facebook.createAuthorizationURL(state, ['email', 'public_profile']); // expect: arctic-version-mismatch
  cookies().set('facebook_oauth_state', state, {
    path: '/',
    secure: process.env.NODE_ENV === 'production',
    httpOnly: true,
    maxAge: 60 * 10,
    sameSite: 'lax',
  });
  return Response.redirect(url);
}
