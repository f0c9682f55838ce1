import { eq } from 'drizzle-orm';
import { hash, verify } from '@node-rs/argon2';
import { db } from './db';
import { users } from './schema';

const nobody = await hash(crypto.randomUUID());

export async function userFor(email: string, password: string) {
  const rows = await db.select().from(users).where(eq(users.email, email));
  const user = rows[0] ?? null;
  const ok = await verify(user?.passwordHash || nobody, password);
  return user !== null && user.passwordHash && ok ? user : null;
}
