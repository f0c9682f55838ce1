import { GitHub, OAuth2RequestError } from 'arctic';
import { cookies } from 'next/headers';
import { prisma } from '../../../../lib/db';
import { lucia } from '../../../../lib/auth';

const provider = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!, null);

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const code = searchParams.get('code');
  const state = searchParams.get('state');
  const jar = await cookies();
  const stored = jar.get('github_state')?.value ?? null;
  if (!code) return new Response('Missing code', { status: 400 });
  try {
    const tokens = await provider.validateAuthorizationCode(code); // expect: require-oauth-state-check
    if (!state || !stored || state !== stored) {
      return new Response('Bad state', { status: 400 });
    }
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}` },
    });
    if (!answer.ok) return new Response('Upstream error', { status: 502 });
    const profile: { id: number } = await answer.json();
    const known = await prisma.user.findUnique({ where: { githubId: String(profile.id) } });
    if (!known) return Response.redirect(new URL('/signup', request.url));
    const session = await lucia.createSession(known.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    jar.set(cookie.name, cookie.value, cookie.attributes);
    return Response.redirect(new URL('/', request.url));
  } catch (error) {
    if (error instanceof OAuth2RequestError) return new Response('Invalid code', { status: 400 });
    return new Response('Server error', { status: 500 });
  }
}
