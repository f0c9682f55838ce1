import { db } from './db';
import { calendarGrants } from './schema';

export async function saveCalendarGrant(userId: string, sealedRefreshToken: string) {
  await db.insert(calendarGrants).values({ userId, sealedRefreshToken });
}
