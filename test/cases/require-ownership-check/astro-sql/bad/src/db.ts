import Database from 'better-sqlite3';
export const db = new Database('app.db');
db.exec(`CREATE TABLE IF NOT EXISTS letter (
  id TEXT NOT NULL PRIMARY KEY,
  author_id TEXT NOT NULL,
  body TEXT NOT NULL
)`);
