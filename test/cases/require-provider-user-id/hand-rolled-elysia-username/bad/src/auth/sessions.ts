import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';
import { db } from '../db';
import { sessions } from '../db/schema';

const DAY = 1000 * 60 * 60 * 24;

export function newToken(): string {
  return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(20)));
}

export async function openSession(token: string, userId: number) {
  const id = encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
  const expiresAt = new Date(Date.now() + DAY * 30);
  await db.insert(sessions).values({ id, userId, expiresAt });
  return expiresAt;
}
