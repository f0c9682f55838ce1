import { GitHub } from 'arctic';
import { Lucia } from 'lucia';
import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import mongoose from 'mongoose';

export const lucia = new Lucia(
  new MongodbAdapter(mongoose.connection.collection('sessions'), mongoose.connection.collection('members')),
);
export const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!);
