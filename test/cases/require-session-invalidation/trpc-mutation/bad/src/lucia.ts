import { Lucia } from 'lucia';
import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Sessions, Users } from './db';

export const sessions = new Lucia(new MongodbAdapter(Sessions, Users), {
  sessionCookie: {
    attributes: { secure: process.env.NODE_ENV === 'production' },
  },
  getUserAttributes: (attributes) => ({ email: attributes.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof sessions;
    DatabaseUserAttributes: { email: string };
  }
}
