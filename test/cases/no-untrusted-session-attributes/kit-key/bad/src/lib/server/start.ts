import { lucia } from './auth';
export async function start(userId: string, attributes: Record<string, unknown>) {
  return lucia.createSession(userId, attributes as never);
}
