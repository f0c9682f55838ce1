import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import type { Context } from 'hono';
import { Lucia } from 'lucia';

export type Env = { Bindings: { DB: D1Database; ENVIRONMENT: string } };

export function luciaFor(c: Context<Env>) {
  const domain = new URL(c.req.header('origin') ?? c.req.url).hostname;
  return new Lucia(new D1Adapter(c.env.DB, { user: 'account', session: 'account_session' }), {
    sessionCookie: {
      name: 'tenant',
      attributes: { secure: c.env.ENVIRONMENT !== 'local', domain }, // expect: no-cookie-domain
    },
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
  }
}
