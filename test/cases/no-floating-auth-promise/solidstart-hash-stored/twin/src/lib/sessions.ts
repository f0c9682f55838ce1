import { lucia } from './auth';

export async function endAll(userId: string, keep: string) {
  const all = await lucia.getUserSessions(userId);
  await Promise.all(all.filter((one) => one.id !== keep).map((one) => lucia.invalidateSession(one.id)));
}
