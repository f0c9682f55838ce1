import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { db } from './db';

export const SESSION_COOKIE = 'atlas_session';

const LIFETIME = 60 * 60 * 24 * 30;

function digest(token: string) {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
}

export function openSession(token: string, userId: number) {
  const expiresAt = Math.floor(Date.now() / 1000) + LIFETIME;
  db.prepare('INSERT INTO session (id, user_id, expires_at) VALUES (?, ?, ?)').run(digest(token), userId, expiresAt);
  return new Date(expiresAt * 1000);
}

export function resolveSession(token: string) {
  const id = digest(token);
  const row = db
    .prepare(
      'SELECT session.id, session.expires_at, user.id AS user_id, user.name FROM session INNER JOIN user ON user.id = session.user_id WHERE session.id = ?',
    )
    .get(id) as { id: string; expires_at: number; user_id: number; name: string } | undefined;
  if (!row) return { session: null, user: null };
  if (row.expires_at * 1000 <= Date.now()) {
    db.prepare('DELETE FROM session WHERE id = ?').run(id);
    return { session: null, user: null };
  }
  return { session: { id, expiresAt: new Date(row.expires_at * 1000) }, user: { id: row.user_id, name: row.name } };
}
