import { Lucia } from 'lucia';
import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import mongoose from 'mongoose';

export const lucia = new Lucia(
  new MongodbAdapter(mongoose.connection.collection('sessions'), mongoose.connection.collection('people')),
);
