import { Router } from 'express';
import { Dribbble } from 'arctic';
import { finish } from './finish.js';
import { userForDribbble } from '../users.js';

const dribbble = new Dribbble(process.env.DRIBBBLE_ID!, process.env.DRIBBBLE_SECRET!, process.env.DRIBBBLE_CALLBACK!);

export const dribbbleRoutes: Router = Router().get('/dribbble/callback', async (req, res) => {
  const code = typeof req.query.code === 'string' ? req.query.code : null;
  const state = typeof req.query.state === 'string' ? req.query.state : null;
  const stored: string | undefined = req.cookies.dribbble_state;
  if (!code || !state || !stored || stored !== state) {
    res.sendStatus(400);
    return;
  }
  try {
    const tokens = await dribbble.validateAuthorizationCode(code);
    await finish(req, res, await userForDribbble(tokens.accessToken()));
  } catch {
    res.redirect('/login?problem=dribbble');
  }
});
