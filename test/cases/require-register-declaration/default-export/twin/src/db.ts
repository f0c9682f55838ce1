import { MongoClient } from 'mongodb';

const database = new MongoClient(process.env.MONGO_URL!).db();
export const Users = database.collection<{ _id: string; email: string }>('users');
export const Sessions = database.collection<{ _id: string; expires_at: Date; user_id: string }>('sessions');
