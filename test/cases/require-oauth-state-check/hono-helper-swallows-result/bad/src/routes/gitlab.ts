import { Hono } from 'hono';
import { GitLab } from 'arctic';
import { auth, stateMatches } from '../lib';
import { db } from '../lib/db';

const gitlab = new GitLab('https://gitlab.com', process.env.GL_ID!, process.env.GL_SECRET!, process.env.GL_CALLBACK!);
export const routes = new Hono();

routes.get('/callback', async (c) => {
  const code = c.req.query('code');
  if (!code) return c.text('Missing code', 400);
  stateMatches(c);
  try {
    const tokens = await gitlab.validateAuthorizationCode(code); // expect: require-oauth-state-check
    const answer = await fetch('https://gitlab.com/api/v4/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}` },
    });
    const { id } = (await answer.json()) as { id: number };
    const row = db.prepare('SELECT id FROM user WHERE gitlab_id = ?').get(id) as { id: string } | undefined;
    if (!row) return c.redirect('/signup');
    const session = await auth.createSession(row.id, {});
    c.header('Set-Cookie', auth.createSessionCookie(session.id).serialize(), { append: true });
    return c.redirect('/');
  } catch {
    return c.text('Sign-in failed', 502);
  }
});
