import { Router } from 'express';
import { ArcticFetchError, OAuth2RequestError, Spotify } from 'arctic';
import { requireUser } from '../middleware/require-user.js';
import { linkSpotify } from './repository.js';

const spotify = new Spotify(process.env.SPOTIFY_ID!, process.env.SPOTIFY_SECRET!, process.env.SPOTIFY_CALLBACK!);

export const connect: Router = Router();

connect.get('/spotify/callback', requireUser, async (req, res) => {
  const { code, state } = req.query;
  const saved = req.cookies.spotify_state;
  if (typeof code !== 'string' || typeof state !== 'string' || !saved || saved !== state) {
    res.sendStatus(400);
    return;
  }
  try {
    const grant = await spotify.validateAuthorizationCode(code, null);
    const bearer = grant.accessToken();
    const me = await fetch('https://api.spotify.com/v1/me', { headers: { Authorization: `Bearer ${bearer}` } });
    const { id } = (await me.json()) as { id: string };
    await linkSpotify(res.locals.user.id, id);
    res.cookie('spotify_player', bearer, { secure: true, sameSite: 'lax', maxAge: 3_600_000 }); // expect: no-oauth-token-storage
    res.redirect(303, '/player');
  } catch (e) {
    if (e instanceof OAuth2RequestError || e instanceof ArcticFetchError) {
      res.redirect(303, '/settings?problem=spotify');
      return;
    }
    throw e;
  }
});
