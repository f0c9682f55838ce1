import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { Sessions, Users } from './db';

const lucia = new Lucia(new MongodbAdapter(Sessions, Users), { // expect: require-register-declaration
  getUserAttributes: ({ email }) => ({ email }),
});
export default lucia;
