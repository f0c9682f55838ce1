import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { GitHub } from 'arctic';
import { assertState } from '../lib/state.server';
import { lucia } from '../lib/lucia.server';
import { prisma } from '../lib/db';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export async function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code');
  if (!code) throw new Response('Missing code', { status: 400 });
  await assertState(request);
  const tokens = await github.validateAuthorizationCode(code); // expect: require-oauth-state-check
  const answer = await fetch('https://api.github.com/user', {
    headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'web' },
  });
  const profile: { id: number } = await answer.json();
  const known = await prisma.user.findUnique({ where: { githubId: String(profile.id) } });
  if (!known) return redirect('/signup');
  const session = await lucia.createSession(known.id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
