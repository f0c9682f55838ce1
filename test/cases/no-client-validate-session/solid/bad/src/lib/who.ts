'use server';
import { lucia } from './lucia';
export async function who(sessionId: string) { // expect: no-client-validate-session
  return (await lucia.validateSession(sessionId)).user?.id ?? null;
}
