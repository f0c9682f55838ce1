import { generateCodeVerifier, generateState, Google } from 'arctic';
import { NextResponse } from 'next/server';

const google = new Google(process.env.GG_ID!, process.env.GG_SECRET!, process.env.GG_CALLBACK!);
const flags = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 } as const;

export function GET() {
  const state = generateState();
  const verifier = generateCodeVerifier();
  const response = NextResponse.redirect(google.createAuthorizationURL(state, verifier, ['openid']));
  response.cookies.set('gg_state', state, flags);
  response.cookies.set({ name: 'gg_verifier', value: verifier, ...flags, maxAge: 300 });
  return response;
}
