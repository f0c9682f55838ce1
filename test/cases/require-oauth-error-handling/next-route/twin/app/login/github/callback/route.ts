import { cookies } from 'next/headers';
import { github, lucia } from '@/lib/auth';
import { answering } from '@/lib/route';
import { upsertGitHubUser } from '@/lib/users';
export const GET = answering(async (request) => {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const stored = cookies().get('gh_state')?.value;
  if (!code || !state || !stored || state !== stored) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(code);
  const user = await upsertGitHubUser(tokens.accessToken);
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
  return new Response(null, { status: 302, headers: { Location: '/' } });
});
