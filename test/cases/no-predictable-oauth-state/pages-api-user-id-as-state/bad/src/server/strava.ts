import { Strava } from 'arctic';

export const strava = new Strava(process.env.STRAVA_ID!, process.env.STRAVA_SECRET!, process.env.STRAVA_REDIRECT!);
