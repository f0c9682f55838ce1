import type { NextApiRequest, NextApiResponse } from 'next';
import { generateState } from 'arctic';
import { serialize } from 'cookie';
import { strava } from '@/server/strava';
import { validateRequest } from '@/server/session';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') return res.status(405).end();
  const { user } = await validateRequest(req, res);
  if (!user) return res.redirect(302, '/login');

  const marker = generateState();
  const consent = strava.createAuthorizationURL(marker, ['activity:read']);
  res.appendHeader(
    'Set-Cookie',
    serialize('strava_state', marker, {
      path: '/',
      httpOnly: true,
      secure: process.env.NODE_ENV === 'production',
      sameSite: 'lax',
      maxAge: 600,
    }),
  );
  res.redirect(302, consent.toString());
}
