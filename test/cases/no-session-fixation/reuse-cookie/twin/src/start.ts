import { lucia, newId } from './auth';
export function startSession(userId: string, wanted = newId()) {
  return lucia.createSession(userId, {}, { sessionId: wanted });
}
