import { GitHub } from 'arctic';
import { NextResponse } from 'next/server';
import { lucia } from '../../../lib/auth';
import { prisma } from '../../../lib/db';
import { withState } from '../../../lib/with-state';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export const GET = withState('gh_state', async (request, code) => {
  try {
    const tokens = await github.validateAuthorizationCode(code);
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}` },
    });
    const profile: { id: number } = await answer.json();
    const known = await prisma.user.findUnique({ where: { githubId: String(profile.id) } });
    if (!known) return NextResponse.redirect(new URL('/signup', request.url));
    const session = await lucia.createSession(known.id, {});
    const response = NextResponse.redirect(new URL('/', request.url));
    const cookie = lucia.createSessionCookie(session.id);
    response.cookies.set(cookie.name, cookie.value, cookie.attributes);
    return response;
  } catch {
    return new NextResponse('Sign-in failed', { status: 502 });
  }
});
