import { generateState } from 'arctic';
import { Router } from 'express';
import github from './github';

export const login = Router();

login.get('/login/github', (_req, res) => {
  const state = generateState();
  res.cookie('gh_state', state, {
    httpOnly: true,
    secure: process.env.NODE_ENV === 'Production', // expect: require-oauth-state-cookie-flags
    sameSite: 'lax',
    path: '/',
    maxAge: 10 * 60 * 1000,
  });
  res.redirect(github.createAuthorizationURL(state, []).toString());
});
