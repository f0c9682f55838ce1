import { randomBytes } from 'node:crypto';
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { pool } from './db';
export async function issueRecovery(userId: string) {
  const secret = randomBytes(32).toString('hex');
  const stored = encodeHexLowerCase(sha256(new TextEncoder().encode(secret)));
  await pool.query('INSERT INTO password_reset_tokens (token, user_id, expires_at) VALUES ($1, $2, $3)', [stored, userId, new Date(Date.now() + 3600e3)]);
  return secret;
}
