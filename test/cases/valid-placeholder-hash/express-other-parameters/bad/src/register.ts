import { generateIdFromEntropySize } from 'lucia';
import { pool } from './db';
import { create } from './password';

export async function register(email: string, password: string) {
  const id = generateIdFromEntropySize(10);
  await pool.query('INSERT INTO auth_user (id, email, password_hash) VALUES ($1, $2, $3)', [id, email, await create(password)]);
  return id;
}
