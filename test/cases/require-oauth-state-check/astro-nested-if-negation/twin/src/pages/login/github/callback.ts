import type { APIContext } from 'astro';
import { GitHub } from 'arctic';
import { db } from '../../../db';
import { lucia } from '../../../auth';

const github = new GitHub(import.meta.env.GITHUB_ID, import.meta.env.GITHUB_SECRET, null);

export async function GET({ url, cookies, redirect }: APIContext): Promise<Response> {
  const code = url.searchParams.get('code');
  const returned = url.searchParams.get('state');
  const kept = cookies.get('gh_state')?.value ?? null;
  if (code && returned && kept) {
    if (returned === kept) {
      try {
        const tokens = await github.validateAuthorizationCode(code);
        const answer = await fetch('https://api.github.com/user', {
          headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'site' },
        });
        const { id } = await answer.json();
        const row = db.prepare('SELECT id FROM user WHERE github_id = ?').get(id) as { id: string } | undefined;
        if (!row) return redirect('/signup');
        const session = await lucia.createSession(row.id, {});
        const cookie = lucia.createSessionCookie(session.id);
        cookies.set(cookie.name, cookie.value, cookie.attributes);
        return redirect('/');
      } catch {
        return new Response('Sign-in failed', { status: 502 });
      }
    }
  }
  return new Response('Invalid request', { status: 400 });
}
