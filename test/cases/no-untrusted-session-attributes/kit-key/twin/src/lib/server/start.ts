import { lucia } from './auth';
export async function start(userId: string, attributes: { country: string }) {
  return lucia.createSession(userId, attributes);
}
