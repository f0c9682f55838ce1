import { Apple } from 'arctic';

export const apple = new Apple(
  {
    clientId: process.env.APPLE_CLIENT_ID!,
    teamId: process.env.APPLE_TEAM_ID!,
    keyId: process.env.APPLE_KEY_ID!,
    certificate: process.env.APPLE_CERTIFICATE!,
  },
  process.env.APPLE_CALLBACK!,
);
