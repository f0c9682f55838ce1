import { randomBytes } from 'node:crypto';
import { pool } from './db';
export async function issueRecovery(userId: string) {
  const secret = randomBytes(32).toString('hex');
  await pool.query('INSERT INTO password_reset_tokens (token, user_id, expires_at) VALUES ($1, $2, $3)', [secret, userId, new Date(Date.now() + 3600e3)]); // expect: hash-reset-tokens
  return secret;
}
