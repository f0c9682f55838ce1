import { Schema, model } from 'mongoose';

export const Member = model(
  'Member',
  new Schema({
    githubId: { type: String, unique: true, sparse: true },
    email: { type: String, unique: true },
    name: String,
    passwordHash: String,
  }),
);
