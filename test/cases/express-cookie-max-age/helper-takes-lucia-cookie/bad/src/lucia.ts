import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { MongoClient } from 'mongodb';

export const db = new MongoClient(process.env.MONGO_URL!).db();
export const lucia = new Lucia(new MongodbAdapter(db.collection('sessions') as any, db.collection('users') as any), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
