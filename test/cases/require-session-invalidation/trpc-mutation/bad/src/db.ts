import { MongoClient } from 'mongodb';

export interface UserDoc {
  _id: string;
  email: string;
  passwordHash: string | null;
}

export interface SessionDoc {
  _id: string;
  expires_at: Date;
  user_id: string;
}

const client = new MongoClient(process.env.MONGO_URL!);
const database = client.db('app');

export const Users = database.collection<UserDoc>('users');
export const Sessions = database.collection<SessionDoc>('sessions');
