import { hash } from '@node-rs/argon2';
import { pool } from './pool';
export class Users {
  async setPassword(id: string, password: string) {
    const digest = await hash(password, { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 });
    await pool.query('UPDATE users SET password_hash = $1 WHERE id = $2', [digest, id]);
  }
}
export const users = new Users();
