import { generateState } from 'arctic';
import type { RequestHandler } from 'express';
import { apple } from './apple';

// Apple answers with a cross-site form post
export const loginApple: RequestHandler = async (_req, res, next) => {
  try {
    const state = generateState();
    const url = await apple.createAuthorizationURL(state, { scopes: ['email'] });
    url.searchParams.set('response_mode', 'form_post');
    res.cookie('apple_state', state, {
      httpOnly: true,
      secure: true,
      sameSite: 'none',
      path: '/',
      maxAge: 600_000,
    });
    res.redirect(url.toString());
  } catch (error) {
    next(error);
  }
};
