import { MongoClient } from 'mongodb';

export interface UserDocument {
  email: string;
  nickname: string;
  passwordDigest: string;
  totpSecret: string | null;
}

const client = new MongoClient(import.meta.env.MONGODB_URL);
const db = client.db();

export const collections = {
  users: db.collection<UserDocument & { _id: string }>('users'),
  sessions: db.collection<{ _id: string; user_id: string; expires_at: Date }>('sessions'),
};
