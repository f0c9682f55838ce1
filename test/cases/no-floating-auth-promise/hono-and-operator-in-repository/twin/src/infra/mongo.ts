import { MongoClient } from 'mongodb';

export const database = new MongoClient(process.env.MONGO_URL!).db('depot');
