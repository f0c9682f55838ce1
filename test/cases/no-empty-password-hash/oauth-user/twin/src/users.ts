import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { users } from './schema';
const NOTHING = '';
export async function addGitHubUser(githubId: string) {
  const id = generateIdFromEntropySize(10);
  await db.insert(users).values({ id, githubId, bio: NOTHING, passwordHash: null });
  return id;
}
