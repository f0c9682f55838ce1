import { verify as argonVerify } from '@node-rs/argon2';
import { db } from './db';

interface Row {
  id: string;
  password_hash: string | null;
}

export async function verifyLogin(email: string, password: string): Promise<string | null> {
  const row = db.prepare('SELECT id, password_hash FROM user WHERE email = ?').get(email) as Row | undefined;
  const stored = row?.password_hash
    ? row.password_hash
    : '$2b$10$gAJfIaGfN4/pzgODcMSfEOXllYj3UgqAeC/AW6d3L19wlZbpXPxqC'; // expect: valid-placeholder-hash
  const ok = await argonVerify(stored, password);
  return row && row.password_hash && ok ? row.id : null;
}
