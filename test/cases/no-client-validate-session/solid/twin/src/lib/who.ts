import { lucia } from './lucia';
export async function who(sessionId: string) {
  return (await lucia.validateSession(sessionId)).user?.id ?? null;
}
