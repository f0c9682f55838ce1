import { Twitch } from 'arctic';

export const twitch = new Twitch(
  import.meta.env.TWITCH_CLIENT_ID,
  import.meta.env.TWITCH_CLIENT_SECRET,
  `${import.meta.env.SITE}/login/twitch/callback`,
);
