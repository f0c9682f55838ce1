import type { RequestEvent } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '../db';
import { keeper, login } from '../db/schema';
import { tokenId } from './token';

const NAME = 'hive';
const WEEK = 7 * 24 * 60 * 60 * 1000;

export async function begin(event: RequestEvent, token: string, keeperId: string) {
  const expiresAt = new Date(Date.now() + 4 * WEEK);
  await db.insert(login).values({ id: tokenId(token), keeperId, expiresAt });
  remember(event, token, expiresAt);
}

export async function check(token: string) {
  const [found] = await db
    .select({ login, keeper: { id: keeper.id, name: keeper.name } })
    .from(login)
    .innerJoin(keeper, eq(keeper.id, login.keeperId))
    .where(eq(login.id, tokenId(token)));
  if (!found || found.login.expiresAt.getTime() < Date.now()) return null;
  return found;
}

export function tokenOf(event: RequestEvent) {
  return event.cookies.get(NAME);
}

export function remember(event: RequestEvent, token: string, expires: Date) {
  event.cookies.set(NAME, token, { path: '/', expires, httpOnly: false, sameSite: 'lax' }); // expect: no-insecure-cookie-attributes
}
