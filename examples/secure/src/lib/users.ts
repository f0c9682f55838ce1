import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { userTable } from '@/db/schema';

export async function findUserByEmail(email: string) {
  const [user] = await db.select().from(userTable).where(eq(userTable.email, email)).limit(1);
  return user;
}

export async function findUserByGithubId(githubId: string) {
  const [user] = await db.select().from(userTable).where(eq(userTable.githubId, githubId)).limit(1);
  return user;
}
