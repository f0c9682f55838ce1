import { MongoClient } from 'mongodb';
import { requiredEnv } from '#env';

export interface UserDocument {
  _id: string;
  email: string | null;
  email_verified: boolean;
  password_hash: string | null;
  /** The ways in from outside: the provider and its own, unchanging id of the user. */
  accounts: { provider: string; provider_user_id: string }[];
}

export interface SessionDocument {
  _id: string;
  user_id: string;
  expires_at: Date;
}

export interface TokenDocument {
  /** The SHA-256 of the token. */
  _id: string;
  purpose: string;
  user_id: string;
  expires_at: Date;
}

const client = new MongoClient(requiredEnv('DATABASE_URL'));
export const db = client.db();

export const users = db.collection<UserDocument>('$userTable');
export const sessions = db.collection<SessionDocument>('$sessionTable');
export const tokens = db.collection<TokenDocument>('$tokenTable');
