import { Lucia } from 'lucia';
import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { collections } from './mongo';
import { publicProfile } from './public-profile';

export const lucia = new Lucia(new MongodbAdapter(collections.sessions, collections.users), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
  getUserAttributes: publicProfile,
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: import('./mongo').UserDocument;
  }
}
