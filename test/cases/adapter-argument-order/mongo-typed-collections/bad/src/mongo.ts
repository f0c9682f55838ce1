import { MongoClient, type Collection } from 'mongodb';

interface UserDoc {
  _id: string;
}
interface SessionDoc {
  _id: string;
  expires_at: Date;
  user_id: string;
}

const db = new MongoClient(Bun.env.MONGO_URL!).db('crew');
export const people = db.collection('users') as Collection<UserDoc>;
export const logins = db.collection('sessions') as Collection<SessionDoc>;
