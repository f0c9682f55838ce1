import { lucia } from './auth';

export async function endAll(userId: string, keep: string) {
  const all = await lucia.getUserSessions(userId);
  for (const one of all) {
    if (one.id !== keep) lucia.invalidateSession(one.id); // expect: no-floating-auth-promise
  }
}
