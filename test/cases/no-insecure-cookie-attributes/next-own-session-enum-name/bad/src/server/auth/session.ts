import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { prisma } from '../prisma';
import { CookieName, setSessionCookie } from './cookies';

const month = 1000 * 60 * 60 * 24 * 30;

const idOf = (token: string) => encodeHexLowerCase(sha256(new TextEncoder().encode(token)));

export function generateSessionToken(): string {
  const bytes = new Uint8Array(20);
  crypto.getRandomValues(bytes);
  return encodeBase32LowerCaseNoPadding(bytes);
}

export async function logIn(userId: number) {
  const token = generateSessionToken();
  const expiresAt = new Date(Date.now() + month);
  await prisma.session.create({ data: { id: idOf(token), userId, expiresAt } });
  await setSessionCookie(token, expiresAt);
}

export const getCurrentSession = cache(async () => {
  const token = (await cookies()).get(CookieName.Session)?.value;
  if (!token) return { session: null, user: null };
  const found = await prisma.session.findUnique({
    where: { id: idOf(token) },
    include: { user: { select: { id: true, name: true } } },
  });
  if (found === null) return { session: null, user: null };
  const { user, ...session } = found;
  if (Date.now() >= session.expiresAt.getTime()) {
    await prisma.session.delete({ where: { id: session.id } });
    return { session: null, user: null };
  }
  return { session, user };
});
