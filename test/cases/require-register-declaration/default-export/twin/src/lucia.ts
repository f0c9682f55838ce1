import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { Sessions, Users } from './db';

const lucia = new Lucia(new MongodbAdapter(Sessions, Users), {
  getUserAttributes: ({ email }) => ({ email }),
});
export default lucia;
