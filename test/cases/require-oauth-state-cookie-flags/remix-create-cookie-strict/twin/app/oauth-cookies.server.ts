import { createCookie } from '@remix-run/node';

export const slackState = createCookie('slack_state', {
  path: '/',
  httpOnly: true,
  secure: process.env.NODE_ENV === 'production',
  sameSite: 'lax',
  maxAge: 300,
});
