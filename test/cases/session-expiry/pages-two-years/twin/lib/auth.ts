import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia, TimeSpan } from 'lucia';
import mongoose from 'mongoose';

const REMEMBER_DAYS = 2 * 30;

const adapter = new MongodbAdapter(
  mongoose.connection.collection('sessions') as never,
  mongoose.connection.collection('users') as never,
);

export const auth = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(REMEMBER_DAYS, 'd'),
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
