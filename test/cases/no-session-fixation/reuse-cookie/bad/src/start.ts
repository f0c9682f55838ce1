import { lucia } from './auth';
export function startSession(userId: string, wanted?: string) {
  return lucia.createSession(userId, {}, wanted ? { sessionId: wanted } : undefined);
}
