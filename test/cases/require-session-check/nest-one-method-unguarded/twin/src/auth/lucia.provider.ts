import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

export const LUCIA = Symbol('LUCIA');

export const lucia = new Lucia(
  new NodePostgresAdapter(new Pool(), { user: 'librarian', session: 'librarian_session' }),
  {},
);

export const luciaProvider = { provide: LUCIA, useValue: lucia };

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
