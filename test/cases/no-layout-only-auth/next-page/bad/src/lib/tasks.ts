import { db } from './db';
import { tasks } from './schema';
export async function allTasks() { return db.select().from(tasks); }
