import { parse } from 'cookie';
import { GitHub } from 'arctic';
import type { Request, RequestHandler } from 'express';
import { lucia } from './lucia';
import { pool } from './db';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

function assertState(req: Request) {
  const kept = parse(req.headers.cookie ?? '').gh_state;
  const { state } = req.query;
  if (!kept || typeof state !== 'string' || state !== kept) throw new Error('state mismatch');
}

export const callback: RequestHandler = async (req, res, next) => {
  const { code } = req.query;
  if (typeof code !== 'string') {
    res.status(400).end();
    return;
  }
  try {
    assertState(req);
  } catch (error) {
    res.status(400).end();
    return;
  }
  try {
    const tokens = await github.validateAuthorizationCode(code);
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'web' },
    });
    const profile = (await answer.json()) as { id: number };
    const { rows } = await pool.query('SELECT id FROM auth_user WHERE github_id = $1', [profile.id]);
    if (!rows[0]) {
      res.redirect('/signup');
      return;
    }
    const session = await lucia.createSession(rows[0].id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    res.redirect('/');
  } catch (error) {
    next(error);
  }
};
