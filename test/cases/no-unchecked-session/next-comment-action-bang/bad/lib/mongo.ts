import { MongoClient } from 'mongodb';

export const client = new MongoClient(process.env.MONGO_URL!);
const db = client.db();

export const UserCollection = db.collection<{ _id: string; name: string }>('users');
export const SessionCollection = db.collection<{ _id: string; expires_at: Date; user_id: string }>('sessions');
export const comments = db.collection<{ recipe: string; author: string; text: string; at: Date }>('comments');
