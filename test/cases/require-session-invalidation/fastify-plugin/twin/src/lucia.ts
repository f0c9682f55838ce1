import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
