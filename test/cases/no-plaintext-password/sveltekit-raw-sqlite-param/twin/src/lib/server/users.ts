import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';

const insert = db.prepare('INSERT INTO user (id, email, password) VALUES (?, ?, ?)');

export function insertUser(email: string, stored: string): string {
  const id = generateIdFromEntropySize(10);
  insert.run(id, email, stored);
  return id;
}
