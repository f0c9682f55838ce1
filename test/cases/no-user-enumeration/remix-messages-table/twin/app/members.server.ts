import { db } from './db.server';

export function findMember(email: string) {
  return db
    .selectFrom('member')
    .select(['id', 'password_hash'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
}
