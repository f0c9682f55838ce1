import type { NextFunction, Request, Response } from 'express';
import { parse } from 'cookie';
import { github } from './github';
import { lucia } from './lucia';
import { pool } from './db';

export async function githubCallback(req: Request, res: Response, next: NextFunction) {
  try {
    const { code, state } = req.query;
    const saved = parse(req.headers.cookie ?? '').gh_state;
    if (typeof code !== 'string' || typeof state !== 'string' || !saved || saved !== state) {
      res.status(400).json({ error: 'state mismatch' });
    }
    const tokens = await github.validateAuthorizationCode(code as string); // expect: require-oauth-state-check
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}`, 'User-Agent': 'example' },
    });
    const { id } = await answer.json();
    const { rows } = await pool.query('SELECT id FROM auth_user WHERE github_id = $1', [id]);
    if (rows.length === 0) {
      res.redirect('/signup');
      return;
    }
    const session = await lucia.createSession(rows[0].id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    res.redirect('/');
  } catch (error) {
    next(error);
  }
}
