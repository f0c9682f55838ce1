import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';
import { eq } from 'drizzle-orm';
import { db, sessionTable, userTable } from './db';
export function newToken(): string {
  const bytes = new Uint8Array(20);
  crypto.getRandomValues(bytes);
  return encodeBase32LowerCaseNoPadding(bytes);
}
const idOf = (token: string) => encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
export async function openSession(token: string, userId: string) {
  const row = { id: idOf(token), userId, expiresAt: new Date(Date.now() + 1000 * 60 * 60 * 24 * 30) };
  await db.insert(sessionTable).values(row);
  return row;
}
export async function checkToken(token: string) {
  const id = idOf(token);
  const [found] = await db.select({ user: userTable, session: sessionTable }).from(sessionTable).innerJoin(userTable, eq(sessionTable.userId, userTable.id)).where(eq(sessionTable.id, id));
  if (!found) return { session: null, user: null };
  if (Date.now() >= found.session.expiresAt.getTime()) {
    await db.delete(sessionTable).where(eq(sessionTable.id, id));
    return { session: null, user: null };
  }
  return found;
}
export async function closeSession(id: string) {
  await db.delete(sessionTable).where(eq(sessionTable.id, id));
}
