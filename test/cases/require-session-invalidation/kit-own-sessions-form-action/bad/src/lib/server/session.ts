import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';
import type { RequestEvent } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { hikers, sessions } from './schema';

const DAY = 24 * 60 * 60 * 1000;
export const cookieName = 'trail_session';

export function newToken() {
  return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(20)));
}

export async function openSession(token: string, hikerId: string) {
  const id = encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
  const session = { id, hikerId, expiresAt: new Date(Date.now() + 30 * DAY) };
  await db.insert(sessions).values(session);
  return session;
}

export async function checkToken(token: string) {
  const id = encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
  const [row] = await db
    .select({ session: sessions, hiker: { id: hikers.id, name: hikers.name } })
    .from(sessions)
    .innerJoin(hikers, eq(sessions.hikerId, hikers.id))
    .where(eq(sessions.id, id));
  if (!row) return { session: null, hiker: null };
  if (Date.now() >= row.session.expiresAt.getTime()) {
    await db.delete(sessions).where(eq(sessions.id, id));
    return { session: null, hiker: null };
  }
  if (Date.now() >= row.session.expiresAt.getTime() - 15 * DAY) {
    row.session.expiresAt = new Date(Date.now() + 30 * DAY);
    await db.update(sessions).set({ expiresAt: row.session.expiresAt }).where(eq(sessions.id, id));
  }
  return row;
}

export async function closeSession(id: string) {
  await db.delete(sessions).where(eq(sessions.id, id));
}

export function writeCookie(event: RequestEvent, token: string, expires: Date) {
  event.cookies.set(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', expires });
}

export function dropCookie(event: RequestEvent) {
  event.cookies.delete(cookieName, { path: '/' });
}
