import { Lucia } from 'lucia';
import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import sqlite from 'better-sqlite3';

const db = sqlite('main.db');

export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'user', session: 'session' }), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});

export async function findOrCreateByOid(oid: string, name: string): Promise<{ id: string }> {
  const row = db.prepare('select id from user where entra_oid = ?').get(oid) as { id: string } | undefined;
  if (row) return row;
  const id = crypto.randomUUID();
  db.prepare('insert into user (id, entra_oid, name) values (?, ?, ?)').run(id, oid, name);
  return { id };
}
