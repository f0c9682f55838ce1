import { parse } from 'cookie';
import { GitHub } from 'arctic';
import type { RequestHandler } from 'express';
import { lucia } from './auth';
import { pool } from './db';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export const callback: RequestHandler = async (req, res, next) => {
  try {
    const { code, state } = req.query;
    const saved = parse(req.headers.cookie ?? '').gh_state;
    if (typeof code !== 'string' || typeof state !== 'string' || !saved || saved !== state) {
      res.status(400).end();
      return;
    }
    const tokens = await github.validateAuthorizationCode(code);
    const accessToken = tokens.accessToken();
    console.log('github answered', { accessToken }); // expect: no-session-id-logging
    const answer = await fetch('https://api.github.com/user', {
      headers: { Authorization: `Bearer ${accessToken}`, 'User-Agent': 'web' },
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
    console.error('callback failed', error instanceof Error ? error.message : 'unknown');
    next(error);
  }
};
