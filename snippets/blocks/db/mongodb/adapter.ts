import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { sessions, users } from '#db';

export const adapter = new MongodbAdapter(sessions, users);
