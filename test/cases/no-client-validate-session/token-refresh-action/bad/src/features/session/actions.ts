'use server';

import { SessionService } from '@/server/session-service';

export const timeLeft = async (sessionId: string) => {
  const found = await SessionService.lookUp(sessionId); // expect: no-client-validate-session
  if (!found) return 0;
  return Math.max(0, found.until.getTime() - Date.now());
};
