import sqlite from 'better-sqlite3';

export const database = sqlite('users.db');

export const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

interface UserRow {
  id: string;
  name: string;
  passwordHash: string | null;
}

export async function findUserByEmail(email: string): Promise<UserRow | undefined> {
  return database.prepare('select id, name, password_hash as passwordHash from users where email = ?').get(email) as
    | UserRow
    | undefined;
}
