import { Schema, model } from 'mongoose';

export const Reader = model('Reader', new Schema({ email: { type: String, unique: true }, passwordHash: String }));
