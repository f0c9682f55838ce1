import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { logins, people } from './mongo';

export const lucia = new Lucia(new MongodbAdapter(people as never, logins as never), {}); // expect: adapter-argument-order

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
