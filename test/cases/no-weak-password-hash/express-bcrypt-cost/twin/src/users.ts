import { genSalt, hash } from 'bcryptjs';
import { generateIdFromEntropySize } from 'lucia';
import { pool } from './db';
import { WORK_FACTOR } from './settings';

export async function addUser(email: string, password: string) {
  const id = generateIdFromEntropySize(10);
  const salt = await genSalt(WORK_FACTOR);
  const digest = await hash(password, salt);
  await pool.query('INSERT INTO auth_user (id, email, password_hash) VALUES ($1, $2, $3)', [id, email, digest]);
  return id;
}
