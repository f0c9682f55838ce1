import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { eq } from 'drizzle-orm';
import { GitHub } from 'arctic';
import { lucia } from '../../../../../lib/auth';
import { db } from '../../../../../lib/db';
import { users } from '../../../../../lib/schema';

const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!);

export const GET = async (req: NextRequest) => {
  const code = req.nextUrl.searchParams.get('code');
  const state = cookies().get('state')?.value;
  const storedState = cookies().get('state')?.value;
  const ok = Boolean(code && state && storedState) && state === storedState;
  if (!ok) {
    return NextResponse.json({ error: 'invalid_request' }, { status: 400 });
  }
  try {
    const tokens = await github.validateAuthorizationCode(code!); // expect: require-oauth-state-check
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken}` },
    });
    const profile = (await answer.json()) as { id: number };
    const existing = await db.query.users.findFirst({ where: eq(users.githubId, String(profile.id)) });
    if (!existing) return NextResponse.redirect(new URL('/signup', req.url));
    const session = await lucia.createSession(existing.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies().set(cookie.name, cookie.value, cookie.attributes);
    return NextResponse.redirect(new URL('/', req.url));
  } catch {
    return NextResponse.json({ error: 'exchange_failed' }, { status: 502 });
  }
};
