import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { database } from './mongo';

export const lucia = new Lucia(new MongodbAdapter(database.collection('sessions'), database.collection('staff')), {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
