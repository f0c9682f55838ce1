import { OAuth2RequestError } from 'arctic';
import { generateIdFromEntropySize } from 'lucia';
import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { db } from '@/db';
import { userTable } from '@/db/schema';
import { github, stateCookieName } from '@/lib/github';
import { signIn } from '@/lib/session';
import { findUserByGithubId } from '@/lib/users';

interface GitHubUser {
  readonly id: number;
  readonly login: string;
}

export async function GET(request: NextRequest): Promise<NextResponse> {
  const code = request.nextUrl.searchParams.get('code');
  const state = request.nextUrl.searchParams.get('state');
  const storedState = (await cookies()).get(stateCookieName)?.value;
  if (!code || !state || !storedState || state !== storedState) {
    return NextResponse.json({ error: 'Invalid state' }, { status: 400 });
  }

  try {
    const tokens = await github.validateAuthorizationCode(code);
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken}` },
    });
    const githubUser = (await answer.json()) as GitHubUser;

    let userId = (await findUserByGithubId(String(githubUser.id)))?.id;
    if (!userId) {
      userId = generateIdFromEntropySize(10);
      await db.insert(userTable).values({
        id: userId,
        email: `${githubUser.login}@users.noreply.github.com`,
        githubId: String(githubUser.id),
      });
    }
    await signIn(userId);
    return NextResponse.redirect(new URL('/notes', request.url));
  } catch (error) {
    if (error instanceof OAuth2RequestError) return NextResponse.json({ error: 'Invalid code' }, { status: 400 });
    throw error;
  }
}
