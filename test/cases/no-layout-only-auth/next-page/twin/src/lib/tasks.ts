import { redirect } from 'next/navigation';
import { validateRequest } from './auth';
import { db } from './db';
import { tasks } from './schema';
export async function allTasks() {
  const { user } = await validateRequest();
  if (!user) redirect('/sign-in');
  return db.select().from(tasks);
}
