import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { users } from './schema';
const NO_PASSWORD = '';
export async function addGitHubUser(githubId: string) {
  const id = generateIdFromEntropySize(10);
  await db.insert(users).values({ id, githubId, passwordHash: NO_PASSWORD }); // expect: no-empty-password-hash
  return id;
}
