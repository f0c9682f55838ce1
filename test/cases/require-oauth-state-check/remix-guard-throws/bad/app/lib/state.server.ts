import { createCookie } from '@remix-run/node';

export const stateCookie = createCookie('gh_state', {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 600,
});

export async function assertState(request: Request): Promise<void> {
  const received = new URL(request.url).searchParams.get('state');
  const expected: unknown = await stateCookie.parse(request.headers.get('Cookie'));
  if (!received || typeof expected !== 'string' || expected === '' || expected !== received) {
    console.warn('OAuth state mismatch on callback');
  }
}
