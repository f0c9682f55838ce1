'use server';

import { cookies } from 'next/headers';
import { SessionService, lucia } from '@/server/session-service';

export const timeLeft = async () => {
  const found = await SessionService.lookUp(cookies().get(lucia.sessionCookieName)?.value ?? '');
  if (!found) return 0;
  return Math.max(0, found.until.getTime() - Date.now());
};
