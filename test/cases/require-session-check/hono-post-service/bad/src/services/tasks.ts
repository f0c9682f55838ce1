import { db } from '../db';
import { tasks } from '../schema';
export class TaskService {
  async add(title: string) {
    await db.insert(tasks).values({ title });
  }
}
