import { MongoClient } from 'mongodb';

export const db = new MongoClient(process.env.MONGO_URL!).db('forum');
export const users = db.collection<{ _id: string; name: string; password_hash: string }>('users');
export const carts = db.collection<{ _id: string; visitor: string }>('carts');
