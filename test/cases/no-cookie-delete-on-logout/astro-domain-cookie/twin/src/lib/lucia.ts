import { PlanetScaleAdapter } from '@lucia-auth/adapter-mysql';
import { Client } from '@planetscale/database';
import { Lucia } from 'lucia';

const client = new Client({ url: import.meta.env.DATABASE_URL });

export const lucia = new Lucia(
  new PlanetScaleAdapter(client.connection(), { user: 'shopper', session: 'shopper_session' }),
  {
    sessionCookie: {
      attributes: { secure: import.meta.env.PROD, domain: import.meta.env.PROD ? '.shop.example' : undefined },
    },
  },
);

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
