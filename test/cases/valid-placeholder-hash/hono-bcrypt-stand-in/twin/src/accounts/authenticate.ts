import bcrypt from 'bcryptjs';
import { db } from '../database';

// Compared when nobody has this address, so that both answers take equally long.
const STAND_IN = '$2a$10$.....................................................';

export type Outcome = { ok: true; accountId: string } | { ok: false };

export async function authenticate(address: string, secret: string): Promise<Outcome> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where('email', '=', address.toLowerCase())
    .executeTakeFirst();
  const matches = await bcrypt.compare(secret, row ? row.password_hash : STAND_IN);
  return row && matches ? { ok: true, accountId: row.id } : { ok: false };
}
