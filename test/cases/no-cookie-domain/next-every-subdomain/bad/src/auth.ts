import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia, type SessionCookieAttributesOptions } from 'lucia';
import { Pool } from 'pg';
import { ROOT_DOMAIN } from './env';

const attributes: SessionCookieAttributesOptions = {
  secure: process.env.NODE_ENV === 'production',
  domain: `.${ROOT_DOMAIN}`, // expect: no-cookie-domain
};

export const lucia = new Lucia(new NodePostgresAdapter(new Pool(), { user: 'reader', session: 'reader_session' }), {
  sessionCookie: { expires: false, attributes },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
