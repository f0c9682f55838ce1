import { currentSession } from './session';

export async function isSignedIn() {
  const { user } = await currentSession();
  return user !== null;
}

export function isWeekend(date: Date) {
  return date.getDay() % 6 === 0;
}
